"""``yjdw definitions``: what each measure means, as pages or in the terminal.

Reading the options and printing belong here; putting a definition together belongs to
``yjdw/definitions/``.
"""

from difflib import get_close_matches
from pathlib import Path

import click

from yjdw.output import WrongUse, write_json, write_line
from yjdw.program import Program


@click.command("definitions")
@click.option("--measure", help="One measure, printed here, such as kpi1.")
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="A folder for the pages of all measures and their index.",
)
@click.pass_obj
def command(program: Program, measure: str | None, out: Path | None) -> None:
    """Say what each measure means: rule, versions and a worked example.

    Without --measure, writes a page a measure and an index (default folder:
    docs/definitions in the home).

    Example: yjdw definitions --measure kpi1
    """
    if measure:
        show_one(program, measure)
    if out or not measure:
        write_all(program, out or program.layout.root / "docs" / "definitions")


def show_one(program: Program, measure: str) -> None:
    """Print one definition.

    Raises:
        WrongUse: No measure bears the name; the message says the nearest.
    """
    from yjdw.definitions.pages import pages, render

    try:
        (page,) = pages(measure)
    except KeyError as error:
        raise WrongUse(nearest(measure)) from error
    if program.json:
        write_json(page.as_json())
    else:
        write_line(render("measure.txt", page=page))


def nearest(measure: str) -> str:
    """Return what to say of a measure that there is not."""
    from warehouse.seeds import read_seed

    names = [row["measure"] for row in read_seed("rules/measures")]
    near = get_close_matches(measure, names, n=3, cutoff=0.5)
    meant = f"; did you mean {' or '.join(near)}?" if near else "."
    return f"no measure {measure}{meant} There are: {', '.join(names)}"


def write_all(program: Program, folder: Path) -> None:
    """Write all pages and say where they are."""
    from yjdw.definitions.pages import write_pages

    written = write_pages(folder)
    if program.json:
        write_json({"folder": str(folder), "pages": [path.name for path in written]})
    else:
        write_line(f"{len(written)} pages; open {written[0]}")
