"""KPI 1: which addresses are open at the start and which at the end: 1.2.

The days of addresses belong here. Their suitability belongs to ``accommodation``.
"""

from tests.integration.rule_cases.accommodation import at, of_addresses
from tests.integration.rule_cases.case import EVERY, V8, case
from tests.integration.rule_cases.children import NEVER, child, lives, order

DTO = "DETENTION_AND_TRAINING_ORDER"
S, E = "2024-01-10", "2024-05-31"

CASES = [
    of_addresses(
        "An address that ends on the last day is open at the end",
        {"kpi1": "1/1"},
        lives(until=E),
    ),
    of_addresses(
        "An address that ended the day before is not",
        {"kpi1": "0/1", **at("end", 0, 0), **at("start", 1, 0)},
        lives(until="2024-05-30"),
    ),
    of_addresses(
        "An address begun on the last day is open at the end and not at the start",
        {"kpi1": "1/1", **at("start", 0, 0)},
        lives(since=E),
    ),
    of_addresses(
        "An address begun after the last day is nowhere",
        {"kpi1": "0/1", **at("start", 0, 0), **at("end", 0, 0)},
        lives(since="2024-06-01"),
    ),
    of_addresses(
        "An address that ends on the first day is open at the start",
        at("start", 1, 0),
        lives(until=S),
        clause="1.2",
    ),
    of_addresses(
        "An address that ended before the first day is not",
        at("start", 0, 0),
        lives(until="2024-01-09"),
        clause="1.2",
    ),
    of_addresses(
        "An address begun on the first day is open at the start",
        at("start", 1, 0),
        lives(since=S),
        clause="1.2",
    ),
    of_addresses(
        "An address begun the day after is not",
        at("start", 0, 0),
        lives(since="2024-01-11"),
        clause="1.2",
    ),
    of_addresses(
        "An address of unknown start is from before the order",
        at("start", 1, 0),
        lives(since=NEVER, until=S),
        clause="12 unknown start",
    ),
    of_addresses(
        "A suitable address at the start alone is not suitable at the end",
        {"kpi1": "0/1", **at("start", 1, 0), **at("end", 0, 0)},
        lives(until="2024-03-01"),
        clause="12 no address at the end",
    ),
    of_addresses(
        "An address between the points is not asked for",
        {"kpi1": "1/1", **at("start", 1, 0)},
        lives(),
        lives("OTHER", "UNSUITABLE", "2024-02-01", "2024-03-01"),
    ),
    case(
        "Custody starts on the day before the sentence of a licence",
        "1.2",
        [
            child(
                order(DTO, "2024-02-01", disposal="DTO_LICENCE", on="2023-10-01"),
                lives("NO_FIXED_ABODE", "UNSUITABLE", until="2023-09-30"),
                lives("YOI", since="2023-10-01", until="2024-02-01"),
                lives(since="2024-02-01"),
            )
        ],
        {
            EVERY: {"kpi1": "1/1", **at("start", 0, 1), **at("end", 1, 0)},
            V8.having("start_point.custody_offset_days", "0"): at("start", 1, 0),
        },
    ),
    case(
        "Other custody starts on the day before its programme, not before the sentence",
        "1.2",
        [
            child(
                order("SECTION_250", "2024-01-20", on="2024-01-10"),
                lives("OTHER", "UNSUITABLE", until="2024-01-18"),
                lives(since="2024-01-19"),
            )
        ],
        {EVERY: at("start", 1, 0)},
    ),
]
