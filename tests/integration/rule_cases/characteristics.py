"""KPI 3c and 6c: who the children are, by age at the start, sex and ethnic group.

Characteristics in KPI 3 and 6 belong here. Those of KPI 9 belong to
``violent_children``.
"""

from tests.integration.rule_cases.case import EVERY, V1, V2, V8, case, every
from tests.integration.rule_cases.children import child, order
from tests.integration.rule_cases.lives import needs
from tests.integration.rule_cases.out_of_court import CR

OLDER = {"born": "2008-06-10", "sex": "2", "ethnicity": "MIXED_OTHER"}


def divided(measure, shares, more=""):
    """The figures of characteristics and what each is."""
    return {f"{measure} {answer}{more}": like for answer, like in shares.items()}


CASES = [
    case(
        "Needs by characteristic are divided by all children with a need",
        "2.11 3c",
        [
            child(order(), needs(), ypid="c1"),
            child(order(), needs(plan="NO"), ypid="c2", **OLDER),
            child(order(), needs(), ypid="c3", ethnicity=None, sex="9"),
            child(order(), ypid="c4"),
        ],
        {
            EVERY: divided(
                "kpi3c",
                {
                    "age=10-14": "2/3 =66.7",
                    "age=15-17": "1/3",
                    "sex=Male": "1/3",
                    "sex=Female": "1/3",
                    "sex=Unknown gender": "1/3",
                    "ethnicity=White": "1/3",
                    "ethnicity=Mixed": "1/3",
                    "ethnicity=Information not obtainable": "1/3",
                    "ethnicity=Black or Black British": "0/3 =0.0",
                },
            )
        },
    ),
    case(
        "The age of 3c is that of section 1: at the sentence for a licence in v8",
        "6 age basis",
        [
            child(
                order(
                    "DETENTION_AND_TRAINING_ORDER",
                    "2024-06-15",
                    "2024-08-31",
                    disposal="DTO_LICENCE",
                    on="2024-06-01",
                ),
                needs(),
            )
        ],
        {
            V8.of("2024Q2"): {"kpi3c age=10-14": "1/1", "kpi3c age=15-17": "0/1"},
            (V1.of("2024Q2"), V2.of("2024Q2")): {"kpi3c age=15-17": "1/1"},
        },
    ),
    case(
        "Disposals by characteristic are divided by all children with a disposal",
        "2.11 6c",
        [
            child(order(CR, completed=True), ypid="c1"),
            child(order(CR, completed=False), ypid="c2", **OLDER),
            child(order(CR), ypid="c3"),
        ],
        {
            (V2, V8): {
                **divided(
                    "kpi6c",
                    {"age=10-14": "1/3", "age=15-17": "0/3", "sex=Male": "1/3"},
                    ", completion=completed",
                ),
                **divided(
                    "kpi6c",
                    {"age=15-17": "1/3", "sex=Female": "1/3", "ethnicity=Mixed": "1/3"},
                    ", completion=not_completed",
                ),
            }
        },
    ),
    case(
        "A child with disposals begun at ages of two bands is in both",
        "KPI 6c",
        [
            child(
                order(CR, start="2024-01-10", completed=True),
                order(
                    CR, start="2024-06-11", end="2024-07-31", number=2, completed=True
                ),
                order(
                    CR, start="2024-06-11", end="2024-06-30", number=3, completed=True
                ),
            )
        ],
        {
            tuple(every()[1:]): {
                "kpi6c age=10-14, completion=completed": "1/1",
                "kpi6c age=15-17, completion=completed": "1/1",
            }
        },
    ),
]
