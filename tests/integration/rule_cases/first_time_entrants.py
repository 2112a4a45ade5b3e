"""First time entrants by the case-level rule: 3.1.

Which outcomes enter and when belongs here, who is the same child to
``entrants_elsewhere``.
"""

from tests.integration.rule_cases.case import EVERY, V8, case, every
from tests.integration.rule_cases.children import child, offence, order, outcome

ENTERS, DOES_NOT = {EVERY: {"fte": "1"}}, {EVERY: {"fte": "0"}}
YC = "YOUTH_CAUTION"
DAY = "2024-05-01"


def of_outcomes(name, clause, figures, *outcomes, elsewhere=(), **fields):
    """A case of one child, each outcome of an offence of its own."""
    person = {key: fields.pop(key) for key in ("born", "originating") if key in fields}
    offences = [offence(n + 1, item, **fields) for n, item in enumerate(outcomes)]
    return case(
        name, clause, [child(*offences, **person)], figures, elsewhere=elsewhere
    )


CASES = [
    of_outcomes(
        "A first caution without a programme enters", "3.1", ENTERS, outcome(YC, DAY)
    ),
    *(
        of_outcomes(f"A first {code} enters", "6", ENTERS, outcome(code, DAY))
        for code in (
            "YOUTH_CONDITIONAL_CAUTION",
            "FINE",
            "REFERRAL_ORDER",
            "SECTION_250",
        )
    ),
    *(
        of_outcomes(f"A {code} makes no entrant", "6", DOES_NOT, outcome(code, DAY))
        for code in (
            "NO_FURTHER_ACTION_OUTCOME_22_WITH_YJS_INVOLVEMENT",
            "COMMUNITY_RESOLUTION_POLICE_FACILITATED",
            "OTHER_INFORMAL_ACTION_YOT_INVOLVEMENT",
            "PENALTY_NOTICE_FOR_DISORDER",
            "BIND_OVER",
            "DISMISSED",
            "PARENTING_ORDER",
        )
    ),
    of_outcomes(
        "The text of the case system wins over the code",
        "3.1",
        DOES_NOT,
        outcome(YC, DAY, text="Outcome 22"),
    ),
    of_outcomes(
        "Diversion before the first caution does not use it up",
        "3.1",
        ENTERS,
        outcome("COMMUNITY_RESOLUTION_WITH_YJS_INVOLVEMENT", "2022-05-01"),
        outcome(YC, DAY),
    ),
    of_outcomes(
        "The last day of the year before is too early, its morrow is not",
        "3.1",
        {
            EVERY: {"fte": "0"},
            every("2024Q2"): {"fte": "0"},
            every("2023Q4"): {"fte": "1"},
        },
        outcome(YC, "2023-06-30"),
    ),
    of_outcomes(
        "An entrant counts in four quarters' figures",
        "3.1",
        {every(quarter): {"fte": "1"} for quarter in ("2023Q2", "2023Q4", "2024Q1")},
        outcome(YC, "2023-07-01"),
    ),
    of_outcomes(
        "A child enters once in a lifetime",
        "3.1",
        DOES_NOT,
        outcome("REPRIMAND", "2013-04-07"),
        outcome("REFERRAL_ORDER", DAY),
        born="2001-01-01",
    ),
    of_outcomes(
        "A reprimand after its abolition is no outcome, so the next is the first",
        "12 unknown code",
        ENTERS,
        outcome("REPRIMAND", "2022-04-08"),
        outcome(YC, DAY),
    ),
    of_outcomes(
        "A first outcome that an appeal undid gives way to the next",
        "3.1",
        ENTERS,
        outcome("REFERRAL_ORDER", "2022-05-01", appeal="Result of appeal successful"),
        outcome(YC, DAY),
    ),
    of_outcomes(
        "A first outcome out of area makes no entrant, nor does the next here",
        "3.1",
        DOES_NOT,
        outcome(YC, "2023-08-01", residence="OTHER"),
        outcome("REFERRAL_ORDER", DAY),
    ),
    of_outcomes(
        "Of two outcomes of a day the more serious is the first",
        "3.1",
        ENTERS,
        outcome(YC, DAY, residence="OTHER"),
        outcome("REFERRAL_ORDER", DAY),
    ),
    *(
        of_outcomes(
            f"Of two rows alike the lowest ids decide: {first} first",
            "12 first time entrant, two rows",
            figures,
            outcome(YC, DAY, residence=first),
            outcome(YC, DAY, residence=second),
        )
        for first, second, figures in (
            ("LOCAL", "OTHER", ENTERS),
            ("OTHER", "LOCAL", DOES_NOT),
        )
    ),
    *(
        of_outcomes(name, "3.1", figures, outcome(YC, DAY), age=age, hearing=hearing)
        for name, age, hearing, figures in (
            ("An offence at 10 may enter", 10, 10, ENTERS),
            ("An offence at 9 may not", 9, 10, DOES_NOT),
            ("17 at offence and first hearing enters, though 18 since", 17, 17, ENTERS),
            ("A first hearing at 18 does not", 17, 18, DOES_NOT),
        )
    ),
    of_outcomes(
        "A missing age at the first hearing is the age at the outcome",
        "12 missing first-hearing age",
        {
            **ENTERS,
            V8.having("null.age_first_hearing_from_outcome", "false"): {"fte": "0"},
        },
        outcome(YC, DAY),
        hearing=None,
    ),
    of_outcomes(
        "Who is 18 at the outcome, and no hearing told, does not enter",
        "12 missing first-hearing age",
        DOES_NOT,
        outcome(YC, DAY),
        hearing=None,
        born="2006-04-30",
    ),
    case(
        "A rate takes the population of the year before, or the nearest loaded",
        "12 population",
        [
            child(
                order(
                    "SECTION_250",
                    "2024-05-01",
                    "2024-12-31",
                    category="ROBBERY",
                    score=6,
                )
            )
        ],
        {
            EVERY: {
                "fte": "1/40909 =2 firm",
                "custody": "1/40909 =0.02 firm",
                "kpi9": "1/40909 =0.2 firm",
            }
        },
        service="Testshire",
    ),
]
