"""``yjdw preview``: what the Youth Justice Board will see, beside what we count.

Reading the options and printing belong here; counting both ways belongs to
``returns/yjb_preview``.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from yjdw.output import WrongUse, steps, write_json, write_line, write_table
from yjdw.program import Program

if TYPE_CHECKING:
    from returns.yjb_preview.report import Question
    from warehouse.configuration import Configuration
    from warehouse.layout import Layout

PATH = click.Path(path_type=Path)


@click.command("preview")
@click.option("--quarter", required=True, help="Such as 2024Q1 (April to June 2024).")
@click.option("--service", help="Which service, where there are several.")
@click.option("--rules", help="Our rule version [default: the one of the quarter].")
@click.option("--measure", help="Such as kpi1: only it and its parts.")
@click.option(
    "--as-known-at",
    type=click.DateTime(["%Y-%m-%d"]),
    help="What had arrived, or was signed off, by that day.",
)
@click.option(
    "--documents",
    type=PATH,
    multiple=True,
    help="Case documents to look at instead of the home; may be repeated.",
)
@click.option("--out", type=PATH, help="Where to write the page and the workbook.")
@click.pass_obj
def command(program: Program, **options: Any) -> None:
    """Count a quarter as we do and as the YJB does, and say who differs and why.

    Example: yjdw preview --quarter 2024Q1 --measure kpi1
    """
    from returns.yjb_preview.report import preview
    from returns.yjb_preview.words import only_measure

    with steps(program.console) as report, records(program, options) as place:
        layout, configuration = place
        question = question_of(options, configuration)
        found = preview(layout, configuration, question, report)
    answer = only_measure(found, options["measure"])
    if not answer["figures"]:
        raise WrongUse(f"no measure {options['measure']} that the YJB computes too")
    files = write(program, options, found, report)
    if program.json:
        write_json({**answer, "files": [str(path) for path in files]})
        return
    show(answer)
    for path in files:
        write_line(str(path))


@contextmanager
def records(
    program: Program, options: dict[str, Any]
) -> "Iterator[tuple[Layout, Configuration]]":
    """Yield the home, or a throw-away one that holds the documents given."""
    from tempfile import TemporaryDirectory

    from warehouse.configuration import Configuration, Service
    from warehouse.handed_files import DOCUMENTS, land_documents
    from warehouse.layout import Layout

    if not options["documents"]:
        yield program.layout, program.configuration
        return
    with TemporaryDirectory(prefix="yjdw-preview-") as folder:
        layout = Layout(Path(folder))
        layout.prepare()
        land_documents(layout, options["documents"])
        yield layout, Configuration(service=Service(case_system=DOCUMENTS))


def question_of(options: dict[str, Any], configuration: "Configuration") -> "Question":
    """Return what is asked; a quarter or rule version that is not known is refused."""
    from returns.yjb_preview.report import Question
    from warehouse.rule_settings import settle_counting
    from warehouse.rule_versions import default_version, first_day, require_version

    settings = settle_counting(configuration.settings)
    first_day(options["quarter"])
    rules = options["rules"] or default_version(options["quarter"], settings)
    require_version(rules)
    moment = options["as_known_at"]
    return Question(
        quarter=options["quarter"],
        rules=rules,
        settings=settings,
        service=options["service"] or configuration.service.name,
        as_known_at=moment.date() if moment else None,
    )


def write(
    program: Program,
    options: dict[str, Any],
    answer: dict[str, Any],
    report: Callable[[str], None],
) -> list[Path]:
    """Write the files: under the home, or where asked; of documents only if asked."""
    from returns.yjb_preview.files import write_files

    if options["out"] is None and options["documents"]:
        return []
    folder = options["out"] or program.layout.previewed(answer["quarter"])
    report(f"writing to {folder}")
    return write_files(folder, answer)


def show(answer: dict[str, Any]) -> None:
    """Print the figures, the reasons, the units and what to mend as tables."""
    from yjdw.preview_tables import tables_of

    for title, columns, rows in tables_of(answer):
        write_table(title, columns, rows)
