"""KPI 1: where a child lives at the start and at the end of its order.

Suitability of addresses belongs here, their days belong to ``address_dates``.
"""

from tests.integration.rule_cases.case import EVERY, V1, V2, V8, case
from tests.integration.rule_cases.children import child, lives, order


def at(point, suitable, unsuitable):
    """The figures of 1a at one point, of one child."""
    return {
        f"kpi1a point={point}, suitability=suitable": f"{suitable}/1",
        f"kpi1a point={point}, suitability=unsuitable": f"{unsuitable}/1",
    }


def grouped(group, start, end):
    """The figures of 1b of one group."""
    return {
        f"kpi1b accommodation_group={group}, point=start": start,
        f"kpi1b accommodation_group={group}, point=end": end,
    }


def of_addresses(name, figures, *addresses, clause="KPI 1"):
    """A case of one child with one order and addresses."""
    figures = figures if not isinstance(next(iter(figures)), str) else {EVERY: figures}
    return case(name, clause, [child(order(), *addresses)], figures)


BAD = lives("OTHER", "UNSUITABLE")

CASES = [
    of_addresses(
        "A suitable address open throughout is suitable at both points",
        {"kpi1": "1/1 =100.0 low", **at("start", 1, 0), **at("end", 1, 0)},
        lives(),
    ),
    of_addresses(
        "Of two addresses both must be suitable",
        {"kpi1": "0/1", **at("start", 0, 1), **at("end", 0, 1)},
        lives(),
        BAD,
    ),
    of_addresses(
        "Unknown suitability is unsuitable",
        {"kpi1": "0/1", **at("end", 0, 1)},
        lives(suitability="UNKNOWN"),
    ),
    of_addresses(
        "A child without an address is in the base and in neither answer",
        {"kpi1": "0/1 =0.0", **at("start", 0, 0), **at("end", 0, 0)},
    ),
    *(
        of_addresses(
            f"An address whose suitability is {blank!r} is as none",
            {"kpi1": "0/1", **at("end", 0, 0)},
            lives(suitability=blank),
            clause="12 bed and breakfast",
        )
        for blank in (None, "")
    ),
    of_addresses(
        "A blank suitability does not spoil another address",
        {"kpi1": "1/1"},
        lives(),
        lives("BED_AND_BREAKFAST", None),
        clause="12 bed and breakfast",
    ),
    *(
        of_addresses(
            f"{kind} is unsuitable whatever is recorded",
            {
                EVERY: {"kpi1": "0/1", **at("end", 0, 1)},
                V8.having("kpi1.always_unsuitable_enforced", "false"): {"kpi1": "1/1"},
            },
            lives(kind),
            clause="12 bed and breakfast",
        )
        for kind in ("BED_AND_BREAKFAST", "NO_FIXED_ABODE", "UNKNOWN")
    ),
    of_addresses(
        "Before v8 the primary address alone counts, since then all do",
        {
            (V1, V2): {"kpi1": "1/1"},
            V8: {"kpi1": "0/1"},
            V2.having("kpi1.primary_only", "false"): {"kpi1": "0/1"},
            V8.having("kpi1.primary_only", "true"): {"kpi1": "1/1"},
        },
        lives(),
        lives("OTHER", "UNSUITABLE", primary=False),
        clause="11 versions",
    ),
    of_addresses(
        "An address not said to be primary is not",
        {(V1, V2): {"kpi1": "0/1", **at("end", 0, 0)}, V8: {"kpi1": "1/1"}},
        lives(primary=None),
        clause="11 versions",
    ),
    case(
        "A suitable child is in its order type, and the order types add up",
        "KPI 1",
        [
            child(order(), lives(), ypid="c1"),
            child(order(), BAD, ypid="c2"),
            child(order("SECTION_250"), lives(), ypid="c3"),
        ],
        {
            EVERY: {
                "kpi1": "2/3 =66.7",
                "kpi1 order_type=ro": "1/2",
                "kpi1 order_type=cust": "1/1",
                "kpi1 order_type=ns": "0/0 =-",
            }
        },
    ),
]
