"""``yjdw depends``: what falls when a column of a case system's extract is missing.

Reading the options and printing belong here; finding what hangs on a column belongs to
``warehouse/dependents``.
"""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from yjdw.output import write_json, write_line, write_table
from yjdw.program import Program

if TYPE_CHECKING:
    from warehouse.dependents import Dependents

PREVIEW, FORM = "preview of what the YJB will see", "yjb_kpi"

MOST_NAMES = 12  # a line or two on a screen


@click.command("depends")
@click.option("--supplier", required=True, help="A case system, such as core_plus.")
@click.option("--entity", help="One of its entities, such as offences.")
@click.option("--column", help="One of its columns, by the name the system gives it.")
@click.pass_obj
def command(
    program: Program, supplier: str, entity: str | None, column: str | None
) -> None:
    """Say what falls when a column of a case system's extract is missing.

    Example: yjdw depends --supplier core_plus --entity offences --column CJS_CODE
    """
    from warehouse.dependents import find_dependents
    from warehouse.lineage.uses import is_known

    if not is_known():
        program.console.print("reading the models once, some twenty seconds")
    found = find_dependents(supplier, entity, column)
    answers = [describe(item) for item in found]
    if program.json:
        write_json({"supplier": supplier, "columns": answers})
    elif column is None:
        show_counts(answers)
    else:
        for answer in answers:
            show(answer)


def describe(found: "Dependents") -> dict[str, Any]:
    """Return an answer with the cells of the form and the pages that fall too."""
    cells = list_cells(found.measures)
    pages = [f"definitions/{name}.html" for name in found.measures]
    returns = [FORM] if cells else []
    returns += ["case_level"] if found.document_fields else []
    return {
        **asdict(found),
        "return_cells": cells,
        "returns": returns,
        "pages": [*pages, *([PREVIEW] if found.measures else [])],
    }


def list_cells(measures: Sequence[str]) -> list[dict[str, str]]:
    """Return the cells of the YJB's form that the measures help fill, each once."""
    from yjdw.definitions.forms import form_cells

    cells = dict.fromkeys(cell for name in measures for cell in form_cells(name))
    return [asdict(cell) for cell in cells]


def show_counts(answers: Sequence[dict[str, Any]]) -> None:
    """Print how much hangs on each column."""
    columns = ["entity", "column", "fills", "measures", "return cells", "case document"]
    rows = [
        [
            *(item["entity"], item["column"], ", ".join(item["case_columns"])),
            *(len(item["measures"]), len(item["return_cells"])),
            len(item["document_fields"]),
        ]
        for item in answers
    ]
    write_table("What hangs on each column", [*columns, "marts"], [
        [*row, len(item["marts"])] for row, item in zip(rows, answers, strict=True)
    ])  # fmt: skip


def show(answer: dict[str, Any]) -> None:
    """Print all that falls with one column."""
    write_line(f"{answer['entity']}.{answer['column']}")
    if answer["is_refused_without"]:
        write_line(
            "  an extract without it is refused: the contract promises it. With"
            " `optional: true` there, or the column empty, this falls:"
        )
    cells = [" ".join(cell.values()) for cell in answer["return_cells"]]
    for title, names in (
        ("case record", answer["case_columns"]),
        ("measures", answer["measures"]),
        ("returns", answer["returns"]),
        ("cells of the form", cells),
        ("case document", answer["document_fields"]),
        ("marts", answer["marts"]),
        ("models", answer["models"]),
        ("pages", answer["pages"]),
    ):
        write_line(f"  {title} ({len(names)}): {name_some(names)}")


def name_some(names: Sequence[str]) -> str:
    """Return names as a list that a person still reads; ``--json`` has them all."""
    more = len(names) - MOST_NAMES
    rest = [f"and {more} more (--json lists all)"] if more > 0 else []
    return ", ".join([*names[:MOST_NAMES], *rest]) or "none"
