"""Hold the yearly tables of one year against their rules.

The order of the checks, explanations and what is kept of them belong here. What is
expected belongs to ``expectations/returns/youth_justice_plan.py``.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import duckdb

from expectations.results import record
from expectations.returns import youth_justice_plan as rules
from expectations.rules import CheckResult
from returns.youth_justice_plan import evidence
from returns.youth_justice_plan.tables import IN_POST, TOTAL, PlanAsked, PlanTable
from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.refusal import DataRefused, WrongUse
from warehouse.state import connect

NAME = "youth_justice_plan"
CHANGE_PERCENT = ("check.change_percent", 50.0)


def check_return(
    layout: Layout,
    configuration: Configuration,
    connection: duckdb.DuckDBPyConnection,
    asked: PlanAsked,
    tables: Sequence[PlanTable],
    explained: Mapping[str, str],
) -> list[CheckResult]:
    """Return what the rules find in one year.

    Args:
        layout: The home: names of files, rows in quarantine.
        configuration: May widen the bound of a change, ``check.change_percent``.
        connection: The identified zone.
        asked: Year and service.
        tables: The tables that are to be written.
        explained: Totals whose change a person has explained.
    """
    limit = float(str(configuration.settings.get(*CHANGE_PERCENT)))
    sums = {
        table.name: (
            find_total(table),
            evidence.add_lines(connection, asked, table.name) or Decimal(0),
        )
        for table in tables
    }
    return [
        rules.check_there(evidence.count_lines(connection, asked)),
        *rules.check_lines(evidence.list_findings(layout, connection, asked)),
        rules.check_whole(evidence.list_quarantined(layout, connection, asked)),
        rules.check_sums(sums),
        rules.check_change(evidence.compare_years(connection, asked), limit, explained),
    ]


def find_total(table: PlanTable) -> Decimal:
    """Return the total of a table, of staff that of the posts that are filled."""
    row = IN_POST if IN_POST in table.rows else TOTAL
    return table.amounts[row, TOTAL]


def keep_results(
    layout: Layout, run_id: str, asked: PlanAsked, results: Sequence[CheckResult]
) -> None:
    """Keep the results beside the run's own, one suite per year and service."""
    record(layout, run_id, f"returns.{NAME} {asked.year} {asked.service}", results)


def refuse_if_blocked(asked: PlanAsked, results: Sequence[CheckResult]) -> None:
    """Refuse with every reason there is.

    Raises:
        DataRefused: A check failed; units name files and rows.
    """
    blocking = [result.as_reason() for result in results if result.blocks]
    if blocking:
        told = f"the plan's tables of {asked.financial_year} were not written"
        raise DataRefused(blocking, told)


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
