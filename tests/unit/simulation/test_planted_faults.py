"""Planted faults are deterministic, every one is listed, and nothing else changes."""

import csv
import dataclasses

import pandas as pd
import pytest

from simulation.faults import plant
from simulation.faults.file_faults import FILE_FAULTS
from simulation.faults.row_catalogue import ROW_FAULTS
from simulation.suppliers._files import DeliveredFile, Dialect
from simulation.suppliers.niche import COLUMNS as NICHE
from simulation.suppliers.ssda903 import COLUMNS as SSDA903
from simulation.truth import PERSON_COLUMNS
from tests.unit.simulation import small_world

OUTCOME = "OUTCOME_ID,OFFENCE_ID,PERSON_ID,LEGAL_OUTCOME"
TABLES = {
    "core_plus/OFFENCE_OUTCOME_20240930.csv": OUTCOME.split(","),
    "core_plus/HEARING_OFFENCE_20240930.csv": ["HEARING_ID", "OFFENCE_ID"],
    "core_plus/PERSON_MENTAL_HEALTH_20240930.csv": ["MENTAL_HEALTH_ID", "PERSON_ID"],
    "core_plus/VICTIM_CONTACT_OFFENCE_20240930.csv": ["OFFENCE_ID", "PERSON_ID"],
    "core_plus/PROGRAMME_OFFENCE_20240930.csv": ["PROGRAMME_ID", "OFFENCE_ID"],
    "niche/NICHE_OCCURRENCES_20240930.csv": NICHE["OCCURRENCES"],
    "ssda903/episodes_20240331.csv": SSDA903["episodes"],
    "ssda903/episodes_20240930.csv": SSDA903["episodes"],
}
POLICE = Dialect("cp1252", "\r\n", "Report\n\n", "End of report\nRows: {rows}\n")


def prepare(folder, level):
    """Deliver small invented tables, plant the faults, return plan and faults."""
    for name, columns in TABLES.items():
        dialect = POLICE if "niche" in name else Dialect()
        if "core_plus" in name:
            dialect = Dialect("utf-8-sig", "\r\n")
        rows = {column: [f"{column}{row}" for row in range(30)] for column in columns}
        file = DeliveredFile(folder / "drop" / name, columns, dialect)
        file.append(pd.DataFrame(rows))
        file.close()
    (folder / "truth").mkdir()
    return plant(dataclasses.replace(small_world.PLAN, faults=level), folder)


def read_lines(folder):
    return {
        path.relative_to(folder / "drop").as_posix(): path.read_bytes().split(b"\n")
        for path in sorted((folder / "drop").rglob("*"))
        if path.is_file()
    }


