"""A simulated change of case system: who stands in which system, from when to when."""

import csv
import re
import tomllib
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from simulation.cutover import find_left_behind, plan_of, see_systems
from simulation.generate import generate_chunks
from simulation.knowledge import DATES
from simulation.plan import CASE_SYSTEMS, Cutover, Plan
from simulation.run import simulate
from simulation.truth import PERSON_LISTS
from simulation.world import CASE_TABLES
from tests.unit.simulation.test_simulated_service import hash_files, quietly

DAY, LAST_OLD_DAY = date(2024, 1, 15), date(2024, 3, 15)
# every system is the old one and the new one; ChildView alone keeps former numbers
PAIRS = [
    *zip(CASE_SYSTEMS[1:] + CASE_SYSTEMS[:1], CASE_SYSTEMS, strict=True),
    ("core_plus", "childview"),
]

ENCODINGS = {"careworks": "cp1252"}
DELIMITERS = {"capita_one": "|"}
# the ending of the columns that hold a system's own numbers, and those it did not give
NUMBERS = {
    "core_plus": ("_ID", {"ORIGINATING_YOT_PERSON_ID", "ORG_ID"}),
    "careworks": ("_REF", {"FIRST_YOT_REF", "TEAM_REF"}),
    "childview": ("No", {"FirstServiceNo", "FormerSystemNo", "TeamNo"}),
    "capita_one": ("_ID", {"BASE_ID"}),
}


def plan_for(old, new):
    return Plan(
        "Leicester City",
        children=90,
        years=8,
        until=date(2024, 9, 30),
        seed=4,
        suppliers=(old, new),
        cutover=Cutover(old, new, DAY),
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folders = {}
    for old, new in PAIRS:
        folders[old, new] = tmp_path_factory.mktemp(f"{old}_{new}")
        simulate(plan_for(old, new), folders[old, new], quietly)
    return folders


@pytest.fixture(scope="module")
def seen():
    plan = plan_for("core_plus", "childview")
    [world] = generate_chunks(plan)
    return world, see_systems(plan, world, PERSON_LISTS)


def read_persons(folder):
    with (folder / "truth" / "persons.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def cells_of(folder, supplier):
    """Return every cell of a system's files, whatever their shape."""
    texts = [
        path.read_bytes().decode(ENCODINGS.get(supplier, "utf-8-sig"))
        for path in (folder / "drop" / supplier).glob("*.csv")
    ]
    return {cell for text in texts for cell in re.split(r"[,|\r\n]+", text)}


def numbers_of(folder, supplier):
    """Return the numbers that a system itself gave: its columns have one ending."""
    ending, foreign = NUMBERS[supplier]
    found = set()
    for path in (folder / "drop" / supplier).glob("*.csv"):
        text = path.read_bytes().decode(ENCODINGS.get(supplier, "utf-8-sig"))
        lines = text.splitlines()[1 if supplier == "childview" else 0 :]
        for row in csv.DictReader(lines, delimiter=DELIMITERS.get(supplier, ",")):
            found |= {
                row[name]
                for name in row
                if name.endswith(ending) and name not in foreign
            }
    return found - {""}


@pytest.mark.parametrize("pair", PAIRS, ids=":".join)
def test_every_child_has_an_id_of_each_system_that_holds_it(made, pair):
    old, new = pair
    people = pd.DataFrame(read_persons(made[pair]))
    held = {name: set(people.loc[people["supplier"] == name, "true_child_id"])
            for name in pair}  # fmt: skip
    ids = {name: set(people.loc[people["supplier"] == name, "supplier_person_id"])
           for name in pair}  # fmt: skip

    assert held[old] | held[new] == {f"T{number}" for number in range(90)}
    assert held[old] & held[new]
    assert not ids[old] & ids[new]
    for name in pair:
        assert ids[name] <= cells_of(made[pair], name)


@pytest.mark.parametrize("pair", PAIRS, ids=":".join)
def test_no_number_of_a_record_is_the_same_in_both_systems(made, pair):
    old, new = (numbers_of(made[pair], name) for name in pair)
    assert len(old) > 500
    assert not old & new


def test_the_old_extract_bears_its_last_day_and_the_new_one_the_newest(made):
    folder = made["careworks", "core_plus"] / "drop"
    days = {
        name: {path.stem[-8:] for path in (folder / name).iterdir()}
        for name in ("careworks", "core_plus")
    }
    assert days == {"careworks": {"20240315"}, "core_plus": {"20240930"}}


def test_the_old_system_knows_nothing_of_what_came_after_its_last_day(seen):
    _, systems = seen
    old = systems["core_plus"]
    for name in CASE_TABLES:
        for column in (column for part in DATES.get(name, ()) for column in part):
            days = getattr(old, name)[column].dropna()
            assert (days < pd.Timestamp(2024, 3, 16)).all(), (name, column)
    assert (old.children["first_contact"] <= pd.Timestamp(LAST_OLD_DAY)).all()


def test_the_overlap_is_keyed_into_both_systems(seen):
    world, systems = seen
    overlap = world.programmes["start_date"].between("2024-01-15", "2024-03-15")
    ids = set(world.programmes.loc[overlap, "programme_id"])
    assert ids
    for system in systems.values():
        assert ids <= set(system.programmes["programme_id"])


def test_children_long_without_work_stand_in_the_old_system_alone(seen):
    world, systems = seen
    old, new = systems["core_plus"], systems["childview"]
    behind = set(find_left_behind(world, Cutover("a", "b", DAY)))
    assert behind
    assert behind == set(old.children["child"]) - set(new.children["child"])
    rows = old.programmes[old.programmes["child"].isin(behind)]
    assert (rows["end_date"] < pd.Timestamp(2020, 1, 15)).all()


def test_a_child_keeps_its_former_number_only_if_it_was_brought_over(made, seen):
    _, systems = seen
    children = systems["childview"].children
    moved = children["first_contact"] < pd.Timestamp(DAY)
    told = {
        row["supplier_person_id"]: row["true_child_id"]
        for row in read_persons(made["core_plus", "childview"])
        if row["supplier"] == "core_plus"
    }
    former = children.loc[moved, "previous_id"]
    named = "T" + children.loc[moved, "child"].astype(str)
    assert former.map(told).tolist() == named.tolist()
    assert (children.loc[~moved, "previous_id"] == "").all()


@pytest.mark.parametrize(
    ("day", "months", "last"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2024, 12, 1), 0, date(2024, 12, 1)),
        (date(2024, 9, 1), 12, date(2024, 9, 30)),
    ],
)
def test_the_overlap_ends_on_a_day_that_is_there_and_was_simulated(day, months, last):
    cutover = Cutover("core_plus", "careworks", day, months)
    plan = replace(plan_for("core_plus", "careworks"), cutover=cutover)
    until = date(2024, 12, 31) if day.month == 12 else plan.until
    assert plan_of(replace(plan, until=until), "core_plus").until == last


def test_the_same_change_gives_the_same_bytes_and_its_configuration(made, tmp_path):
    pair = ("careworks", "core_plus")
    simulate(plan_for(*pair), tmp_path, quietly)
    assert hash_files(tmp_path) == hash_files(made[pair])
    service = tomllib.loads((tmp_path / "service.toml").read_text())["service"]
    assert service == {
        "name": "Leicester City",
        "case_systems": [
            {"supplier": "careworks"},
            {"supplier": "core_plus", "from": DAY},
        ],
    }
