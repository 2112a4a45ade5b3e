"""Every past quarter's return is written once, in order, whatever stops on the way."""

import os
import signal
from datetime import date

import pytest

from tests.fixtures.builds.making import finding
from warehouse.configuration import Configuration
from warehouse.querying import open_zone, release_of
from warehouse.refusal import WrongUse
from yjdw import backfilling
from yjdw.backfilling import Opened, Wanted, fill_back, list_quarters

KPI = Wanted(names=["yjb_kpi"])
QUARTERS = ["2024Q1", "2024Q2"]


def fill(office, wanted=KPI):
    with open_zone(office.layout, "identified") as connection:
        release = release_of(connection)
        opened = Opened(office.layout, office.configuration, connection, release)
        return list(fill_back(opened, wanted, lambda _text: None))


def told(filled):
    return [(item.quarter, item.outcome) for item in filled]


def test_each_quarter_is_written_in_order_and_then_left_alone(office):
    first, second = fill(office), fill(office)

    assert told(first) == [(quarter, "written") for quarter in QUARTERS]
    assert told(second) == [(quarter, "already written") for quarter in QUARTERS]
    assert [item.folder for item in first] == [item.folder for item in second]


def test_a_new_release_that_says_the_same_writes_nothing_new(office):
    fill(office)
    office.publish()

    assert told(fill(office)) == [(quarter, "already written") for quarter in QUARTERS]
    assert not list(office.layout.returns.glob("*/*/v2"))


def test_a_refused_quarter_is_listed_and_the_next_one_written(office):
    office.publish(finding("DQ-RES-NULL", "blocks_sign_off", "2024Q1", 12))

    refused, written = fill(office)

    assert (refused.outcome, refused.folder) == ("refused", None)
    assert refused.as_dict()["reasons"]
    assert (written.quarter, written.outcome) == ("2024Q2", "written")


def test_only_the_quarters_asked_for_that_have_ended_are_filled(office):
    office.configuration = Configuration(freshness_days={"core_plus": 36500})
    office.set_extract_date(date(2024, 7, 15))

    assert told(fill(office)) == [("2024Q1", "written")]
    assert told(fill(office, Wanted(["yjb_kpi"], last="2024Q1"))) == [
        ("2024Q1", "already written")
    ]
    with pytest.raises(WrongUse, match="2024Q2 has ended"):
        fill(office, Wanted(["yjb_kpi"], first="2024Q2"))


@pytest.mark.parametrize(
    "wanted", [Wanted([], first="spring"), Wanted([], last="2024")]
)
def test_a_label_that_is_no_quarter_is_refused(office, wanted):
    opened = Opened(office.layout, office.configuration, None, None)

    with pytest.raises(WrongUse, match="a quarter is written like"):
        list_quarters(opened, wanted)


def test_killed_between_two_quarters_it_goes_on_where_it_stopped(office, monkeypatch):
    child = os.fork()
    if child == 0:
        kill_at_second_return(monkeypatch)
        fill(office)
        os._exit(0)
    _, status = os.waitpid(child, 0)

    assert os.WTERMSIG(status) == signal.SIGKILL
    assert told(fill(office)) == [
        ("2024Q1", "already written"),
        ("2024Q2", "written"),
    ]


def kill_at_second_return(monkeypatch):
    own, calls = backfilling._fill, []

    def counted(*arguments):
        calls.append(arguments)
        if len(calls) == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        return own(*arguments)

    monkeypatch.setattr(backfilling, "_fill", counted)
