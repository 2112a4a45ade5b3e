"""``yjdw return``: write a return from the published release.

Reading the options and printing belong here; each return's own way of asking belongs
to ``yjdw/returns.py``, writing to ``returns/``.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from yjdw.output import WrongUse, write_json, write_line
from yjdw.program import Program

if TYPE_CHECKING:
    from returns._shared.versions import Written
    from returns.case_level.sending_again import WrittenAgain

NAMES = ("yjb_kpi", "case_level", "youth_justice_plan")
# option: the returns that know it
OWN_OPTIONS = {
    "quarter": ("yjb_kpi", "case_level"),
    "year": ("youth_justice_plan",),
    "rules": ("yjb_kpi",),
    "explanations": ("yjb_kpi", "youth_justice_plan"),
    "signed_off": ("case_level",),
    "documents": ("case_level",),
    "out": ("case_level",),
}
FIGURES_OF_A_YEAR = 4
DAY = click.DateTime(["%Y-%m-%d"])
PATH = click.Path(path_type=Path)


def explanations_of(
    _context: click.Context, option: click.Parameter, given: tuple[str, ...]
) -> dict[str, str]:
    """Return explanations of changes by measure."""
    pairs = [text.partition("=") for text in given]
    if any(not reason.strip() for _, _, reason in pairs):
        raise click.BadParameter('write it as kpi1="the reason"', param=option)
    return {measure: reason.strip() for measure, _, reason in pairs}


def _starting_year(
    _context: click.Context, option: click.Parameter, given: str | None
) -> int | None:
    """Return the year in which a financial year starts."""
    if given is None:
        return None
    year, slash, after = given.partition("/")
    is_year = len(year) == FIGURES_OF_A_YEAR and year.isdecimal()
    if not is_year or (slash and after != f"{(int(year) + 1) % 100:02d}"):
        raise click.BadParameter("write it as 2024 or 2024/25", param=option)
    return int(year)


@click.command("return")
@click.argument("name", type=click.Choice(NAMES))
@click.option("--quarter", help="Such as 2024Q1 (April to June 2024).")
@click.option(
    "--year",
    callback=_starting_year,
    help="Such as 2024 or 2024/25, for the Youth Justice Plan.",
)
@click.option("--rules", help="A rule version [default: the one of the quarter].")
@click.option(
    "--as-known-at", type=DAY, help="Reproduce the quarter as it was known on that day."
)
@click.option("--service", help="Which service, where the release holds several.")
@click.option(
    "--explain-change",
    "explanations",
    multiple=True,
    callback=explanations_of,
    metavar='MEASURE="REASON"',
    help="Why a figure changed so much on the last period; kept with the return.",
)
@click.option(
    "--signed-off", type=DAY, help="Day of sign-off, to stand in the case-level return."
)
@click.option(
    "--documents",
    type=PATH,
    multiple=True,
    help="Write these case documents again, apart from every home; may be repeated.",
)
@click.option("--out", type=PATH, help="Where documents written again go.")
@click.pass_obj
def command(program: Program, name: str, **options: Any) -> None:
    """Write a return from the published release, or list why it cannot be sent.

    Example: yjdw return yjb_kpi --quarter 2024Q1 --rules KPI-v8-code
    """
    refuse_strange_options(name, options)
    if options["documents"] or options["out"]:
        _show_again(program, options)
    else:
        _show_written(program, name, options)


def refuse_strange_options(name: str, options: dict[str, Any]) -> None:
    """Refuse an option that the return does not know, or one that is missing.

    Raises:
        WrongUse: Says which option, and of which return it is.
    """
    for option, owners in OWN_OPTIONS.items():
        if options[option] and name not in owners:
            given = {"explanations": "explain-change"}.get(option, option)
            known = " and ".join(owners)
            raise WrongUse(f"--{given.replace('_', '-')} is for the return {known}")
    if name in OWN_OPTIONS["year"]:
        if not options["year"]:
            raise WrongUse("say which year with --year, such as 2024")
        return
    if bool(options["documents"]) != bool(options["out"]):
        raise WrongUse("--documents and --out go together")
    of_quarter = any(options[name] for name in ("service", "as_known_at", "signed_off"))
    if not options["quarter"] and (of_quarter or not options["documents"]):
        raise WrongUse("say which quarter with --quarter, such as 2024Q1")


def _show_written(program: Program, name: str, options: dict[str, Any]) -> None:
    from yjdw.output import steps
    from yjdw.returns import WRITERS, find_earlier

    with steps(program.console) as report:
        told, written = WRITERS[name](program, options, report)
    if written.warnings:
        codes = ", ".join(warning.partition(":")[0] for warning in written.warnings)
        told_of = f"does not hold it back, but should be looked at: {codes}"
        program.console.print(f"{told_of} (yjdw rules, yjdw issues list)", markup=False)
    earlier = find_earlier(program.layout, written)
    if program.json:
        answer = {"return": name, **told, **describe_written(written)}
        write_json({**answer, "earlier": earlier})
        return
    word = "written" if written.is_new else "already written, nothing has changed"
    what = f"{name} {options['quarter'] or told['year']} {written.version}"
    write_line(f"{what}: {word}: {written.folder}")
    if due := read_due(written.folder):
        write_line(f"due by {due}")
    if earlier:
        write_line(f"{earlier['submission']} is {earlier['state']}; what differs:")
        write_line(f"  {earlier['what_differs']}")


def _show_again(program: Program, options: dict[str, Any]) -> None:
    from yjdw.returns import write_again

    documents = write_again(options)
    for document in documents:
        for warning in document.warnings:
            program.console.print(f"warning: {warning}", markup=False)
    if program.json:
        told = [describe_document(document) for document in documents]
        write_json({"return": "case_level", "documents": told})
        return
    for document in documents:
        write_line(f"{document.children} children: {document.folder}")


def read_due(folder: Path) -> str | None:
    """Return the last day for the return, as its manifest has it."""
    from returns._shared import manifest

    due: str | None = manifest.read(folder).get("due")
    return due


def describe_written(written: "Written") -> dict[str, Any]:
    """Return a version that was written as plain values, ready for JSON."""
    return {
        "version": written.version,
        "folder": str(written.folder),
        "is_new": written.is_new,
        "due": read_due(written.folder),
        "files": sorted(path.name for path in written.folder.iterdir()),
        "warnings": list(written.warnings),
    }


def describe_document(written: "WrittenAgain") -> dict[str, Any]:
    """Return what was written again as plain values, ready for JSON."""
    return {
        "folder": str(written.folder),
        "children": written.children,
        "warnings": list(written.warnings),
    }
