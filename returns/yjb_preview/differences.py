"""The known differences between our figures and theirs, from the reference rows.

Reading the rows and turning them into calculations belong here. Why one unit differs
belongs to ``reasons``, what a key does to ``dbt_project/``.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from warehouse.control import Calculation
from warehouse.seeds import read_seed

OURS, CODE, TEMPLATE = "ours", "code", "template"
FORM_RULES = "KPI-v1-template"  # the version whose counts the summary form asks for


@dataclass(frozen=True)
class Difference:
    """One way in which their figure comes out otherwise, and what to do about it."""

    reading: str
    setting_key: str
    their_value: str
    kind: str
    name: str
    clause: str
    why: str
    what_to_mend: str
    who: str


def known_differences(reading: str) -> tuple[Difference, ...]:
    """Return the settings of one reading (code or template), in the seed's order."""
    return tuple(
        row
        for row in _all_differences()
        if row.reading == reading and row.setting_key.startswith("cfg.")
    )


def named_difference(name: str) -> Difference:
    """Return a difference that no setting makes, by its name: ``form.no_row``."""
    return next(row for row in _all_differences() if row.setting_key == name)


@cache
def _all_differences() -> tuple[Difference, ...]:
    rows = read_seed("rules/known_differences")
    return tuple(Difference(**row) for row in rows)


def first_calculations(rules: str, settings: dict[str, str]) -> list[Calculation]:
    """Return the three counts to compare: ours, their code's, the form's."""
    theirs = {row.setting_key: row.their_value for row in known_differences(CODE)}
    return [
        Calculation(OURS, rules, settings),
        Calculation(CODE, rules, settings | theirs),
        Calculation(TEMPLATE, FORM_RULES, settings),
    ]


def probing_calculations(rules: str, settings: dict[str, str]) -> list[Calculation]:
    """Return the counts that tell which difference makes a unit differ.

    Ours with one difference at a time (``with``), theirs without one at a time
    (``without``), and the way from ours to theirs, one more at each step (``step``).
    """
    rows = known_differences(CODE)
    every = {row.setting_key: row.their_value for row in rows}
    calculations = first_calculations(rules, settings)[:2]
    for row in rows:
        one = {row.setting_key: row.their_value}
        calculations.append(
            Calculation(f"with {row.setting_key}", rules, settings | one)
        )
    for place, row in enumerate(rows):
        rest = {key: value for key, value in every.items() if key != row.setting_key}
        calculations.append(
            Calculation(f"without {row.setting_key}", rules, settings | rest)
        )
        steps = _values(rows[: place + 1])
        calculations.append(
            Calculation(f"step {row.setting_key}", rules, settings | steps)
        )
    return calculations


def _values(rows: Sequence[Difference]) -> dict[str, str]:
    return {row.setting_key: row.their_value for row in rows}
