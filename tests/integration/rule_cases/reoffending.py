"""Reoffending: who enters a quarter's cohort and by which event, 3.2.

Cohorts belong here. What counts as a reoffence belongs to ``reoffences``.
"""

from tests.integration.rule_cases.case import V8, a_return, case
from tests.integration.rule_cases.children import child, offence, outcome, programme

COHORT = V8.of("2022Q1")
BINARY = "reoffending_binary period=quarter"
DTO, YC, RO = "DETENTION_AND_TRAINING_ORDER", "YOUTH_CAUTION", "REFERRAL_ORDER"
ENTERS, DOES_NOT = {COHORT: {BINARY: "0/1"}}, {COHORT: {BINARY: "0/0 =-"}}


def of_events(name, clause, figures, *parts, **person):
    """A case of one child of the cohort of April to June 2022."""
    return case(name, clause, [child(*parts, **person)], figures)


def event(number, code, decided, **fields):
    """An offence long ago, unless ``on`` says when, with one outcome."""
    given = {"on": "2021-01-01", **fields}
    of_outcome = {
        k: given.pop(k) for k in ("appeal", "residence", "part") if k in given
    }
    return offence(number, outcome(code, decided, **of_outcome), **given)


CASES = [
    *(
        of_events(
            f"A {code} enters the cohort of its day",
            "6",
            ENTERS,
            event(1, code, "2022-05-01"),
        )
        for code in (
            YC,
            "YOUTH_CONDITIONAL_CAUTION",
            "FINE",
            RO,
            "YOUTH_REHABILITATION_ORDER",
        )
    ),
    *(
        of_events(f"A {code} does not", "6", DOES_NOT, event(1, code, "2022-05-01"))
        for code in (
            "NO_FURTHER_ACTION_OUTCOME_22_WITH_YJS_INVOLVEMENT",
            "BIND_OVER",
            "BREACH_PROVED_ORDER_CONTINUES",
        )
    ),
    of_events(
        "The first and the last day of the quarter enter it",
        "3.2",
        {COHORT: {BINARY: "0/1"}, V8.of("2021Q4"): {BINARY: "0/0"}},
        event(1, YC, "2022-04-01"),
        event(2, YC, "2022-06-30"),
    ),
    of_events(
        "Custody enters at its release, not at the sentence",
        "12 custody release",
        {V8.of("2021Q3"): {BINARY: "0/0"}, COHORT: {BINARY: "0/1"}},
        event(1, DTO, "2021-10-01"),
        programme(1, "DTO_CUSTODY", "2021-10-01", "2022-05-01", 1),
        programme(2, "DTO_LICENCE", "2022-05-02", "2022-12-01", 1),
    ),
    of_events(
        "Without a custody programme the licence tells the release",
        "12 custody release",
        {COHORT: {BINARY: "0/1"}},
        event(1, DTO, "2021-10-01"),
        programme(1, "DTO_LICENCE", "2022-05-02", "2022-12-01", 1),
    ),
    case(
        "A release that nobody recorded is no entry, and is found",
        "12 custody release",
        [
            child(
                event(1, "SECTION_250", "2022-05-01"),
                programme(1, "SECTION_250", "2022-05-01", "2022-06-01", 1),
            )
        ],
        DOES_NOT,
        finds=("DQ-RELEASE-UNKNOWN",),
    ),
    of_events(
        "An event of a child of another area does not enter",
        "12 index event",
        DOES_NOT,
        event(1, YC, "2022-05-01", residence="OTHER"),
    ),
    of_events(
        "An event that an appeal undid does not enter",
        "12 index event",
        DOES_NOT,
        event(1, RO, "2022-05-01", appeal="Changed on appeal"),
    ),
    of_events(
        "A breach is no event",
        "12 index event",
        DOES_NOT,
        event(1, RO, "2022-05-01", category="BREACH_OF_STATUTORY_ORDER"),
    ),
    of_events(
        "An offence that is not recordable is no event",
        "12 index event",
        DOES_NOT,
        event(1, RO, "2022-05-01", cjscode="XNREC01"),
    ),
    of_events(
        "A child of 9 on the day does not enter",
        "12 index event",
        DOES_NOT,
        event(1, YC, "2022-05-01"),
        born="2012-05-02",
    ),
    of_events(
        "A child who turns 18 on the day does not enter",
        "12 index event",
        DOES_NOT,
        event(1, YC, "2022-05-01"),
        born="2004-05-01",
    ),
    of_events(
        "A child who turns 18 the day after does",
        "12 index event",
        ENTERS,
        event(1, YC, "2022-05-01"),
        born="2004-05-02",
    ),
    of_events(
        "A child enters a quarter once, at its first event",
        "3.2",
        {COHORT: {BINARY: "1/1", "reoffences_per_child period=quarter": "1/1"}},
        event(1, YC, "2022-04-10"),
        event(2, RO, "2022-06-20", on="2022-05-15"),
    ),
    of_events(
        "A child is in each quarter it has an event in, and twelve months sum them",
        "3.2",
        {
            V8.of("2022Q4"): {
                "reoffending_binary period=12m": "0/2 =0.0 low",
                "reoffending_frequency period=12m": "0/0 =-",
            }
        },
        event(1, YC, "2022-05-01"),
        event(2, RO, "2022-08-01"),
    ),
    case(
        "Two ids of a child are one in a cohort",
        "12 duplicates",
        [
            child(event(1, YC, "2022-05-01"), ypid="c1", originating="ONE"),
            child(event(1, YC, "2022-06-01"), ypid="c2", originating="ONE"),
        ],
        {
            COHORT: {BINARY: "0/1"},
            COHORT.having("duplicates.merge_on_originating_id_and_dob", "false"): {
                BINARY: "0/2"
            },
        },
    ),
    case(
        "A figure is final from 18 months after its cohort, provisional before",
        "12 state",
        [
            a_return(
                [child(event(1, YC, "2023-03-31"), event(2, YC, "2023-04-01"))],
                signed="2024-07-31",
            )
        ],
        {
            V8.of("2022Q4"): {BINARY: "0/1 final"},
            V8.of("2022Q4").as_known_on("2024-09-30"): {BINARY: "0/1 final"},
            V8.of("2023Q1").as_known_on("2024-09-30"): {BINARY: "0/1 provisional"},
        },
    ),
]
