"""Read the staff and the money of one year into the tables of the plan.

Which lines make which table, with which rows and columns, belongs here. What a table
is, and its totals, belong to ``tables``.
"""

from collections.abc import Mapping
from typing import Any

import duckdb

from returns.youth_justice_plan.tables import (
    IN_POST,
    TOTAL,
    PlanAsked,
    PlanTable,
    add_up,
)

VACANT = "vacant"
GROUPS = (
    *("White", "Mixed", "Asian or Asian British", "Black or Black British"),
    *("Other Ethnic Group", "Information not obtainable"),
)


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


def list_ethnicities(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the names of the ethnicities in use, group by group."""
    rows = connection.execute(
        "select ethnicity_name from dim_ethnicities where valid_to is null"
        " order by list_position($groups, ethnicity_group), ethnicity_code",
        {"groups": list(GROUPS)},
    ).fetchall()
    return [name for (name,) in rows]


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
    columns = [
        f"{role}, {sex.lower()}"
        for role in lists["role"].values()
        for sex in lists["sex"].values()
    ]
    rows = list_ethnicities(connection)
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
