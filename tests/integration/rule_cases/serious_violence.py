"""KPI 9: which offences count, which of them are serious violence, and in which quarter.

Offences belong here. Their children belong to ``violent_children``.
"""

from tests.integration.rule_cases.case import EVERY, V1, V2, V8, case, every
from tests.integration.rule_cases.children import (
    child,
    offence,
    order,
    outcome,
    programme,
)
from tests.integration.rule_cases.one_order import of_order
from tests.integration.rule_cases.rankings import DTO, YRO

ROBBERY = {"category": "ROBBERY", "score": 6}
O22 = "NO_FURTHER_ACTION_OUTCOME_22_WITH_YJS_INVOLVEMENT"
IS_SERIOUS = {EVERY: {"kpi9": "1", "kpi9a": "1/1"}}
IS_NOT = {EVERY: {"kpi9": "0", "kpi9a": "0/1"}}
IS_OUT = {EVERY: {"kpi9": "0", "kpi9a": "0/0"}}


def of_offence(name, clause, figures, code="REFERRAL_ORDER", **fields):
    """A case of one offence, a robbery unless said, decided on 2024-05-01."""
    given = {**ROBBERY, "start": "2024-05-01", "end": "2024-12-31", **fields}
    return of_order(name, clause, figures, code, **given)


CASES = [
    of_offence(
        "A robbery of score 6 is serious violence",
        "2.11 9c, 9d, 9e",
        {
            EVERY: {
                "kpi9": "1",
                "kpi9a": "1/1",
                "kpi9b": "1/1",
                "kpi9c category=ROBBERY": "1/1 =100.0",
                "kpi9c category=DRUGS": "0/1 =0.0",
                "kpi9d score=6": "1/1",
                "kpi9d score=5": "0/1",
                "kpi9e order_type=ro": "1/1",
                "kpi9e order_type=yro": "0/0 =-",
            }
        },
    ),
    *(
        of_offence(
            f"{category} of score {score} is serious violence",
            "KPI 9",
            {
                EVERY: {
                    "kpi9": "1",
                    f"kpi9c category={category}": "1/1",
                    f"kpi9d score={score}": "1/1",
                }
            },
            category=category,
            score=score,
        )
        for category, score in (
            ("VIOLENCE_AGAINST_THE_PERSON", 5),
            ("VIOLENCE_AGAINST_THE_PERSON", 8),
            ("DRUGS", 7),
        )
    ),
    *(
        of_offence(
            f"{category} of score {score} is not",
            "KPI 9",
            IS_NOT,
            category=category,
            score=score,
        )
        for category, score in (
            ("VIOLENCE_AGAINST_THE_PERSON", 4),
            ("SEXUAL_OFFENCES", 8),
            ("ARSON", 6),
            ("DOMESTIC_BURGLARY", 6),
        )
    ),
    of_offence(
        "A missing score is filled from the table of scores by the code of the offence",
        "reference, gravity scores",
        {EVERY: {"kpi9d score=7": "1/1"}},
        category="VIOLENCE_AGAINST_THE_PERSON",
        score=None,
        cjscode="OF61018",
    ),
    of_offence(
        "A missing score that no table fills is not serious", "5", IS_NOT, score=None
    ),
    of_offence("Diversion is not counted", "KPI 9", IS_OUT, O22),
    of_offence(
        "A bind over is not substantive",
        "6 [C:17]",
        IS_OUT,
        "BIND_OVER",
        disposal="REFERRAL_ORDER",
    ),
    of_offence(
        "Another area's offence is not counted", "KPI 9", IS_OUT, residence="OTHER"
    ),
    of_offence(
        "An offence whose outcome an appeal undid is not counted",
        "KPI 9",
        IS_OUT,
        appeal="Changed on appeal",
    ),
    of_offence(
        "The outcome's quarter counts, not the order's end",
        "KPI 9",
        {**IS_SERIOUS, every("2024Q2"): {"kpi9a": "0/0"}},
        end="2024-08-31",
    ),
    of_offence(
        "The programme need not have ended",
        "KPI 9 [C:11]",
        IS_SERIOUS,
        end="1900-01-01",
    ),
    of_offence(
        "A fine without a programme counts in the summary form alone",
        "11 versions",
        {
            V1: {"kpi9a": "1/1"},
            (V2, V8): {"kpi9a": "0/0"},
            V8.having("kpi9.require_programme", "false"): {"kpi9a": "1/1"},
            V1.having("kpi9.require_programme", "true"): {"kpi9a": "0/0"},
        },
        "FINE",
        disposal="PREVENTION",
    ),
    of_offence(
        "A fine with a countable programme counts, in no column",
        "12 KPI 9 outcome test",
        {EVERY: {"kpi9a": "1/1", "kpi9e order_type=ro": "0/0"}},
        "FINE",
        disposal="COURT_FINE_SUPPORT",
    ),
    of_offence(
        "A caution with Outcome 22 text on an Outcome 22 programme is diversion and out",
        "KPI 9 [C:11]",
        IS_OUT,
        "YOUTH_CAUTION",
        text="Outcome 22",
        disposal=O22,
    ),
    case(
        "Of two outcomes the more serious counts, and its quarter",
        "KPI 9 [C:13]",
        [
            child(
                offence(
                    1, outcome(YRO, "2024-05-01"), outcome(DTO, "2024-08-01"), **ROBBERY
                ),
                programme(1, YRO, "2024-05-01", "2024-12-31", 1),
            )
        ],
        {EVERY: {"kpi9a": "0/0"}, every("2024Q2"): {"kpi9e order_type=cust": "1/1"}},
    ),
    case(
        "Of two outcomes as serious the latest counts",
        "KPI 9 [C:13]",
        [
            child(
                offence(
                    1, outcome(YRO, "2024-05-01"), outcome(YRO, "2024-08-01"), **ROBBERY
                ),
                programme(1, YRO, "2024-05-01", "2024-12-31", 1),
            )
        ],
        {EVERY: {"kpi9a": "0/0"}, every("2024Q2"): {"kpi9a": "1/1"}},
    ),
    case(
        "An outcome before April 2023 cannot outrank one since",
        "KPI 9 [C:13]",
        [
            child(
                offence(
                    1, outcome(DTO, "2023-03-15"), outcome(YRO, "2023-05-01"), **ROBBERY
                ),
                programme(1, YRO, "2023-05-01", "2023-12-31", 1),
            )
        ],
        {every("2023Q1"): {"kpi9a": "1/1", "kpi9e order_type=yro": "1/1"}},
    ),
    case(
        "Offences of two children with one number are two",
        "KPI 9",
        [
            child(order(on="2024-05-01"), ypid="c1"),
            child(order(on="2024-05-01"), ypid="c2"),
        ],
        {EVERY: {"kpi9a": "0/2", "kpi9b": "0/2", "kpi9e order_type=ro": "0/2"}},
    ),
]
