"""Hold a past quarter as it was known beside the same quarter as it is known now.

Choosing both states belongs here: what was submitted, else what was known on a day.
Building a past state belongs to ``knowledge``, comparing to ``returns/``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from returns.differences.figures import Side
from returns.submissions.comparing import KEPT, KPI, bridge_sides, find_last
from returns.submissions.key import SubmissionKey, list_kept_keys
from returns.submissions.sides import known_side, open_side
from warehouse.conditions import read_due_dates
from warehouse.configuration import Configuration
from warehouse.figures import Asked, ask_for
from warehouse.layout import Layout
from warehouse.querying import open_zone, release_of
from warehouse.refusal import WrongUse
from warehouse.zones import IDENTIFIED
from yjdw.knowledge import open_knowledge
from yjdw.known_days import look_at_day

Report = Callable[[str], None]


@dataclass(frozen=True)
class Question:
    """Which quarter; ``then`` is the day of the past state, none means by default.

    The default is what was submitted, else the day on which the KPI return was due.
    """

    quarter: str
    rules: str | None = None
    service: str | None = None
    then: date | None = None


def restate_quarter(
    layout: Layout, configuration: Configuration, question: Question, report: Report
) -> dict[str, Any]:
    """Return both states of a quarter, with the bridge between them.

    What readers see is never changed: a past state is built aside.

    Raises:
        DataRefused: Nothing was known on the day, or its state does not pass its checks.
        WrongUse: The release has no such quarter, or the day lies ahead.
    """
    with open_zone(layout, IDENTIFIED) as connection:
        asked = ask_for(connection, question.quarter, question.rules, question.service)
        submitted = None if question.then else _find_submitted(layout, question, asked)
        if submitted:
            before = open_side(layout, submitted)
            asked = Asked(asked.quarter, before.told["rules"], asked.service)
        now = known_side(layout, connection, release_of(connection), asked)
        due = read_due_dates(connection, asked.quarter).get("kpi")
    warnings = []
    if not submitted:
        day = _past_day(question, due)
        warnings = look_at_day(layout, configuration, day)
        before = _known_then(layout, configuration, asked, day, report)
    if not before.figures:
        warnings.append(f"there were no figures of {asked.quarter} then")
    found = bridge_sides(asked.quarter, before, now)
    return found | {"warnings": warnings}


def restate_version(layout: Layout, key: SubmissionKey) -> dict[str, Any]:
    """Return a version of a KPI return beside the same question as known now.

    Raises:
        WrongUse: It has no figures, or its members are kept nowhere.
    """
    before = open_side(layout, key)
    asked = Asked(key.period, before.told["rules"], before.told["service"])
    with open_zone(layout, IDENTIFIED) as connection:
        now = known_side(layout, connection, release_of(connection), asked)
    return bridge_sides(key.period, before, now)


def _find_submitted(
    layout: Layout, question: Question, asked: Asked
) -> SubmissionKey | None:
    """Return the KPI return of the quarter that was sent last, else frozen last."""
    told = {"service": asked.service}
    if question.rules:
        told["rules"] = question.rules
    keys = [
        key
        for key in list_kept_keys(layout)
        if (key.period, key.name) == (asked.quarter, KPI)
    ]
    return find_last(layout, KEPT, keys, told)


def _past_day(question: Question, due: date | None) -> date:
    day = question.then or due
    if day is None:
        raise WrongUse(f"no due day of {question.quarter} is known; give --then")
    if day > date.today():
        raise WrongUse(
            f"{day} lies ahead: there is nothing to restate yet; give a past day --then"
        )
    return day


def _known_then(
    layout: Layout,
    configuration: Configuration,
    asked: Asked,
    day: date,
    report: Report,
) -> Side:
    with open_knowledge(layout, configuration, day, report) as (connection, release):
        return known_side(layout, connection, release, asked)
