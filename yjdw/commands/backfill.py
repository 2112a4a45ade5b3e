"""``yjdw backfill``: the return of every past quarter in one command.

Reading the options and printing belong here; writing one after the other belongs to
``yjdw/backfilling.py``.
"""

from typing import TYPE_CHECKING, Any

import click

from yjdw.commands.write_return import explanations_of
from yjdw.output import steps, write_json, write_line, write_table
from yjdw.program import Program

if TYPE_CHECKING:
    from yjdw.backfilling import Filled

NAMES = ("yjb_kpi", "case_level")
COLUMNS = ["return", "quarter", "outcome", "version", "why not"]
DATA_REFUSED = 1


@click.command("backfill")
@click.option("--from", "first", help="The first quarter [default: 2023Q1].")
@click.option("--to", "last", help="The last quarter [default: the last that ended].")
@click.option(
    "--return",
    "names",
    multiple=True,
    type=click.Choice(NAMES),
    help="Which return; may be repeated [default: yjb_kpi].",
)
@click.option("--service", help="Which service, where the release holds several.")
@click.option(
    "--explain-change",
    "explanations",
    multiple=True,
    callback=explanations_of,
    metavar='MEASURE="REASON"',
    help="Why a figure may jump from one of these quarters to the next.",
)
@click.pass_obj
def command(program: Program, **options: Any) -> int:
    """Write the return of every past quarter that is not written yet, oldest first.

    Example: yjdw backfill --from 2023Q1 --to 2024Q4 --return yjb_kpi
    """
    filled = fill(program, options)
    if program.json:
        counted = [item.outcome for item in filled]
        totals = {outcome: counted.count(outcome) for outcome in sorted(set(counted))}
        write_json({"quarters": [item.as_dict() for item in filled], "totals": totals})
    else:
        write_table("returns of past quarters", COLUMNS, map(row_of, filled))
        for item in filled:
            for reason in item.reasons:
                place = f"{item.name} {item.quarter}"
                write_line(f"{place}: {reason.code}: {reason.message}")
    return DATA_REFUSED if any(item.reasons for item in filled) else 0


def fill(program: Program, options: dict[str, Any]) -> "list[Filled]":
    """Write the returns out of the published release, and tell of each as it is done."""
    from warehouse.querying import open_zone, release_of
    from warehouse.zones import IDENTIFIED
    from yjdw.backfilling import FIRST, Opened, Wanted, fill_back

    wanted = Wanted(
        names=options["names"] or NAMES[:1],
        first=options["first"] or FIRST,
        last=options["last"],
        service=options["service"],
        explanations=options["explanations"],
    )
    layout, configuration = program.layout, program.configuration
    with (
        steps(program.console) as report,
        open_zone(layout, IDENTIFIED) as connection,
    ):
        release = release_of(connection)
        opened = Opened(layout, configuration, connection, release)
        return list(fill_back(opened, wanted, report))


def row_of(item: "Filled") -> list[Any]:
    """Return one line of the table; the reasons follow it in full."""
    codes = ", ".join(dict.fromkeys(reason.code for reason in item.reasons))
    version = item.folder.name if item.folder else None
    return [item.name, item.quarter, item.outcome, version, codes or None]
