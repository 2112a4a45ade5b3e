"""Write lists as a workbook: one sheet each, with a heading row and a filter.

The look and the safety of sheets belong here; which lists there are belongs to the
report.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

Cell = str | int | None
Sheet = tuple[str, Sequence[str], Iterable[Sequence[Cell]]]  # title, columns, rows
WIDTH = 22
SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}


def write_sheets(path: Path, sheets: Iterable[Sheet]) -> None:
    """Write one sheet per list, with filters; no text of a record becomes a formula."""
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), SAFE) as book:
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for title, columns, rows in sheets:
            sheet = book.add_worksheet(title)
            sheet.set_column(0, len(columns) - 1, WIDTH)
            sheet.freeze_panes(1, 0)
            last = _write_rows(sheet, columns, rows, head)
            sheet.autofilter(0, 0, last, len(columns) - 1)


def _write_rows(
    sheet: Any, columns: Sequence[str], rows: Iterable[Sequence[Cell]], head: Any
) -> int:
    """Write heading and rows; return the number of the last line."""
    for place, name in enumerate(columns):
        sheet.write_string(0, place, name, head)
    line = 0
    for line, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(line, place, value)
            elif value:
                sheet.write_string(line, place, value)
    return line
