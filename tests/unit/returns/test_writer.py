"""The return is written whole, versioned and provable, or not at all."""

import csv
import hashlib
import json
from datetime import date, timedelta

import pytest

from tests.fixtures.builds.making import FEWER_HOMES, RULES, finding
from warehouse.refusal import DataRefused
from warehouse.releases import current
from warehouse.state import connect

BLOCKING = finding("DQ-RES-NULL", "blocks_sign_off", "2024Q2", 12)


def rows(folder):
    with (folder / "kpi_return.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def manifest(folder):
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


def folders(office):
    return sorted(path.name for path in (office.layout.root / "returns").rglob("*"))


def test_the_return_holds_its_files_and_their_evidence(office):
    written = office.write()

    assert written.folder == office.layout.returned("2024Q2", "yjb_kpi", "v1")
    assert {path.name for path in written.folder.iterdir()} == {
        "kpi_return.csv",
        "kpi_return.xlsx",
        "manifest.json",
        "measures.json",
        *("checks.json", "members.parquet", "records.parquet"),
    }


def test_the_manifest_lets_anybody_prove_what_was_sent(office):
    folder = office.write().folder
    told = manifest(folder)

    for name, file in told["files"].items():
        content = (folder / name).read_bytes()
        assert file["sha256"] == hashlib.sha256(content).hexdigest()
    assert told["inputs"][0]["file_sha256"] == "a" * 64
    assert told["rules"] == RULES
    assert told["as_known_at"] is None
    assert told["release"]["release"] == current(office.layout).release
    assert told["suppliers"][0]["age_days"] == 0


def test_the_manifest_says_under_which_settings_and_by_when(office):
    told = manifest(office.write().folder)

    assert told["settings"] == {"cfg.suppress.threshold": "5"}
    assert told["due"] == "2024-10-31"


def test_nothing_is_written_when_a_check_fails_and_the_record_is_named(office):
    office.publish(BLOCKING)

    with pytest.raises(DataRefused) as refused:
        office.write()

    assert [reason.code for reason in refused.value.reasons] == ["DQ-RES-NULL"]
    assert refused.value.reasons[0].units == (
        "DQ-RES-NULL p1|o1 (core_plus offences row 12 of file aaaaaaaaaaaa)",
    )
    assert folders(office) == []


def test_the_results_of_the_checks_are_kept_for_the_status(office):
    office.publish(BLOCKING)
    with pytest.raises(DataRefused):
        office.write()

    with connect(office.layout) as state:
        failed = state.execute(
            "select run_id, code from check_results where not passed"
        ).fetchall()
    assert [tuple(row) for row in failed] == [
        ("run-2", "DQ-RES-NULL"),
        ("run-2", "T-LOW-BASE"),
    ]


def test_a_required_supplier_that_is_too_old_blocks_the_return(office):
    office.set_extract_date(date.today() - timedelta(days=101))

    with pytest.raises(DataRefused) as refused:
        office.write()

    assert refused.value.reasons[0].units == ("core_plus",)


def test_a_warning_is_told_and_does_not_hold_the_return_back(office):
    office.publish(finding("DQ-SCORE-NULL", "warning", "2024Q2", 12))

    written = office.write()

    told = ["DQ-SCORE-NULL", "T-LOW-BASE"]  # four children are few
    assert [text.split(":")[0] for text in written.warnings] == told
    assert [item["code"] for item in manifest(written.folder)["warnings"]] == told


def test_the_same_figures_are_not_written_twice(office):
    first = office.write()
    before = manifest(first.folder)
    office.publish()  # another release with the same figures

    again = office.write()

    assert (again.version, again.is_new) == ("v1", False)
    assert manifest(first.folder) == before


def test_changed_figures_make_a_new_version_and_leave_the_old_one(office):
    first = office.write()
    before = {path.name: path.read_bytes() for path in first.folder.iterdir()}
    office.publish(*FEWER_HOMES)

    second = office.write()

    assert (second.version, second.is_new) == ("v2", True)
    assert {path.name: path.read_bytes() for path in first.folder.iterdir()} == before


def test_two_homes_with_the_same_figures_write_the_same_bytes(office, tmp_path):
    other = type(office)(tmp_path / "other")

    mine, theirs = manifest(office.write().folder), manifest(other.write().folder)

    assert mine["files"] == theirs["files"]


def test_a_full_disk_leaves_no_half_written_return(office, monkeypatch):
    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("returns.yjb_kpi.writer._write_csv", full)
    with pytest.raises(OSError, match="No space"):
        office.write()

    assert folders(office) == ["2024Q2", "yjb_kpi"]


def test_an_explained_change_is_sent_with_its_reason(office):
    office.configuration.settings["check.change_percent"] = 0
    office.publish(
        "update fct_measures set denominator = 400, numerator = 300"
        " where measure = 'kpi6' and quarter = '2024Q1' and breakdown = '{}'",
    )
    with pytest.raises(DataRefused) as refused:
        office.write()
    assert {reason.code for reason in refused.value.reasons} == {"R-VOLUME"}

    written = office.write(explanations={"kpi6": "the panel was suspended"})

    assert manifest(written.folder)["explanations"] == {
        "kpi6": "the panel was suspended"
    }
    assert not office.write().is_new  # the explanation is remembered


def test_the_figures_are_in_the_form_of_the_interfaces(office):
    told = json.loads((office.write().folder / "measures.json").read_text("utf-8"))

    assert set(told) == {"quarter", "rules", "service", "as_known_at", "measures", "dq"}
    headline = next(item for item in told["measures"] if item["measure"] == "kpi1")
    assert headline == {
        "measure": "kpi1",
        "breakdown": {},
        "numerator": 3,
        "denominator": 4,
        "value": "75.0",
        "low_base": True,
    }


def test_the_csv_holds_every_cell_of_the_form_once(office):
    cells = rows(office.write().folder)
    keys = {(row["kpi"], row["row_order"], row["column"]) for row in cells}

    assert len(keys) == len(cells) == 2241
    assert {row["kpi"] for row in cells} == {f"kpi{number}" for number in range(1, 11)}
