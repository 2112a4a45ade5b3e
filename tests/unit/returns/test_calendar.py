"""The calendar: when each return is due, and what is open on a day."""

from datetime import date

import pytest

from returns.calendar import find_due, list_due, next_due, read_calendar, run_days
from warehouse.rule_settings import settle
from warehouse.wording import quarter_on
from yjdw.returns import WRITERS


def due_day(name, period, **settings):
    return find_due(name, period, settle(settings)).due


def test_every_return_that_can_be_written_is_in_the_calendar():
    assert {owed.name for owed in read_calendar()} == set(WRITERS)


@pytest.mark.parametrize(
    ("quarter", "due"),
    [
        ("2024Q1", date(2024, 7, 31)),
        ("2024Q2", date(2024, 10, 31)),
        ("2024Q3", date(2025, 1, 31)),
        ("2024Q4", date(2025, 4, 30)),
    ],
)
def test_a_quarter_is_due_a_month_after_it_ended(quarter, due):
    assert due_day("case_level", quarter) == due_day("yjb_kpi", quarter) == due


def test_a_setting_moves_the_day_of_one_return_alone():
    settings = {"cfg.deadline.kpi": "08-14,11-14,02-14,05-14"}

    assert due_day("yjb_kpi", "2024Q3", **settings) == date(2025, 2, 14)
    assert due_day("case_level", "2024Q3", **settings) == date(2025, 1, 31)


def test_the_kpi_return_follows_a_moved_case_level_day():
    settings = {"cfg.deadline.case_level": "08-01,11-01,02-01,05-01"}

    assert due_day("yjb_kpi", "2024Q4", **settings) == date(2025, 5, 1)


def test_a_day_within_the_quarter_is_next_years():
    settings = {"cfg.deadline.kpi": "08-14,11-14,02-14,03-31"}

    assert due_day("yjb_kpi", "2024Q4", **settings) == date(2026, 3, 31)


def test_the_plan_of_a_year_is_due_in_its_june():
    assert due_day("youth_justice_plan", "2025") == date(2025, 6, 30)


@pytest.mark.parametrize(
    ("on", "is_open"),
    [
        (date(2025, 6, 18), False),
        (date(2025, 6, 19), True),
        (date(2025, 7, 31), True),
    ],
)
def test_a_return_opens_six_weeks_before_it_is_due(on, is_open):
    found = {(item.name, item.period) for item in list_due({}, on)}

    assert (("yjb_kpi", "2025Q1") in found) is is_open


def test_what_was_due_last_stays_until_the_next_is_due():
    def passed(on):
        found = [item for item in list_due({}, on) if item.due < on]
        return [item.period for item in found if item.name == "yjb_kpi"]

    assert passed(date(2025, 7, 31)) == ["2024Q4"]
    assert passed(date(2025, 8, 1)) == ["2025Q1"]


def test_the_next_deadline_is_never_one_that_passed():
    assert next_due("yjb_kpi", {}, date(2025, 7, 31)).period == "2025Q1"
    assert next_due("yjb_kpi", {}, date(2025, 8, 1)).period == "2025Q2"


def test_the_quarter_is_run_before_it_is_due():
    assert run_days() == [20]
    for owed in read_calendar():
        if owed.run_after_days:
            item = find_due(owed.name, "2024Q1", {})
            assert owed.run_after_days < (item.due - item.ends).days


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2025, 3, 31), "2024Q4"),
        (date(2025, 4, 1), "2025Q1"),
        (date(2025, 12, 31), "2025Q3"),
        (date(2026, 1, 1), "2025Q4"),
    ],
)
def test_a_day_lies_in_the_quarter_of_its_financial_year(day, quarter):
    assert quarter_on(day) == quarter
