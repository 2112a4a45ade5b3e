"""What the KPI return must agree with, or be read with: other figures, other sources.

Rules that hold KPIs against each other, the quarter before, the case-level return,
publications and what was sent belong here, and the traps of section 8 of the counting
rules. Validation of the return by itself belongs to ``yjb_kpi``.
"""

from functools import partial

from expectations.marts.measures import OURS
from expectations.rules import Owner, Rule, Severity, exception_rule

_cross = partial(exception_rule, "cross_checks", "rule_code")
_trap = partial(
    exception_rule,
    "traps",
    "rule_code",
    owner=Owner.RETURNS_OFFICER,
    severity=Severity.INFORMATION,
)

cross_rules = [
    Rule(
        code="X-BASES",
        clause="counting rules 2.11: sub-measures share the groups of their headline",
        message="two KPIs count one group of children or victims differently",
        remedy=OURS,
        owner=Owner.DATA_ENGINEER,
        frame="bases",
        expectation="ExpectColumnPairValuesToBeEqual",
        arguments={"column_A": "left_count", "column_B": "right_count"},
        failing="left_count is distinct from right_count",
    ),
    _cross(
        "X-CASE-LEVEL",
        clause="counting rules 8 (1) and 0.4: the form and the case-level return agree",
        message="a child counted in the KPIs is not in the quarter's case-level return",
        remedy="ask yjdw explain for the child; the documents lack a record of it",
        owner=Owner.DATA_ENGINEER,
        severity=Severity.MAY_BE_WAIVED,
    ),
    _cross(
        "X-CODE",
        clause="counting rules 8 (1): the YJB prefers the form over the documents",
        message="the newest rules, by which the YJB counts documents, give another"
        " headline than the form",
        remedy="read yjdw preview: it names the children and the definition",
        owner=Owner.RETURNS_OFFICER,
        severity=Severity.INFORMATION,
    ),
    _cross(
        "X-PUBLISHED",
        clause="counting rules 3.1: published counts come from another source",
        message="our count is further from the published one than chance would have it",
        remedy="find out which offences or children one of the two lacks",
        owner=Owner.RETURNS_OFFICER,
        severity=Severity.INFORMATION,
    ),
    _cross(
        "X-SENT",
        clause="counting rules 0.4: a later submission replaces an earlier quarter",
        message="a figure of the quarter before is no longer the one that was sent",
        remedy="read yjdw submission restate of it, and send that quarter again",
        owner=Owner.RETURNS_OFFICER,
        severity=Severity.INFORMATION,
    ),
]

trap_rules = [
    _trap(
        "T-EXPERIMENTAL",
        clause="counting rules 8 (2): sufficient quality from 2025/26 on",
        message="KPIs of this quarter are experimental: not for decisions",
        remedy="say so wherever they are shown",
    ),
    _trap(
        "T-COVERAGE",
        clause="counting rules 8 (3): every text of a case system has a code",
        message="texts of a code list have no national code",
        remedy="add them to codes.csv of the case system; yjdw status names the lists",
        owner=Owner.DATA_ENGINEER,
    ),
    _trap(
        "T-LOW-BASE",
        clause="counting rules 8 (7): below 30 quote counts",
        message="the base of a headline is small: one child moves it by points",
        remedy="show counts beside the percentage",
    ),
    _trap(
        "T-BREAK",
        clause="counting rules 8 (10): a change of definition breaks the series",
        message="this quarter counts a headline otherwise than the one before",
        remedy="mark the break, or compute both quarters under one rule version",
    ),
]


def change_rules(points: float, percent: float) -> list[Rule]:
    """Return the rules on the change of headlines since the quarter before.

    Args:
        points: By how many percentage points a headline may change.
        percent: By how much, in per cent, the number of children may.
    """
    return [
        Rule(
            code=code,
            clause="ours: change on the last quarter within bounds or explained",
            message=f"{what} changed by more than {bound:g} {unit} on the last quarter"
            " and more than chance would",
            remedy="mend it or explain it with --explain-change",
            owner=Owner.RETURNS_OFFICER,
            frame="changes",
            expectation="ExpectColumnValuesToBeBetween",
            arguments={"column": column, "max_value": bound},
            failing=f"{column} > {bound:f}",
            severity=Severity.MAY_BE_WAIVED,
        )
        for code, what, bound, unit, column in (
            ("R-CHANGE", "a headline", points, "points", "unexplained_points"),
            ("R-VOLUME", "the base of a KPI", percent, "%", "unexplained_percent"),
        )
    ]
