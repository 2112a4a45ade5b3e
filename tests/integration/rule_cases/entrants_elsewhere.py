"""First time entrants: one child under two ids or in two services enters once, 3.1.

Who is the same child belongs here. Which outcomes enter belongs to
``first_time_entrants``.
"""

from tests.integration.rule_cases.case import a_return, case
from tests.integration.rule_cases.children import child, offence, outcome
from tests.integration.rule_cases.first_time_entrants import (
    DAY,
    DOES_NOT,
    ENTERS,
    YC,
    of_outcomes,
)


def other(*offences, **person):
    """The return of another service with one child of the same person."""
    return (a_return([child(*offences, ypid="x1", originating="ONE", **person)]),)


CASES = [
    case(
        "Two ids of one child in a service enter once",
        "3.1",
        [
            child(offence(1, outcome(YC, "2023-08-01")), ypid="c1", originating="ONE"),
            child(offence(1, outcome(YC, DAY)), ypid="c2", originating="ONE"),
        ],
        ENTERS,
    ),
    of_outcomes(
        "A child who entered elsewhere before does not enter here",
        "12 duplicates",
        DOES_NOT,
        outcome(YC, DAY),
        originating="ONE",
        elsewhere=other(offence(1, outcome(YC, "2022-05-01"))),
    ),
    of_outcomes(
        "A child who comes to notice elsewhere after entered here",
        "12 duplicates",
        ENTERS,
        outcome(YC, DAY),
        originating="ONE",
        elsewhere=other(offence(1, outcome(YC, "2024-06-01"))),
    ),
    of_outcomes(
        "The same identifier elsewhere with another birth date is another child",
        "12 duplicates",
        ENTERS,
        outcome(YC, DAY),
        originating="ONE",
        elsewhere=other(offence(1, outcome(YC, "2022-05-01")), born="2009-06-11"),
    ),
]
