"""Who counts in KPI 1-7 and 10: the rules of section 1, one at a time.

What lets an ending count or keeps it out belongs here. Which of several orders counts
belongs to ``rankings``, what a later return changes to ``returns``.
"""

from tests.integration.rule_cases.case import EVERY, V1, V2, V8, case, every
from tests.integration.rule_cases.children import (
    NEVER,
    child,
    lives,
    offence,
    order,
    outcome,
    programme,
)

COUNTS = {EVERY: {"kpi1": "0/1"}}
IS_OUT = {EVERY: {"kpi1": "0/0 =-"}}
CUSTODY = "DETENTION_AND_TRAINING_ORDER"


def of_order(name, clause, figures, *args, **fields):
    """A case of one child with one order."""
    return case(name, clause, [child(order(*args, **fields))], figures)


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
        CUSTODY,
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
    of_order("An outcome without a day is out", "6", IS_OUT, on=NEVER),
    of_order(
        "An outcome after the run date does not exist yet",
        "12 run date",
        IS_OUT,
        on="2026-01-01",
    ),
    of_order("A programme without an end is still running", "1.3", IS_OUT, end=NEVER),
    of_order(
        "A programme without a start does not count",
        "case document, dates",
        IS_OUT,
        start=NEVER,
        on="2024-01-10",
    ),
    of_order(
        "A programme that ends before it starts does not count",
        "1.3",
        IS_OUT,
        start="2024-06-01",
        end="2024-05-31",
        on="2024-01-10",
    ),
    of_order(
        "A programme that ends after the run date does not count yet",
        "1.3",
        {every("2025Q4"): {"kpi1": "0/0"}},
        end="2026-01-01",
    ),
    of_order(
        "An order that ended before April 2023 is in no quarter",
        "1 item 7",
        {every("2023Q1"): {"kpi1": "0/0"}},
        start="2023-01-10",
        end="2023-03-31",
    ),
    of_order(
        "An order that ended on 1 April 2023 is in the first quarter",
        "1 item 7",
        {every("2023Q1"): {"kpi1": "0/1"}},
        start="2023-01-10",
        end="2023-04-01",
    ),
    of_order(
        "January to March belong to the year before",
        "0.3",
        {every("2023Q4"): {"kpi1": "0/1"}, every("2024Q4"): {"kpi1": "0/0"}},
        end="2024-03-31",
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
    case(
        "The licence counts by the age at sentence in v8, by its own start before",
        "1 item 6 [C:2]",
        [
            child(
                order(CUSTODY, "2024-01-10", disposal="DTO_LICENCE", on="2023-06-01"),
                born="2006-01-05",
            )
        ],
        {
            V8: {"kpi1": "0/1"},
            (V1, V2): {"kpi1": "0/0"},
            V8.having("age.licence_at_sentence", "false"): {"kpi1": "0/0"},
            V2.having("age.licence_at_sentence", "true"): {"kpi1": "0/1"},
        },
    ),
    case(
        "Every licence is a licence, not the DTO alone",
        "1 item 6 [C:2]",
        [
            child(
                order("SECTION_250", disposal="SECTION_250_LICENCE", on="2023-06-01"),
                born="2006-01-05",
            )
        ],
        {V8: {"kpi1": "0/1", "kpi10a": "0/1"}, (V1, V2): {"kpi1": "0/0"}},
    ),
    case(
        "The programme type alone makes a licence, whatever the outcome",
        "1 item 6 [C:2]",
        [child(order(disposal="DTO_LICENCE", on="2023-06-01"), born="2006-01-05")],
        {V8: {"kpi1": "0/1", "kpi1 order_type=ro": "0/1"}, V2: {"kpi1": "0/0"}},
    ),
]
