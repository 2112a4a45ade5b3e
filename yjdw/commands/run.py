"""``yjdw run``: land, build, check and publish.

Asking and printing belong here; the road itself belongs to ``yjdw/road.py``.
"""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from yjdw.output import steps, write_json, write_line
from yjdw.program import Program

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warehouse.outcomes import FileOutcome
    from yjdw.road import RunOutcome


@click.command("run")
@click.option(
    "--as-known-at",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Build what was known on that day, instead of now.",
)
@click.pass_obj
def command(program: Program, as_known_at: datetime | None) -> None:
    """Land, build, check and publish; with nothing new, only look.

    Example: yjdw run --home /srv/yjdw
    """
    from yjdw.alerts.telling import told_afterwards
    from yjdw.road import run

    day = as_known_at.date() if as_known_at else None
    home = (program.layout, program.configuration)
    with steps(program.console) as report, told_afterwards(*home, report):
        outcome = run(
            *home,
            day,
            report,
            on_landed=lambda landed: show_landed(program, landed),
        )
    show(program, outcome)


def show_landed(program: Program, landed: "Sequence[FileOutcome]") -> None:
    """Print each problem of a delivery at once: the build may yet be refused."""
    for delivery in landed:
        for line in delivery.lines:
            program.console.print(f"{delivery.status}: {line}", markup=False)


def show(program: Program, outcome: "RunOutcome") -> None:
    """Print how the run ended and which release is shown."""
    release = outcome.release
    landed = sum(item.status == "landed" for item in outcome.landed)
    unusable = [item for item in outcome.landed if item.problems]
    if program.json:
        write_json(
            {
                "run_id": outcome.run_id,
                "outcome": outcome.outcome,
                "release": release.release,
                "published_at": release.published_at,
                "as_known_at": release.as_known_at,
                "landed": landed,
                "problems": [line for item in unusable for line in item.lines],
            }
        )
        return
    if outcome.outcome == "nothing new":
        write_line(f"nothing new since the release {release.release}")
        return
    write_line(f"published {release.release}; deliveries landed: {landed}")
    if unusable:
        write_line(f"with problems: {len(unusable)}, listed above and in yjdw status")
