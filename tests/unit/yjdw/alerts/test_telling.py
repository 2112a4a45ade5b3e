"""What people are told: once, again when it changes or after a week, and when over."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from tests.unit.returns.conftest import land_case_system
from tests.unit.returns.small_submission import freeze, make_version, send
from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.state import connect
from yjdw.alerts import telling
from yjdw.alerts.telling import tell, tell_quietly, told_afterwards

MONDAY = date(2024, 9, 2)  # no deadline is near, none has been missed since May
RUN = "insert into runs values (?, ?, ?, ?, ?)"
PUBLICATION = "insert into publications values (?, 'run', null, ?, 'x')"


@dataclass
class Desk:
    """One home, and whom it tells."""

    layout: Layout
    configuration: Configuration
    runs: int = 0

    def end_run(self, outcome, detail=""):
        self.runs += 1
        at = f"2024-09-01T00:00:{self.runs:02}+00:00"
        with connect(self.layout) as state:
            state.execute(RUN, [f"run-{self.runs}", at, at, outcome, detail])

    def publish(self, day):
        with connect(self.layout) as state:
            state.execute(PUBLICATION, [day, f"{day}T00:00:00+00:00"])

    def tell(self, on=MONDAY):
        told = tell(self.layout, self.configuration, lambda _text: None, on)
        return [alert.key for alert in told.news.alerts], list(told.news.over)


@pytest.fixture
def desk(tmp_path, ways):
    return Desk(Layout(tmp_path), Configuration(alerts=ways))


def test_a_home_in_which_all_is_well_tells_nothing(desk, box):
    desk.end_run("published")

    assert desk.tell() == ([], [])
    assert box.mails == []


def test_a_refused_run_is_told_with_codes_and_counts(desk, box):
    with connect(desk.layout) as state:
        state.execute(
            "insert into check_results values"
            " ('run-1', 'marts', 'M-KEYS', 0, 'must_fix', 'broken', '[\"a\", \"b\"]')"
        )
    desk.end_run("refused", "M-KEYS")
    desk.tell()

    (text,) = box.texts
    assert "a run was refused: M-KEYS (2 records)" in text
    assert "no release has been published yet" in text


def test_the_same_failure_is_not_told_every_night(desk):
    heard = []
    for night in range(8):
        desk.end_run("failed", "OSError")
        heard.append(desk.tell(MONDAY + timedelta(days=night))[0])

    assert heard == [["run the road"], *[[]] * 6, ["run the road"]]


def test_another_failure_is_told_at_once(desk):
    desk.end_run("failed", "OSError")
    desk.tell()
    desk.end_run("refused", "M-KEYS")

    assert desk.tell() == (["run the road"], [])


def test_a_run_that_goes_well_again_is_told_once(desk, box):
    desk.end_run("failed", "OSError")
    desk.tell()
    desk.end_run("nothing new")

    assert desk.tell() == ([], ["run the road"])
    assert "over: a run failed: OSError" in box.texts[-1]
    assert desk.tell() == ([], [])


def test_what_could_not_be_sent_is_news_next_time(desk, box):
    box.answers = ["554 refused", "554 refused"]
    desk.end_run("failed", "OSError")

    assert desk.tell() == desk.tell() == (["run the road"], [])
    assert desk.tell() == (["run the road"], [])
    assert len(box.mails) == 1
    assert desk.tell() == ([], [])


def test_a_supplier_is_stale_until_it_delivers(desk):
    land_case_system(desk.layout, MONDAY - timedelta(days=300))
    heard = desk.tell()
    land_case_system(desk.layout, MONDAY)

    assert heard == (["stale core_plus"], [])
    assert desk.tell() == ([], ["stale core_plus"])


def test_a_deadline_is_told_as_it_comes_nearer_and_passes(desk, box):
    desk.publish("2024-01-01")
    due = date(2024, 10, 31)
    days = {
        before: desk.tell(due - timedelta(days=before))[0]
        for before in (15, 14, 13, 7, 6, 3, 2, 1, 0, -1, -2)
    }
    both = ["deadline case_level 2024Q2", "deadline yjb_kpi 2024Q2"]
    told = [before for before, keys in days.items() if set(both) <= set(keys)]

    assert told == [14, 7, 3, 1, -1]
    assert "2024Q2 was due on 2024-10-31 and has not been sent" in box.texts[-1]


def test_what_was_due_before_the_first_release_is_not_told(desk):
    desk.publish("2024-08-15")

    assert desk.tell() == ([], [])


def test_a_deadline_is_over_once_the_return_is_sent(desk, tmp_path):
    day = date(2024, 7, 30)
    heard = desk.tell(day)[0]
    send(*make_version(tmp_path, 1))

    assert "deadline yjb_kpi 2024Q1" in heard
    assert desk.tell(day) == ([], ["deadline yjb_kpi 2024Q1"])


def test_a_seal_that_does_not_hold_is_told(desk, tmp_path, box):
    layout, key = make_version(tmp_path, 1)
    freeze(layout, key)
    (key.frozen(layout) / "kpi_return.csv").write_text("kpi,value\n1,9\n")

    assert desk.tell() == ([f"seal {key}"], [])
    assert "kpi_return.csv is not as it was frozen" in box.texts[0]


def test_an_alert_that_fails_fails_nothing_else(desk, monkeypatch):
    said = []

    def stumble(*_told):
        raise RuntimeError("a name of a child")

    monkeypatch.setattr(telling, "find_alerts", stumble)

    assert tell_quietly(desk.layout, desk.configuration, said.append) is None
    assert said == ["alerts could not be told: RuntimeError"]


@pytest.mark.parametrize("ends_well", [True, False])
def test_people_are_told_however_a_run_ends(desk, box, ends_well):
    desk.end_run("failed", "OSError")
    error = None
    try:
        with told_afterwards(desk.layout, desk.configuration, lambda _text: None):
            if not ends_well:
                raise OSError
    except OSError as raised:
        error = raised

    assert (error is None) is ends_well
    assert len(box.mails) == 1
