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
from returns.submissions.key import list_keys
from sources.registry import CONTRACTS
from warehouse.configuration import Configuration
from warehouse.figures import ask_for
from warehouse.freshness import newest_extracts
from warehouse.layout import Layout
from warehouse.receipts import summarise
from warehouse.refusal import DataRefused, Reason, WrongUse
from warehouse.releases import Release
from warehouse.rule_versions import first_day

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
    rows = opened.connection.execute(
        "select distinct quarter from fct_measures inner join dim_quarters"
        " using (quarter) where end_date <= ? and quarter >= ?"
        " and (quarter <= ? or ? is null) order by quarter",
        [_last_known_day(opened), wanted.first, wanted.last, wanted.last],
    ).fetchall()
    if not rows:
        to = f" to {wanted.last}" if wanted.last else ""
        raise WrongUse(f"no quarter from {wanted.first}{to} has ended and has figures")
    return [str(row[0]) for row in rows]


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
    if folder := _find_of_release(opened, wanted, name, quarter):
        return Filled(name, quarter, UNCHANGED, folder)
    try:
        written = _WRITERS[name](opened, wanted, quarter)
    except DataRefused as refusal:
        return Filled(name, quarter, REFUSED, reasons=refusal.reasons)
    outcome = WRITTEN if written.is_new else UNCHANGED
    return Filled(name, quarter, outcome, written.folder)


def _find_of_release(
    opened: Opened, wanted: Wanted, name: str, quarter: str
) -> Path | None:
    """Return the newest version if it was made from this very release."""
    keys = [
        key
        for key in list_keys(opened.layout)
        if (key.period, key.name) == (quarter, name)
    ]
    for key in reversed(keys):
        told = manifest.read(key.written(opened.layout))
        if wanted.service in (None, told["service"]):
            is_same = told["release"]["release"] == opened.release.release
            return key.written(opened.layout) if is_same else None
    return None


def _write_kpi(opened: Opened, wanted: Wanted, quarter: str) -> Written:
    from returns.yjb_kpi.writer import write_return

    return write_return(
        opened.layout,
        opened.configuration,
        opened.connection,
        opened.release,
        ask_for(opened.connection, quarter, None, wanted.service),
        wanted.explanations,
    )


def _write_case(opened: Opened, wanted: Wanted, quarter: str) -> Written:
    from returns.case_level.documents import ask_for_case
    from returns.case_level.writer import write_return

    return write_return(
        opened.layout,
        opened.configuration,
        opened.connection,
        opened.release,
        ask_for_case(opened.connection, quarter, wanted.service),
    )


_WRITERS: Mapping[str, Callable[[Opened, Wanted, str], Written]] = {
    "yjb_kpi": _write_kpi,
    "case_level": _write_case,
}
