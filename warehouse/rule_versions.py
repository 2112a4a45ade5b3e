"""The rule versions under which figures are computed, and which one a quarter has.

Versions are rows: of ``reference/rule_versions`` (which there are, from when) and of
``rules/rule_parameters`` (how they differ). No name of a version belongs here, nor
anywhere else in the program.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from warehouse.refusal import WrongUse
from warehouse.seeds import read_seed

QUARTER = re.compile(r"\d{4}Q[1-4]")
NUMBERED = re.compile(r"KPI-(v\d+)-.*")
OPEN = "open"


@dataclass(frozen=True)
class Term:
    """The days on which a version is that of a quarter: from included, to excluded.

    The first version there is also stands for the time before it; none means open.
    """

    rule_version: str
    valid_from: date | None
    valid_to: date | None


def computed_versions() -> list[str]:
    """Return the rule versions under which figures are computed, in the table's order."""
    return [row["rule_version"] for row in _rows()]


def require_version(name: str) -> None:
    """Refuse a rule version that is not computed.

    Raises:
        WrongUse: There is no such version; the message lists those there are.
    """
    if name not in computed_versions():
        raise WrongUse(f"no rule version {name}; there are {computed_versions()}")


def find_terms(settings: Mapping[str, str] | None = None) -> list[Term]:
    """Return the term of each version that is ever the default, oldest first.

    A version begins on its ``cfg.kpi.v<N>_from`` where there is such a key, else on
    its date in the reference; it ends when the next begins.

    Args:
        settings: Overrides of the keys, settled.
    """
    begun = sorted(_starts(settings or {}), key=lambda item: item[1])
    terms: list[Term] = []
    for place, (name, start) in enumerate(begun):
        end = begun[place + 1][1] if place + 1 < len(begun) else None
        if end != start:
            terms.append(Term(name, start if terms else None, end))
    return terms


def default_version(quarter: str, settings: Mapping[str, str] | None = None) -> str:
    """Return the rule version of a quarter when none is asked for.

    Raises:
        WrongUse: It is no quarter, or no version has a date.
    """
    day = first_day(quarter)
    for term in reversed(find_terms(settings)):
        if term.valid_from is None or term.valid_from <= day:
            return term.rule_version
    raise WrongUse("no rule version has a date from which it holds: name one")


def first_day(quarter: str) -> date:
    """Return the first day of a quarter: 2024Q4 starts in January 2025.

    Raises:
        WrongUse: The label is not of that form.
    """
    if not QUARTER.fullmatch(quarter):
        raise WrongUse(f"{quarter}: a quarter is written like 2024Q1 (April to June)")
    year, number = int(quarter[:4]), int(quarter[-1])
    return date(year + number // 4, (1 + 3 * number) % 12, 1)


def _rows() -> list[dict[str, str]]:
    rows = read_seed("reference/rule_versions")
    return [row for row in rows if row["computed"] == "YES"]


def _starts(settings: Mapping[str, str]) -> list[tuple[str, date]]:
    """Return each version that is ever the default with its first day."""
    given = {
        row["setting_key"]: row["setting_value"]
        for row in read_seed("rules/rule_parameters")
        if row["rule_version"] == "*"
    }
    starts = []
    for row in _rows():
        numbered = NUMBERED.fullmatch(row["rule_version"])
        key = f"cfg.kpi.{numbered[1]}_from" if numbered else ""
        day = settings.get(key, given.get(key, row["effective_from"])) or OPEN
        if day != OPEN:
            starts.append((row["rule_version"], date.fromisoformat(day)))
    return starts
