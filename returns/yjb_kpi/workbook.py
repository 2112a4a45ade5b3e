"""Write the form as a workbook whose bytes follow from its cells alone.

Sheets, order and the safety of cells belong here; counting does not.
"""

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from returns.yjb_kpi.cells import NOT_COMPUTED, Cell
from returns.yjb_kpi.spec import Form, KpiForm

NOT_COMPUTED_SHEET = "Not computed by this version"
FIXED_DAY = datetime(2000, 1, 1)  # any fixed day: equal cells must give equal bytes
FRONT = "Return"


def write_workbook(
    path: Path,
    form: Form,
    cells: Sequence[Cell],
    front: Sequence[tuple[str, str | int | None]],
) -> None:
    """Write one sheet per KPI after a front sheet.

    Every text is written as text, so that none that begins with ``=``, ``+``, ``-``
    or ``@`` can become a formula; names and labels come from outside.

    Args:
        path: The file to write.
        form: Titles of the sheets.
        cells: Every cell, in the form's order.
        front: Lines of the front sheet: what it is, and its value.
    """
    import xlsxwriter

    safe = {"strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), safe) as book:
        book.set_properties({"title": form.form, "created": FIXED_DAY})
        styles = {
            "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
            "muted": book.add_format({"italic": True, "font_color": "#808080"}),
        }
        _write_front(book.add_worksheet(FRONT), front, styles)
        for kpi, sheet_cells in groupby(cells, key=lambda cell: cell.kpi):
            sheet = book.add_worksheet(kpi.upper().replace("KPI", "KPI "))
            _write_sheet(sheet, form.kpis[kpi], list(sheet_cells), styles)


def _write_front(
    sheet: Any,
    front: Sequence[tuple[str, str | int | None]],
    styles: dict[str, Any],
) -> None:
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 1, 40)
    for line, (what, value) in enumerate(front):
        sheet.write_string(line, 0, what, styles["head"])
        _write_value(sheet, line, 1, value, styles)


def _write_sheet(
    sheet: Any, form: KpiForm, cells: Sequence[Cell], styles: dict[str, Any]
) -> None:
    """Write a sheet: title, the form's columns, then one line per row of the form."""
    computed = any(cell.value is not None for cell in cells)
    sheet.write_string(0, 0, form.title, styles["head"])
    if not computed:
        sheet.write_string(0, 2, NOT_COMPUTED_SHEET, styles["muted"])
    elif form.note:
        sheet.write_string(0, 2, form.note, styles["muted"])
    columns = list(dict.fromkeys(cell.column for cell in cells))
    for place, name in enumerate(["Group", "Row", *columns]):
        sheet.write_string(1, place, name, styles["head"])
    rows = groupby(cells, key=lambda cell: cell.row_order)
    for line, (_, row) in enumerate(rows, start=2):
        for cell in row:
            sheet.write_string(line, 0, cell.row_group)
            sheet.write_string(line, 1, cell.row_label)
            place = 2 + columns.index(cell.column)
            _write_value(sheet, line, place, cell.value, styles)
    sheet.set_column(1, 1, 60)
    sheet.set_column(2, 1 + len(columns), 13)
    sheet.freeze_panes(2, 2)


def _write_value(
    sheet: Any, line: int, place: int, value: str | int | None, styles: dict[str, Any]
) -> None:
    if value is None:
        sheet.write_string(line, place, NOT_COMPUTED, styles["muted"])
    elif isinstance(value, int):
        sheet.write_number(line, place, value)
    else:
        sheet.write_string(line, place, value)
