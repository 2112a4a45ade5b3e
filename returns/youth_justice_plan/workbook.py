"""Write the tables as a workbook whose bytes follow from their amounts alone.

Sheets and the safety of cells belong here; adding up does not.
"""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from returns.youth_justice_plan.tables import PlanAsked, PlanTable

FIXED_DAY = datetime(2000, 1, 1)  # any fixed day: equal tables must give equal bytes
WHOLE = {"people"}  # units that are counted and not measured


def write_workbook(path: Path, asked: PlanAsked, tables: Sequence[PlanTable]) -> None:
    """Write one sheet per table; every name as text, so that none becomes a formula."""
    import xlsxwriter

    safe = {"strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), safe) as book:
        title = f"Youth Justice Plan {asked.financial_year}, {asked.service}"
        book.set_properties({"title": title, "created": FIXED_DAY})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for table in tables:
            sheet = book.add_worksheet(table.title[:31])
            places = "0" if table.unit in WHOLE else "#,##0.00"
            amount = book.add_format({"num_format": places})
            sheet.write_string(0, 0, f"{title}: {table.title}, {table.unit}", head)
            _write_table(sheet, table, head, amount)


def _write_table(sheet: Any, table: PlanTable, head: Any, amount: Any) -> None:
    for place, column in enumerate(table.columns, start=1):
        sheet.write_string(1, place, column, head)
    for line, row in enumerate(table.rows, start=2):
        sheet.write_string(line, 0, row, head)
        for place, value in enumerate(table.row(row), start=1):
            sheet.write_number(line, place, float(value), amount)
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, len(table.columns), 14)
    sheet.freeze_panes(2, 1)


def as_text(value: Decimal, unit: str) -> str:
    """Return an amount as the CSV file has it: whole people, else two places."""
    return f"{value:.0f}" if unit in WHOLE else f"{value:.2f}"
