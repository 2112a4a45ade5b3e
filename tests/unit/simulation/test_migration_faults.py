"""What a migration spoils stands in the new extract, is listed, and nothing else is."""

import csv
import re
from dataclasses import replace
from datetime import date

import pytest

from simulation.faults.migration_kinds import list_kinds
from simulation.plan import Cutover, Plan
from simulation.run import simulate
from tests.unit.simulation.test_simulated_service import hash_files, quietly

CUTOVER = Cutover("core_plus", "childview", date(2024, 1, 15))
PAIRS = [("core_plus", "childview"), ("careworks", "core_plus")]
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


def lines_of(folder, supplier, file):
    path = folder / "drop" / supplier / file
    encoding = "cp1252" if supplier == "careworks" else "utf-8-sig"
    return path.read_bytes().decode(encoding).splitlines()


def children_in(line, owners):
    return {owners[cell] for cell in next(csv.reader([line])) if cell in owners}


def test_every_kind_is_planted_somewhere(made):
    _, spoilt, _ = made
    planted = {row["fault"] for row in read_faults(spoilt)}
    kinds = {f"migration_{kind.name}" for kind in list_kinds(CUTOVER, PLAN.until)}
    assert kinds <= planted


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
        there = lines_of(spoilt, new, row["file"])[int(row["row_number"]) - 1]
        assert there not in lines_of(sound, new, row["file"])


def test_what_did_not_come_over_is_named_by_the_old_systems_line(made):
    (old, new), spoilt, sound = made
    folders = [folder / "drop" / old for folder in (spoilt, sound)]
    assert hash_files(folders[0]) == hash_files(folders[1])
    owners, kept = read_owners(spoilt, old), read_owners(spoilt, new)
    rows = [row for row in read_faults(spoilt) if row["supplier"] == old]
    assert {row["fault"] for row in rows} == {
        "migration_keyed_into_the_old_system",
        "migration_lost_child",
        "migration_lost_link",
        "migration_lost_record",
        "migration_merged_persons",
    }
    for row in rows:
        line = lines_of(spoilt, old, row["file"])[int(row["row_number"]) - 1]
        [child] = children_in(line, owners)
        assert (child in kept.values()) == (row["fault"] != "migration_lost_child")


def test_no_other_child_comes_over_otherwise(made):
    (old, new), spoilt, sound = made
    owners = read_owners(spoilt, new) | read_owners(sound, new)
    listed = set()
    for row in read_faults(spoilt):
        if row["supplier"] in (old, new):
            line = lines_of(spoilt, row["supplier"], row["file"])
            names = owners if row["supplier"] == new else read_owners(spoilt, old)
            listed |= children_in(line[int(row["row_number"]) - 1], names)
    changed = set()
    for path in (spoilt / "drop" / new).iterdir():
        lines = [set(lines_of(made, new, path.name)) for made in (spoilt, sound)]
        for line in lines[0] ^ lines[1]:
            changed |= children_in(line, owners)
    assert changed == listed


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
