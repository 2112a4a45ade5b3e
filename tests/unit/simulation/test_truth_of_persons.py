"""truth/persons.csv names everyone in the extracts, and nobody who is not there."""

import csv
import dataclasses

import pandas as pd
import pytest

from simulation.truth import PersonsTruth
from simulation.world import TABLES
from tests.unit.simulation import small_world
from tests.unit.simulation.small_world import deliver, read

OTHER = f"T{small_world.OTHER}"


@pytest.fixture
def persons(tmp_path):
    truth = PersonsTruth(small_world.PLAN, tmp_path)
    truth.write(small_world.make_example())
    truth.finish()
    with (tmp_path / "persons.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {
        (row["supplier"], row["supplier_person_id"]): row["true_child_id"]
        for row in rows
    }


def test_a_child_twice_in_the_case_system_has_two_ids_and_one_truth(persons):
    ids = {key for key in persons if key[0] == "core_plus"}
    assert ids == {("core_plus", id_) for id_ in ("100", "101", "102", "902")}
    assert persons["core_plus", "902"] == persons["core_plus", "102"] == "T2"


def test_a_case_document_names_children_by_service_and_ypid(persons):
    assert persons["case_document", "Leicester|902"] == "T2"


def test_children_unknown_to_the_service_have_a_truth_of_their_own(persons):
    suppliers = {supplier for supplier, _ in persons if persons[supplier, _] == OTHER}
    assert suppliers == {"niche", "school_census", "ssda903", "systmone"}


@pytest.mark.parametrize(
    ("supplier", "part", "column", "encoding"),
    [
        ("school_census", "pupil", "upn", "utf-8"),
        ("ssda903", "header", "CHILD", "utf-8"),
        ("systmone", "SRPatient", "IDPatient", "utf-8"),
    ],
)
def test_every_id_of_an_extract_is_in_the_truth(
    supplier, part, column, encoding, persons, tmp_path
):
    files = deliver(supplier, tmp_path / "drop", small_world.make_example())
    sent = {
        row[column]
        for name, content in files.items()
        if part in name
        for row in read(content, encoding)
    }
    known = {id_ for owner, id_ in persons if owner == supplier}
    assert sent
    assert sent <= known


def test_suppliers_that_are_not_simulated_are_not_in_the_truth(tmp_path):
    plan = dataclasses.replace(small_world.PLAN, suppliers=("niche",))
    truth = PersonsTruth(plan, tmp_path)
    truth.write(small_world.make_example())
    truth.finish()
    lines = (tmp_path / "persons.csv").read_text("utf-8").splitlines()
    assert {line.split(",")[0] for line in lines[1:]} == {"niche"}


def test_a_world_in_which_nobody_met_a_partner_names_the_case_systems_own(tmp_path):
    lonely = small_world.make_world(
        children=pd.DataFrame([small_world.child(0)])[list(TABLES["children"])]
    )
    truth = PersonsTruth(small_world.PLAN, tmp_path)
    truth.write(lonely)
    truth.finish()
    lines = (tmp_path / "persons.csv").read_text("utf-8").splitlines()
    assert lines[1:] == ["core_plus,100,T0", "case_document,Leicester|100,T0"]
