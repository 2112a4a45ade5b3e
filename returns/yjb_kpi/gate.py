"""Hold the return of one quarter against its suite.

Gathering what the suite asks for belongs here: tables, ages of suppliers,
explanations. What is expected belongs to ``expectations/returns/yjb_kpi.py``.
"""

import json
from collections.abc import Mapping, Sequence

import duckdb

from expectations.results import record
from expectations.returns.yjb_kpi import build_suite
from expectations.rules import CheckResult
from expectations.run import hold
from warehouse.configuration import Configuration
from warehouse.figures import Asked
from warehouse.freshness import Freshness
from warehouse.layout import Layout
from warehouse.state import connect

NAME = "yjb_kpi"
CHANGE_POINTS = ("check.change_points", 25.0)  # a child in four of the base
CHANGE_PERCENT = ("check.change_percent", 50.0)


def check_return(
    connection: duckdb.DuckDBPyConnection,
    asked: Asked,
    configuration: Configuration,
    suppliers: Sequence[Freshness],
    explanations: Mapping[str, str],
) -> list[CheckResult]:
    """Return what the return's suite finds in one quarter.

    Args:
        connection: The identified zone, so that findings name the records to mend.
        asked: Quarter, rule version and service.
        configuration: May widen the bounds of a change on the last quarter, by the
            settings ``check.change_points`` and ``check.change_percent``.
        suppliers: How old each supplier's usable data is.
        explanations: Measures whose change a person has explained.
    """
    points, percent = (
        float(str(configuration.settings.get(key, default)))
        for key, default in (CHANGE_POINTS, CHANGE_PERCENT)
    )
    required = [
        {"supplier": item.supplier, "is_stale": item.is_stale}
        for item in suppliers
        if item.is_required
    ]
    values = {
        "quarter": asked.quarter,
        "previous": quarter_before(asked.quarter),
        "rules": asked.rules,
        "service": asked.service,
        "explained": list(explanations),
        "suppliers": json.dumps(required),
    }
    return hold(connection, build_suite(points, percent), values)


def keep_results(
    layout: Layout, run_id: str, asked: Asked, results: Sequence[CheckResult]
) -> None:
    """Keep the results beside the run's own, one suite per quarter and rules."""
    suite = f"returns.{NAME} {asked.quarter} {asked.rules} {asked.service}"
    record(layout, run_id, suite, results)


def quarter_before(quarter: str) -> str:
    """Return the label of the quarter before (2024Q1 follows 2023Q4)."""
    year, place = int(quarter[:4]), int(quarter[-1])
    return f"{year - 1}Q4" if place == 1 else f"{year}Q{place - 1}"


def explain(
    layout: Layout, asked: Asked, given: Mapping[str, str] | None = None
) -> dict[str, str]:
    """Keep new explanations of changes and return all there are for the quarter."""
    prefix = f"explanation {NAME} {asked.service} {asked.rules} {asked.quarter} "
    with connect(layout) as state:
        state.executemany(
            "insert or replace into facts (name, value) values (?, ?)",
            [(prefix + measure, text) for measure, text in (given or {}).items()],
        )
        rows = state.execute(
            "select name, value from facts where substr(name, 1, ?) = ?",
            [len(prefix), prefix],
        ).fetchall()
    return {row["name"].removeprefix(prefix): row["value"] for row in rows}
