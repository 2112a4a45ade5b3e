"""Who counts in KPI 1-7 and 10: the rules of section 1, one at a time.

What kind of outcome and programme counts belongs here. Their dates belong to
``endings``, ages and moves to ``ages``, several orders to ``rankings``.
"""

from tests.integration.rule_cases.case import EVERY, V8, case, every
from tests.integration.rule_cases.children import (
    child,
    lives,
    offence,
    order,
    outcome,
    programme,
)
from tests.integration.rule_cases.one_order import of_order

COUNTS = {EVERY: {"kpi1": "0/1"}}
IS_OUT = {EVERY: {"kpi1": "0/0 =-"}}


CASES = [
    of_order("An order that ends in the quarter counts its child", "1", COUNTS),
    case(
        "An offence that no programme is linked to does not count",
        "1 item 2",
        [
            child(
                offence(1, outcome("REFERRAL_ORDER", "2024-01-10")),
                programme(1, "REFERRAL_ORDER", "2024-01-10", "2024-05-31"),
            )
        ],
        IS_OUT,
    ),
    case(
        "A prevention programme without an offence does not count",
        "1 item 2",
        [child(programme(1, "PREVENTION", "2024-01-10", "2024-05-31"), lives())],
        IS_OUT,
    ),
    of_order(
        "The custody part of a sentence is no end of an order",
        "1 item 3",
        IS_OUT,
        "DETENTION_AND_TRAINING_ORDER",
        disposal="DTO_CUSTODY",
    ),
    of_order(
        "A Turnaround programme is in no KPI",
        "1.3",
        IS_OUT,
        "TURNAROUND",
    ),
    of_order(
        "A remand programme is no order",
        "1 item 3",
        IS_OUT,
        disposal="REMAND_TO_YOUTH_DETENTION_ACCOMMODATION",
    ),
    of_order(
        "A programme type that nobody knows never counts",
        "12 unknown code",
        IS_OUT,
        disposal="GARDENING",
    ),
    of_order(
        "An outcome that nobody knows never counts",
        "12 unknown code",
        IS_OUT,
        "SCOLDING",
        disposal="REFERRAL_ORDER",
    ),
    of_order(
        "An outcome code not valid on its day never counts",
        "12 unknown code",
        IS_OUT,
        "REPRIMAND",
        disposal="YOUTH_CAUTION",
    ),
    of_order(
        "A reprimand after March 2025 is Outcome 23, outside every KPI",
        "12 interim codes",
        {every("2025Q1"): {"kpi1": "0/0", "kpi6": "0/0", "fte": "0"}},
        "REPRIMAND",
        "2025-04-10",
        "2025-05-31",
    ),
    of_order(
        "A youth diversion order is diversion, outside every KPI",
        "12 interim codes",
        {every("2025Q1"): {"kpi1": "0/0", "kpi6": "0/0", "fte": "0", "kpi9a": "0/0"}},
        "DRUG_TREATMENT_AND_TESTING_ORDER",
        "2025-04-10",
        "2025-05-31",
    ),
    of_order(
        "A fine does not count, unless first-tier outcomes are set to",
        "1.1 cfg.map.first_tier_in_kpi",
        {
            **IS_OUT,
            V8.having("map.first_tier_in_kpi", "true"): {
                "kpi1": "0/1",
                "kpi1 order_type=ro": "0/0",
            },
        },
        "FINE",
        disposal="COURT_FINE_SUPPORT",
    ),
    of_order(
        "An outcome changed on appeal does not count",
        "1 item 4",
        IS_OUT,
        appeal="Changed on appeal",
    ),
    of_order(
        "An outcome that an appeal undid does not count",
        "1 item 4",
        IS_OUT,
        appeal="Result of appeal successful",
    ),
    of_order(
        "An appeal that failed changes nothing",
        "1 item 4",
        COUNTS,
        appeal="Result of appeal unsuccessful",
    ),
    of_order(
        "A child of another area does not count", "1 item 5", IS_OUT, residence="OTHER"
    ),
    of_order(
        "A missing residence counts as LOCAL unless the setting says not",
        "12 missing residence",
        {
            **COUNTS,
            V8.having("null.residence_counts_as_local", "false"): {"kpi1": "0/0"},
        },
        residence=None,
    ),
    of_order(
        "A missing appeal status counts as none unless the setting says not",
        "12 missing appeal",
        {**COUNTS, V8.having("null.appeal_counts_as_none", "false"): {"kpi1": "0/0"}},
        appeal=None,
    ),
    case(
        "A service that was abolished counts nobody after its end",
        "1 traps",
        [child(order())],
        IS_OUT,
        service="Cumbria",
    ),
    of_order(
        "Codes are compared in capitals and trimmed",
        "12 codes",
        {EVERY: {"kpi1": "0/1", "kpi1 order_type=ro": "0/1"}},
        " referral_order",
        disposal="Referral_Order ",
        residence="LOCAL",
    ),
]
