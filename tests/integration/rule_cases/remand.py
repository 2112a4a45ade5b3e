"""Remand of four weeks or more that no custodial sentence followed: 1.1.

Hearings belong here. Whether the order after them counts belongs to ``population``.
"""

from tests.integration.rule_cases.case import EVERY, V8, case
from tests.integration.rule_cases.children import (
    child,
    offence,
    order,
    outcome,
    programme,
)
from tests.integration.rule_cases.lives import heard

COUNTS, IS_OUT = (
    {EVERY: {"remand_four_weeks": "1"}},
    {EVERY: {"remand_four_weeks": "0"}},
)
LONG = "2023-12-13"  # 28 days before the outcome


def of_hearings(name, clause, figures, *hearings, of=None):
    """A case of one child whose outcome is of 2024-01-10."""
    return case(name, clause, [child(of or order(), *hearings)], figures)


CASES = [
    of_hearings(
        "A remand 28 days before the outcome counts", "1.1", COUNTS, heard(LONG)
    ),
    of_hearings(
        "A remand 27 days before it does not, unless the setting says so",
        "1.1 cfg.remand.min_days",
        {**IS_OUT, V8.having("remand.min_days", "27"): {"remand_four_weeks": "1"}},
        heard("2023-12-14"),
    ),
    *(
        of_hearings(f"{decision} is a remand", "1.1", COUNTS, heard(LONG, decision))
        for decision in (
            "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION",
            "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_AND_TAG",
            "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_AND_RADIO_TAG",
            "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_AND_GPS_TAG",
            "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_AND_CURFEW",
            "COURT_ORDERED_SECURE_REMAND",
        )
    ),
    of_hearings("Bail is no remand", "1.1", IS_OUT, heard(LONG, "CONDITIONAL_BAIL")),
    of_hearings(
        "The first of several remand hearings counts",
        "1.1 [C:5]",
        COUNTS,
        heard("2024-01-05", number=1),
        heard(LONG, number=2),
    ),
    of_hearings(
        "A first remand long before another offence is still the first",
        "1.1 [C:5]",
        COUNTS,
        heard("2022-05-01", number=1),
        heard("2024-01-05", number=2),
    ),
    of_hearings(
        "A remand before a custodial sentence is none of these",
        "1.1",
        IS_OUT,
        heard(LONG),
        of=order("SECTION_250"),
    ),
    of_hearings(
        "A remand is counted when the later order ends, not before",
        "1.1 [C:5]",
        IS_OUT,
        heard(LONG),
        of=order(end="2024-08-31"),
    ),
    of_hearings(
        "A remand of a child of another area does not count",
        "1.1 [C:5]",
        IS_OUT,
        heard(LONG),
        of=order(residence="OTHER"),
    ),
    case(
        "Of several outcomes of an offence any may be the one after the remand",
        "12 remand",
        [
            child(
                offence(
                    1,
                    outcome("YOUTH_CAUTION", "2023-12-20"),
                    outcome("REFERRAL_ORDER", "2024-01-10"),
                ),
                programme(1, "REFERRAL_ORDER", "2024-01-10", "2024-05-31", 1),
                heard(LONG),
            )
        ],
        COUNTS,
    ),
    case(
        "A child counts once, however many orders end",
        "1.1",
        [child(order(), order("YOUTH_CAUTION", number=2), heard(LONG))],
        COUNTS,
    ),
    case(
        "A custodial order that ends too does not hide the other",
        "12 remand",
        [child(order("SECTION_250"), order(number=2), heard(LONG))],
        COUNTS,
    ),
]
