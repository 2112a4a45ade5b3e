"""``yjdw waiver``: let a return through though a rule that may be waived is broken.

Reading the options and printing belong here; what a waiver is belongs to
``expectations/waivers.py``.
"""

from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from yjdw.output import WrongUse, write_json, write_line, write_table
from yjdw.program import Program

if TYPE_CHECKING:
    from expectations.waivers import Waiver

NAMES = ("yjb_kpi", "case_level", "youth_justice_plan")
DAY = click.DateTime(["%Y-%m-%d"])
OF_LIST = (
    *("waiver_id", "return_name", "period", "rule", "issue_id"),
    *("given_by", "expires_on", "reason", "withdrawn_by"),
)


@click.group("waiver")
def command() -> None:
    """Waive a rule or a record for one return, with name, reason and last day.

    Example: yjdw waiver give yjb_kpi 2024Q1 --rule R-VOLUME --by "A. Head"
    --reason "..." --until 2024-08-31
    """


@command.command("give")
@click.argument("name", type=click.Choice(NAMES))
@click.argument("period")
@click.option("--rule", help="The code of a rule: all that breaks it.")
@click.option("--issue", "issue_id", help="One record, by the id of its issue.")
@click.option("--service", help="Which service, where the release holds several.")
@click.option("--reason", required=True, help="Why it may go out like this.")
@click.option("--by", "given_by", required=True, help="Who says so.")
@click.option("--until", type=DAY, required=True, help="The last day it holds.")
@click.pass_obj
def give_one(program: Program, name: str, period: str, **asked: Any) -> None:
    """Waive one rule, or one issue, for one return of a period (2024Q1, or a year).

    Example: yjdw waiver give yjb_kpi 2024Q1 --issue I3f09c2a71be --by "A. Head"
    --reason "the court lost the file" --until 2024-08-31
    """
    from expectations import waivers
    from warehouse.locking import one_writer
    from yjdw.issues import find_one

    if bool(asked["rule"]) == bool(asked["issue_id"]):
        raise WrongUse("say either --rule or --issue")
    rule = asked["rule"] or find_one(program.layout, asked["issue_id"])["rule"]
    until: datetime = asked["until"]
    service = asked["service"] or find_service(program)
    what = waivers.ReturnOf(name, period, service)
    wish = waivers.Wish(
        rule.strip().upper(),
        asked["issue_id"],
        asked["reason"],
        asked["given_by"],
        until.date(),
    )
    with one_writer(program.layout):
        given = waivers.give(
            program.layout, what, wish, program.configuration.severities
        )
    _show(program, given)


def find_service(program: Program) -> str:
    """Return the one service there is.

    Raises:
        WrongUse: There are several, or nothing is published.
    """
    from warehouse.querying import open_zone
    from warehouse.zones import IDENTIFIED

    if program.configuration.service.name:
        return program.configuration.service.name
    with open_zone(program.layout, IDENTIFIED) as connection:
        rows = connection.execute(
            "select distinct service from fct_measures order by service"
        ).fetchall()
    if len(rows) != 1:
        there = ", ".join(str(row[0]) for row in rows) or "none"
        raise WrongUse(f"say which service with --service: there are {there}")
    return str(rows[0][0])


@command.command("list")
@click.pass_obj
def show_list(program: Program) -> None:
    """List every waiver that was ever given.

    Example: yjdw waiver list
    """
    from expectations.waivers import read_waivers

    told = [asdict(waiver) for waiver in read_waivers(program.layout)]
    if program.json:
        write_json({"waivers": told})
        return
    write_table("waivers", OF_LIST, [[item[name] for name in OF_LIST] for item in told])


@command.command("withdraw")
@click.argument("waiver_id", metavar="WAIVER")
@click.option("--by", required=True, help="Who takes it back.")
@click.pass_obj
def withdraw_one(program: Program, waiver_id: str, by: str) -> None:
    """Take a waiver back: what it let through blocks again.

    Example: yjdw waiver withdraw W2f41c09aa --by "A. Head"
    """
    from expectations.waivers import withdraw
    from warehouse.locking import one_writer

    with one_writer(program.layout):
        gone = withdraw(program.layout, waiver_id, by)
    _show(program, gone)


def _show(program: Program, waiver: "Waiver") -> None:
    if program.json:
        write_json(asdict(waiver))
        return
    what = waiver.issue_id or f"all of {waiver.rule}"
    state = "withdrawn" if waiver.withdrawn_at else f"up to {waiver.expires_on}"
    place = f"{waiver.return_name} {waiver.period}"
    write_line(f"{waiver.waiver_id}: {what} for {place}: {state}")
