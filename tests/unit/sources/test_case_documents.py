"""Case documents: every record lands under its national names, a breach is named."""

import json

import pytest

from sources._shared.delivery import Delivery, FileRefused
from sources.case_document.validation import SCHEMA
from sources.registry import adapter_for
from tests.fixtures.deliveries.making import document

OFFENCE = {
    "offenceID": "O1",
    "cjscode": None,
    "x_note": "ours",
    "offenceLegalOutcome": [
        {"legalOutcome": "REPRIMAND", "rank": 2},
        {"legalOutcome": "REFERRAL_ORDER", "lorequirements": [{"requirement": "R"}]},
    ],
}


def fetch(tmp_path, content, name="return.json"):
    path = tmp_path / name
    text = content if isinstance(content, str) else json.dumps(content)
    path.write_text(text, encoding="utf-8")
    return adapter_for("case_document").fetch(Delivery("case_document", path))


def read(tmp_path, content):
    """Return rows as dictionaries by entity, and what was rejected."""
    rows, rejected = {}, []
    for batch in fetch(tmp_path, content).batches:
        names = batch.entity.column_names
        found = rows.setdefault(batch.entity.name, [])
        found += [dict(zip(names, row, strict=True)) for row in batch.rows]
        rejected += batch.rejected
    return rows, rejected


@pytest.fixture
def offending():
    content = document()
    content["children"][0]["offence"] = [complete_offence(OFFENCE)]
    return content


def complete_offence(offence):
    """Fill what the schema asks for with null, without touching what is there."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    child = schema["properties"]["children"]["items"]["properties"]
    item = child["offence"]["items"]
    outcome = item["properties"]["offenceLegalOutcome"]["items"]
    outcomes = [
        dict.fromkeys(outcome["required"]) | sent
        for sent in offence["offenceLegalOutcome"]
    ]
    return dict.fromkeys(item["required"]) | offence | {"offenceLegalOutcome": outcomes}


def test_records_below_an_offence_carry_its_id_and_their_place(tmp_path, offending):
    rows, rejected = read(tmp_path, offending)

    assert rejected == []
    assert [row["outcome_number"] for row in rows["legal_outcomes"]] == ["1", "2"]
    (requirement,) = rows["lo_requirements"]
    assert (requirement["offenceID"], requirement["outcome_number"]) == ("O1", "2")
    assert requirement["ypid"] == "Y1"


def test_null_stays_null_and_the_senders_own_fields_are_kept(tmp_path, offending):
    rows, _ = read(tmp_path, offending)

    (offence,) = rows["offences"]
    assert offence["cjscode"] is None
    assert json.loads(offence["x_fields"]) == {"x_note": "ours"}
    assert rows["persons"][0]["originatingYOTPersonID"] == ""
    assert rows["returns"][0]["deleted_yps"] == "[]"


@pytest.mark.parametrize(
    "many", [lambda d: {"documents": d}, list], ids=["case", "list"]
)
def test_a_document_that_breaks_the_schema_does_not_stop_the_others(tmp_path, many):
    content = many([document("1"), document("2", sex="7"), document("3")])

    rows, (rejected,) = read(tmp_path, content)

    assert [row["source_return_id"] for row in rows["returns"]] == ["1", "3"]
    assert rejected.row_number == 2
    assert rejected.column == "children[0].person_details.sex"
    assert rejected.reason.startswith("document 2: children[0].person_details.sex must")
    assert "7" not in rejected.reason.split("sex", 1)[1]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (document(dateOfBirth="1 May 2008"), "dateOfBirth must be a date"),
        (document(shoeSize="4"), "unknown field 'shoeSize'"),
        ({"return_part": {}, "children": []}, "return_part lacks the field"),
        ('{"return_part": {"source_return_id": "1', "cut off"),
        ("", "holds nothing"),
        ("A,B\n1,2\n", "is not JSON"),
        ('{"hello": 1}', "neither a case document"),
        ('{"documents": [1]}', "neither a case document"),
        ('{"documents": []}', "not one document"),
        ('{"board_meetings": [1]}', "neither a case document"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value else "",
)
def test_a_file_without_a_usable_document_is_refused(tmp_path, content, words):
    with pytest.raises(FileRefused) as refusal:
        list(fetch(tmp_path, content).batches)
    assert words in refusal.value.what
    assert "1 May 2008" not in refusal.value.what


def test_a_file_is_dated_by_its_name_else_by_its_newest_sign_off(tmp_path):
    later = document("2")
    later["return_part"]["signoff_date"] = "2024-10-31"
    unsigned = document("3")
    unsigned["return_part"] |= {"signoff_date": "1900-01-01"}
    content = {"documents": [document(), later, unsigned]}

    assert str(fetch(tmp_path, content).extract_date) == "2024-10-31"
    named = fetch(tmp_path, content, "return_20241115.json")
    assert str(named.extract_date) == "2024-11-15"


@pytest.mark.parametrize("documents", [{"documents": [document()]}, {}])
def test_board_meetings_come_in_the_case_file_or_alone(tmp_path, documents):
    meeting = {"meeting_date": "2024-04-18", "sector": "police", "new_partner": "no"}

    rows, _ = read(tmp_path, {**documents, "board_meetings": [meeting]})

    assert rows["board_meetings"][0]["sector"] == "police"
    assert rows["board_meetings"][0]["yjs_name"] is None
