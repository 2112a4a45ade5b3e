"""When an order ends, and which day tells the age for it: section 1, items 6 and 7.

Dates of outcomes and programmes belong here, and licences. What kinds count belongs to
``population``.
"""

from tests.integration.rule_cases.case import EVERY, V1, V2, V8, case, every
from tests.integration.rule_cases.children import NEVER, child, order
from tests.integration.rule_cases.one_order import of_order

CUSTODY = "DETENTION_AND_TRAINING_ORDER"
IS_OUT = {EVERY: {"kpi1": "0/0 =-"}}

CASES = [
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
