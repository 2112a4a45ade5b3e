"""Where each return stands before its deadline: days left, state, what to do next.

Joining the calendar with the submissions of a home belongs here. When a return is due
belongs to ``calendar``, which step may follow which to ``submissions/life``.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from returns import calendar
from returns._shared import manifest
from returns.calendar import Due
from returns.submissions.key import SubmissionKey, list_keys
from returns.submissions.life import state_of
from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.rule_settings import settle_counting
from warehouse.state import connect

NOT_WRITTEN = "not written"
WAS_SENT = ("sent", "superseded")
STEPS = {"draft": "check", "checked": "sign", "signed": "freeze", "frozen": "send"}
FIRST_RELEASE = "select min(published_at) as first from publications"
PERIOD_OPTION = {"quarter": "--quarter", "year": "--year"}


@dataclass(frozen=True)
class Deadline:
    """One return of one period on a day. ``submission`` is its newest version.

    ``is_sent`` holds when any version was sent: a resubmission misses no deadline.
    """

    name: str
    period: str
    opens: date
    due: date
    days_left: int
    submission: str | None
    state: str
    is_sent: bool
    next_step: str

    @property
    def is_open(self) -> bool:
        """Return whether its pre-checks have begun and it has not been sent."""
        return not self.is_sent and self.days_left <= (self.due - self.opens).days

    @property
    def is_missed(self) -> bool:
        """Return whether its day has passed and it has not been sent."""
        return not self.is_sent and self.days_left < 0

    def as_dict(self) -> dict[str, Any]:
        """Return the deadline as plain values, ready for JSON."""
        told = {"return": self.name, **vars(self)}
        del told["name"]
        return {**told, "is_open": self.is_open, "is_missed": self.is_missed}


def list_deadlines(
    layout: Layout, configuration: Configuration, on: date
) -> list[Deadline]:
    """Return what is open on a day or was due last, and the next of each return."""
    settings = settle_counting(configuration.settings)
    open_now = calendar.list_due(settings, on)
    coming = [
        calendar.next_due(owed.name, settings, on) for owed in calendar.read_calendar()
    ]
    due = [*open_now, *(item for item in coming if item not in open_now)]
    return [_stand(layout, configuration, item, on) for item in due]


def list_watched(
    layout: Layout, configuration: Configuration, on: date
) -> list[Deadline]:
    """Return what is open on a day and this home answers for, the most urgent first.

    What was due before it published anything was sent from elsewhere.
    """
    with connect(layout) as state:
        first = state.execute(FIRST_RELEASE).fetchone()["first"]
    return [
        item
        for item in list_deadlines(layout, configuration, on)
        if item.is_open
        and not (item.is_missed and (not first or item.due.isoformat() < first))
    ]


def find_deadline(
    layout: Layout, configuration: Configuration, name: str, period: str, on: date
) -> Deadline:
    """Return where one return of one period stands on a day.

    Raises:
        KeyError: The calendar has no such return.
    """
    settings = settle_counting(configuration.settings)
    due = calendar.find_due(name, period, settings)
    return _stand(layout, configuration, due, on)


def list_versions(
    layout: Layout, configuration: Configuration, name: str, period: str
) -> list[SubmissionKey]:
    """Return the written versions of a return of the home's service, oldest first."""
    service = configuration.service.name
    return [
        key
        for key in list_keys(layout)
        if (key.name, key.period) == (name, period)
        and service in (None, manifest.read(key.written(layout)).get("service"))
    ]


def _stand(
    layout: Layout, configuration: Configuration, due: Due, on: date
) -> Deadline:
    keys = list_versions(layout, configuration, due.name, due.period)
    states = [state_of(layout, key) for key in keys]
    state = states[-1] if states else NOT_WRITTEN
    newest = str(keys[-1]) if keys else None
    return Deadline(
        name=due.name,
        period=due.period,
        opens=due.opens,
        due=due.due,
        days_left=(due.due - on).days,
        submission=newest,
        state=state,
        is_sent=any(each in WAS_SENT for each in states),
        next_step=_next_step(due, newest, state, on),
    )


def _next_step(due: Due, newest: str | None, state: str, on: date) -> str:
    """Return what a person does next, as a command where there is one."""
    if newest and state in STEPS:
        return f"yjdw submission {STEPS[state]} {newest}"
    if newest:
        return "nothing: it was sent"
    if on < due.opens:
        return f"nothing before {due.opens}, when its pre-checks begin"
    if on <= due.ends:
        return f"mend what its pre-checks find; it is written after {due.ends}"
    option = PERIOD_OPTION[calendar.find_owed(due.name).recurs]
    return f"yjdw return {due.name} {option} {due.period}"
