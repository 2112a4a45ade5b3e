"""What the reference rows say of each measure, put together.

Joining the seeds into one definition a measure belongs here. Neither a rule nor a text
does: those are the rows themselves. How a definition looks belongs to ``pages``.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from warehouse.clauses import clauses_in
from warehouse.rule_versions import computed_versions
from warehouse.seeds import read_seed
from yjdw.definitions.forms import FormCell, form_cells

Row = dict[str, str]
BY_DEFAULT = "*"


@dataclass(frozen=True)
class Parameter:
    """One setting that steers a measure, with its value under each rule version."""

    key: str
    meaning: str
    clause: str
    values: Mapping[str, str]

    @property
    def differs(self) -> bool:
        """Return whether rule versions differ in it."""
        return len(set(self.values.values())) > 1


@dataclass(frozen=True)
class Definition:
    """All that is known of one measure: rows of the seeds, by the seeds' own names."""

    row: Row
    texts: Row
    clauses: Sequence[Row]
    parameters: Sequence[Parameter]
    breakdowns: Sequence[dict[str, Any]]
    topics: Sequence[Row]
    findings: Sequence[Row]
    form_cells: Sequence[FormCell]

    @property
    def measure(self) -> str:
        """Return the name of the measure."""
        return self.row["measure"]

    @property
    def family(self) -> str:
        """Return the headline it belongs to: ``kpi1`` for ``kpi1b``, else itself."""
        found = re.match(r"kpi\d+", self.measure)
        return found[0] if found else self.measure


def definitions() -> list[Definition]:
    """Return the definitions of all measures: KPI 1 to 10, then the national ones."""
    return sorted(
        (definition_of(row) for row in read_seed("rules/measures")), key=_place
    )


def _place(definition: Definition) -> tuple[bool, int, str]:
    number = re.search(r"\d+", definition.family)
    is_kpi = definition.measure.startswith("kpi")
    return not is_kpi, int(number[0]) if number else 0, definition.measure


def definition_of(row: Row) -> Definition:
    """Return the definition of one row of ``measures``.

    Raises:
        KeyError: The measure has no row in ``measure_texts``.
    """
    measure = row["measure"]
    asked = [item for item in read_seed("rules/measure_topics") if _is(item, measure)]
    topics = [{**_by("rules/record_topics", "topic")[t["topic"]], **t} for t in asked]
    named = clauses_in(row["clause"])
    for topic in topics:
        named += clauses_in(topic["clauses"])
    known = _by("rules/clauses", "clause")
    return Definition(
        row=row,
        texts=_by("rules/measure_texts", "measure")[measure],
        clauses=[known[clause] for clause in dict.fromkeys(named)],
        parameters=parameters_of(measure),
        breakdowns=[
            json.loads(item["breakdown"])
            for item in read_seed("rules/measure_breakdowns")
            if _is(item, measure)
        ],
        topics=topics,
        findings=[
            item
            for item in read_seed("rules/finding_codes")
            if set(clauses_in(item["clause"])) & set(named)
        ],
        form_cells=form_cells(measure),
    )


def _is(row: Row, measure: str) -> bool:
    return row["measure"] == measure


@cache
def _by(seed: str, column: str) -> dict[str, Row]:
    return {row[column]: row for row in read_seed(seed)}


def parameters_of(measure: str) -> list[Parameter]:
    """Return the settings that change what a measure counts, under each version."""
    return [
        Parameter(row["setting_key"], row["meaning"], row["clause"], values)
        for row in read_seed("rules/rule_settings")
        if any(steers(pattern, measure) for pattern in row["measures"].split())
        if (values := _values(row["setting_key"]))
    ]


def steers(pattern: str, measure: str) -> bool:
    """Return whether a pattern of ``rule_settings`` means a measure.

    A star stands for sub-measures too: ``kpi1*`` is kpi1 and kpi1b, never kpi10.
    """
    start, star, _ = pattern.partition("*")
    if not star:
        return pattern == measure
    rest = measure.removeprefix(start)
    sub_of_number = start[-1].isdigit() and rest[:1].isdigit()
    return measure.startswith(start) and not sub_of_number


def _values(key: str) -> dict[str, str]:
    """Return the value of a key under each computed version, its own or the default."""
    own = {
        row["rule_version"]: row["setting_value"]
        for row in read_seed("rules/rule_parameters")
        if row["setting_key"] == key
    }
    return {
        version: own[version] if version in own else own[BY_DEFAULT]
        for version in computed_versions()
        if version in own or BY_DEFAULT in own
    }