def read_truth(folder):
    with (folder / "truth" / "faults.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def changed_lines(clean, spoilt):
    """Return (file, line number) of every line that differs between two drops."""
    return {
        (name, number)
        for name, lines in clean.items()
        for number, line in enumerate(lines, start=1)
        if spoilt[name][number - 1] != line
    }


def test_without_faults_the_list_is_its_heading_and_nothing_changes(tmp_path):
    assert prepare(tmp_path, "none") == []
    assert read_truth(tmp_path) == []


@pytest.mark.parametrize("level", ["light", "heavy"])
def test_the_same_plan_spoils_the_same_bytes(level, tmp_path):
    first = prepare(tmp_path / "first", level)
    second = prepare(tmp_path / "second", level)
    assert first == second
    assert read_lines(tmp_path / "first") == read_lines(tmp_path / "second")


def test_light_faults_change_the_listed_lines_and_no_other(tmp_path):
    prepare(tmp_path / "clean", "none")
    prepare(tmp_path / "light", "light")
    listed = {
        (f"{fault['supplier']}/{fault['file']}", int(fault["row_number"]))
        for fault in read_truth(tmp_path / "light")
    }
    clean, spoilt = (read_lines(tmp_path / name) for name in ("clean", "light"))
    assert listed
    assert changed_lines(clean, spoilt) == listed


def test_a_spoilt_upn_is_in_the_truth_beside_the_right_one(tmp_path):
    upns = [f"A99900000{row:04d}" for row in range(30)]
    census = tmp_path / "drop" / "school_census" / "2024_summer_pupilonroll.csv"
    columns = ["dob", "upn", "senprovision", "parttime"]
    pupils = DeliveredFile(census, columns)
    pupils.append(pd.DataFrame({"dob": "2009-May-04 00:00:00", "upn": upns}))
    (tmp_path / "truth").mkdir()
    persons = DeliveredFile(tmp_path / "truth" / "persons.csv", PERSON_COLUMNS)
    known = {"supplier_person_id": upns, "true_child_id": upns}
    persons.append(pd.DataFrame({"supplier": "school_census", **known}))
    plant(dataclasses.replace(small_world.PLAN, faults="light"), tmp_path)
    spoilt = f"I{persons_added(tmp_path)[0][2][1:]}"
    assert persons_added(tmp_path)[0][1] == spoilt
    assert spoilt in census.read_text("utf-8")


def persons_added(folder):
    with (folder / "truth" / "persons.csv").open(encoding="utf-8") as file:
        return list(csv.reader(file))[31:]


def test_only_the_newest_set_is_spoilt(tmp_path):
    faults = prepare(tmp_path, "light")
    files = {fault.file for fault in faults if fault.supplier == "ssda903"}
    assert files == {"episodes_20240930.csv"}


def test_every_file_that_heavy_faults_touch_is_listed(tmp_path):
    prepare(tmp_path / "clean", "none")
    prepare(tmp_path / "heavy", "heavy")
    clean, spoilt = (read_lines(tmp_path / name) for name in ("clean", "heavy"))
    touched = {name for name in spoilt if spoilt[name] != clean.get(name)}
    last_good = {name for name in touched if name.endswith("_20240923.csv")}
    truth = read_truth(tmp_path / "heavy")
    listed = {f"{fault['supplier']}/{fault['file']}" for fault in truth}
    assert touched - last_good == listed


def test_a_table_that_is_refused_has_a_last_good_extract(tmp_path):
    prepare(tmp_path / "clean", "none")
    prepare(tmp_path / "heavy", "heavy")
    clean, spoilt = (read_lines(tmp_path / name) for name in ("clean", "heavy"))
    for table in ("HEARING_OFFENCE", "PERSON_MENTAL_HEALTH", "PROGRAMME_OFFENCE"):
        whole = clean[f"core_plus/{table}_20240930.csv"]
        assert spoilt[f"core_plus/{table}_20240923.csv"] == whole
        assert spoilt[f"core_plus/{table}_20240930.csv"] != whole


def test_an_extract_that_lost_a_third_keeps_only_whole_rows(tmp_path):
    prepare(tmp_path, "heavy")
    lines = read_lines(tmp_path)["core_plus/HEARING_OFFENCE_20240930.csv"]
    assert 1 + 30 * 0.6 < len(lines) - 1 < 1 + 30 * 0.7
    assert all(line.count(b",") == 1 for line in lines[:-1])


def test_a_cut_off_file_ends_in_the_middle_of_a_row(tmp_path):
    prepare(tmp_path, "heavy")
    last = read_lines(tmp_path)["core_plus/PROGRAMME_OFFENCE_20240930.csv"][-1]
    assert last.startswith(b"PROGRAMME_ID")
    assert b"," not in last


def test_a_gz_that_is_a_zip_bears_the_one_name_and_the_other_bytes(tmp_path):
    prepare(tmp_path, "heavy")
    name = "core_plus/VICTIM_CONTACT_OFFENCE_20240930.csv.gz"
    assert read_lines(tmp_path)[name][0].startswith(b"PK")


@pytest.mark.parametrize(
    "fault", [*ROW_FAULTS, *FILE_FAULTS], ids=lambda each: each.fault
)
def test_every_fault_of_the_catalogue_says_what_must_follow(fault):
    assert fault.supplier in small_world.PLAN.suppliers
    assert len(fault.what_should_happen.split()) >= 4
