"""What the Youth Justice Board and we expect of the KPI return of one quarter.

Plausibility, completeness and the return's own validation belong here. What holds it
against other knowledge belongs to ``cross_checks``, the shape of a form's cells to
``returns/yjb_kpi``.
"""

from expectations.findings import rules_on_children
from expectations.frames import frame
from expectations.marts.measures import OURS, structural_rules
from expectations.returns.cross_checks import change_rules, cross_rules, trap_rules
from expectations.rules import Owner, Rule, Suite

COMPUTED = tuple(f"kpi{number}" for number in range(1, 11))
PARTS = "measures: order types split the headline and add up to it"
FRAMES = (
    *("figures", "orphans", "children", "wholes", "bases", "cross_checks", "traps"),
    *("changes", "findings", "suppliers"),
)

return_rules = [
    Rule(
        code="R-MEASURES",
        clause="counting rules 2: every KPI that a version computes is in its return",
        message="a KPI has no figure in this quarter",
        remedy=OURS,
        owner=Owner.DATA_ENGINEER,
        frame="figures",
        expectation="ExpectColumnDistinctValuesToContainSet",
        arguments={"column": "measure", "value_set": list(COMPUTED)},
        failing="false",
    ),
    Rule(
        code="R-CHILDREN",
        clause="counting rules 1: KPI 1 to 7 count children whose order ended",
        message="no child has an order ending in this quarter",
        remedy="see that the case system's newest extract covers the quarter",
        owner=Owner.DATA_ENGINEER,
        frame="children",
        expectation="ExpectTableRowCountToBeBetween",
        arguments={"min_value": 1},
        failing="false",
    ),
    Rule(
        code="R-ACCOUNTED",
        clause="counting rules 1: one group of children behind KPI 1, 2, 3 and 7",
        message="a child with an order ending is missing from a KPI or a column",
        remedy=OURS,
        owner=Owner.DATA_ENGINEER,
        frame="children",
        expectation="ExpectColumnValuesToBeNull",
        arguments={"column": "missing_from"},
        failing="missing_from is not null",
    ),
    Rule(
        code="R-PARTS-NUMERATOR",
        clause=PARTS,
        message="the numerators by order type do not add up to the headline",
        remedy=OURS,
        owner=Owner.DATA_ENGINEER,
        frame="wholes",
        expectation="ExpectColumnPairValuesToBeEqual",
        arguments={"column_A": "numerator", "column_B": "parts_numerator"},
        failing="numerator is distinct from parts_numerator",
    ),
    Rule(
        code="R-PARTS-DENOMINATOR",
        clause=PARTS,
        message="the denominators by order type do not add up to the headline",
        remedy=OURS,
        owner=Owner.DATA_ENGINEER,
        frame="wholes",
        expectation="ExpectColumnPairValuesToBeEqual",
        arguments={"column_A": "denominator", "column_B": "parts_denominator"},
        failing="denominator is distinct from parts_denominator",
    ),
    Rule(
        code="R-FRESH",
        clause="ours: a required supplier older than its limit blocks the return",
        message="the newest usable extract of a required supplier is too old",
        remedy="land a newer one (yjdw status tells each age), or write the return as"
        " it was known with --as-known-at",
        owner=Owner.DATA_ENGINEER,
        frame="suppliers",
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "is_stale", "value_set": [False]},
        failing="is_stale is distinct from false",
    ),
]


def build_suite(change_points: float, change_percent: float) -> Suite:
    """Return the suite of the return.

    Args:
        change_points: By how many percentage points a headline may change on the
            last quarter without an explanation.
        change_percent: By how much, in per cent, the number of children may.
    """
    return Suite(
        name="returns.yjb_kpi",
        frames={name: frame(name) for name in FRAMES},
        rules=[
            *structural_rules,
            *return_rules,
            *cross_rules,
            *change_rules(change_points, change_percent),
            *rules_on_children(),
            *trap_rules,
        ],
        may_be_empty=frozenset({"orphans", "findings", "cross_checks", "traps"}),
    )
