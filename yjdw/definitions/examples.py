"""The worked example: an invented quarter, counted by the very models of a release.

Counting the cast of ``samples/`` and saying of each member why it counts belong here.
No figure is written down: when a rule changes, so do the examples.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from warehouse import models
from warehouse.control import Calculation, Scope
from warehouse.figures import Answer, Asked, breakdown_text, read_figures
from warehouse.rule_versions import computed_versions

SAMPLES = Path(__file__).with_name("samples")
DOCUMENT = SAMPLES / "quarter.json"
SERVICE = "Testshire"
QUARTER = "2024Q1"
COHORT_QUARTER = "2022Q1"  # old enough to be final when the cast's return is signed
TABLES = (
    "fct_measures",
    "fct_measure_members",
    "fct_measure_records",
    "fct_orders_not_counted",
)
KEPT_OUT = """
select unit_id, programme_unit_id, reason_name, reason_clause
from fct_orders_not_counted
where rule_version = ? and service = ? and quarter = ?
order by programme_unit_id
"""
REFERENCE = ("measures", "measure_texts", "measure_topics", "record_topics")

Example = dict[str, Any]


def examples() -> dict[str, list[Example]]:
    """Return for each measure its example under each rule version.

    Counted once, and kept until a model or the cast changes.
    """
    cast = hashlib.sha256(DOCUMENT.read_bytes()).hexdigest()[:16]
    kept = models.kept_file(
        f"examples-{cast}.json", lambda _folder: json.dumps(count_examples()).encode()
    )
    found: dict[str, list[Example]] = json.loads(kept.read_text(encoding="utf-8"))
    return found


def count_examples() -> dict[str, list[Example]]:
    """Count the cast in memory under every rule version."""
    from warehouse.calculating import calculate
    from warehouse.configuration import Configuration, Service
    from warehouse.handed_files import DOCUMENTS, land_documents
    from warehouse.layout import Layout

    versions = [Calculation(name, name, {}) for name in computed_versions()]
    scope = Scope(versions, quarters=[QUARTER, COHORT_QUARTER])
    configuration = Configuration(service=Service(case_system=DOCUMENTS))
    with TemporaryDirectory(prefix="yjdw-definitions-") as folder:
        layout = Layout(Path(folder))
        layout.prepare()
        land_documents(layout, [DOCUMENT])
        with calculate(layout, configuration, scope, _targets()) as connection:
            connection.execute(f"use {models.CATALOG}.marts")
            return _read(connection, computed_versions())


def _targets() -> tuple[str, ...]:
    marts = (f"model.youth_justice.{name}" for name in TABLES)
    return (*marts, *(f"seed.youth_justice.{name}" for name in REFERENCE))


def _read(
    connection: duckdb.DuckDBPyConnection, versions: Sequence[str]
) -> dict[str, list[Example]]:
    """Return the examples; the newest version says which part of a measure is shown."""
    shown = telling([figure for _, figure in _figures(connection, versions[-1])])
    found: dict[str, list[Example]] = {}
    for rules in versions:
        parts: dict[str, tuple[Asked, Answer]] = {}
        for asked, figure in _figures(connection, rules):
            measure = figure["measure"]
            if measure not in parts or figure["breakdown"] == shown.get(measure):
                parts[measure] = (asked, figure)
        for measure, (asked, figure) in parts.items():
            found.setdefault(measure, []).append(_example(connection, asked, figure))
    return found


def _figures(
    connection: duckdb.DuckDBPyConnection, rules: str
) -> Iterator[tuple[Asked, Answer]]:
    """Yield the figures of the quarter, and those of cohorts of the older quarter."""
    for quarter, of_cohorts in ((QUARTER, False), (COHORT_QUARTER, True)):
        asked = Asked(quarter, rules, SERVICE)
        for figure in read_figures(connection, asked):
            if ("state" in figure) == of_cohorts:
                yield asked, figure


def telling(figures: Sequence[Answer]) -> dict[str, dict[str, Any]]:
    """Return of each measure the part that shows most.

    The headline where somebody is in it; else the first part that some members are in
    and some are not, else the first that has any.
    """
    chosen: dict[str, Answer] = {}
    for figure in figures:
        best = chosen.setdefault(figure["measure"], figure)
        if _telling(figure) > _telling(best):
            chosen[figure["measure"]] = figure
    return {measure: figure["breakdown"] for measure, figure in chosen.items()}


def _telling(figure: Answer) -> tuple[bool, bool, bool]:
    counted, base = figure["numerator"], figure["denominator"] or 0
    headline = not figure["breakdown"]
    return headline and base + counted > 0, 0 < counted < base, base + counted > 0


def _example(
    connection: duckdb.DuckDBPyConnection, asked: Asked, figure: Answer
) -> Example:
    from warehouse.explaining import explain

    breakdown = {key: str(part) for key, part in figure["breakdown"].items()}
    explained = explain(connection, asked, figure["measure"], breakdown)
    words = explained.words
    told = {topic.topic for topic in explained.topics}
    return {
        "rules": asked.rules,
        "quarter": asked.quarter,
        "time": words.time(asked.quarter, breakdown),
        "breakdown": breakdown_text(figure["breakdown"]),
        "figure": figure,
        "value": words.value(figure),
        "members": [
            {
                "unit_id": member.unit_id,
                "in_numerator": member.in_numerator,
                "in_denominator": member.in_denominator,
                "why": explained.why(member),
            }
            for member in explained.members
        ],
        "kept_out": _kept_out(connection, asked) if "order" in told else [],
    }


def _kept_out(
    connection: duckdb.DuckDBPyConnection, asked: Asked
) -> list[dict[str, str]]:
    """Return the programmes that ended in the quarter and count in no order measure."""
    names = ("child", "unit_id", "reason", "clause")
    rows = connection.execute(
        KEPT_OUT, [asked.rules, asked.service, asked.quarter]
    ).fetchall()
    return [dict(zip(names, row, strict=True)) for row in rows]
