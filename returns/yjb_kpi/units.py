"""The units behind the cells: who is counted in a figure, or stands in a table.

Reading them once for a quarter and answering a set of the specification belong here.
Which sets make a cell belongs to the specification.
"""

from dataclasses import dataclass, field

import duckdb

from returns.yjb_kpi.spec import MemberSet, RowSet, UnitSet
from warehouse.figures import Asked, breakdown_text

# a unit and its part, empty but for a sector at one of several meetings
Units = frozenset[tuple[str, str]]
TABLES = ("fct_order_statuses", "fct_proven_offences")


@dataclass(frozen=True)
class QuarterUnits:
    """Everybody whom the return of one quarter may count.

    A figure or table that is not there is not computed; one that is there and empty
    counts nobody.
    """

    figures: dict[tuple[str, str], dict[str, Units]]
    records: dict[str, list[dict[str, str]]]
    known: dict[str, Units | None] = field(default_factory=dict)

    def of(self, wanted: UnitSet) -> Units | None:
        """Return the units of one set; none if it is not computed."""
        key = repr(wanted)
        if key not in self.known:
            self.known[key] = self._find(wanted)
        return self.known[key]

    def _find(self, wanted: UnitSet) -> Units | None:
        if isinstance(wanted, MemberSet):
            return self._find_members(wanted)
        rows = self.records.get(wanted.table)
        if rows is None:
            return None
        asked_for = (row for row in rows if _is_asked_for(row, wanted))
        return frozenset((row["unit_id"], "") for row in asked_for)

    def _find_members(self, wanted: MemberSet) -> Units | None:
        figure = self.figures.get((wanted.measure, breakdown_text(wanted.breakdown)))
        if figure is None:
            return None
        return figure[wanted.counted]


def _is_asked_for(row: dict[str, str], wanted: RowSet) -> bool:
    """Return whether a row holds the values asked for and none of those refused."""
    return all(
        row[column] in values.split("|") for column, values in wanted.where.items()
    ) and not any(
        row[column] in values.split("|") for column, values in wanted.where_not.items()
    )


def read_units(connection: duckdb.DuckDBPyConnection, asked: Asked) -> QuarterUnits:
    """Read the units of every figure of a quarter, also of figures that are empty."""
    rows = connection.execute(
        "select figure.measure, figure.breakdown,"
        " list(distinct (unit_id, unit_part)) filter (where in_numerator),"
        " list(distinct (unit_id, unit_part)) filter (where in_denominator),"
        " list(distinct (unit_id, unit_part)) filter (where unit_id is not null)"
        " from fct_measures as figure left join fct_measure_members as member"
        " using (measure, rule_version, service, quarter, breakdown)"
        " where rule_version = ? and service = ? and quarter = ? group by all",
        asked.key,
    ).fetchall()
    figures = {
        (measure, breakdown): {
            "numerator": frozenset(numerator or ()),
            "denominator": frozenset(denominator or ()),
            "rest": frozenset(denominator or ()) - frozenset(numerator or ()),
            "all": frozenset(everybody or ()),
        }
        for measure, breakdown, numerator, denominator, everybody in rows
    }
    records = _read_records(connection, asked)
    return QuarterUnits(figures, records)


def _read_records(
    connection: duckdb.DuckDBPyConnection, asked: Asked
) -> dict[str, list[dict[str, str]]]:
    """Return the quarter's rows of each table that is there, every value as text."""
    there = connection.execute(
        "select table_name from information_schema.tables where table_schema = 'main'"
    ).fetchall()
    records = {}
    for table in TABLES:
        if (table,) in there:
            cursor = connection.execute(
                f"select columns(*)::varchar from {table}"  # noqa: S608 - our names
                " where rule_version = ? and service = ? and quarter = ?",
                asked.key,
            )
            names = [column[0] for column in cursor.description or []]
            records[table] = [
                dict(zip(names, row, strict=True)) for row in cursor.fetchall()
            ]
    return records
