"""Which of several orders of a quarter counts, and by which dates.

Seriousness and the order of ties belong here. Columns belong to ``columns``.
"""

from tests.integration.rule_cases.case import EVERY, V8, case
from tests.integration.rule_cases.children import (
    child,
    lives,
    offence,
    order,
    outcome,
    programme,
)

YRO = "YOUTH_REHABILITATION_ORDER"
DTO = "DETENTION_AND_TRAINING_ORDER"
UNTIL_MAY = lives("OTHER", "UNSUITABLE", until="2024-05-31")
FROM_JUNE = lives("OTHER", "UNSUITABLE", since="2024-06-01")

CASES = [
    case(
        "Two orders that end in a quarter count the child once, under the more serious",
        "1 item 8",
        [child(order(), order(YRO, end="2024-04-20", number=2))],
        {
            EVERY: {
                "kpi1": "0/1",
                "kpi1 order_type=yro": "0/1",
                "kpi1 order_type=ro": "0/0",
            }
        },
    ),
    case(
        "Status is taken against the more serious order, not the later",
        "1.3",
        [
            child(
                order(YRO, end="2024-04-20"),
                order(end="2024-06-20", number=2),
                lives(until="2024-05-31"),
                FROM_JUNE,
            )
        ],
        {EVERY: {"kpi1": "1/1", "kpi1 order_type=yro": "1/1"}},
    ),
    case(
        "Of orders as serious the latest outcome counts",
        "1 item 8",
        [
            child(
                order(start="2024-01-10", end="2024-06-20"),
                order(start="2023-09-01", end="2024-06-25", number=2),
                UNTIL_MAY,
                lives(since="2024-06-01", until="2024-06-22"),
            )
        ],
        {EVERY: {"kpi1": "1/1"}},
    ),
    case(
        "Of outcomes of one day the latest end of a programme counts",
        "12 tie",
        [
            child(
                order(start="2024-01-10", end="2024-05-20"),
                order(start="2024-01-10", end="2024-06-20", number=2),
                UNTIL_MAY,
                lives(since="2024-06-01"),
            )
        ],
        {EVERY: {"kpi1": "1/1"}},
    ),
    case(
        "Of programmes that end on one day the latest start counts",
        "12 tie",
        [
            child(
                order(start="2023-06-01", on="2023-06-01"),
                order(start="2024-02-01", on="2023-06-01", number=2),
                lives("OTHER", "UNSUITABLE", until="2023-12-31"),
                lives(since="2024-01-01"),
            )
        ],
        {EVERY: {"kpi1a point=start, suitability=suitable": "1/1"}},
    ),
    *(
        case(
            f"Of programmes alike in all else the lowest id counts: {first} first",
            "12 tie",
            [
                child(
                    offence(1, outcome(DTO, "2023-08-01")),
                    programme(1, first, "2024-01-10", "2024-05-31", 1),
                    programme(2, second, "2024-01-10", "2024-05-31", 1),
                    lives("OTHER", "UNSUITABLE", until="2023-12-31"),
                    lives(since="2024-01-01"),
                )
            ],
            {EVERY: {f"kpi1a point=start, suitability={answer}": "1/1"}},
        )
        for first, second, answer in (
            ("DTO_LICENCE", "SECTION_250", "unsuitable"),
            ("SECTION_250", "DTO_LICENCE", "suitable"),
        )
    ),
    case(
        "An offence with two outcomes counts under the more serious",
        "1 item 8",
        [
            child(
                offence(
                    1,
                    outcome("REFERRAL_ORDER", "2024-01-10"),
                    outcome(YRO, "2024-01-09"),
                ),
                programme(1, YRO, "2024-01-10", "2024-05-31", 1),
            )
        ],
        {EVERY: {"kpi1 order_type=yro": "0/1"}},
    ),
    case(
        "An outcome that does not count cannot outrank one that does",
        "1 item 8",
        [child(order(), order(YRO, number=2, residence="OTHER"))],
        {EVERY: {"kpi1": "0/1", "kpi1 order_type=ro": "0/1"}},
    ),
    case(
        "A population of several orders: children, not orders",
        "1 item 8",
        [
            child(order(), order(number=2), ypid="c1"),
            child(order(YRO), ypid="c2"),
            child(order(YRO), ypid="c3"),
        ],
        {V8: {"kpi1": "0/3 =0.0 low", "kpi1 order_type=yro": "0/2"}},
    ),
]
