"""Which record of a child counts when several returns were sent: 0.4 and 12.

Returns, deletions and days of knowledge belong here. What a record means does not.
"""

from tests.integration.rule_cases.case import EVERY, V8, a_return, case
from tests.integration.rule_cases.children import child, lives, order

GOOD = child(order(), lives())
BAD = child(order(), lives("OTHER", "UNSUITABLE"))
TAKES_GOOD, TAKES_BAD = {EVERY: {"kpi1": "1/1"}}, {EVERY: {"kpi1": "0/1"}}
IS_OUT = {EVERY: {"kpi1": "0/0"}}
THEN = V8.as_known_on("2024-09-30")
NEXT = {"start": "2024-07-01", "end": "2024-09-30", "number": "2"}


def of_returns(name, clause, figures, *returns):
    """A case of returns in the order in which they are handed over."""
    return case(name, clause, list(returns), figures)


CASES = [
    of_returns(
        "The return that starts later wins",
        "0.4",
        TAKES_GOOD,
        a_return([GOOD], **NEXT),
        a_return([BAD], number="9"),
    ),
    of_returns(
        "Of returns that start together the one that ends later wins",
        "0.4",
        TAKES_GOOD,
        a_return([GOOD], end="2024-09-30"),
        a_return([BAD], number="2"),
    ),
    of_returns(
        "Of returns of one period the one signed off later wins",
        "0.4",
        TAKES_GOOD,
        a_return([GOOD], signed="2025-12-31"),
        a_return([BAD], number="2", signed="2025-12-30"),
    ),
    of_returns(
        "Return numbers compare as numbers",
        "0.4 [C:1]",
        TAKES_GOOD,
        a_return([GOOD], number="10"),
        a_return([BAD], number="9"),
    ),
    of_returns(
        "A child missing from a newer return stays",
        "0.4",
        TAKES_GOOD,
        a_return([GOOD]),
        a_return([], **NEXT),
    ),
    of_returns(
        "A newer record replaces the whole child, also what it leaves out",
        "case document, latest record",
        TAKES_BAD,
        a_return([GOOD]),
        a_return([child(order())], **NEXT),
    ),
    *(
        of_returns(
            f"A deleted child is gone, told as {deleted!r}",
            "12 deletion",
            IS_OUT,
            a_return([GOOD]),
            a_return([], deleted=deleted, **NEXT),
        )
        for deleted in (["c1"], "{c0,c1}")
    ),
    of_returns(
        "A deletion beats the record in the same return",
        "12 deletion",
        IS_OUT,
        a_return([GOOD], deleted=["c1"]),
    ),
    of_returns(
        "A newer return that sends a deleted child brings it back",
        "12 deletion",
        TAKES_GOOD,
        a_return([BAD], deleted=["c1"]),
        a_return([GOOD], **NEXT),
    ),
    of_returns(
        "A deletion of another child changes nothing",
        "12 deletion",
        TAKES_GOOD,
        a_return([GOOD], deleted=["c9"]),
    ),
    of_returns(
        "An unsigned return counts when no day is given, and on no day",
        "12 unsigned return",
        {V8: {"kpi1": "1/1"}, THEN: {"kpi1": "0/1"}},
        a_return([GOOD], signed="1900-01-01", **NEXT),
        a_return([BAD], signed="2024-07-31"),
    ),
    of_returns(
        "What was signed off on the day was known on it",
        "0.4",
        {V8: {"kpi1": "1/1"}, THEN: {"kpi1": "1/1"}},
        a_return([BAD], signed="2024-07-31"),
        a_return([GOOD], signed="2024-09-30", **NEXT),
    ),
    of_returns(
        "What was signed off after the day was not",
        "0.4",
        {V8: {"kpi1": "1/1"}, THEN: {"kpi1": "0/1"}},
        a_return([BAD], signed="2024-07-31"),
        a_return([GOOD], signed="2024-10-01", **NEXT),
    ),
    of_returns(
        "A deletion signed off after the day has not happened on it",
        "0.4",
        {V8: {"kpi1": "0/0"}, THEN: {"kpi1": "1/1"}},
        a_return([GOOD], signed="2024-07-31"),
        a_return([], deleted=["c1"], signed="2024-10-01", **NEXT),
    ),
    *(
        of_returns(
            f"As known on 30 September an order that ends on {end} counts: {like}",
            "12 run date",
            {THEN.of(quarter): {"kpi1": like}},
            a_return([child(order(end=end))], signed="2024-07-31"),
        )
        for end, quarter, like in (
            ("2024-09-30", "2024Q2", "0/1"),
            ("2024-10-01", "2024Q3", "0/0"),
        )
    ),
]
