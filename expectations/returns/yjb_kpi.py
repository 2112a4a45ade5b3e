"""What the Youth Justice Board and we expect of the KPI return of one quarter.

Plausibility, completeness and the return's own validation belong here. The shape
of a form's cells belongs to ``returns/yjb_kpi``.
"""

from expectations.frames import frame
from expectations.marts.measures import structural_rules
from expectations.rules import Rule, Severity, Suite

COMPUTED = tuple(f"kpi{number}" for number in range(1, 11))

return_rules = [
    Rule(
        code="R-MEASURES",
        clause="every KPI that this version computes is in its return",
        message="a KPI has no figure in this quarter",
        frame="figures",
        expectation="ExpectColumnDistinctValuesToContainSet",
        arguments={"column": "measure", "value_set": list(COMPUTED)},
        failing="false",
    ),
    Rule(
        code="R-CHILDREN",
        clause="counting rules 1: KPI 1 to 7 count children whose order ended",
        message="no child has an order ending in this quarter",
        frame="children",
        expectation="ExpectTableRowCountToBeBetween",
        arguments={"min_value": 1},
        failing="false",
    ),
    Rule(
        code="R-ACCOUNTED",
        clause="counting rules 1: one group of children behind KPI 1, 2, 3 and 7",
        message="a child with an order ending is missing from a KPI or a column",
        frame="children",
        expectation="ExpectColumnValuesToBeNull",
        arguments={"column": "missing_from"},
        failing="missing_from is not null",
    ),
    Rule(
        code="R-PARTS-NUMERATOR",
        clause="measures: order types split the headline and add up to it",
        message="the numerators by order type do not add up to the headline",
        frame="wholes",
        expectation="ExpectColumnPairValuesToBeEqual",
        arguments={"column_A": "numerator", "column_B": "parts_numerator"},
        failing="numerator is distinct from parts_numerator",
    ),
    Rule(
        code="R-PARTS-DENOMINATOR",
        clause="measures: order types split the headline and add up to it",
        message="the denominators by order type do not add up to the headline",
        frame="wholes",
        expectation="ExpectColumnPairValuesToBeEqual",
        arguments={"column_A": "denominator", "column_B": "parts_denominator"},
        failing="denominator is distinct from parts_denominator",
    ),
    Rule(
        code="R-CODES",
        clause="reference tables: a code that is absent or not valid never counts",
        message="a code is not in the reference tables, so a row of the form lacks it",
        frame="findings",
        expectation="ExpectColumnValuesToNotMatchRegex",
        arguments={"column": "finding_code", "regex": "-CODE$"},
        failing="regexp_matches(finding_code, '-CODE$')",
    ),
    Rule(
        code="R-FINDINGS",
        clause="counting rules 12: a missing answer is counted, and blocks sign-off",
        message="a record lacks an answer without which nobody may sign",
        frame="findings",
        expectation="ExpectColumnValuesToNotBeInSet",
        arguments={"column": "severity", "value_set": ["blocks_sign_off"]},
        failing="severity = 'blocks_sign_off'",
    ),
    Rule(
        code="W-FINDINGS",
        clause="counting rules 12: what was met while counting",
        message="a record should be mended, but the figures stand without it",
        frame="findings",
        expectation="ExpectColumnValuesToNotBeInSet",
        arguments={"column": "severity", "value_set": ["warning"]},
        failing="severity = 'warning'",
        severity=Severity.WARNING,
    ),
    Rule(
        code="R-FRESH",
        clause="a required supplier older than its limit blocks the return",
        message=(
            "the newest usable extract of a required supplier is too old: land a newer"
            " one (yjdw status tells each age), or write the return as it was known"
            " with --as-known-at"
        ),
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
    names = ("figures", "orphans", "children", "wholes", "findings", "suppliers")
    return Suite(
        name="returns.yjb_kpi",
        frames={name: frame(name) for name in (*names, "changes")},
        rules=[
            *structural_rules,
            *return_rules,
            *_changes(change_points, change_percent),
        ],
        may_be_empty=frozenset({"orphans", "findings"}),
    )


def _changes(points: float, percent: float) -> list[Rule]:
    return [
        Rule(
            code=code,
            clause="ours: change on the last quarter within bounds or explained",
            message=f"{what} changed by more than {bound:g} {unit} on the last quarter"
            " and more than chance would; mend it or explain it with --explain-change",
            frame="changes",
            expectation="ExpectColumnValuesToBeBetween",
            arguments={"column": column, "max_value": bound},
            failing=f"{column} > {bound:f}",
        )
        for code, what, bound, unit, column in (
            ("R-CHANGE", "a headline", points, "points", "unexplained_points"),
            ("R-VOLUME", "the base of a KPI", percent, "%", "unexplained_percent"),
        )
    ]
