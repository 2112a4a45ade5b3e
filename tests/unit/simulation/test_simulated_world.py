"""The invented world hangs together: ids, links, dates, codes, twins and silence."""

import numpy as np
import pandas as pd
import pytest

from simulation.generate import generate_chunks
from simulation.knowledge import keep_known
from simulation.plan import Plan, census_days
from simulation.reference import read_reference
from simulation.world import CASE_TABLES, World
from tests.unit.simulation.conftest import PLAN

LAST = pd.Timestamp(PLAN.until)


def test_no_table_lacks_rows(world):
    empty = [n for n in World.__dataclass_fields__ if getattr(world, n).empty]
    assert empty == []


@pytest.mark.parametrize("name", [n for n in CASE_TABLES if "offences" not in n])
def test_ids_are_unique_and_dates_lie_before_the_last_day(world, name):
    table = getattr(world, name)
    key = next(c for c in table.columns if c.endswith("_id"))
    assert table[key].is_unique
    for column in table.columns:
        if column.endswith(("_date", "_start", "_end")):
            assert not (table[column] > LAST).any()


def test_links_point_at_rows_of_the_same_child_and_record(world):
    for name, key, table in (
        ("programme_offences", "programme_id", "programmes"),
        ("hearing_offences", "hearing_id", "hearings"),
        ("victim_offences", "victim_intervention_id", "victims"),
    ):
        owner = ["child", "record"]
        for side, parent in ((key, table), ("offence_id", "offences")):
            links = getattr(world, name)
            held = getattr(world, parent).set_index(side)[owner]
            found = held.loc[links[side]].reset_index(drop=True)
            pd.testing.assert_frame_equal(found, links[owner].reset_index(drop=True))


def test_no_outcome_is_older_than_its_offence_and_no_end_than_its_start(world):
    offences = world.offences.set_index("offence_id")["offence_date"]
    committed = offences.loc[world.outcomes["offence_id"]].to_numpy()
    assert (world.outcomes["outcome_date"].to_numpy() >= committed).all()
    for name in ("programmes", "residences", "ete", "send", "care", "lac_spells"):
        table = getattr(world, name)
        assert not (table["end_date"] < table["start_date"]).any(), name


def test_every_code_is_in_the_national_lists(world):
    lists = {
        ("outcomes", "legal_outcome_code"): ("legal_outcomes", "code"),
        ("programmes", "disposal_type_code"): ("disposal_types", "code"),
        ("residences", "accommodation_type_code"): ("accommodation_types", "code"),
        ("ete", "provision_type_code"): ("ete_provision_types", "code"),
        ("care", "status_text"): ("care_statuses", "status_text"),
        ("offences", "offence_category_code"): ("offence_categories", "code"),
        ("hearings", "remand_decision_code"): ("remand_decisions", "code"),
        ("children", "ethnicity_code"): ("ethnicity_codes", "code"),
    }
    for (table, column), (reference, code) in lists.items():
        known = set(read_reference(reference)[code])
        assert set(getattr(world, table)[column]) <= known, table


def test_children_held_twice_share_originating_id_and_no_twin_does(world):
    children = world.children
    twice = children[children["second_person_id"] != ""]
    assert len(twice) > 0
    assert not twice["originating_id"].isin(("", "N/A")).any()
    assert {0, 1} == set(world.offences["record"])
    twins = children[children["is_twin"]]
    usable = children["originating_id"].str.startswith("O-")
    assert children.loc[usable, "originating_id"].is_unique
    assert len(twins) > 0


def test_twins_are_born_together_and_named_apart(world):
    children = world.children.set_index("child")
    twins = children[children["is_twin"]]
    elder = children.loc[twins.index - 1]
    assert (twins["birth_date"].to_numpy() == elder["birth_date"].to_numpy()).all()
    assert (twins["surname"].to_numpy() == elder["surname"].to_numpy()).all()
    assert not children.duplicated(["family", "forename"]).any()


def test_silent_children_are_known_to_the_partner_and_have_a_upn(world):
    children = world.children
    send_silent = children[children["is_send_silent"]]
    care_silent = children[children["is_care_silent"]]
    assert len(send_silent) > 0
    assert len(care_silent) > 0
    needs = world.send[world.send["provision"].isin(("E", "K"))]
    assert send_silent["child"].isin(needs["child"]).all()
    assert care_silent["child"].isin(world.lac_spells["child"]).all()
    assert not care_silent["child"].isin(world.care["child"]).any()
    assert (pd.concat([send_silent, care_silent])["upn"] != "").all()


@pytest.mark.parametrize("missing", ["core_plus", "school_census", "ssda903"])
def test_nobody_is_silent_when_no_partner_could_speak(missing):
    kept = tuple(each for each in PLAN.suppliers if each != missing)
    plan = Plan("Leicester City", 200, 3, PLAN.until, 1, suppliers=kept)
    [world] = generate_chunks(plan)
    if missing != "ssda903":
        assert not world.children["is_send_silent"].any()
    if missing != "school_census":
        assert not world.children["is_care_silent"].any()


def test_nothing_changes_on_a_census_day(world):
    days = {pd.Timestamp(d) for _, d in census_days(PLAN.first_day, PLAN.until)}
    for table in (world.schools, world.send):
        own = table[table["end_date"].notna()]
        assert not set(own["end_date"]) & days
    assert not set(world.schools["start_date"]) & days


def test_what_was_known_earlier_holds_no_later_day(world):
    day = pd.Timestamp("2021-06-30")
    known = keep_known(world, day)
    for name in ("outcomes", "programmes", "residences", "hearings", "victims"):
        table = getattr(known, name)
        dates = table.select_dtypes("datetime")
        assert not (dates > day).to_numpy().any(), name
    running = known.programmes["end_date"].isna()
    done = known.programmes["is_successfully_completed"]
    assert done[running].isna().all()
    assert len(known.programmes) < len(world.programmes)
    assert np.isin(known.outcomes["offence_id"], known.offences["offence_id"]).all()
