"""Faults inside a case document change single values and keep all the rest."""

import dataclasses
import json

import pytest

from simulation.faults.documents import spoil_documents
from tests.unit.simulation import small_world


def write_document(drop, indent):
    children = [
        {
            "ypid": str(number),
            "person_details": {
                "dateOfBirth": f"2009-01-{number:02d}",
                "ethnicity": "WHITE_IRISH",
            },
            "offence": [{"offenceID": f"F{number}", "yjbseriousnessScore": 3}],
            "intervention_programme": [{"disposalType": "REFERRAL_ORDER"}],
        }
        for number in range(1, 13)
    ]
    path = drop / "case_document" / "Leicester_20240930.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"children": children}, indent=indent), "utf-8")
    return path, children


def spoil(drop, indent, level="light"):
    path, children = write_document(drop, indent)
    plan = dataclasses.replace(small_world.PLAN, faults=level)
    faults = spoil_documents(plan, drop)
    return faults, children, json.loads(path.read_text("utf-8"))["children"]


def list_values(child):
    return json.dumps(child, sort_keys=True)


@pytest.mark.parametrize("indent", [None, 1])
def test_the_ordinal_of_a_fault_names_the_spoilt_item(indent, tmp_path):
    faults, _, spoilt = spoil(tmp_path, indent)
    place = {fault.fault: fault.row_number - 1 for fault in faults}
    person = spoilt[place["date_is_no_date"]]["person_details"]
    assert person["dateOfBirth"] == "2010-02-30"
    unknown = spoilt[place["missing_birth_date"]]["person_details"]
    assert unknown["dateOfBirth"] == "1900-01-01"


def test_an_unknown_code_stands_in_one_programme_and_one_person(tmp_path):
    _, _, spoilt = spoil(tmp_path, 1)
    programmes = [child["intervention_programme"][0] for child in spoilt]
    answers = [child["person_details"]["ethnicity"] for child in spoilt]
    assert [each["disposalType"] for each in programmes].count("STERN_TALKING_TO") == 1
    assert answers.count("NOT_IN_ANY_LIST") == 1


@pytest.mark.parametrize(("level", "spoilt_children"), [("light", 1), ("heavy", 3)])
def test_no_more_values_change_than_are_listed(level, spoilt_children, tmp_path):
    faults, clean, spoilt = spoil(tmp_path, 1, level)
    assert len(faults) == 4 * spoilt_children
    changed = sum(
        list_values(before) != list_values(after)
        for before, after in zip(clean, spoilt, strict=True)
    )
    assert 0 < changed <= len(faults)


def test_a_supplier_that_is_not_simulated_is_left_alone(tmp_path):
    path, _ = write_document(tmp_path, 1)
    before = path.read_bytes()
    plan = dataclasses.replace(small_world.PLAN, faults="heavy", suppliers=("niche",))
    assert spoil_documents(plan, tmp_path) == []
    assert path.read_bytes() == before
