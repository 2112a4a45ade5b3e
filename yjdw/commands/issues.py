"""``yjdw issues``: the records that break a rule, and the fix list of a case worker.

Reading the options and printing belong here; what an issue is belongs to
``expectations/issues``.
"""

from pathlib import Path
from typing import Any

import click

from yjdw.output import write_json, write_line, write_table
from yjdw.program import Program

OF_LIST = ("issue_id", "state", "age_days", "rule", "owner", "case_worker", "child_id")
PLACE = ("supplier", "file", "row_number")
STATES = ("new", "persisting", "waived", "resolved")
OWNERS = ("case_worker", "returns_officer", "office", "data_engineer")


@click.group("issues")
def command() -> None:
    """List what is to be mended: each record that breaks a rule, until it is mended.

    Example: yjdw issues list --owner case_worker --state new
    """


@command.command("list")
@click.option("--state", type=click.Choice(STATES), help="[default: all but resolved]")
@click.option("--rule", help="The code of a rule, such as DQ-RES-NULL.")
@click.option("--owner", type=click.Choice(OWNERS), help="Whose work it is.")
@click.option("--worker", help="A case worker: own cases only; nobody: held by none.")
@click.option("--return", "scope", help='Of one return, such as "yjb_kpi 2024Q1".')
@click.pass_obj
def show_list(program: Program, **asked: str | None) -> None:
    """List the issues there are, oldest first.

    Example: yjdw issues list --rule DQ-RES-NULL
    """
    from expectations.issues.telling import Wanted
    from yjdw.issues import read_told

    told = read_told(program.layout, Wanted(**asked))
    if program.json:
        write_json({"issues": told})
        return
    columns = [*OF_LIST, "unit_id", *PLACE]
    write_table("issues", columns, [[item[name] for name in columns] for item in told])


@command.command("show")
@click.argument("issue_id", metavar="ISSUE")
@click.pass_obj
def show_one(program: Program, issue_id: str) -> None:
    """Say what one issue is, since when, and how to mend it.

    Example: yjdw issues show I3f09c2a71be
    """
    from yjdw.issues import find_one

    told = find_one(program.layout, issue_id)
    if program.json:
        write_json(told)
        return
    for name, value in told.items():
        if value not in (None, ""):
            write_line(f"{name.replace('_', ' '):>15}: {value}")


@command.command("fix-list")
@click.option("--worker", help="One case worker only. [default: each]")
@click.option("--out", type=click.Path(path_type=Path), help="The folder of the lists.")
@click.pass_obj
def write_lists(program: Program, worker: str | None, out: Path | None) -> None:
    """Write a workbook for each case worker with what to mend in their own cases.

    Example: yjdw issues fix-list --worker W007 --out lists
    """
    from yjdw.issues import write_fix_lists

    folder = out or program.layout.fix_lists
    written = write_fix_lists(program.layout, folder, worker)
    if program.json:
        write_json({"files": [str(path) for path in written]})
        return
    for path in written:
        write_line(str(path))
    if not written:
        write_line("nothing is to be mended")


@command.command("trend")
@click.pass_obj
def show_trend(program: Program) -> None:
    """Say how many issues of each rule every run found, and how many were mended.

    Example: yjdw issues trend
    """
    from expectations.issues.ledger import read_trend

    told: list[dict[str, Any]] = read_trend(program.layout)
    if program.json:
        write_json({"trend": told})
        return
    columns = ("seen_at", "rule", "open", "new", "resolved")
    write_table("issues of records", columns, [list(item.values()) for item in told])
