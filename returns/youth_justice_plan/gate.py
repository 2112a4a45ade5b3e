"""Hold the yearly tables of one year against their rules.

The order of the checks, explanations and what is kept of them belong here. What is
expected belongs to ``expectations/returns/youth_justice_plan.py``.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import duckdb

from expectations import library
from expectations.returns.youth_justice_plan import (
    BREACHES,
    FINDINGS,
    TABLES,
    build_suite,
)
from expectations.rows import Rows, hold_rows
from expectations.rules import CheckResult
from expectations.waivers import ReturnOf
from returns._shared.gate import settle
from returns.youth_justice_plan import evidence
from returns.youth_justice_plan.tables import IN_POST, TOTAL, PlanAsked, PlanTable
from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.refusal import WrongUse
from warehouse.releases import Release
from warehouse.state import connect

NAME = "youth_justice_plan"
CHANGE_PERCENT = ("check.change_percent", library.CHANGE_PERCENT)


def check_return(
    layout: Layout,
    configuration: Configuration,
    connection: duckdb.DuckDBPyConnection,
    asked: PlanAsked,
    tables: Sequence[PlanTable],
) -> list[CheckResult]:
    """Return what the rules find in one year.

    Args:
        layout: The home: names of files, rows in quarantine, explanations.
        configuration: May widen the bound of a change, ``check.change_percent``.
        connection: The identified zone.
        asked: Year and service.
        tables: The tables that are to be written.
    """
    limit = float(str(configuration.settings.get(*CHANGE_PERCENT)))
    years = evidence.compare_years(connection, asked)
    breaches = {
        "P-QUARANTINE": evidence.list_quarantined(layout, connection, asked),
        "P-SUMS": evidence.word_sums(add_up(connection, asked, tables)),
        "P-CHANGE": evidence.word_jumps(years, limit, explain(layout, asked, {})),
    }
    rows: dict[str, Rows] = {
        TABLES: evidence.count_lines(connection, asked),
        BREACHES: [
            {"record_id": unit, "rule_code": code}
            for code, units in breaches.items()
            for unit in units
        ],
        FINDINGS: evidence.list_findings(layout, connection, asked),
    }
    return hold_rows(build_suite(limit), rows)


def add_up(
    connection: duckdb.DuckDBPyConnection,
    asked: PlanAsked,
    tables: Sequence[PlanTable],
) -> dict[str, tuple[Decimal, Decimal]]:
    """Return by table its total, and what the lines behind it add up to."""
    return {
        table.name: (
            find_total(table),
            evidence.add_lines(connection, asked, table.name) or Decimal(0),
        )
        for table in tables
    }


def hold_return(
    layout: Layout,
    configuration: Configuration,
    connection: duckdb.DuckDBPyConnection,
    release: Release,
    asked: PlanAsked,
    tables: Sequence[PlanTable],
) -> list[CheckResult]:
    """Return what stands against one year's tables, waivers applied."""
    results = check_return(layout, configuration, connection, asked, tables)
    return settle(layout, configuration, release, return_of(asked), results)


def return_of(asked: PlanAsked) -> ReturnOf:
    """Return the return that is asked for, as waivers and issues name it."""
    return ReturnOf(NAME, str(asked.year), asked.service)


def find_total(table: PlanTable) -> Decimal:
    """Return the total of a table, of staff that of the posts that are filled."""
    row = IN_POST if IN_POST in table.rows else TOTAL
    return table.amounts[row, TOTAL]


def explain(
    layout: Layout, asked: PlanAsked, given: Mapping[str, str]
) -> dict[str, str]:
    """Keep new explanations of changes and return all there are for the year.

    Raises:
        WrongUse: An explanation is of a total that nobody watches.
    """
    strange = set(given) - set(evidence.WATCHED)
    if strange:
        known = " and ".join(evidence.WATCHED)
        raise WrongUse(f"--explain-change {min(strange)}: the plan watches {known}")
    prefix = f"explanation {NAME} {asked.service} {asked.year} "
    with connect(layout) as state:
        state.executemany(
            "insert or replace into facts (name, value) values (?, ?)",
            [(prefix + name, text) for name, text in given.items()],
        )
        rows = state.execute(
            "select name, value from facts where substr(name, 1, ?) = ?",
            [len(prefix), prefix],
        ).fetchall()
    return {row["name"].removeprefix(prefix): row["value"] for row in rows}
