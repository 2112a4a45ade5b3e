"""The settings that no other topic proves: maps, ranks, rounding, bases, populations.

A setting that belongs to one KPI is proved with it. See ``rule_settings.csv`` for all.
"""

from tests.integration.rule_cases.case import V1, V2, V8, case
from tests.integration.rule_cases.children import child, lives, offence, order, outcome
from tests.integration.rule_cases.rankings import YRO
from tests.integration.rule_cases.reoffending import BINARY, YC, event

SIXTEEN = [
    *(child(order(), lives(), ypid=f"c{n:02}") for n in range(1)),
    *(child(order(), lives(since="2024-02-01"), ypid=f"d{n:02}") for n in range(2)),
    *(child(order(), ypid=f"e{n:02}") for n in range(13)),
]
LEICESTER = "Leicester City"
SHORTER = V8.of("2024Q2").having("reoff.proof_months", "17")


def rounding(mode, of_one, of_three):
    """The value of one and of three in sixteen, as a setting rounds them."""
    asked = V8.having("round.mode", mode)
    return {
        asked: {"kpi1": of_three, "kpi1a point=start, suitability=suitable": of_one}
    }


CASES = [
    case(
        "A programme type counts if the service says so, and does not if it says not",
        "cfg.map.disposal_count_in_kpis",
        [child(order(disposal="PREVENTION"), ypid="c1"), child(order(YRO), ypid="c2")],
        {
            V8: {"kpi1": "0/1"},
            V8.having("map.disposal_count_in_kpis", "PREVENTION=YES"): {"kpi1": "0/2"},
            V8.having(
                "map.disposal_count_in_kpis",
                "PREVENTION=YES,YOUTH_REHABILITATION_ORDER=NO",
            ): {"kpi1": "0/1", "kpi1 order_type=ro": "0/1"},
        },
    ),
    case(
        "An outcome counts if the service says so, and does not if it says not",
        "cfg.map.legal_outcome_count_in_kpi",
        [
            child(order("REPARATION_ORDER", disposal="COURT_FINE_SUPPORT"), ypid="c1"),
            child(order(YRO), ypid="c2"),
        ],
        {
            V8: {"kpi1": "0/1"},
            V8.having("map.legal_outcome_count_in_kpi", "REPARATION_ORDER=YES"): {
                "kpi1": "0/2"
            },
            V8.having(
                "map.legal_outcome_count_in_kpi", "YOUTH_REHABILITATION_ORDER=NO"
            ): {"kpi1": "0/0"},
        },
    ),
    case(
        "A service's own ranks decide which order is the more serious",
        "cfg.rank",
        [child(order(), order(YRO, number=2))],
        {
            V8: {"kpi1 order_type=yro": "0/1"},
            V8.having("rank", "REFERRAL_ORDER"): {
                "kpi1 order_type=ro": "0/1",
                "kpi1 order_type=yro": "0/0",
            },
        },
    ),
    case(
        "An order revoked for breach has ended, unless the setting says not",
        "cfg.revoked_counts_as_ended",
        [
            child(
                order(end="2024-05-01"),
                offence(
                    2,
                    outcome(YRO, "2024-05-01"),
                    category="BREACH_OF_STATUTORY_ORDER",
                    programmeBreachID="P1",
                ),
            )
        ],
        {
            V8: {"kpi1": "0/1"},
            V8.having("revoked_counts_as_ended", "false"): {"kpi1": "0/0"},
        },
    ),
    case(
        "Values are rounded half up on the exact fraction, unless the setting says not",
        "1.4 cfg.round.mode",
        SIXTEEN,
        {
            V2: {
                "kpi1": "3/16 =18.8",
                "kpi1a point=start, suitability=suitable": "1/16 =6.3",
            },
            **rounding("half_up", "1/16 =6.3", "3/16 =18.8"),
            **rounding("half_even", "1/16 =6.2", "3/16 =18.8"),
            **rounding("down", "1/16 =6.2", "3/16 =18.7"),
        },
    ),
    case(
        "A base below thirty is low, or below what the setting says",
        "12 low base",
        SIXTEEN,
        {
            (V1, V8): {
                "kpi1": "3/16 low",
                "kpi9": "0 firm",
                "remand_four_weeks": "0 firm",
            },
            V8.having("low_base", "16"): {"kpi1": "3/16 firm"},
            V8.having("low_base", "17"): {"kpi1": "3/16 low"},
        },
    ),
    case(
        "A base of thirty is firm",
        "12 low base",
        [child(order(), ypid=f"c{n:02}") for n in range(30)],
        {V8: {"kpi1": "0/30 =0.0 firm"}},
    ),
    case(
        "Reoffending is low by its cohort, whatever it is divided by",
        "12 low base",
        [child(event(1, YC, "2022-05-01"), ypid=f"c{n:02}") for n in range(30)],
        {
            V8.of("2022Q1"): {
                BINARY: "0/30 firm",
                "reoffending_frequency period=quarter": "0/0 firm",
            }
        },
    ),
    case(
        "A cohort may be final 18 months after its own last event",
        "cfg.reoff.final_rule",
        [child(event(1, YC, "2024-07-01"))],
        {
            SHORTER: {BINARY: "0/1 provisional"},
            SHORTER.having("reoff.final_rule", "last_reference_date"): {
                BINARY: "0/1 final"
            },
        },
    ),
    case(
        "Scores may be left unfilled, or be those of one day",
        "cfg.gravity.vintage",
        [
            child(
                order(
                    on="2024-05-01",
                    category="VIOLENCE_AGAINST_THE_PERSON",
                    score=None,
                    cjscode="OF61018",
                )
            )
        ],
        {
            V8: {"kpi9": "1"},
            V8.having("gravity.vintage", "none"): {"kpi9": "0", "kpi9a": "0/1"},
            V8.having("gravity.vintage", "2024-04-01"): {"kpi9": "1"},
            V8.having("gravity.vintage", "1999-01-01"): {"kpi9": "0"},
        },
    ),
    case(
        "The population is of the year before the quarter's, or the newest older one",
        "12 population",
        [child(offence(1, outcome("YOUTH_CAUTION", "2024-05-01")))],
        {
            V8: {"fte": "1/39944 =3"},
            V8.having("pop.year_offset", "-4"): {"fte": "1/35417 =3"},
            V8.of("2021Q3"): {"fte": "0/35417 =0"},
            V8.of("2021Q4"): {"fte": "0/35417"},
            V8.of("2022Q1"): {"fte": "0/39944"},
        },
        service=LEICESTER,
    ),
]
