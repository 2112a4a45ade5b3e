"""Whom the age test lets in, and the edge cases of section 1.3.

Ages, moves, transfers, duplicates and orders that follow each other belong here.
"""

from tests.integration.rule_cases.case import EVERY, V8, case, every
from tests.integration.rule_cases.children import child, lives, offence, order, outcome
from tests.integration.rule_cases.lives import moved

COUNTS = {EVERY: {"kpi1": "0/1"}}
IS_OUT = {EVERY: {"kpi1": "0/0"}}
Q2 = every("2024Q2")


def born(name, day, figures, *parts):
    """A case of one order from 2024-01-10 of a child born on a day."""
    return case(name, "1 item 6", [child(order(), *parts, born=day)], figures)


CASES = [
    born("A child who turns 10 on the first day counts", "2014-01-10", COUNTS),
    born("A child who is 10 the day after does not count", "2014-01-11", IS_OUT),
    born("A child who turns 18 the day after counts", "2006-01-11", COUNTS),
    born("A child who turns 18 on the first day does not", "2006-01-10", IS_OUT),
    born(
        "Who was born on 29 February has the birthday on 1 March", "2012-02-29", COUNTS
    ),
    born("A child whose birth date is missing does not count", None, IS_OUT),
    case(
        "A child who turns 18 during the order stays in",
        "1.3",
        [child(order("REFERRAL_ORDER", "2023-12-01", "2024-05-20"), born="2006-02-01")],
        COUNTS,
    ),
    case(
        "17 at the offence and 18 at the start is out",
        "1.3",
        [child(order(committed="2023-12-01", age=17, hearing=17), born="2006-01-05")],
        IS_OUT,
    ),
    case(
        "Two orders that end in two quarters count in each",
        "1.3",
        [
            child(
                order(end="2024-05-31"),
                order("YOUTH_REHABILITATION_ORDER", end="2024-07-31", number=2),
            )
        ],
        {
            EVERY: {"kpi1 order_type=ro": "0/1", "kpi1": "0/1"},
            Q2: {"kpi1 order_type=yro": "0/1", "kpi1": "0/1"},
        },
    ),
    case(
        "A revoked order ends at its revocation, the new sentence at its own end",
        "1.3",
        [
            child(
                order(end="2024-05-01"),
                order(
                    "YOUTH_REHABILITATION_ORDER", "2024-05-01", "2024-08-01", number=2
                ),
            )
        ],
        {EVERY: {"kpi1 order_type=ro": "0/1"}, Q2: {"kpi1 order_type=yro": "0/1"}},
    ),
    case(
        "An order transferred out on its last day is not an end here",
        "12 transfer out",
        [child(order(), moved("2024-05-31"))],
        {**IS_OUT, V8.having("transfer.excludes_end", "false"): {"kpi1": "0/1"}},
    ),
    case(
        "A transfer out on another day changes nothing",
        "12 transfer out",
        [child(order(), moved("2024-05-30"))],
        COUNTS,
    ),
    case(
        "A transfer to the adult service is a true end",
        "1.3 [C:6]",
        [child(order(), moved("2024-05-31", "TRANSFER_TO_ADULT"))],
        COUNTS,
    ),
    case(
        "A transfer takes an order away before the ranking",
        "12 transfer out",
        [
            child(
                order(),
                order("YOUTH_REHABILITATION_ORDER", end="2024-06-01", number=2),
                moved("2024-06-01"),
            )
        ],
        {EVERY: {"kpi1 order_type=ro": "0/1", "kpi1 order_type=yro": "0/0"}},
    ),
    case(
        "A transfer takes nothing from KPI 9 and the national measures",
        "12 transfer out",
        [
            child(
                order(
                    "YOUTH_CAUTION",
                    "2024-05-01",
                    "2024-05-31",
                    category="ROBBERY",
                    score=6,
                ),
                moved("2024-05-31"),
            )
        ],
        {EVERY: {"kpi9a": "1/1", "fte": "1", "kpi6": "0/0", "kpi10b": "0/0"}},
    ),
    case(
        "A child looked after for another area counts there alone",
        "1.3 caretaking",
        [child(order(residence="OTHER"), moved("2024-01-10", "CARETAKING_IN"))],
        IS_OUT,
        elsewhere=(),
    ),
    case(
        "Where a child moves after the sentence does not matter",
        "1.3",
        [child(order(), moved("2024-03-01", "TRANSFER_IN"))],
        COUNTS,
    ),
    case(
        "Two records of one child are one child",
        "12 duplicates",
        [
            child(order(), lives(), ypid="c1", originating="ONE"),
            child(order(), ypid="c2", originating="ONE"),
        ],
        {
            EVERY: {"kpi1": "1/1"},
            V8.having("duplicates.merge_on_originating_id_and_dob", "false"): {
                "kpi1": "1/2"
            },
        },
    ),
    case(
        "The addresses of both records of a child are its addresses",
        "12 duplicates",
        [
            child(order(), lives(), ypid="c1", originating="ONE"),
            child(lives("OTHER", "UNSUITABLE"), ypid="c2", originating="ONE"),
        ],
        {EVERY: {"kpi1": "0/1"}},
    ),
    case(
        "The same identifier with another birth date is another child",
        "12 duplicates",
        [
            child(order(), ypid="c1", originating="ONE"),
            child(order(), ypid="c2", originating="ONE", born="2009-06-11"),
        ],
        {EVERY: {"kpi1": "0/2"}},
    ),
    *(
        case(
            f"The identifier {identity!r} makes nobody the same child",
            "12 duplicates",
            [
                child(order(), ypid="c1", originating=identity),
                child(order(), ypid="c2", originating=identity),
            ],
            {EVERY: {"kpi1": "0/2", "fte": "2"}},
        )
        for identity in ("", None, "N/A", "n/a", "NOT KNOWN")
    ),
    case(
        "Offences of two records of a child stay apart",
        "12 duplicates",
        [
            child(order(on="2024-05-01"), ypid="c1", originating="ONE"),
            child(order(on="2024-05-01"), ypid="c2", originating="ONE"),
        ],
        {EVERY: {"kpi9a": "0/2", "kpi9b": "0/1"}},
    ),
    case(
        "A caution of the police alone is no out-of-court disposal of ours",
        "1.3",
        [child(offence(1, outcome("YOUTH_CAUTION", "2024-05-01")))],
        {EVERY: {"kpi6": "0/0", "kpi1": "0/0", "fte": "1"}},
    ),
]
