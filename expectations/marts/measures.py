"""What the business expects of figures and their members, whatever the quarter.

Structure only: a broken rule here means that the warehouse is wrong, so nothing is
published. Whether the figures are plausible belongs to the suite of a return.
"""

from typing import Any

from expectations.frames import frame
from expectations.rules import Owner, Rule, Suite

OURS = "the warehouse is wrong, not the records: see docs/runbooks/a-failed-run.md"
COUNT = "ours: a figure is nothing but a count of its members"


def _structural(code: str, clause: str, message: str, **held: Any) -> Rule:
    """Return a rule on the warehouse itself, which its engineer has to mend."""
    told = {"frame": "figures", "remedy": OURS, "owner": Owner.DATA_ENGINEER, **held}
    return Rule(code=code, clause=clause, message=message, **told)


FIGURES_ARE_THERE = _structural(
    "M-FIGURES",
    "ours: a return without figures is no return",
    "there are no figures: no case system's extract has landed",
    remedy="put an extract of the case system into its drop folder",
    expectation="ExpectTableRowCountToBeBetween",
    arguments={"min_value": 1},
    failing="false",
)

structural_rules = [
    FIGURES_ARE_THERE,
    _structural(
        "M-DUPLICATE",
        "ours: one figure per measure, breakdown, quarter, rule version and service",
        "a figure is there more than once",
        expectation="ExpectColumnValuesToBeUnique",
        arguments={"column": "record_id"},
        failing="copies > 1",
    ),
    _structural(
        "M-MISSING",
        "counting rules 8 (8): a sum over nothing is 0 and not null",
        "a figure has no numerator",
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "is_numerator_missing", "value_set": [False]},
        failing="is_numerator_missing is distinct from false",
    ),
    _structural(
        "M-MEMBER-DUPLICATE",
        "ours: a child (or offence, programme, occasion) counts once in a figure",
        "a figure counts a member more than once",
        expectation="ExpectColumnValuesToBeBetween",
        arguments={"column": "repeated_members", "max_value": 0},
        failing="repeated_members > 0",
    ),
    _structural(
        "M-NUMERATOR",
        "ours: who is in the numerator is in the denominator",
        "a numerator exceeds its denominator",
        expectation="ExpectColumnPairValuesAToBeGreaterThanB",
        arguments={
            "column_A": "limit_of_numerator",
            "column_B": "numerator",
            "or_equal": True,
            "ignore_row_if": "either_value_is_missing",
        },
        failing="numerator > limit_of_numerator",
    ),
    _structural(
        "M-MEMBERS-NUMERATOR",
        COUNT,
        "a numerator is not the count of its members",
        expectation="ExpectColumnPairValuesToBeEqual",
        arguments={"column_A": "numerator", "column_B": "members_numerator"},
        failing="numerator is distinct from members_numerator",
    ),
    _structural(
        "M-MEMBERS-DENOMINATOR",
        COUNT,
        "a denominator is not the count of its members",
        expectation="ExpectColumnPairValuesToBeEqual",
        arguments={"column_A": "denominator", "column_B": "members_denominator"},
        failing="denominator is distinct from members_denominator",
    ),
    _structural(
        "M-ORPHAN",
        "ours: nobody is counted in a figure that is not written down",
        "members belong to a figure that is not there",
        frame="orphans",
        expectation="ExpectTableRowCountToEqual",
        arguments={"value": 0},
        failing="true",
    ),
]

open_dates = _structural(
    "M-OPEN-DATE",
    "counting rules 8 (5): 1900-01-01 stands for no date",
    "a date that only stands for none is taken for a day",
    frame="open_dates",
    expectation="ExpectTableRowCountToEqual",
    arguments={"value": 0},
    failing="true",
)

suite = Suite(
    name="marts.measures",
    frames={name: frame(name) for name in ("figures", "orphans", "open_dates")},
    rules=[*structural_rules, open_dates],
    may_be_empty=frozenset({"orphans", "open_dates"}),
)

EVERYTHING = {"quarter": None, "rules": None, "service": None}
