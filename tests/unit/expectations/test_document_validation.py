"""Each question of the minimum validation set passes a sound document and finds its gap."""

import json
from pathlib import Path

import pytest

from expectations.returns.case_level import build_suite
from expectations.returns.documents import hold_document, list_breaches
from sources.case_document.validation import find_breach

SAMPLE = Path(__file__).parents[2] / "fixtures" / "case_document.sample.json"


@pytest.fixture
def document():
    """A sound document of one child."""
    content = json.loads(SAMPLE.read_text(encoding="utf-8"))
    content["children"] = content["children"][:1]
    return content


def first(name):
    return lambda child: child[name][0]


def outcome(child):
    return child["offence"][0]["offenceLegalOutcome"][0]


def details(child):
    return child["person_details"]


# rule: which record of the child is spoilt, how, and the place that is then named
SPOILT = {
    "V-BIRTH-DATE": [
        (details, {"dateOfBirth": None}, "person_details.dateOfBirth"),
        (details, {"dateOfBirth": "2000-01-01"}, "person_details.dateOfBirth"),
        (details, {"dateOfBirth": "2016-01-01"}, "person_details.dateOfBirth"),
    ],
    "V-OUTCOME-DATE": [(outcome, {"outcomeDate": "2024-01-19"}, "offence F1")],
    "V-PROGRAMME-LINK": [
        (
            lambda child: child,
            {"link_offence_intervention_programme": []},
            "intervention_programme P2",
        )
    ],
    "V-PROGRAMME-DATES": [
        (first("intervention_programme"), {"startDate": None}, None),
        (first("intervention_programme"), {"endDate": "2024-02-11"}, None),
    ],
    "V-RESIDENCE": [
        (outcome, {"residenceOnLegalOutcomeDate": None}, "offence F1"),
    ],
    "V-SCORE": [
        (first("offence"), {"yjbseriousnessScore": None}, "offence F1"),
        (first("offence"), {"yjboffenceCategory": ""}, "offence F1"),
    ],
    "V-HEARING-AGE": [
        (outcome, {"legalOutcome": "REFERRAL_ORDER"}, "offence F1"),
    ],
    "V-SEND-PLAN": [(first("sendaln"), {"kpi3SENDFormalPlan": None}, "sendaln")],
    "V-ETE-HOURS": [
        (first("ete_status"), {"hoursOffered": 0}, "ete_status"),
        (first("ete_status"), {"provisionType": "NONE"}, "ete_status"),
    ],
    "V-VICTIM-CONSENT": [
        (first("victim_intervention"), {"consentYJSContact": None}, None)
    ],
}
CASES = [(code, *case) for code, cases in SPOILT.items() for case in cases]


def failed(document):
    return {item.code: item.units for item in hold_document(document) if item.units}


def test_a_sound_document_breaks_no_question(document):
    assert find_breach(document) is None
    assert failed(document) == {}


@pytest.mark.parametrize(("code", "find", "change", "place"), CASES)
def test_each_question_finds_its_own_gap(document, code, find, change, place):
    [child] = document["children"]
    find(child).update(change)
    if code == "V-HEARING-AGE":
        child["offence"][0]["ageOnFirstHearing"] = None

    found = failed(document)

    assert list(found) == [code]
    assert place is None or found[code] == (f"{child['ypid']} {place}",)


def test_every_question_of_the_suite_is_asked_here():
    asked = {rule.code for rule in build_suite().rules if rule.code.startswith("V-")}

    assert asked == set(SPOILT)


def test_a_broken_form_is_told_before_any_question_is_asked(document):
    details(document["children"][0])["dateOfBirth"] = 7

    assert {code for code, _ in list_breaches(document)} == {"C-SCHEMA"}


def test_what_breaks_a_rule_is_named_by_its_child_and_not_by_its_numbers(document):
    outcome(document["children"][0])["residenceOnLegalOutcomeDate"] = None

    [broken] = [
        result
        for result in hold_document(document, children={"100001": "Cinvented"})
        if result.found
    ]
    [unit] = broken.found

    assert (unit.issue_key, unit.child_id) == ("Cinvented offence", "Cinvented")
