"""The rules of a national case document name the child and the field, never a value."""

import pytest

from expectations.returns.documents import hold_document
from tests.fixtures.deliveries.making import document

OFFENCE = {
    "offenceID": "O1",
    "offenceDate": "2024-01-20",
    "yjboffenceCategory": "ROBBERY",
    "yjbseriousnessScore": 6,
    "ageAtArrestOrOffence": 15,
    "ageOnFirstHearing": 15,
    "offenceLegalOutcome": [],
}
LINK = "link_offence_intervention_programme"


def child(content):
    return content["children"][0]


@pytest.fixture
def content():
    """A document of one child with an offence that nothing answers yet."""
    sound = document()
    child(sound)["offence"] = [dict(OFFENCE)]
    return sound


def failed(content):
    """Return code and units of each rule that a document breaks."""
    return {item.code: item.units for item in hold_document(content) if item.blocks}


def test_a_sound_document_passes(content):
    assert failed(content) == {}


def test_a_broken_field_is_named_by_child_and_path(content):
    child(content)["offence"][0]["yjbseriousnessScore"] = "heavy"

    (unit,) = failed(content)["C-SCHEMA"]

    assert unit.startswith("Y1 offence[0].yjbseriousnessScore must be of type")
    assert "heavy" not in unit


def test_each_child_that_breaks_the_schema_is_named(content):
    content["children"] += [{**child(content), "ypid": "Y2", "offence": [], "shoe": 4}]
    del child(content)["offence"][0]["offenceDate"]

    units = failed(content)["C-SCHEMA"]

    assert units == (
        "Y1 offence[0] lacks the field 'offenceDate'",
        "Y2 child has the unknown field 'shoe'",
    )


def test_a_broken_head_is_told_once_and_not_for_every_child(content):
    content["return_part"]["signoff_date"] = "soon"

    (unit,) = failed(content)["C-SCHEMA"]

    assert unit.startswith("return_part.signoff_date must be a date")


def test_an_id_that_two_offences_bear_is_named(content):
    child(content)["offence"] += [dict(OFFENCE)]

    assert failed(content) == {"C-IDS": ("Y1 offence.offenceID O1",)}


def test_two_children_of_one_ypid_are_named(content):
    content["children"] += [child(content)]

    assert failed(content) == {"C-IDS": ("Y1 ypid",)}


def test_a_child_that_bears_two_ypids_is_named(content):
    child(content)["person_details"]["ypid"] = "Y9"

    assert failed(content) == {"C-IDS": ("Y1 person_details.ypid",)}


def test_a_link_that_leads_nowhere_is_named_at_the_end_that_is_missing(content):
    child(content)[LINK] = [{"offenceID": "O1", "interventionProgrammeID": "P9"}]

    assert failed(content) == {"C-LINKS": (f"Y1 {LINK}.interventionProgrammeID P9",)}


def test_a_link_to_the_offence_of_another_child_leads_nowhere(content):
    other = {**child(document()), "ypid": "Y2"}
    other["person_details"] = {**other["person_details"], "ypid": "Y2"}
    other["link_hearing_offence"] = [{"hearingID": "H1", "offenceID": "O1"}]
    content["children"] += [other]

    assert failed(content)["C-LINKS"] == (
        "Y2 link_hearing_offence.hearingID H1",
        "Y2 link_hearing_offence.offenceID O1",
    )


def test_a_return_without_a_child_is_refused(content):
    assert "C-CHILDREN" in failed({**content, "children": []})
