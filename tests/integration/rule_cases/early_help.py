"""KPI 7c: referrals to early help, open before the order or made during it.

Referrals belong here. The four statuses belong to ``wider_services``.
"""

from tests.integration.rule_cases.children import NEVER, order
from tests.integration.rule_cases.lives import in_care
from tests.integration.rule_cases.wider_services import of_care

REFERRED = "Early Help referral"
BEFORE, DURING = "kpi7c referral=open_before", "kpi7c referral=referred"


def licence():
    """A licence since 2024-02-01 of a sentence of 2023-10-01."""
    return order(
        "DETENTION_AND_TRAINING_ORDER",
        "2024-02-01",
        disposal="DTO_LICENCE",
        on="2023-10-01",
    )


CASES = [
    *(
        of_care(
            name, "KPI 7c", {"kpi7": "0/1", BEFORE: before, DURING: during}, *statuses
        )
        for name, before, during, statuses in (
            (
                "A referral the day before is open before",
                "1/1",
                "0/1",
                [in_care(REFERRED, "2024-01-09")],
            ),
            (
                "A referral on the first day is a referral",
                "0/1",
                "1/1",
                [in_care(REFERRED, "2024-01-10")],
            ),
            (
                "A referral on the last day is a referral",
                "0/1",
                "1/1",
                [in_care(REFERRED, "2024-05-31")],
            ),
            (
                "A referral after the last day is neither",
                "0/1",
                "0/1",
                [in_care(REFERRED, "2024-06-01")],
            ),
            (
                "A referral that ended long ago needs only its day",
                "1/1",
                "0/1",
                [in_care(REFERRED, "2023-05-01", "2023-06-01")],
            ),
            (
                "A referral of unknown day is open before",
                "1/1",
                "0/1",
                [in_care(REFERRED, NEVER)],
            ),
            (
                "Two referrals may be both",
                "1/1",
                "1/1",
                [in_care(REFERRED, "2023-05-01"), in_care(REFERRED, "2024-02-01")],
            ),
        )
    ),
    of_care(
        "A referral made in custody is one during the order",
        "KPI 7c [C:9]",
        {BEFORE: "0/1", DURING: "1/1"},
        in_care(REFERRED, "2023-12-01"),
        of=licence(),
    ),
]
