"""Children whose records can be used, but not believed: each has its stated outcome.

What docs/bad-input.md promises of a child's records is held here, one service to each
case. That each doubt is found at all is tested in ``test_findings_of_children.py``.
"""

import pytest

from tests.integration.sound_documents import count, headline, returns, sound_child
from warehouse.counting import Run

O1 = "offence.0."
X1 = "offence.0.offenceLegalOutcome.0."
P1 = "intervention_programme.0."
R1 = "residence.0."
NO_DATE = "1900-01-01"
RULES = ["KPI-v1-template", "KPI-v2-headline", "KPI-v8-code"]
COUNTED, LEFT_OUT = (1, 1), (0, 0)

# name: changes, kpi1 of the quarter, children of kpi9b, a code that is found
CASES = {
    "sound": ({}, COUNTED, (1, 1), None),
    "no end": ({P1 + "endDate": NO_DATE}, LEFT_OUT, (1, 1), "DQ-END-MISSING"),
    "no start": ({P1 + "startDate": NO_DATE}, LEFT_OUT, (1, 1), "DQ-START-NULL"),
    "end before start": (
        {P1 + "endDate": "2023-05-09"},
        LEFT_OUT,
        (1, 1),
        "DQ-END-BEFORE-START",
    ),
    "end after what is known": (
        {P1 + "endDate": "2024-08-01"},
        LEFT_OUT,
        (1, 1),
        "DQ-END-FUTURE",
    ),
    "no outcome date": (
        {X1 + "outcomeDate": NO_DATE},
        LEFT_OUT,
        LEFT_OUT,
        "DQ-OUTCOME-DATE-NULL",
    ),
    "outcome after what is known": (
        {X1 + "outcomeDate": "2024-08-01"},
        LEFT_OUT,
        LEFT_OUT,
        "DQ-OUTCOME-FUTURE",
    ),
    "outcome before the offence": (
        {O1 + "offenceDate": "2023-05-11"},
        COUNTED,
        (1, 1),
        "DQ-OUTCOME-BEFORE-OFFENCE",
    ),
    "no offence date": (
        {O1 + "offenceDate": NO_DATE},
        COUNTED,
        (1, 1),
        "DQ-OFFENCE-DATE-NULL",
    ),
    "no hearing date": (
        {"hearing.0.hearingDate": NO_DATE},
        COUNTED,
        (1, 1),
        "DQ-HEARING-DATE-NULL",
    ),
    # the ages are recorded, and the offence counts by them
    "no birth date": (
        {"person_details.dateOfBirth": NO_DATE},
        LEFT_OUT,
        (1, 1),
        "DQ-BIRTH-DATE-NULL",
    ),
    "no birth date and no age": (
        {"person_details.dateOfBirth": NO_DATE, O1 + "ageAtArrestOrOffence": None},
        LEFT_OUT,
        LEFT_OUT,
        "DQ-AGE-UNKNOWN",
    ),
    "100 years old": (
        {"person_details.dateOfBirth": "1923-05-02"},
        LEFT_OUT,
        (1, 1),
        "DQ-AGE-IMPLAUSIBLE",
    ),
    "everything before birth": (
        {"person_details.dateOfBirth": "2024-06-01"},
        LEFT_OUT,
        (1, 1),
        "DQ-DATE-BEFORE-BIRTH",
    ),
    "an offence before birth": (
        {O1 + "offenceDate": "2008-05-01"},
        COUNTED,
        (1, 1),
        "DQ-DATE-BEFORE-BIRTH",
    ),
    "a recorded age that the birth date contradicts": (
        {O1 + "ageAtArrestOrOffence": 40},
        COUNTED,
        LEFT_OUT,
        "DQ-AGE-CONTRADICTS",
    ),
    "an address that ends before it starts": (
        {R1 + "kpi1EndDate": "2019-12-31"},
        (0, 1),
        (1, 1),
        "DQ-STATUS-END-BEFORE-START",
    ),
    "an address of unknown start": (
        {R1 + "date": NO_DATE},
        COUNTED,
        (1, 1),
        "DQ-STATUS-START-NULL",
    ),
    "a transfer out on no day": (
        {"transfer.0": {"date": NO_DATE, "description": "TRANSFER_OUT"}},
        COUNTED,
        (1, 1),
        "DQ-TRANSFER-DATE-NULL",
    ),
    "no programme": (
        {"link_offence_intervention_programme": []},
        LEFT_OUT,
        LEFT_OUT,
        "DQ-LINK-MISSING",
    ),
    "residence and appeal not answered": (
        {X1 + "residenceOnLegalOutcomeDate": None, X1 + "outcomeAppealStatus": None},
        COUNTED,
        (1, 1),
        "DQ-RES-NULL",
    ),
    "an unknown legal outcome": (
        {X1 + "legalOutcome": "TALKING_TO"},
        LEFT_OUT,
        LEFT_OUT,
        "DQ-OUTCOME-CODE",
    ),
}


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """Count every case as a service of its own, under each rule version."""
    documents, runs = [], []
    for name, (changes, *_) in CASES.items():
        documents += returns([sound_child("c1", changes)], yjs_name=name)
        # KPI 9 counts the quarter of the outcome, KPI 1 that of the end
        runs += [Run("2024Q1", rules, service=name) for rules in RULES]
        runs.append(Run("2023Q1", "KPI-v8-code", service=name))
    found = count(tmp_path_factory.mktemp("doubtful"), documents, runs)
    each = len(RULES) + 1
    return {
        name: found[each * place : each * (place + 1)]
        for place, name in enumerate(CASES)
    }


@pytest.mark.parametrize("name", CASES)
def test_an_order_in_doubt_counts_as_stated_under_every_version(answers, name):
    _, expected, _, _ = CASES[name]

    assert [headline(answer) for answer in answers[name][:-1]] == [expected] * 3


@pytest.mark.parametrize("name", CASES)
def test_an_offence_in_doubt_counts_as_stated(answers, name):
    _, _, expected, _ = CASES[name]

    assert headline(answers[name][-1], "kpi9b") == expected


@pytest.mark.parametrize("name", CASES)
def test_a_doubt_is_named(answers, name):
    _, _, _, code = CASES[name]
    raised = {finding["code"] for finding in answers[name][0]["dq"]}

    assert code is None or code in raised
