"""Hold the return of one quarter against its suite.

Gathering what the suite asks for belongs here: tables, ages of suppliers,
explanations. What is expected belongs to ``expectations/returns/yjb_kpi.py``.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import duckdb

from expectations import library
from expectations.returns.yjb_kpi import build_suite
from expectations.rules import CheckResult
from expectations.run import hold
from expectations.waivers import ReturnOf
from returns._shared.gate import settle
from returns.submissions.comparing import SENT, find_last
from returns.submissions.key import list_kept_keys
from warehouse.configuration import Configuration
from warehouse.figures import Asked
from warehouse.freshness import Freshness, read_freshness
from warehouse.layout import Layout
from warehouse.releases import Release
from warehouse.rule_versions import computed_versions
from warehouse.state import connect

NAME = "yjb_kpi"
CHANGE_POINTS = ("check.change_points", library.CHANGE_POINTS)
CHANGE_PERCENT = ("check.change_percent", library.CHANGE_PERCENT)


def check_return(
    connection: duckdb.DuckDBPyConnection,
    asked: Asked,
    configuration: Configuration,
    suppliers: Sequence[Freshness],
    explanations: Mapping[str, str],
    sent: Sequence[Mapping[str, Any]] = (),
) -> list[CheckResult]:
    """Return what the return's suite finds in one quarter.

    Args:
        connection: The identified zone, so that findings name the records to mend.
        asked: Quarter, rule version and service.
        configuration: May widen the bounds of a change on the last quarter, by the
            settings ``check.change_points`` and ``check.change_percent``.
        suppliers: How old each supplier's usable data is.
        explanations: Measures whose change a person has explained.
        sent: Headlines of the quarter before as they were sent.
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
        "sent": json.dumps(sent),
        "newest_rules": computed_versions()[-1],
    }
    return hold(connection, build_suite(points, percent), values)


def hold_return(
    layout: Layout,
    configuration: Configuration,
    connection: duckdb.DuckDBPyConnection,
    release: Release,
    asked: Asked,
) -> list[CheckResult]:
    """Return what stands against one quarter's return, waivers applied."""
    known_at = date.fromisoformat(release.as_known_at) if release.as_known_at else None
    suppliers = read_freshness(layout, configuration, known_at)
    sent = read_sent(layout, quarter_before(asked.quarter), asked.service)
    explained = explain(layout, asked)
    results = check_return(connection, asked, configuration, suppliers, explained, sent)
    return settle(layout, configuration, release, return_of(asked), results)


def return_of(asked: Asked) -> ReturnOf:
    """Return the return that is asked for, as waivers and issues name it."""
    return ReturnOf(NAME, asked.quarter, asked.service, asked.rules)


def read_sent(layout: Layout, quarter: str, service: str) -> list[dict[str, Any]]:
    """Return the headlines of a quarter as they were last sent; none if never."""
    keys = [
        key
        for key in list_kept_keys(layout)
        if (key.period, key.name) == (quarter, NAME)
    ]
    key = find_last(layout, SENT, keys, {"service": service})
    if key is None:
        return []
    told = json.loads((key.kept(layout) / "measures.json").read_text(encoding="utf-8"))
    parts = ("measure", "numerator", "denominator")
    return [
        {"quarter": quarter, "rules": told["rules"]}
        | {part: figure[part] for part in parts}
        for figure in told["measures"]
        if not figure["breakdown"]
    ]


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
