"""Reoffending: which offences after the event count, until when, and how often: 3.2.

Reoffences belong here. Who is in a cohort belongs to ``reoffending``.
"""

from tests.integration.rule_cases.case import a_return, case
from tests.integration.rule_cases.children import child, offence, outcome
from tests.integration.rule_cases.reoffending import BINARY, COHORT, RO, YC, event

FREQUENCY = "reoffending_frequency period=quarter"
PER_CHILD = "reoffences_per_child period=quarter"
REOFFENDED = {COHORT: {BINARY: "1/1", FREQUENCY: "1/1 =1.00", PER_CHILD: "1/1"}}
DID_NOT = {COHORT: {BINARY: "0/1", FREQUENCY: "0/0 =-", PER_CHILD: "0/1 =0.00"}}
CAUTIONED = event(1, YC, "2022-04-15")


def again(committed, proven, number=2, code=RO, **fields):
    """An offence after the event, and when its outcome was."""
    return event(number, code, proven, on=committed, **fields)


def of_reoffences(name, clause, figures, *offences, **person):
    """A case of one child cautioned on 2022-04-15."""
    return case(name, clause, [child(CAUTIONED, *offences, **person)], figures)


def having(key, value, like):
    """The binary figure with a setting changed."""
    return {COHORT.having(key, value): {BINARY: like}}


CASES = [
    of_reoffences(
        "An offence within the year and proven in time is a reoffence",
        "3.2",
        REOFFENDED,
        again("2022-06-01", "2022-09-01"),
    ),
    of_reoffences(
        "An offence of the day itself is none, unless the setting says so",
        "cfg.reoff.start_inclusive",
        {**DID_NOT, **having("reoff.start_inclusive", "true", "1/1")},
        again("2022-04-15", "2022-09-01"),
    ),
    of_reoffences(
        "An offence a year after to the day is one, unless the setting says not",
        "cfg.reoff.end_inclusive",
        {**REOFFENDED, **having("reoff.end_inclusive", "false", "0/1")},
        again("2023-04-15", "2023-05-01"),
    ),
    of_reoffences(
        "An offence the day after that is none, unless the follow-up is longer",
        "cfg.reoff.follow_up_months",
        {**DID_NOT, **having("reoff.follow_up_months", "13", "1/1")},
        again("2023-04-16", "2023-05-01"),
    ),
    of_reoffences(
        "An outcome 18 months after to the day proves it",
        "12 proof",
        REOFFENDED,
        again("2022-06-01", "2023-10-15"),
    ),
    of_reoffences(
        "An outcome the day after that does not, unless the wait is longer",
        "12 proof",
        {**DID_NOT, **having("reoff.proof_months", "19", "1/1")},
        again("2022-06-01", "2023-10-16"),
    ),
    case(
        "An outcome after the day of knowledge has not proven anything on it",
        "12 proof",
        [
            a_return(
                [
                    child(
                        event(1, YC, "2023-05-01"),
                        event(2, RO, "2024-10-01", on="2023-06-01"),
                    )
                ],
                signed="2024-07-31",
            )
        ],
        {
            COHORT.of("2023Q1"): {BINARY: "1/1"},
            COHORT.of("2023Q1").as_known_on("2024-09-30"): {BINARY: "0/1"},
        },
    ),
    of_reoffences(
        "An offence before the event and proven after is none",
        "3.2",
        DID_NOT,
        again("2022-04-01", "2022-09-01"),
    ),
    of_reoffences(
        "An offence without an outcome is not proven",
        "3.2",
        DID_NOT,
        offence(2, on="2022-06-01"),
    ),
    *(
        of_reoffences(
            f"A {code} proves nothing",
            "6",
            DID_NOT,
            again("2022-06-01", "2022-09-01", code=code),
        )
        for code in (
            "COMMUNITY_RESOLUTION_WITH_YJS_INVOLVEMENT",
            "DISMISSED",
            "BIND_OVER",
        )
    ),
    of_reoffences(
        "A breach is no reoffence",
        "3.2",
        DID_NOT,
        again("2022-06-01", "2022-09-01", category="BREACH_OF_BAIL"),
    ),
    *(
        of_reoffences(
            f"An offence marked {code} is no reoffence",
            "3.2",
            DID_NOT,
            again("2022-06-01", "2022-09-01", cjscode=code),
        )
        for code in ("XNREC01", "XSCOT", "XNI", "CA03013")
    ),
    of_reoffences(
        "An offence taken into consideration is not proven by it",
        "12 reoffence",
        DID_NOT,
        again("2022-06-01", "2022-09-01", part="TIC"),
    ),
    of_reoffences(
        "A conviction that an appeal undid proves nothing",
        "3.2",
        DID_NOT,
        again("2022-06-01", "2022-09-01", appeal="Result of appeal successful"),
    ),
    of_reoffences(
        "A reoffence counts wherever the child lives",
        "12 reoffence",
        REOFFENDED,
        again("2022-06-01", "2022-09-01", residence="OTHER"),
    ),
    of_reoffences(
        "A reoffence at 18 counts",
        "3.2",
        REOFFENDED,
        again("2022-06-01", "2022-09-01", residence="OTHER"),
        born="2004-05-01",
    ),
    of_reoffences(
        "Every offence of one disposal counts",
        "3.2",
        {COHORT: {BINARY: "1/1", FREQUENCY: "3/1 =3.00", PER_CHILD: "3/1 =3.00 low"}},
        *(again("2022-06-01", "2022-09-01", number=n) for n in (2, 3, 4)),
    ),
    of_reoffences(
        "An offence with two outcomes is one reoffence",
        "12 reoffence",
        REOFFENDED,
        offence(
            2, outcome(RO, "2022-09-01"), outcome(YC, "2022-08-01"), on="2022-06-01"
        ),
    ),
    case(
        "Reoffences of two ids of a child are of one child, one per id and offence",
        "12 reoffence",
        [
            child(
                CAUTIONED,
                again("2022-06-01", "2022-07-01"),
                ypid="c1",
                originating="ONE",
            ),
            child(again("2022-06-01", "2022-07-01"), ypid="c2", originating="ONE"),
        ],
        {COHORT: {BINARY: "1/1", FREQUENCY: "2/1 =2.00"}},
    ),
    case(
        "Binary times frequency is reoffences per child",
        "3.2",
        [
            child(
                CAUTIONED,
                again("2022-06-01", "2022-07-01"),
                again("2022-06-02", "2022-07-01", number=3),
                ypid="c1",
            ),
            child(CAUTIONED, ypid="c2"),
            child(CAUTIONED, ypid="c3"),
        ],
        {COHORT: {BINARY: "1/3 =33.3", FREQUENCY: "2/1 =2.00", PER_CHILD: "2/3 =0.67"}},
    ),
]
