"""``yjdw calendar``: which returns are due when, and what to do next about each.

Reading the options and printing belong here. The days belong to
``returns/calendar.py``, where a return stands to ``returns/deadlines.py``.
"""

from datetime import date, datetime

import click

from yjdw.output import write_json, write_table
from yjdw.program import Program

COLUMNS = ("return", "period", "due", "days left", "state", "next")


@click.command("calendar")
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    help="As on that day. [default: today]",
)
@click.pass_obj
def command(program: Program, on: datetime | None) -> None:
    """Say which returns are due when, where each stands, and what to do next.

    Example: yjdw calendar --on 2025-07-01
    """
    from returns.deadlines import list_deadlines

    day = on.date() if on else date.today()
    found = list_deadlines(program.layout, program.configuration, day)
    if program.json:
        told = [item.as_dict() for item in found]
        write_json({"on": day.isoformat(), "returns": told})
        return
    rows = [
        [item.name, item.period, item.due, item.days_left, item.state, item.next_step]
        for item in found
    ]
    write_table(f"Returns on {day}", COLUMNS, rows)
