"""What a migration spoils stands in the new extract, is listed, and nothing else is."""

import csv
import re
from dataclasses import replace
from datetime import date

import pytest

from simulation.faults.delivered_lines import DeliveredLines
from simulation.faults.main_files import OWNERS
from simulation.faults.migration_kinds import list_kinds
from simulation.plan import Cutover, Plan
from simulation.run import simulate
from tests.unit.simulation.test_simulated_service import hash_files, quietly

CUTOVER = Cutover("core_plus", "childview", date(2024, 1, 15))
PAIRS = [
    ("core_plus", "childview"),
    ("careworks", "core_plus"),
    ("childview", "capita_one"),
    ("capita_one", "careworks"),
]
# Capita One writes 1900-01-01 for no date anyway, whether it is left or entered
NO_DIFFERENCE = {"migration_date_for_none"}
PLAN = Plan("Leicester City", 120, 8, date(2024, 9, 30), seed=8, faults="heavy")


def plan_for(pair, faults="heavy"):
    cutover = replace(CUTOVER, old=pair[0], new=pair[1])
    suppliers = (*pair, "niche")
    return replace(PLAN, suppliers=suppliers, faults=faults, cutover=cutover)


@pytest.fixture(scope="module", params=PAIRS, ids=":".join)
def made(request, tmp_path_factory):
    """The systems, the folder with differences, and the one without."""
    folders = {}
    for faults in ("heavy", "none"):
        folders[faults] = tmp_path_factory.mktemp(f"{request.param[0]}_{faults}")
        simulate(plan_for(request.param, faults), folders[faults], quietly)
    return request.param, folders["heavy"], folders["none"]


def read_faults(folder):
    with (folder / "truth" / "faults.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def read_owners(folder, supplier):
    with (folder / "truth" / "persons.csv").open(encoding="utf-8") as file:
        return {
            row["supplier_person_id"]: row["true_child_id"]
            for row in csv.DictReader(file)
            if row["supplier"] == supplier
        }


def read_lines(folder, supplier, file):
    return DeliveredLines.read(supplier, folder / "drop" / supplier / file)


def child_in(file, place, supplier, owners):
    """Return the child whose record a line is of, '' in a file of no child."""
    if OWNERS[supplier] not in file.cells(file.first - 1):
        return ""
    return owners.get(file.cells(place)[file.column(OWNERS[supplier])], "")


def children_of(folder, rows, supplier):
    """Return the children whose lines are named, one for each row of the truth."""
    owners = read_owners(folder, supplier)
    named = []
    for row in rows:
        file = read_lines(folder, supplier, row["file"])
        named.append(child_in(file, int(row["row_number"]) - 1, supplier, owners))
    return named


def test_every_kind_is_planted_somewhere(made):
    pair, spoilt, _ = made
    planted = {row["fault"] for row in read_faults(spoilt)}
    kinds = {f"migration_{kind.name}" for kind in list_kinds(CUTOVER, PLAN.until)}
    assert kinds - planted == (NO_DIFFERENCE if "capita_one" in pair else set())


def test_the_verdict_of_a_rehearsal_stands_first(made):
    _, spoilt, _ = made
    verdict = re.compile(r"(unexplained|explained: [A-Z]+(-[A-Z]+)*); \w.+")
    migrated = [row for row in read_faults(spoilt) if "migration_" in row["fault"]]
    assert migrated
    assert all(verdict.fullmatch(row["what_should_happen"]) for row in migrated)


def test_a_line_that_is_named_is_another_one_than_without_the_difference(made):
    (_, new), spoilt, sound = made
    named = [row for row in read_faults(spoilt) if row["supplier"] == new]
    assert len(named) > 15
    for row in named:
        there = read_lines(spoilt, new, row["file"]).lines[int(row["row_number"]) - 1]
        assert there not in read_lines(sound, new, row["file"]).lines


def test_what_did_not_come_over_is_named_by_the_old_systems_line(made):
    (old, new), spoilt, sound = made
    folders = [folder / "drop" / old for folder in (spoilt, sound)]
    assert hash_files(folders[0]) == hash_files(folders[1])
    kept = read_owners(spoilt, new).values()
    rows = [row for row in read_faults(spoilt) if row["supplier"] == old]
    assert {row["fault"] for row in rows} == {
        "migration_keyed_into_the_old_system",
        "migration_lost_child",
        "migration_lost_link",
        "migration_lost_record",
        "migration_merged_persons",
    }
    for row, child in zip(rows, children_of(spoilt, rows, old), strict=True):
        assert child
        assert (child in kept) == (row["fault"] != "migration_lost_child")


def test_no_other_child_comes_over_otherwise(made):
    (old, new), spoilt, sound = made
    faults = read_faults(spoilt)
    listed = {
        child
        for supplier in (old, new)
        for child in children_of(
            spoilt, [row for row in faults if row["supplier"] == supplier], supplier
        )
    }
    owners = read_owners(spoilt, new) | read_owners(sound, new)
    changed = set()
    for path in (spoilt / "drop" / new).iterdir():
        files = [read_lines(folder, new, path.name) for folder in (spoilt, sound)]
        for file, other in (files, files[::-1]):
            changed |= {
                child_in(file, place, new, owners)
                for place in file.rows
                if file.lines[place] not in other.lines
            }
    # a record that was deleted is of nobody, and comes over with its child; and
    # 1900-01-01 is no difference from a system that writes it for every missing date
    assert listed <= changed
    assert len(changed - listed - {""}) == (3 if old == "capita_one" else 0)


def test_both_systems_suffer_nothing_else_and_partners_what_they_always_do(made):
    pair, spoilt, _ = made
    faults = read_faults(spoilt)
    assert {row["fault"].startswith("migration_") for row in faults
            if row["supplier"] in pair} == {True}  # fmt: skip
    assert {row["fault"].startswith("migration_") for row in faults
            if row["supplier"] == "niche"} == {False}  # fmt: skip


def test_the_truth_of_persons_is_that_of_the_records_that_came_over(made):
    (old, new), spoilt, sound = made
    before, after = read_owners(sound, new), read_owners(spoilt, new)
    counts = {
        child: list(after.values()).count(child) - list(before.values()).count(child)
        for child in read_owners(spoilt, old).values()
    }
    found = sorted(change for change in counts.values() if change)
    faults = [row["fault"] for row in read_faults(spoilt)]
    lost = faults.count("migration_lost_child")
    merged = faults.count("migration_merged_persons")
    split = faults.count("migration_split_person")
    assert found == [-1] * (lost + merged) + [1] * split


@pytest.mark.parametrize(("faults", "most"), [("light", 1), ("heavy", 3)])
def test_a_level_plants_the_same_bytes_each_time_and_no_more_than_it_may(
    faults, most, tmp_path
):
    plan = replace(plan_for(PAIRS[0], faults), children=60, suppliers=PAIRS[0])
    for name in ("once", "again"):
        simulate(plan, tmp_path / name, quietly)
    assert hash_files(tmp_path / "once") == hash_files(tmp_path / "again")
    rows = [(row["file"], row["fault"]) for row in read_faults(tmp_path / "once")]
    assert rows
    assert max(rows.count(row) for row in rows) <= most
