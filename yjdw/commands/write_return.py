"""``yjdw return``: write a return from the published release.

Choosing the release, asking and printing belong here; writing belongs to
``returns/``.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from yjdw.output import write_json, write_line
from yjdw.program import Program

if TYPE_CHECKING:
    from returns.yjb_kpi.versions import Written
    from warehouse.figures import Asked


def _explanations(
    _context: click.Context, option: click.Parameter, given: tuple[str, ...]
) -> dict[str, str]:
    pairs = [text.partition("=") for text in given]
    if any(not reason.strip() for _, _, reason in pairs):
        raise click.BadParameter('write it as kpi1="the reason"', param=option)
    return {measure: reason.strip() for measure, _, reason in pairs}


@click.command("return")
@click.argument("name", type=click.Choice(["yjb_kpi"]))
@click.option("--quarter", required=True, help="Such as 2024Q1 (April to June 2024).")
@click.option("--rules", help="A rule version [default: the one of the quarter].")
@click.option(
    "--as-known-at",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Reproduce the quarter as it was known on that day.",
)
@click.option("--service", help="Which service, where the release holds several.")
@click.option(
    "--explain-change",
    "explanations",
    multiple=True,
    callback=_explanations,
    metavar='MEASURE="REASON"',
    help="Why a figure changed so much on the last quarter; kept with the return.",
)
@click.pass_obj
def command(program: Program, name: str, **options: Any) -> None:
    """Write a return from the published release, or list why it cannot be sent.

    Example: yjdw return yjb_kpi --quarter 2024Q1 --rules KPI-v8-code
    """
    from yjdw.output import steps

    with steps(program.console) as report:
        asked, written = write(program, options, report)
    for warning in written.warnings:
        program.console.print(f"warning: {warning}", markup=False)
    if program.json:
        write_json({"return": name, **describe(asked, written)})
        return
    word = "written" if written.is_new else "already written, nothing has changed"
    write_line(f"{name} {asked.quarter} {written.version}: {word}: {written.folder}")


def write(
    program: Program, options: dict[str, Any], report: Callable[[str], None]
) -> "tuple[Asked, Written]":
    """Open the state of knowledge asked for and write the return from it."""
    from returns.yjb_kpi.writer import write_return
    from warehouse.figures import ask_for
    from yjdw.knowledge import open_knowledge

    layout, configuration = program.layout, program.configuration
    moment = options["as_known_at"]
    day = moment.date() if moment else None
    with open_knowledge(layout, configuration, day, report) as (connection, release):
        asked = ask_for(
            connection, options["quarter"], options["rules"], options["service"]
        )
        report(f"checking the return of {asked.quarter} under {asked.rules}")
        written = write_return(
            layout, configuration, connection, release, asked, options["explanations"]
        )
    return asked, written


def describe(asked: "Asked", written: "Written") -> dict[str, Any]:
    """Return what was written as plain values, ready for JSON."""
    return {
        "quarter": asked.quarter,
        "rules": asked.rules,
        "service": asked.service,
        "version": written.version,
        "folder": str(written.folder),
        "is_new": written.is_new,
        "files": sorted(path.name for path in written.folder.iterdir()),
        "warnings": list(written.warnings),
    }
