"""KPI 4c, and KPI 5 which mirrors KPI 4: offers by type, attendance, not attending.

Offers and attendance by type belong here. Need and headline belong to ``health``.
"""

from tests.integration.rule_cases.case import EVERY, V1, V2, V8, case
from tests.integration.rule_cases.children import child, order
from tests.integration.rule_cases.lives import feels, uses

SEEN, MET = "2024-02-01", "2024-03-01"
OFFERED = "kpi4c stage=offered, type="
ATTENDED = "kpi4c stage=attended, type="
MISSED = "kpi4c stage=did_not_attend"


def of_offers(name, figures, *records, clause="KPI 4c"):
    """A case of one child with one order and health records."""
    return case(name, clause, [child(order(), *records)], {EVERY: figures})


CASES = [
    *(
        of_offers(
            f"{kind} offered and attended counts in its type",
            {
                f"{OFFERED}{kind}": "1/1",
                f"{ATTENDED}{kind}": "1/1",
                MISSED: "0/1",
            },
            feels(kind, screened=SEEN, offered=SEEN, begun=MET),
            clause="2.11 4c",
        )
        for kind in (
            "GETTING_ADVICE",
            "GETTING_HELP",
            "GETTING_ADDITIONAL_HELP",
            "GETTING_RISK_SUPPORT",
        )
    ),
    of_offers(
        "Another type of need is in the base of every type",
        {f"{OFFERED}GETTING_ADVICE": "0/1", f"{ATTENDED}GETTING_ADVICE": "0/0 =-"},
        feels(screened=SEEN, offered=SEEN),
    ),
    of_offers(
        "An offer without a need is counted, and can exceed the base",
        {f"{OFFERED}GETTING_HELP": "1/0 =-", MISSED: "1/0 =-"},
        feels(offered=SEEN),
        clause="12 sub-measure ratios",
    ),
    of_offers(
        "Attendance without an offer is counted, and can exceed the base",
        {f"{OFFERED}GETTING_HELP": "0/1", f"{ATTENDED}GETTING_HELP": "1/0 =-"},
        feels(screened=SEEN, begun=MET),
        clause="12 sub-measure ratios",
    ),
    of_offers(
        "A child in treatment at the start is offered its type and attends it",
        {
            f"{OFFERED}GETTING_HELP": "1/1",
            f"{ATTENDED}GETTING_HELP": "1/1",
            MISSED: "0/1",
        },
        feels(begun="2023-12-01"),
    ),
    of_offers(
        "An offer never taken up did not attend",
        {f"{ATTENDED}GETTING_HELP": "0/1", MISSED: "1/1 =100.0"},
        feels(screened=SEEN, offered=SEEN),
    ),
    of_offers(
        "One offer not taken up is enough, though another was",
        {MISSED: "1/1"},
        feels(screened=SEEN, offered=SEEN, begun=MET),
        feels("GETTING_ADVICE", screened=SEEN, offered=MET),
    ),
    of_offers(
        "Attendance begun after the order is not attendance in it",
        {f"{ATTENDED}GETTING_HELP": "0/1", MISSED: "0/1"},
        feels(screened=SEEN, offered=SEEN, begun="2024-06-01"),
    ),
    of_offers(
        "No intervention is a need without an offer",
        {f"{OFFERED}NO_INTERVENTION": "1/1"},
        feels("NO_INTERVENTION", screened=SEEN),
    ),
    of_offers(
        "No intervention with an offer is not",
        {f"{OFFERED}NO_INTERVENTION": "0/1"},
        feels("NO_INTERVENTION", screened=SEEN, offered=SEEN),
    ),
    of_offers(
        "No intervention without a need is not counted",
        {f"{OFFERED}NO_INTERVENTION": "0/0 =-"},
        feels("NO_INTERVENTION"),
    ),
    of_offers(
        "No intervention against substance misuse needs a need as well",
        {"kpi5c stage=offered, type=NO_INTERVENTION": "0/0 =-", "kpi5a": "0/1"},
        uses("NO_INTERVENTION"),
        clause="12 KPI 5 no intervention",
    ),
    *(
        of_offers(
            f"{kind} counts in its type of substance misuse",
            {
                f"kpi5c stage=offered, type={kind}": "1/1",
                f"kpi5c stage=attended, type={kind}": "1/1",
                "kpi5c stage=did_not_attend": "0/1",
                "kpi4a": "0/1",
            },
            uses(kind, screened=SEEN, offered=SEEN, begun=MET),
            clause="KPI 5",
        )
        for kind in (
            "TARGETED_INTERVENTION",
            "SPECIALIST_SUBSTANCE_MISUSE_TREATMENT",
            "COMPLEX_CARE",
        )
    ),
    case(
        "KPI 5 is need over children before v8, offered over need since",
        "11 versions",
        [
            child(order(), uses(screened=SEEN, offered=SEEN), ypid="c1"),
            child(order(), uses(screened=SEEN), ypid="c2"),
            child(order(), uses(begun="2023-12-01"), ypid="c3"),
            child(order("SECTION_250"), ypid="c4"),
        ],
        {
            (V1, V2): {"kpi5": "3/4 =75.0", "kpi5 order_type=cust": "0/1"},
            V8: {"kpi5": "2/3 =66.7", "kpi5 order_type=cust": "0/0 =-"},
            EVERY: {
                "kpi5a": "3/4",
                "kpi5b": "1/3",
                "kpi5d order_type=ro": "3/3",
                "kpi5d order_type=cust": "0/1",
            },
        },
    ),
]
