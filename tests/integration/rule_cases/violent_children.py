"""KPI 9: the age that an offence is tested at, and 9b and 9f, which count children.

Ages, sex and ethnicity of children belong here. Offences belong to ``serious_violence``.
"""

from tests.integration.rule_cases.case import EVERY, V1, V2, V8, case
from tests.integration.rule_cases.children import (
    child,
    offence,
    order,
    outcome,
    programme,
)
from tests.integration.rule_cases.serious_violence import IS_OUT, ROBBERY, of_offence

COUNTS = {EVERY: {"kpi9a": "1/1"}}


def robbers(name, clause, figures, *people):
    """A case of children with one robbery each, decided on 2024-05-01."""
    children = [
        child(order(on="2024-05-01", **ROBBERY), ypid=f"c{n}", **person)
        for n, person in enumerate(people)
    ]
    return case(name, clause, children, {EVERY: figures})


CASES = [
    of_offence(
        "A caution is aged at the offence",
        "KPI 9",
        COUNTS,
        code="YOUTH_CAUTION",
        age=17,
        hearing=18,
    ),
    of_offence(
        "A caution for an offence at 9 is out",
        "KPI 9",
        IS_OUT,
        code="YOUTH_CAUTION",
        age=9,
        hearing=10,
    ),
    of_offence(
        "A sentence is aged at the first hearing", "KPI 9", COUNTS, age=9, hearing=10
    ),
    of_offence(
        "A sentence first heard at 18 is out", "KPI 9", IS_OUT, age=17, hearing=18
    ),
    of_offence(
        "A missing age at the first hearing is the age on the outcome date",
        "12 missing first-hearing age",
        {
            **COUNTS,
            V8.having("null.age_first_hearing_from_outcome", "false"): {"kpi9a": "0/0"},
        },
        hearing=None,
    ),
    case(
        "A missing age at the first hearing of who is 18 on the outcome date is out",
        "12 missing first-hearing age",
        [child(order(on="2024-05-01", hearing=None), born="2006-04-30")],
        IS_OUT,
    ),
    case(
        "A missing age at the offence is worked out at the arrest",
        "12 missing first-hearing age",
        [
            child(
                order(
                    "YOUTH_CAUTION",
                    on="2024-05-01",
                    age=None,
                    arrestDate="2024-02-01",
                    committed="2023-08-01",
                ),
                born="2006-01-01",
            )
        ],
        IS_OUT,
    ),
    case(
        "Without an arrest it is worked out at the offence",
        "12 missing first-hearing age",
        [
            child(
                order(
                    "YOUTH_CAUTION",
                    on="2024-05-01",
                    age=None,
                    committed="2023-08-01",
                    **ROBBERY,
                ),
                born="2006-01-01",
            )
        ],
        COUNTS,
    ),
    case(
        "An outcome at a wrong age cannot outrank one at a right age",
        "KPI 9 [C:13]",
        [
            child(
                offence(
                    1,
                    outcome("YOUTH_CAUTION", "2024-05-01"),
                    outcome("REFERRAL_ORDER", "2024-05-02"),
                    age=17,
                    hearing=18,
                ),
                programme(1, "YOUTH_CAUTION", "2024-05-01", "2024-12-31", 1),
            )
        ],
        {EVERY: {"kpi9e order_type=yjs": "0/1", "kpi9e order_type=ro": "0/0"}},
    ),
    of_offence(
        "A child of 15 is in other bands in the summary form",
        "11 versions",
        {
            V1: {"kpi9f age=10-15": "1/1", "kpi9f age=16-17": "0/1"},
            (V2, V8): {"kpi9f age=10-14": "0/1", "kpi9f age=15-17": "1/1"},
            V8.having("kpi9.age_bands", "10-15,16-17"): {"kpi9f age=10-15": "1/1"},
        },
        hearing=15,
    ),
    case(
        "A child with serious violence at ages of two bands is in both",
        "KPI 9f",
        [
            child(
                order(on="2024-05-01", hearing=14, **ROBBERY),
                order(on="2024-05-01", hearing=15, number=2, **ROBBERY),
            )
        ],
        {
            (V2, V8): {
                "kpi9f age=10-14": "1/1",
                "kpi9f age=15-17": "1/1",
                "kpi9b": "1/1",
            }
        },
    ),
    robbers(
        "Sex comes first, then gender, else nobody knows",
        "1 traps",
        {
            "kpi9f sex=Male": "1/3",
            "kpi9f sex=Female": "1/3",
            "kpi9f sex=Unknown gender": "1/3",
        },
        {"sex": "1", "gender": "2"},
        {"sex": "0", "gender": "2"},
        {"sex": "9", "gender": None},
    ),
    case(
        "Gender comes first where the setting says so",
        "cfg.sex_precedence",
        [child(order(on="2024-05-01", **ROBBERY), sex="1", gender="2")],
        {
            V8: {"kpi9f sex=Male": "1/1"},
            V8.having("sex_precedence", "gender_first"): {"kpi9f sex=Female": "1/1"},
        },
    ),
    robbers(
        "A missing ethnicity is information not obtainable",
        "1 traps",
        {
            "kpi9f ethnicity=White": "1/3 =33.3",
            "kpi9f ethnicity=Information not obtainable": "2/3",
            "kpi9f ethnicity=Mixed": "0/3",
        },
        {"ethnicity": "WHITE_IRISH"},
        {"ethnicity": None},
        {"ethnicity": "MARTIAN"},
    ),
    case(
        "Children with serious violence are divided by children with any offence",
        "2.11 9a, 9b, 9f",
        [
            child(
                order(on="2024-05-01", **ROBBERY),
                order(on="2024-05-01", number=2),
                ypid="c1",
            ),
            child(order(on="2024-05-01"), ypid="c2", sex="2"),
        ],
        {
            EVERY: {
                "kpi9": "1",
                "kpi9a": "1/3 =33.3",
                "kpi9b": "1/2 =50.0",
                "kpi9f sex=Male": "1/1",
                "kpi9f sex=Female": "0/1",
            }
        },
    ),
]
