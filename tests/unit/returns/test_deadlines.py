"""Deadlines: where each return stands on a day, and what a person does next."""

from datetime import date

import pytest

from returns.deadlines import find_deadline, list_deadlines
from returns.submissions import life
from tests.unit.returns.small_submission import (
    PLAIN,
    QUARTER,
    SERVICE,
    SIGNATURE,
    make_version,
    send,
)
from warehouse.configuration import Configuration
from warehouse.layout import Layout

DUE = date(2024, 7, 31)
NOBODY = Configuration()


@pytest.fixture
def stand(tmp_path):
    """Say where the small submission's return stands on a day."""

    def on(day, **service):
        configuration = Configuration(service=service)
        return find_deadline(Layout(tmp_path), configuration, "yjb_kpi", QUARTER, day)

    return on


@pytest.mark.parametrize(
    ("day", "next_step"),
    [
        (date(2024, 6, 1), "nothing before 2024-06-19, when its pre-checks begin"),
        (
            date(2024, 6, 30),
            "mend what its pre-checks find; it is written after 2024-06-30",
        ),
        (date(2024, 7, 1), "yjdw return yjb_kpi --quarter 2024Q1"),
        (date(2024, 8, 1), "yjdw return yjb_kpi --quarter 2024Q1"),
    ],
)
def test_what_is_not_written_says_what_comes_next(stand, day, next_step):
    found = stand(day)

    assert (found.state, found.next_step) == ("not written", next_step)
    assert found.days_left == (DUE - day).days


def test_a_step_of_its_life_changes_the_state_and_the_next_step(tmp_path, stand):
    layout, key = make_version(tmp_path, 1)
    seen = [stand(DUE)]
    life.check(layout, PLAIN, key)
    seen.append(stand(DUE))
    life.sign(layout, PLAIN, key, SIGNATURE)
    seen.append(stand(DUE))

    assert [item.state for item in seen] == ["draft", "checked", "signed"]
    assert [item.next_step.split()[2] for item in seen] == ["check", "sign", "freeze"]
    assert {item.submission for item in seen} == {str(key)}


def test_a_sent_return_misses_no_deadline(tmp_path, stand):
    send(*make_version(tmp_path, 1))
    found = stand(date(2024, 8, 1))

    assert found.is_sent
    assert not found.is_missed
    assert found.next_step == "nothing: it was sent"


def test_a_resubmission_under_way_leaves_the_return_sent(tmp_path, stand):
    send(*make_version(tmp_path, 1))
    make_version(tmp_path, 2, second=True)
    found = stand(date(2024, 8, 1))

    assert (found.state, found.is_sent, found.is_missed) == ("draft", True, False)


def test_an_unsent_return_is_missed_from_the_day_after(tmp_path, stand):
    make_version(tmp_path, 1)

    assert not stand(DUE).is_missed
    assert stand(date(2024, 8, 1)).is_missed


def test_what_another_service_sent_is_not_ours(tmp_path, stand):
    send(*make_version(tmp_path, 1))

    assert stand(DUE, name=SERVICE).is_sent
    assert not stand(DUE, name="Othershire").is_sent


def test_the_list_holds_what_is_open_and_the_next_of_each_return(tmp_path):
    found = list_deadlines(Layout(tmp_path), NOBODY, date(2024, 7, 1))
    periods = [item.period for item in found if item.name == "yjb_kpi"]

    assert periods == ["2023Q4", "2024Q1"]
    assert [item.is_open for item in found if item.period == "2025"] == [False]
