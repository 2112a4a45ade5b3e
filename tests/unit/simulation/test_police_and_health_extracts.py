"""Police reports and health sets tell what could be known on their own days."""

import io
import zipfile

import pytest

from simulation.suppliers import niche
from tests.unit.simulation.small_world import deliver, make_example, read


class TestNiche:
    @pytest.fixture
    def files(self, tmp_path):
        return deliver("niche", tmp_path / "drop", make_example())

    def test_a_report_has_its_title_above_and_its_count_below(self, files):
        lines = files["NICHE_NOMINALS_20240805.csv"].decode("cp1252").split("\r\n")
        assert lines[:2] == ["Leicestershire Police - NOMINALS", ""]
        assert lines[2].split(",") == list(niche.COLUMNS["NOMINALS"])
        assert lines[-3:] == ["End of report", "Rows: 1", ""]

    def test_surnames_are_in_upper_case(self, files):
        assert b",TESTWORTH," in files["NICHE_NOMINALS_20240805.csv"]

    def test_an_outcome_that_comes_later_comes_in_a_later_delta(self, files):
        first = files["NICHE_OCCURRENCES_20240812.csv"].decode("cp1252")
        later = files["NICHE_OCCURRENCES_20240916.csv"].decode("cp1252")
        assert "10/08/2024,,\r\n" in first
        assert "10/08/2024,14,12/09/2024\r\n" in later


class TestSystmone:
    @pytest.fixture
    def files(self, tmp_path):
        return deliver("systmone", tmp_path / "drop", make_example())

    def test_the_bulk_set_is_a_folder_and_each_delta_a_zip(self, files):
        assert {name for name in files if name.endswith(".zip")} == {
            "SRE_20240831.zip",
            "SRE_20240930.zip",
        }
        assert "SRE_20240630/SRManifest.csv" in files

    def test_the_manifest_counts_what_the_set_holds(self, files):
        manifest = read(files["SRE_20240630/SRManifest.csv"])
        counted = {row["FileName"]: int(row["RowCount"]) for row in manifest}
        held = {
            name.split("/")[1]: len(read(content))
            for name, content in files.items()
            if name.startswith("SRE_20240630/") and "Manifest" not in name
        }
        assert counted == held

    def test_the_end_of_an_old_referral_comes_in_its_months_delta(self, files):
        archive = zipfile.ZipFile(io.BytesIO(files["SRE_20240831.zip"]))
        referrals = read(archive.read("SRReferralIn.csv"))
        assert [row["EndDate"] for row in referrals] == ["20 Aug 2024"]
        bulk = read(files["SRE_20240630/SRReferralIn.csv"])
        assert [row["EndDate"] for row in bulk] == [""]

    def test_events_are_stamped_to_the_second(self, files):
        events = read(files["SRE_20240630/SREvent.csv"])
        assert [(row["EventDate"], row["Attended"]) for row in events] == [
            ("01 Jun 2023 09:30:00", "Y")
        ]
