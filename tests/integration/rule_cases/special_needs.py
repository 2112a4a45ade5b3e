"""KPI 3: special educational needs, the plan for them, and ETE beside them.

Records of needs belong here. Suitability of ETE itself belongs to ``education``.
"""

from tests.integration.rule_cases.case import EVERY, case, every
from tests.integration.rule_cases.children import NEVER, child, learns, order
from tests.integration.rule_cases.lives import needs


def of_needs(name, clause, figures, *parts):
    """A case of one child with one order, needs and placements."""
    return case(name, clause, [child(order(), *parts)], {EVERY: figures})


PLANNED = {"kpi3": "1/1 =100.0", "kpi3a": "1/1"}
NO_NEED = {"kpi3": "0/0 =-", "kpi3a": "0/1 =0.0"}

CASES = [
    of_needs("A need with a formal plan counts", "KPI 3", PLANNED, needs()),
    of_needs(
        "A need without a plan is in the base alone",
        "KPI 3",
        {"kpi3": "0/1", "kpi3a": "1/1"},
        needs(plan="NO"),
    ),
    *(
        of_needs(
            f"A plan without a need is none: identified {answer!r}",
            "KPI 3",
            NO_NEED,
            needs(identified=answer),
        )
        for answer in ("NO", "UNKNOWN", None)
    ),
    of_needs("A child without a record has no special need", "2.11 3a", NO_NEED),
    of_needs(
        "Need and plan stand on one record",
        "KPI 3",
        {"kpi3": "0/1"},
        needs("YES", "NO"),
        needs("NO", "YES"),
    ),
    of_needs(
        "A need that ends on the last day is open",
        "KPI 3",
        PLANNED,
        needs(until="2024-05-31"),
    ),
    of_needs(
        "A need that ended the day before is none",
        "KPI 3",
        NO_NEED,
        needs(until="2024-05-30"),
    ),
    of_needs(
        "A need begun on the last day is open",
        "KPI 3",
        PLANNED,
        needs(since="2024-05-31"),
    ),
    of_needs(
        "A need begun after the last day is none",
        "KPI 3",
        NO_NEED,
        needs(since="2024-06-01"),
    ),
    of_needs(
        "A need of unknown start is from before the order",
        "12 unknown start",
        PLANNED,
        needs(since=NEVER),
    ),
    of_needs(
        "A child with a need is in suitable ETE at the end",
        "2.11 3b",
        {"kpi3b ete=suitable": "1/1", "kpi3b ete=unsuitable": "0/1"},
        needs(),
        learns(),
    ),
    of_needs(
        "One unsuitable placement makes the ETE of a need unsuitable",
        "KPI 3b",
        {"kpi3b ete=suitable": "0/1", "kpi3b ete=unsuitable": "1/1"},
        needs(plan="NO"),
        learns(),
        learns(suitability="UNSUITABLE"),
    ),
    of_needs(
        "A child with a need and no ETE at the end is in neither answer",
        "KPI 3b",
        {"kpi3b ete=suitable": "0/1", "kpi3b ete=unsuitable": "0/1"},
        needs(),
        learns(until="2024-03-01"),
    ),
    of_needs(
        "A child without a need is not asked for its ETE",
        "2.11 3b",
        {"kpi3b ete=suitable": "0/0 =-"},
        learns(),
    ),
    case(
        "The ETE of a need is that of the same order",
        "12 3b",
        [
            child(
                order(),
                order("YOUTH_REHABILITATION_ORDER", end="2024-08-31", number=2),
                needs(),
                learns(until="2024-06-10"),
                learns(suitability="UNSUITABLE", since="2024-06-11"),
            )
        ],
        {
            EVERY: {"kpi3b ete=suitable": "1/1", "kpi3b ete=unsuitable": "0/1"},
            every("2024Q2"): {
                "kpi3b ete=suitable": "0/1",
                "kpi3b ete=unsuitable": "1/1",
            },
        },
    ),
    case(
        "Special needs by order type are divided by the children of that type",
        "2.11 3d",
        [
            child(order(), needs(), ypid="c1"),
            child(order(), ypid="c2"),
            child(order("YOUTH_REHABILITATION_ORDER"), needs(plan="NO"), ypid="c3"),
        ],
        {
            EVERY: {
                "kpi3": "1/2",
                "kpi3 order_type=ro": "1/1",
                "kpi3 order_type=yro": "0/1",
                "kpi3d order_type=ro": "1/2 =50.0",
                "kpi3d order_type=yro": "1/1 =100.0",
                "kpi3a": "2/3 =66.7",
            }
        },
    ),
]
