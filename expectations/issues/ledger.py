"""Keep every issue under an id of its own, from the day it was first seen.

Writing what was seen into the state, and reading issues back, belong here. Which issue
a sighting is belongs to ``matching``.
"""

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from expectations.issues.matching import match
from expectations.issues.sightings import Sighting, see_findings
from warehouse.layout import Layout
from warehouse.state import connect

RECORDS = "records"  # the scope of findings: they are of no single return
LENGTH_OF_ID = 11
COLUMNS = (
    *("issue_id", "scope", "rule", "service", "issue_key", "unit_id", "owner"),
    *("child_id", "supplier", "entity", "column_name", "file_sha256", "row_number"),
    *("first_seen_at", "last_seen_at", "resolved_at", "times_reopened"),
)


@dataclass(frozen=True)
class Issue(Sighting):
    """One record that breaks, or broke, one rule. Instants are in UTC, ISO."""

    issue_id: str = ""
    scope: str = RECORDS
    first_seen_at: str = ""
    last_seen_at: str = ""
    resolved_at: str | None = None
    times_reopened: int = 0

    @property
    def is_new(self) -> bool:
        """Return whether it was first seen the last time that anybody looked."""
        return self.first_seen_at == self.last_seen_at and not self.resolved_at


def update(
    layout: Layout, run_id: str, scope: str, sightings: Iterable[Sighting]
) -> list[Issue]:
    """Write down what is seen in a scope now, and return its issues that are open.

    What is not seen any more is resolved; what was resolved and is seen again is the
    same issue, reopened. Looking twice at the same changes nothing but the last look.

    Args:
        layout: The home.
        run_id: The run, or the release, that was looked at.
        scope: ``records``, or one return of one period.
        sightings: All there is in the scope.
    """
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    with connect(layout) as state:
        known = _read(state, "scope = ?", [scope])
        matched = match([issue for issue in known if not issue.resolved_at], sightings)
        again = match([issue for issue in known if issue.resolved_at], matched.new)
        opened = [_see(issue, sighting, now) for issue, sighting in matched.pairs]
        opened += [_reopen(issue, sighting, now) for issue, sighting in again.pairs]
        opened += _name(again.new, scope, now, {issue.issue_id for issue in known})
        gone = [replace(issue, resolved_at=now) for issue in matched.gone]
        _write(state, [*opened, *gone])
        _count(state, (scope, run_id, now), (opened, again.new, gone))
    return sorted(opened, key=lambda issue: issue.issue_id)


def update_from_build(layout: Layout, run_id: str, build: Path) -> list[Issue]:
    """Write down the findings of a checked build, and return the issues that are open.

    Raises:
        duckdb.Error: The file is not a build.
    """
    with duckdb.connect(str(build), read_only=True) as connection:
        return update(layout, run_id, RECORDS, see_findings(connection))


def read_issues(layout: Layout, scope: str | None = None) -> list[Issue]:
    """Return every issue there ever was, of one scope or of all, oldest first."""
    with connect(layout) as state:
        return _read(state, "?1 is null or scope = ?1", [scope])


def read_trend(layout: Layout, scope: str = RECORDS) -> list[dict[str, object]]:
    """Return how many issues of each rule every look found; oldest look first."""
    with connect(layout) as state:
        rows = state.execute(
            "select seen_at, rule, open, new, resolved from issue_counts"
            " where scope = ? order by seen_at, rule",
            [scope],
        ).fetchall()
    return [dict(row) for row in rows]


def _read(
    state: sqlite3.Connection, condition: str, values: Sequence[object]
) -> list[Issue]:
    rows = state.execute(
        f"select * from issues where {condition} order by first_seen_at, issue_id",  # noqa: S608
        values,
    ).fetchall()
    return [Issue(**dict(row)) for row in rows]


def _see(issue: Issue, sighting: Sighting, now: str) -> Issue:
    return replace(issue, **asdict(sighting), last_seen_at=now, resolved_at=None)


def _reopen(issue: Issue, sighting: Sighting, now: str) -> Issue:
    times = issue.times_reopened + 1
    return replace(_see(issue, sighting, now), times_reopened=times)


def _name(
    sightings: Sequence[Sighting], scope: str, now: str, taken: set[str]
) -> list[Issue]:
    """Return new issues, each under an id that follows from what it is."""
    named = []
    for sighting in sightings:
        place = 0
        while (issue_id := _id_of(scope, sighting, place)) in taken:
            place += 1
        taken.add(issue_id)
        named.append(
            Issue(
                **asdict(sighting),
                issue_id=issue_id,
                scope=scope,
                first_seen_at=now,
                last_seen_at=now,
            )
        )
    return named


def _id_of(scope: str, sighting: Sighting, place: int) -> str:
    parts = (scope, sighting.rule, sighting.service, sighting.issue_key, str(place))
    return f"I{hashlib.sha256('|'.join(parts).encode()).hexdigest()[:LENGTH_OF_ID]}"


def _write(state: sqlite3.Connection, issues: Iterable[Issue]) -> None:
    marks = ", ".join("?" for _ in COLUMNS)
    state.executemany(
        f"insert or replace into issues ({', '.join(COLUMNS)}) values ({marks})",  # noqa: S608
        [[getattr(issue, name) for name in COLUMNS] for issue in issues],
    )


def _count(
    state: sqlite3.Connection,
    look: tuple[str, str, str],
    found: Sequence[Sequence[Sighting]],
) -> None:
    """Keep how many there are of each rule, how many new and resolved, for the trend.

    Args:
        state: The state.
        look: Scope, run and instant.
        found: Issues that are open, that are new, and that are resolved.
    """
    scope, run_id, now = look
    counts = [Counter(item.rule for item in items) for items in found]
    codes = sorted({code for count in counts for code in count})
    state.executemany(
        "insert or replace into issue_counts values (?, ?, ?, ?, ?, ?, ?)",
        [
            (scope, run_id, code, now, *(count[code] for count in counts))
            for code in codes
        ],
    )
