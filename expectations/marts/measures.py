"""What the business expects of figures and their members, whatever the quarter.

Structure only: a broken rule here means that the warehouse is wrong, so nothing is
published. Whether the figures are plausible belongs to the suite of a return.
"""

from expectations.frames import frame
from expectations.rules import Rule, Suite

FIGURES_ARE_THERE = Rule(
    code="M-FIGURES",
    clause="a return without figures is no return",
    message="there are no figures: no case system's extract has landed",
    frame="figures",
    expectation="ExpectTableRowCountToBeBetween",
    arguments={"min_value": 1},
    failing="false",
)

FIGURES_ARE_ONCE = Rule(
    code="M-DUPLICATE",
    clause="one figure per measure, breakdown, quarter, rule version and service",
    message="a figure is there more than once",
    frame="figures",
    expectation="ExpectColumnValuesToBeUnique",
    arguments={"column": "record_id"},
    failing="copies > 1",
)

MEMBERS_ARE_ONCE = Rule(
    code="M-MEMBER-DUPLICATE",
    clause="a child (or offence, programme, occasion) is counted once in a figure",
    message="a figure counts a member more than once",
    frame="figures",
    expectation="ExpectColumnValuesToBeBetween",
    arguments={"column": "repeated_members", "max_value": 0},
    failing="repeated_members > 0",
)

NUMERATORS_ARE_WITHIN = Rule(
    code="M-NUMERATOR",
    clause="who is in the numerator is in the denominator",
    message="a numerator exceeds its denominator",
    frame="figures",
    expectation="ExpectColumnPairValuesAToBeGreaterThanB",
    arguments={
        "column_A": "limit_of_numerator",
        "column_B": "numerator",
        "or_equal": True,
        "ignore_row_if": "either_value_is_missing",
    },
    failing="numerator > limit_of_numerator",
)

NUMERATORS_ARE_THEIR_MEMBERS = Rule(
    code="M-MEMBERS-NUMERATOR",
    clause="a figure is nothing but a count of its members",
    message="a numerator is not the count of its members",
    frame="figures",
    expectation="ExpectColumnPairValuesToBeEqual",
    arguments={"column_A": "numerator", "column_B": "members_numerator"},
    failing="numerator is distinct from members_numerator",
)

DENOMINATORS_ARE_THEIR_MEMBERS = Rule(
    code="M-MEMBERS-DENOMINATOR",
    clause="a figure is nothing but a count of its members",
    message="a denominator is not the count of its members",
    frame="figures",
    expectation="ExpectColumnPairValuesToBeEqual",
    arguments={"column_A": "denominator", "column_B": "members_denominator"},
    failing="denominator is distinct from members_denominator",
)

MEMBERS_HAVE_THEIR_FIGURE = Rule(
    code="M-ORPHAN",
    clause="nobody is counted in a figure that is not written down",
    message="members belong to a figure that is not there",
    frame="orphans",
    expectation="ExpectTableRowCountToEqual",
    arguments={"value": 0},
    failing="true",
)

structural_rules = [
    FIGURES_ARE_THERE,
    FIGURES_ARE_ONCE,
    MEMBERS_ARE_ONCE,
    NUMERATORS_ARE_WITHIN,
    NUMERATORS_ARE_THEIR_MEMBERS,
    DENOMINATORS_ARE_THEIR_MEMBERS,
    MEMBERS_HAVE_THEIR_FIGURE,
]

suite = Suite(
    name="marts.measures",
    frames={"figures": frame("figures"), "orphans": frame("orphans")},
    rules=structural_rules,
    may_be_empty=frozenset({"orphans"}),
)

EVERYTHING = {"quarter": None, "rules": None, "service": None}
