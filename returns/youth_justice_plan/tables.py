"""What a table of the plan is: rows, columns, amounts, and totals of both.

Adding up belongs here. Reading the lines belongs to ``composing``, whether the year may
be written to ``gate``, the look of a sheet to ``workbook``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

TOTAL, IN_POST = "Total", "Total in post"

Line = tuple[str, str, Decimal]  # row, column, amount


@dataclass(frozen=True)
class PlanAsked:
    """What is asked: the year in which the financial year starts, and whose."""

    year: int
    service: str

    @property
    def financial_year(self) -> str:
        """Return the year as people write it, such as 2024/25."""
        return f"{self.year}/{(self.year + 1) % 100:02d}"


@dataclass(frozen=True)
class PlanTable:
    """One table: names of rows and columns, totals last, and an amount for each cell."""

    name: str
    title: str
    unit: str
    rows: Sequence[str]
    columns: Sequence[str]
    amounts: Mapping[tuple[str, str], Decimal]

    def row(self, name: str) -> list[Decimal]:
        """Return the amounts of one row, in the order of the columns."""
        return [self.amounts[name, column] for column in self.columns]


def add_up(
    lines: Sequence[Line], rows: Iterable[str], columns: Iterable[str], total_row: str
) -> dict[tuple[str, str], Decimal]:
    """Return the amount of every cell, with a total for each row and column.

    A line whose row or column is not in the table is in no cell and no total: the check
    of sums finds it.
    """
    rows, columns = list(rows), list(columns)
    cells = {(row, column): Decimal(0) for row in rows for column in columns}
    for row, column, amount in lines:
        if (row, column) in cells:
            cells[row, column] += Decimal(amount or 0)
    totals = {
        (row, TOTAL): sum((cells[row, column] for column in columns), Decimal(0))
        for row in rows
    }
    sums = {
        (total_row, column): sum((cells[row, column] for row in rows), Decimal(0))
        for column in columns
    }
    whole = sum(cells.values(), Decimal(0))
    return {**cells, **totals, **sums, (total_row, TOTAL): whole}
