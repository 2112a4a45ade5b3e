"""A simulation gives the same bytes for the same plan, whole folders, and all people."""

import hashlib
import json
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from simulation import generate
from simulation.plan import SUPPLIERS, Plan
from simulation.run import FolderInUseError, simulate
from simulation.suppliers.core_plus_persons import number_deleted

PLAN = Plan("Leicester City", 130, 3, date(2024, 9, 30), seed=5)


def quietly(_):
    """Report to nobody."""


def hash_files(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(
            path.read_bytes()
        ).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    out = tmp_path_factory.mktemp("simulated")
    simulate(PLAN, out, quietly)
    return out


def test_the_same_plan_gives_the_same_bytes(made, tmp_path):
    simulate(PLAN, tmp_path, quietly)
    assert hash_files(tmp_path) == hash_files(made)


def test_another_seed_gives_other_children(made, tmp_path):
    simulate(replace(PLAN, seed=6), tmp_path, quietly)
    name = "truth/persons.csv"
    assert (tmp_path / name).read_bytes() != (made / name).read_bytes()


def test_every_supplier_and_the_truth_are_written_and_nothing_else(made):
    folders = {path.name for path in (made / "drop").iterdir()}
    assert folders == set(SUPPLIERS)
    assert {path.name for path in made.iterdir()} == {"drop", "truth"}
    truth = {path.name for path in (made / "truth").iterdir()}
    assert truth == {"persons.csv", "measures.json", "faults.csv"}


def test_only_the_suppliers_asked_for_are_written(tmp_path):
    simulate(replace(PLAN, suppliers=("niche", "ssda903")), tmp_path, quietly)
    assert {path.name for path in (tmp_path / "drop").iterdir()} == {"niche", "ssda903"}


def test_a_folder_that_holds_extracts_is_left_alone(made):
    before = hash_files(made)
    with pytest.raises(FolderInUseError, match="drop"):
        simulate(replace(PLAN, seed=9), made, quietly)
    assert hash_files(made) == before


def test_empty_drop_folders_do_not_stand_in_the_way(tmp_path):
    (tmp_path / "drop" / "niche").mkdir(parents=True)
    simulate(replace(PLAN, suppliers=("niche",)), tmp_path, quietly)
    assert list((tmp_path / "drop" / "niche").iterdir())


def read_case_ids(made):
    """Return the ids of children in both deliveries of the case system."""
    table = pd.read_csv(
        made / "drop" / "core_plus" / "PERSON_20240930.csv",
        dtype=str,
        encoding="utf-8-sig",
    )
    deleted = table["IS_DELETED"] == "Y"
    sent = set()
    for path in (made / "drop" / "case_document").glob("*.json"):
        sent |= {child["ypid"] for child in json.loads(path.read_text())["children"]}
    return set(table.loc[~deleted, "PERSON_ID"]), sent


def test_both_deliveries_of_the_case_system_hold_the_same_children(made):
    exported, documented = read_case_ids(made)
    assert exported == documented
    assert len(exported) >= PLAN.children


def test_the_truth_names_every_child_of_the_case_system(made):
    persons = pd.read_csv(made / "truth" / "persons.csv", dtype=str)
    exported, _ = read_case_ids(made)
    named = persons[persons["supplier"] == "core_plus"]
    assert set(named["supplier_person_id"]) == exported
    assert named["true_child_id"].nunique() == PLAN.children
    documented = persons[persons["supplier"] == "case_document"]
    assert set(documented["supplier_person_id"]) == {
        f"{PLAN.service}|{each}" for each in exported
    }


def test_the_truth_states_every_quarter_under_both_rules(made):
    answers = json.loads((made / "truth" / "measures.json").read_text())
    stated = {}
    for answer in answers:
        names = {figure["measure"] for figure in answer["measures"]}
        stated.setdefault(answer["quarter"], []).append((answer["rules"], names))
    rates = {"fte", "custody", "cautioned_or_sentenced", "reoffending_binary"}
    rates |= {"reoffending_frequency", "reoffences_per_child"}
    kpis = {f"kpi{number}" for number in range(1, 11)}
    kpis |= {"kpi1c", "kpi2a", "kpi2d", "kpi2f", "kpi3c", "kpi4a", "kpi5a", "kpi6c"}
    kpis |= {"kpi7d", "kpi8b", "kpi8_data_shared"}
    kpis |= {f"kpi10{letter}" for letter in "abcdefg"}
    # three years to September 2024: twelve months end from September 2022 on
    expected = dict.fromkeys(("2022Q2", "2022Q3", "2022Q4"), rates)
    later = ("2023Q1", "2023Q2", "2023Q3", "2023Q4", "2024Q1", "2024Q2")
    expected |= dict.fromkeys(later, rates | kpis)
    assert stated == {
        quarter: [("KPI-v2-headline", names), ("KPI-v8-code", names)]
        for quarter, names in expected.items()
    }


def test_orders_split_by_type_add_up_to_the_headline(made):
    answers = json.loads((made / "truth" / "measures.json").read_text())
    for answer in answers:
        figures = pd.DataFrame(answer["measures"])
        figures["split"] = ["order_type" in each for each in figures["breakdown"]]
        is_year = ["period" in each for each in figures["breakdown"]]
        figures = figures[~pd.Series(is_year, dtype=bool)]
        figures = figures[figures["measure"].isin(("kpi1", "kpi2", "kpi3", "kpi7"))]
        sums = figures.groupby(["measure", "split"])[["numerator", "denominator"]].sum()
        if len(sums):
            whole, parts = sums.xs(False, level=1), sums.xs(True, level=1)
            pd.testing.assert_frame_equal(whole, parts)


def test_children_do_not_depend_on_how_many_there_are():
    few, many = generate.make_world(PLAN, 0, 50), generate.make_world(PLAN, 0, 130)
    for name in ("offences", "programmes", "residences", "send", "moves"):
        tables = [getattr(world, name) for world in (few, many)]
        kept = [t[t["child"] < 50].reset_index(drop=True) for t in tables]
        pd.testing.assert_frame_equal(*kept)


def test_chunks_are_cut_without_a_loss(monkeypatch):
    monkeypatch.setattr(generate, "CHUNK", 40)
    chunks = list(generate.generate_chunks(PLAN))
    assert [len(chunk.children) for chunk in chunks] == [40, 40, 40, 10]
    people = pd.concat([chunk.children for chunk in chunks])
    assert list(people["child"]) == list(range(130))
    others = pd.concat([chunk.other_children for chunk in chunks])
    assert others["child"].is_unique
    for column in ("person_id", "nhs_number", "upn"):
        known = people.loc[people[column] != "", column]
        assert known.is_unique


def test_ids_of_deleted_records_are_nobody_elses():
    children = pd.DataFrame({"child": [0, 999_999]})
    assert list(number_deleted(children)) == ["8000001", "9000000"]


@pytest.mark.parametrize("children", [1, 2, 5])
@pytest.mark.parametrize("seed", [1, 3])
def test_a_service_of_a_handful_of_children_can_be_simulated(children, seed, tmp_path):
    simulate(replace(PLAN, children=children, seed=seed), tmp_path, quietly)
    persons = pd.read_csv(tmp_path / "truth" / "persons.csv", dtype=str)
    known = persons[persons["supplier"] == "core_plus"]
    assert known["true_child_id"].nunique() == children
