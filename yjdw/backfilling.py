"""Write the return of every past quarter, one after the other.

Which quarters are past, and going on after a refusal, belong here. Writing one return
belongs to ``returns/``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from returns._shared import manifest
from returns._shared.versions import Written
from returns.case_level.documents import CaseAsked, ask_for_case
from returns.submissions.key import list_keys
from sources.registry import CONTRACTS
from warehouse.configuration import Configuration
from warehouse.figures import Asked, ask_for
from warehouse.freshness import newest_extracts
from warehouse.layout import Layout
from warehouse.receipts import summarise
from warehouse.refusal import DataRefused, Reason, WrongUse
from warehouse.releases import Release
from warehouse.rule_versions import first_day
from warehouse.wording import days_of

Report = Callable[[str], None]
FIRST = "2023Q1"  # the first quarter of the KPIs: April to June 2023
WRITTEN, UNCHANGED, REFUSED = "written", "already written", "refused"


@dataclass(frozen=True)
class Wanted:
    """Which returns of which quarters: from and to are labels, both included."""

    names: Sequence[str]
    first: str = FIRST
    last: str | None = None
    service: str | None = None
    explanations: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Filled:
    """What became of one return of one quarter."""

    name: str
    quarter: str
    outcome: str
    folder: Path | None = None
    reasons: Sequence[Reason] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return it as plain values, ready for JSON."""
        return {
            "return": self.name,
            "quarter": self.quarter,
            "outcome": self.outcome,
            "version": self.folder.name if self.folder else None,
            "folder": str(self.folder) if self.folder else None,
            "reasons": [reason.as_dict() for reason in self.reasons],
        }


@dataclass(frozen=True)
class Opened:
    """The published release from which every return is written, and its home."""

    layout: Layout
    configuration: Configuration
    connection: duckdb.DuckDBPyConnection
    release: Release


def list_quarters(opened: Opened, wanted: Wanted) -> list[str]:
    """Return the quarters that have ended and have figures, oldest first.

    Ended is a quarter of which the case system's newest extract knows the last day.

    Raises:
        WrongUse: A label is no quarter, or there is no such quarter.
    """
    for label in (wanted.first, wanted.last):
        if label:
            first_day(label)
    last_day = _last_known_day(opened)
    rows = opened.connection.execute(
        "select distinct quarter from fct_measures order by quarter"
    ).fetchall()
    quarters = [
        quarter
        for (quarter,) in rows
        if wanted.first <= quarter <= (wanted.last or quarter)
        and days_of(quarter)[1] <= last_day
    ]
    if not quarters:
        to = f" to {wanted.last}" if wanted.last else ""
        raise WrongUse(f"no quarter from {wanted.first}{to} has ended and has figures")
    return quarters


def _last_known_day(opened: Opened) -> date:
    known_at = opened.release.as_known_at
    day = date.fromisoformat(known_at) if known_at else None
    newest = newest_extracts(summarise(opened.layout, day))
    systems = [
        known for name, known in newest.items() if CONTRACTS[name].kind == "case_system"
    ]
    return min(day or date.max, max(systems, default=date.max), date.today())


def fill_back(opened: Opened, wanted: Wanted, report: Report) -> Iterator[Filled]:
    """Write each return of each quarter that is not there yet; yield what became of it.

    Every version is written whole or not at all, so that a call that was killed goes on
    where it stopped when it is made again.
    """
    quarters = list_quarters(opened, wanted)
    for place, quarter in enumerate(quarters, start=1):
        for name in wanted.names:
            report(f"{name} {quarter}, {place} of {len(quarters)} quarters")
            filled = _fill(opened, wanted, name, quarter)
            report(f"{name} {quarter}: {filled.outcome}")
            yield filled


def _fill(opened: Opened, wanted: Wanted, name: str, quarter: str) -> Filled:
    ask, write = _RETURNS[name]
    asked = ask(opened, wanted, quarter)
    if folder := _find_of_release(opened, name, asked):
        return Filled(name, quarter, UNCHANGED, folder)
    try:
        written = write(opened, wanted, asked)
    except DataRefused as refusal:
        return Filled(name, quarter, REFUSED, reasons=refusal.reasons)
    outcome = WRITTEN if written.is_new else UNCHANGED
    return Filled(name, quarter, outcome, written.folder)


def _find_of_release(opened: Opened, name: str, asked: Any) -> Path | None:
    """Return the newest version of a question if it was made from this very release."""
    for key in reversed(list_keys(opened.layout)):
        folder = key.written(opened.layout)
        if (key.period, key.name) == (asked.quarter, name):
            told = manifest.read(folder)
            rules = getattr(asked, "rules", None)
            if (told["service"], told.get("rules")) == (asked.service, rules):
                is_same = told["release"]["release"] == opened.release.release
                return folder if is_same else None
    return None


def _ask_kpi(opened: Opened, wanted: Wanted, quarter: str) -> Asked:
    return ask_for(opened.connection, quarter, None, wanted.service)


def _write_kpi(opened: Opened, wanted: Wanted, asked: Asked) -> Written:
    from returns.yjb_kpi.writer import write_return

    return write_return(
        opened.layout,
        opened.configuration,
        opened.connection,
        opened.release,
        asked,
        wanted.explanations,
    )


def _ask_case(opened: Opened, wanted: Wanted, quarter: str) -> CaseAsked:
    return ask_for_case(opened.connection, quarter, wanted.service)


def _write_case(opened: Opened, _wanted: Wanted, asked: CaseAsked) -> Written:
    from returns.case_level.writer import write_return

    return write_return(
        opened.layout, opened.configuration, opened.connection, opened.release, asked
    )


# how each return is asked for, and how it is written
_RETURNS: Mapping[str, tuple[Callable[..., Any], Callable[..., Written]]] = {
    "yjb_kpi": (_ask_kpi, _write_kpi),
    "case_level": (_ask_case, _write_case),
}
