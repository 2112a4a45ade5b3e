"""A waiver is for what may be waived, by a person, for a reason, up to a day."""

from datetime import date, timedelta

import pytest

from expectations import waivers
from expectations.waivers import ReturnOf, Wish
from warehouse.layout import Layout
from warehouse.refusal import WrongUse

TODAY = date.today()
WHAT = ReturnOf("yjb_kpi", "2024Q1", "Testshire", "KPI-v8-code")


@pytest.fixture
def layout(tmp_path):
    return Layout(tmp_path / "home")


def wish(**changes):
    plain = {
        "rule": "R-CHANGE",
        "issue_id": None,
        "reason": "a small quarter",
        "given_by": "A. Head",
        "expires_on": TODAY,
    }
    return Wish(**{**plain, **changes})


def test_a_waiver_holds_up_to_its_last_day(layout):
    waiver = waivers.give(layout, WHAT, wish(), {})

    assert waivers.read_waivers(layout, WHAT) == [waiver]
    assert waiver.holds(TODAY)
    assert not waiver.holds(TODAY + timedelta(days=1))


def test_it_is_of_one_return_of_one_period_and_service(layout):
    waivers.give(layout, WHAT, wish(), {})

    for other in (
        ReturnOf("case_level", "2024Q1", "Testshire"),
        ReturnOf("yjb_kpi", "2024Q2", "Testshire"),
        ReturnOf("yjb_kpi", "2024Q1", "Elsewhere"),
    ):
        assert waivers.read_waivers(layout, other) == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"rule": "R-FRESH"}, "must be fixed"),
        ({"rule": "DQ-RES-NULL"}, "must be fixed"),
        ({"rule": "DQ-SEX-NULL"}, "only informs"),
        ({"rule": "R-NONE"}, "no rule 'R-NONE'"),
        ({"expires_on": TODAY - timedelta(days=1)}, "has passed"),
        ({"reason": " "}, "needs a reason"),
        ({"given_by": ""}, "needs a name"),
    ],
)
def test_what_cannot_be_waived_is_refused_with_why(layout, changes, told):
    with pytest.raises(WrongUse, match=told):
        waivers.give(layout, WHAT, wish(**changes), {})

    assert waivers.read_waivers(layout) == []


def test_a_rule_that_a_service_takes_more_seriously_may_need_a_waiver(layout):
    serious = {"DQ-SEX-NULL": "may_be_waived", "R-CHANGE": "must_fix"}

    assert waivers.give(layout, WHAT, wish(rule="DQ-SEX-NULL"), serious)
    with pytest.raises(WrongUse, match="must be fixed"):
        waivers.give(layout, WHAT, wish(), serious)


def test_a_withdrawn_waiver_is_kept_and_holds_no_more(layout):
    waiver = waivers.give(layout, WHAT, wish(), {})

    gone = waivers.withdraw(layout, waiver.waiver_id, "B. Manager")

    assert not gone.holds(TODAY)
    assert waivers.read_waivers(layout, WHAT) == [gone]
    with pytest.raises(WrongUse, match="withdrawn already"):
        waivers.withdraw(layout, waiver.waiver_id, "B. Manager")
    with pytest.raises(WrongUse, match="does not exist"):
        waivers.withdraw(layout, "W1", "B. Manager")
