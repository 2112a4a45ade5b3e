"""Count the cells of the form from the members behind the figures.

From members to cells belongs here. Which members fill which cell belongs to the
specification; how a cell is written belongs to ``workbook`` and ``writer``.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from returns.yjb_kpi.spec import Form, MemberSet
from warehouse.figures import Asked, breakdown_text

NOT_COMPUTED = "not computed"

Figures = dict[tuple[str, str], dict[str, frozenset[str]]]


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
    figures = _read_members(connection, asked)
    return [
        Cell(
            kpi,
            order,
            group,
            label,
            column,
            _count(figures, form, kpi, order, label, column),
        )
        for kpi, order, group, label, columns in _read_rows(connection)
        for column in columns
    ]


def _read_rows(
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


def _read_members(connection: duckdb.DuckDBPyConnection, asked: Asked) -> Figures:
    """Return the units of every figure of the quarter, also of those that are empty."""
    rows = connection.execute(
        "select figure.measure, figure.breakdown,"
        " list(distinct unit_id) filter (where in_numerator),"
        " list(distinct unit_id) filter (where in_denominator)"
        " from fct_measures as figure left join fct_measure_members as member"
        " using (measure, rule_version, service, quarter, breakdown)"
        " where rule_version = ? and service = ? and quarter = ? group by all",
        asked.key,
    ).fetchall()
    return {
        (measure, breakdown): {
            "numerator": frozenset(numerator or ()),
            "denominator": frozenset(denominator or ()),
            "rest": frozenset(denominator or ()) - frozenset(numerator or ()),
        }
        for measure, breakdown, numerator, denominator in rows
    }


def _count(
    figures: Figures, form: Form, kpi: str, order: int, label: str, column: str
) -> int | None:
    """Return how many units a cell holds; none where a figure is not computed."""
    filling = form.filling(kpi, order, label, column)
    if filling is None:
        return None
    members, without = ([_units(figures, item) for item in sets] for sets in filling)
    known = [units for units in (*members, *without) if units is not None]
    if len(known) < len(members) + len(without):
        return None
    included = frozenset.intersection(*known[: len(members)])
    return len(included.difference(*known[len(members) :]))


def _units(figures: Figures, wanted: MemberSet) -> frozenset[str] | None:
    figure = figures.get((wanted.measure, breakdown_text(wanted.breakdown)))
    return None if figure is None else figure[wanted.counted]
