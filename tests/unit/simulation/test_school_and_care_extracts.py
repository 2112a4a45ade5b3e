"""School census and looked-after sets tell what could be known on their own days."""

import pytest

from tests.unit.simulation.small_world import deliver, make_example, read


class TestSchoolCensus:
    @pytest.fixture
    def files(self, tmp_path):
        return deliver("school_census", tmp_path / "drop", make_example())

    def test_every_term_of_the_two_years_has_its_census(self, files):
        terms = {name.rsplit("_", 1)[0] for name in files}
        assert terms == {
            "2022_autumn",
            "2023_spring",
            "2023_summer",
            "2023_autumn",
            "2024_spring",
            "2024_summer",
        }

    @pytest.mark.parametrize(
        ("term", "provision"),
        [("2022_autumn", "K"), ("2023_autumn", "K"), ("2024_spring", "E")],
    )
    def test_a_silent_child_shows_the_provision_of_the_census_day(
        self, files, term, provision
    ):
        world = make_example()
        upn = world.children.loc[0, "upn"]
        pupils = read(files[f"{term}_pupilonroll.csv"])
        shown = [row["senprovision"] for row in pupils if row["upn"] == upn]
        assert shown == [provision]

    def test_a_leaver_is_no_longer_on_roll_at_the_next_census(self, files):
        upn = make_example().children.loc[1, "upn"]
        left = read(files["2024_summer_pupilnolongeronroll.csv"])
        assert [(row["upn"], row["leavingdate"]) for row in left] == [
            (upn, "2024-Mar-01 00:00:00")
        ]
        assert upn not in files["2024_summer_pupilonroll.csv"].decode()

    def test_dates_floats_and_booleans_are_the_exports_own(self, files):
        pupil = read(files["2024_spring_pupilonroll.csv"])[0]
        assert pupil["dob"] == "2009-May-04 00:00:00"
        assert pupil["termlysessionspossible"].endswith(".0")
        assert pupil["parttime"] == "False"

    def test_an_exclusion_belongs_to_a_pupil_of_the_same_census(self, files):
        excluded = read(files["2024_summer_termlyexclusionsonroll.csv"])
        pupils = read(files["2024_summer_pupilonroll.csv"])
        keys = {(row["pupilonrolltableid"], row["NativeId"]) for row in pupils}
        assert [row["sessions"] for row in excluded] == ["4.0"]
        assert {
            (row["pupilonrolltableid"], row["NativeId"]) for row in excluded
        } <= keys

    def test_the_address_is_that_of_the_census_day(self, files):
        before = read(files["2023_autumn_addressesonroll.csv"])
        after = read(files["2024_spring_addressesonroll.csv"])
        assert before[0]["postcode"] == "ZZ1 1AB"
        assert after[0]["postcode"] == "ZZ1 1AA"


class TestSsda903:
    @pytest.fixture
    def files(self, tmp_path):
        return deliver("ssda903", tmp_path / "drop", make_example())

    def test_an_end_after_the_set_is_not_known_yet(self, files):
        then = read(files["episodes_20240331.csv"])
        now = read(files["episodes_20240930.csv"])
        ends = [(row["DEC"], row["REC"]) for row in then if row["CHILD"] == "200011"]
        assert ends == [("", "")]
        assert [row["DEC"] for row in now if row["CHILD"] == "200011"] == ["05/05/2024"]

    def test_all_sets_together_hold_every_episode_of_a_silent_child(self, files):
        episodes = {}
        for name in sorted(files):
            if name.startswith("episodes"):
                rows = read(files[name])
                mine = [row for row in rows if row["CHILD"] == "200000"]
                episodes |= {row["DECOM"]: row["DEC"] for row in mine}
        assert episodes == {"05/11/2022": "05/06/2023", "05/06/2023": ""}

    def test_a_silent_child_keeps_its_upn_in_every_set(self, files):
        upn = make_example().children.loc[0, "upn"]
        headers = [read(files[name]) for name in files if name.startswith("header")]
        shown = {
            row["UPN"] for rows in headers for row in rows if row["CHILD"] == "200000"
        }
        assert shown == {upn}

    def test_reviews_fall_into_the_year_of_their_set(self, files):
        reviews = read(files["reviews_20230331.csv"])
        mine = [row["REVIEW"] for row in reviews if row["CHILD"] == "200000"]
        assert mine == ["03/12/2022", "25/02/2023"]
