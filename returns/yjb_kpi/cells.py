"""Count the cells of the form from the units behind the figures.

From units to cells belongs here. Which units fill which cell belongs to the
specification; how a cell is written belongs to ``workbook`` and ``writer``.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from returns.yjb_kpi.spec import CellRule, Form, UnitSet
from returns.yjb_kpi.units import QuarterUnits, Units, read_units
from warehouse.figures import Asked

NOT_COMPUTED = "not computed"


@dataclass(frozen=True)
class Cell:
    """One cell of the form; a value of none is one we cannot fill."""

    kpi: str
    row_order: int
    row_group: str
    row_label: str
    column: str
    value: int | None

    @property
    def text(self) -> str:
        """Return the value as the return shows it."""
        return NOT_COMPUTED if self.value is None else str(self.value)


def count_cells(
    connection: duckdb.DuckDBPyConnection, asked: Asked, form: Form
) -> list[Cell]:
    """Return every cell of the form, in the form's order of rows and columns.

    Args:
        connection: The published identified zone: members by the rules' own ids.
        asked: Quarter, rule version and service.
        form: The specification.
    """
    units = read_units(connection, asked)
    cells = []
    for kpi, order, group, label, columns in read_rows(connection):
        for column in columns:
            rule = form.filling(kpi, order, label, column)
            found = find_units(units, rule) if rule else None
            value = None if found is None else len(found)
            cells.append(Cell(kpi, order, group, label, column, value))
    return cells


def read_rows(
    connection: duckdb.DuckDBPyConnection,
) -> Iterator[tuple[str, int, str, str, list[str]]]:
    """Yield KPI, order, group, verbatim label and columns of each row of the form."""
    rows = connection.execute(
        "select kpi, row_order, coalesce(row_group, ''), row_label, columns"
        " from reference.kpi_return_rows"
        " order by cast(substr(kpi, 4) as integer), row_order"
    ).fetchall()
    for kpi, order, group, label, columns in rows:
        yield kpi, int(order), group, label, columns.split(";")


def find_units(units: QuarterUnits, rule: CellRule) -> Units | None:
    """Return the units that a cell counts; none where something is not computed."""
    members, without, needs, unless = (
        _find_all(units, sets)
        for sets in (rule.members, rule.without, rule.needs, rule.unless)
    )
    if members is None or without is None or needs is None or unless is None:
        return None
    if not all(needs) or (unless and frozenset.intersection(*unless)):
        return None
    return frozenset.intersection(*members).difference(*without)


def _find_all(units: QuarterUnits, sets: list[UnitSet]) -> list[Units] | None:
    """Return the units of each set; none when one of them is not there."""
    found = [units.of(wanted) for wanted in sets]
    known = [some for some in found if some is not None]
    return known if len(known) == len(found) else None
