"""When each return is due: the calendar as data, and the arithmetic of its days.

Which return recurs how, and every day before its deadline, belong here. Where a
submission stands belongs to ``deadlines``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from warehouse.rule_settings import read_setting
from warehouse.rule_versions import default_version
from warehouse.wording import days_of, quarter_on

FILE = Path(__file__).with_suffix(".yml")
SAME_AS = {"case_level": "cfg.deadline.case_level"}  # a setting may name another
APRIL = 4


class Owed(BaseModel):
    """One return of the calendar; a day is a setting's, or month and day themselves.

    ``run_after_days`` are the days after a quarter's end on which its return is
    written for the first time.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(alias="return")
    recurs: Literal["quarter", "year"]
    due: str = Field(pattern=r"^(cfg\.deadline\.\w+|\d\d-\d\d)$")
    pre_check_weeks: int = Field(ge=1)
    # the schedule's day of the month; every month has 28
    run_after_days: int | None = Field(default=None, ge=1, le=28)
    clause: str


@dataclass(frozen=True)
class Due:
    """One return of one period, from the start of its pre-checks to its deadline.

    ``ends`` is the last day before it can be written.
    """

    name: str
    period: str
    ends: date
    opens: date
    due: date
    clause: str


@cache
def read_calendar() -> tuple[Owed, ...]:
    """Return the returns owed, in the order of the file.

    Raises:
        pydantic.ValidationError: The file breaks the model; it says where.
    """
    entries = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return tuple(Owed.model_validate(entry) for entry in entries)


def find_owed(name: str) -> Owed:
    """Return the calendar's entry of a return.

    Raises:
        KeyError: The calendar has no such return.
    """
    return {owed.name: owed for owed in read_calendar()}[name]


def find_due(name: str, period: str, settings: Mapping[str, str]) -> Due:
    """Return when a return of a period is due.

    Args:
        name: The return.
        period: A quarter, or the year in which a financial year begins.
        settings: Overrides of the counting rules, settled.
    """
    owed = find_owed(name)
    ends = _last_day(owed, period)
    due = _first_after(ends, _month_and_day(owed, period, settings))
    opens = due - timedelta(weeks=owed.pre_check_weeks)
    return Due(name, period, ends, opens, due, owed.clause)


def list_due(settings: Mapping[str, str], on: date) -> list[Due]:
    """Return what is open on a day: each return being pre-checked, and the last due.

    What was due before that is no longer a matter of the calendar.
    """
    found = []
    for owed in read_calendar():
        around = [find_due(owed.name, each, settings) for each in _periods(owed, on)]
        passed = [item for item in around if item.due < on]
        missed = sorted(passed, key=lambda item: item.due)[-1:]
        coming = [item for item in around if item.opens <= on <= item.due]
        found += [*missed, *coming]
    return sorted(found, key=lambda item: (item.due, item.name))


def next_due(name: str, settings: Mapping[str, str], on: date) -> Due:
    """Return the next deadline of a return, on a day or after it."""
    owed = find_owed(name)
    around = (find_due(name, each, settings) for each in _periods(owed, on))
    return min((item for item in around if item.due >= on), key=lambda item: item.due)


def run_days() -> list[int]:
    """Return the days of the month after a quarter's end on which it is run."""
    return sorted({owed.run_after_days or 0 for owed in read_calendar()} - {0})


def _periods(owed: Owed, on: date) -> Iterator[str]:
    """Yield the periods about a day: a year and a half back, half a year on."""
    if owed.recurs == "year":
        yield from (str(on.year + more) for more in (-2, -1, 0, 1))
        return
    for quarters in range(-6, 3):
        months = 12 * on.year + on.month - 1 + 3 * quarters
        yield quarter_on(date(months // 12, months % 12 + 1, 1))


def _last_day(owed: Owed, period: str) -> date:
    """Return the end of a quarter, or of the year before a plan's."""
    if owed.recurs == "year":
        return date(int(period), APRIL, 1) - timedelta(days=1)
    return days_of(period)[1]


def _month_and_day(
    owed: Owed, period: str, settings: Mapping[str, str]
) -> tuple[int, int]:
    text = owed.due
    if text.startswith("cfg."):
        rules = default_version(period, settings)
        days = read_setting(text, rules, settings)
        if days in SAME_AS:
            days = read_setting(SAME_AS[days], rules, settings)
        text = days.split(",")[int(period[-1]) - 1]
    month, day = text.split("-")
    return int(month), int(day)


def _first_after(end: date, month_and_day: tuple[int, int]) -> date:
    this_year = date(end.year, *month_and_day)
    return this_year if this_year > end else date(end.year + 1, *month_and_day)
