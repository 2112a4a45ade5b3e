"""``yjdw land``: land what is in the drop folders, or the paths given.

Reading the options and printing belong here; landing belongs to
``warehouse/landing.py``.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from yjdw.output import steps, write_json, write_line, write_table
from yjdw.program import Program

if TYPE_CHECKING:
    from warehouse.outcomes import FileOutcome

DONE, DATA_REFUSED = 0, 1
UNUSABLE = ("refused", "failed")


@click.command("land")
@click.option(
    "--supplier", "suppliers", multiple=True, help="Only this supplier; repeatable."
)
@click.option(
    "--accept-shrink",
    is_flag=True,
    help="An extract that shrank, or holds no row, is right: land it.",
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.pass_obj
def command(
    program: Program,
    suppliers: tuple[str, ...],
    accept_shrink: bool,
    paths: tuple[Path, ...],
) -> int:
    """Land what is in the drop folders, or the paths given.

    Exit status 1 when a delivery could not be used; the others have landed.

    Example: yjdw land --supplier niche NICHE_CUSTODY_20260930.csv
    """
    from warehouse.landing import land
    from warehouse.locking import one_writer

    with one_writer(program.layout), steps(program.console) as report:
        outcomes = land(
            program.layout,
            suppliers=suppliers or None,
            paths=paths,
            accept_shrink=accept_shrink,
            configuration=program.configuration,
            report=report,
        )
    show_outcomes(program, outcomes)
    unusable = any(outcome.status in UNUSABLE for outcome in outcomes)
    return DATA_REFUSED if unusable else DONE


def show_outcomes(program: Program, outcomes: "list[FileOutcome]") -> None:
    """Print what became of each delivery; each problem in one line."""
    for outcome in outcomes:
        for line in outcome.lines:
            program.console.print(f"{outcome.status}: {line}", markup=False)
    if program.json:
        write_json({"deliveries": [as_document(outcome) for outcome in outcomes]})
    elif outcomes:
        write_table("Landed", COLUMNS, count_by_supplier(outcomes))
    else:
        write_line("nothing to land: the drop folders are empty")


COLUMNS = (
    "supplier",
    "deliveries",
    "landed",
    "repeated",
    "refused",
    "waiting",
    "rows in",
    "rows landed",
    "rows quarantined",
)


def count_by_supplier(outcomes: "list[FileOutcome]") -> list[list[object]]:
    """Return one row of counts per supplier, in the order they landed."""
    rows: list[list[object]] = []
    for supplier in dict.fromkeys(outcome.supplier for outcome in outcomes):
        theirs = [outcome for outcome in outcomes if outcome.supplier == supplier]
        receipts = [receipt for outcome in theirs for receipt in outcome.receipts]
        status = [outcome.status for outcome in theirs]
        rows.append(
            [
                supplier,
                len(theirs),
                status.count("landed"),
                status.count("repeated"),
                status.count("refused") + status.count("failed"),
                status.count("waiting"),
                sum(receipt.rows_in for receipt in receipts),
                sum(receipt.rows_landed for receipt in receipts),
                sum(receipt.rows_quarantined for receipt in receipts),
            ]
        )
    return rows


def as_document(outcome: "FileOutcome") -> dict[str, object]:
    """Return an outcome as plain values, ready for JSON."""
    return {
        "supplier": outcome.supplier,
        "file": outcome.file_name,
        "status": outcome.status,
        "file_sha256": outcome.file_sha256,
        "extract_date": outcome.extract_date,
        "entities": [
            {
                "entity": receipt.entity,
                "rows_in": receipt.rows_in,
                "rows_landed": receipt.rows_landed,
                "rows_quarantined": receipt.rows_quarantined,
                "cells_refused": receipt.cells_refused,
            }
            for receipt in outcome.receipts
        ],
        "problems": [
            {"code": item.code, "message": str(item)} for item in outcome.problems
        ],
        "notes": [{"code": item.code, "message": str(item)} for item in outcome.notes],
    }
