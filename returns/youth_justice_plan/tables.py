"""The tables of one year, row by row, as the plan prints them.

Which rows and columns a table has, and its totals, belong here. Whether the year may be
written belongs to ``gate``, the look of a sheet to ``workbook``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import duckdb

TOTAL, IN_POST, VACANT = "Total", "Total in post", "vacant"
GROUPS = (
    *("White", "Mixed", "Asian or Asian British", "Black or Black British"),
    *("Other Ethnic Group", "Information not obtainable"),
)

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


def compose_tables(
    connection: duckdb.DuckDBPyConnection, asked: PlanAsked
) -> list[PlanTable]:
    """Return the tables of the year: staff by contract, staff by person, money."""
    lists = {name: list_terms(connection, name) for name in _LISTS}
    return [
        _compose_contracts(connection, asked, lists),
        _compose_people(connection, asked, lists),
        _compose_budget(connection, asked, lists),
    ]


_LISTS = ("role", "contract_type", "sex", "partner", "kind")


def list_terms(connection: duckdb.DuckDBPyConnection, name: str) -> dict[str, str]:
    """Return the words of one list with their names, in the plan's order."""
    rows = connection.execute(
        "select code, name from rules.plan_terms where list = ? order by position",
        [name],
    ).fetchall()
    return dict(rows)


def _read(
    connection: duckdb.DuckDBPyConnection, asked: PlanAsked, sql: str
) -> list[Any]:
    wanted = "where starting_year = ? and service = ?"
    return connection.execute(
        sql.format(wanted=wanted), [asked.year, asked.service]
    ).fetchall()


def _compose_contracts(
    connection: duckdb.DuckDBPyConnection,
    asked: PlanAsked,
    lists: Mapping[str, Mapping[str, str]],
) -> PlanTable:
    """Return full-time equivalents by contract type and role; vacant posts apart."""
    lines = _read(
        connection,
        asked,
        "select contract_type_name, role_name, sum(full_time_equivalent)"
        " from fct_staffing {wanted} and is_in_contract_table group by all",
    )
    types = dict(lists["contract_type"])
    vacant = types.pop(VACANT)
    in_post = [line for line in lines if line[0] != vacant]
    amounts = add_up(in_post, types.values(), lists["role"].values(), IN_POST)
    amounts |= add_up(
        [line for line in lines if line[0] == vacant],
        [vacant],
        lists["role"].values(),
        vacant,
    )
    return PlanTable(
        "staffing_by_contract",
        "Staff by contract type and role",
        "full-time equivalents",
        [*types.values(), IN_POST, vacant],
        [*lists["role"].values(), TOTAL],
        amounts,
    )


def _compose_people(
    connection: duckdb.DuckDBPyConnection,
    asked: PlanAsked,
    lists: Mapping[str, Mapping[str, str]],
) -> PlanTable:
    """Return people by ethnicity, and by role and sex."""
    lines = _read(
        connection,
        asked,
        "select ethnicity_name, role_name || ', ' || lower(sex_name), sum(headcount)"
        " from fct_staffing {wanted} and is_in_people_table group by all",
    )
    ethnicities = connection.execute(
        "select ethnicity_name from dim_ethnicities where valid_to is null"
        " order by list_position($groups, ethnicity_group), ethnicity_code",
        {"groups": list(GROUPS)},
    ).fetchall()
    columns = [
        f"{role}, {sex.lower()}"
        for role in lists["role"].values()
        for sex in lists["sex"].values()
    ]
    rows = [name for (name,) in ethnicities]
    amounts = add_up(lines, rows, columns, TOTAL)
    return PlanTable(
        "staffing_by_sex_and_ethnicity",
        "Staff by role, sex and ethnicity",
        "people",
        [*rows, TOTAL],
        [*columns, TOTAL],
        amounts,
    )


def _compose_budget(
    connection: duckdb.DuckDBPyConnection,
    asked: PlanAsked,
    lists: Mapping[str, Mapping[str, str]],
) -> PlanTable:
    """Return pounds by partner and kind of contribution."""
    lines = _read(
        connection,
        asked,
        "select partner_name, kind_name, sum(amount_gbp) from fct_budget {wanted}"
        " group by all",
    )
    rows, columns = list(lists["partner"].values()), list(lists["kind"].values())
    return PlanTable(
        "budget",
        "Budget by partner and kind of contribution",
        "pounds",
        [*rows, TOTAL],
        [*columns, TOTAL],
        add_up(lines, rows, columns, TOTAL),
    )


def add_up(
    lines: Sequence[Line], rows: Any, columns: Any, total_row: str
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
