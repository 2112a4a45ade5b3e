"""KPI 6: out-of-court disposals that ended, completed or not.

Whom KPI 6 counts and under which type belongs here. The Outcome 22 rule belongs to
``columns``.
"""

from tests.integration.rule_cases.case import EVERY, V1, V2, V8, case
from tests.integration.rule_cases.children import (
    child,
    offence,
    order,
    outcome,
    programme,
)

CR = "COMMUNITY_RESOLUTION_WITH_YJS_INVOLVEMENT"
O22 = "NO_FURTHER_ACTION_OUTCOME_22_WITH_YJS_INVOLVEMENT"
YC, YCC = "YOUTH_CAUTION", "YOUTH_CONDITIONAL_CAUTION"
NOT_DONE = "kpi6 completion=not_completed"


def typed(kind, completed, not_completed):
    """The figures of 6b of one type."""
    return {
        f"kpi6b oocd_type={kind}, completion=completed": completed,
        f"kpi6b oocd_type={kind}, completion=not_completed": not_completed,
    }


def of_disposals(name, clause, figures, *orders):
    """A case of one child."""
    return case(name, clause, [child(*orders)], figures)


CASES = [
    of_disposals(
        "A completed disposal counts",
        "2.11 6a",
        {
            EVERY: {
                "kpi6": "1/1",
                NOT_DONE: "0/1",
                "kpi6a": "1/1",
                **typed(CR, "1/1", "0/1"),
            }
        },
        order(CR, completed=True),
    ),
    of_disposals(
        "One not completed is in the base and in the other answer",
        "KPI 6",
        {
            EVERY: {
                "kpi6": "0/1",
                NOT_DONE: "1/1",
                "kpi6a": "0/1",
                **typed(CR, "0/1", "1/1"),
            }
        },
        order(CR, completed=False),
    ),
    of_disposals(
        "One without an answer is in the base and in neither",
        "KPI 6",
        {
            EVERY: {
                "kpi6": "0/1",
                NOT_DONE: "0/1",
                "kpi6a": "0/1",
                **typed(CR, "0/1", "0/1"),
            }
        },
        order(CR),
    ),
    of_disposals(
        "Two disposals are one child, but one per column in the summary form",
        "12 KPI 6 v1",
        {
            (V2, V8): {"kpi6": "1/1", NOT_DONE: "1/1"},
            V1: {"kpi6": "1/2 =50.0", NOT_DONE: "1/2"},
            V8.having("kpi6.unit", "child_per_column"): {"kpi6": "1/2"},
            V1.having("kpi6.unit", "child"): {"kpi6": "1/1"},
            EVERY: {
                "kpi6a": "1/2",
                **typed(CR, "1/1", "0/1"),
                **typed(YC, "0/1", "1/1"),
            },
        },
        order(CR, completed=True),
        order(YC, completed=False, number=2),
    ),
    of_disposals(
        "Two disposals of one column are one child in it",
        "12 KPI 6 v1",
        {
            EVERY: {
                "kpi6": "1/1",
                NOT_DONE: "1/1",
                "kpi6a": "1/2",
                **typed(CR, "1/1", "1/1"),
            }
        },
        order(CR, completed=True),
        order(CR, completed=False, number=2),
    ),
    of_disposals(
        "A court order is no out-of-court disposal",
        "KPI 6",
        {EVERY: {"kpi6": "0/0", "kpi6a": "0/0"}},
        order(completed=True),
    ),
    of_disposals(
        "A caution on another programme is none",
        "KPI 6",
        {EVERY: {"kpi6": "0/0", "kpi1": "0/1"}},
        order(YC, disposal="REFERRAL_ORDER", completed=True),
    ),
    of_disposals(
        "A court outcome on a caution programme is none",
        "KPI 6",
        {EVERY: {"kpi6": "0/0", "kpi1": "0/1"}},
        order(disposal=YC, completed=True),
    ),
    of_disposals(
        "A child's more serious order elsewhere does not hide its disposal",
        "KPI 6 not rule 8",
        {
            EVERY: {
                "kpi6": "1/1",
                "kpi1 order_type=ro": "0/1",
                "kpi1 order_type=yjs": "0/0",
            }
        },
        order(),
        order(YC, completed=True, number=2),
    ),
    of_disposals(
        "A programme of two outcomes is of the more serious out-of-court one",
        "KPI 6",
        {
            EVERY: {
                "kpi6": "1/1",
                "kpi6a": "1/1",
                **typed(YCC, "1/1", "0/1"),
                **typed(YC, "0/0", "0/0"),
            }
        },
        offence(1, outcome(YC, "2024-01-12")),
        offence(2, outcome(YCC, "2024-01-10")),
        offence(3, outcome("REFERRAL_ORDER", "2024-01-10")),
        programme(1, YC, "2024-01-10", "2024-05-31", 1, 2, 3, completed=True),
    ),
    of_disposals(
        "The type is the outcome as resolved, not the programme",
        "KPI 6b",
        {EVERY: {"kpi6": "1/1", **typed(O22, "1/1", "0/1"), **typed(YC, "0/0", "0/0")}},
        order(YC, disposal=O22, text="Outcome 22", completed=True),
    ),
    of_disposals(
        "An outcome outside the six types is in none of them, and in no column",
        "KPI 6b",
        {
            (V2, V8): {"kpi6": "1/1", "kpi6a": "1/1", **typed(CR, "0/0", "0/0")},
            V1: {"kpi6": "0/0", "kpi6a": "1/1"},
        },
        order(
            "COMMUNITY_RESOLUTION_WITH_YOT_INTERVENTION", disposal=CR, completed=True
        ),
    ),
    of_disposals(
        "A disposal of a child of another area is none",
        "KPI 6",
        {EVERY: {"kpi6": "0/0"}},
        order(YC, residence="OTHER", completed=True),
    ),
    case(
        "Children of several types are each in their type",
        "2.11 6b",
        [
            child(order(CR, completed=True), ypid="c1"),
            child(order(CR, completed=False), ypid="c2"),
            child(order(YCC, completed=True), ypid="c3"),
        ],
        {
            EVERY: {
                "kpi6": "2/3 =66.7",
                NOT_DONE: "1/3 =33.3",
                "kpi6a": "2/3",
                **typed(CR, "1/2 =50.0", "1/2"),
                **typed(YCC, "1/1", "0/1"),
                **typed(O22, "0/0 =-", "0/0"),
            }
        },
    ),
]
