"""Keep what happened to submissions: a chain in which no event can be altered unseen.

Appending and reading events, and finding a broken link, belong here. Which event may
follow which belongs to ``life``.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from warehouse.layout import Layout
from warehouse.state import connect

START = "0" * 64


@dataclass(frozen=True)
class Event:
    """One event: its place in the chain of all submissions, and what it says.

    ``at`` is an instant in UTC, ISO. ``previous`` is the digest of the event before it.
    """

    place: int
    submission: str
    event: str
    at: str
    document: dict[str, Any]
    previous: str
    digest: str

    def computed(self) -> str:
        """Return the digest that the event must have."""
        parts = (self.place, self.submission, self.event, self.at, self.document)
        text = json.dumps([*parts, self.previous], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Step:
    """An event that is still to be written: of which submission, and what it says."""

    submission: str
    event: str
    document: dict[str, Any]


def append(
    layout: Layout, submission: str, event: str, document: dict[str, Any]
) -> Event:
    """Write one event behind the last, whole or not at all.

    Raises:
        sqlite3.IntegrityError: Another process wrote in the meantime.
    """
    return append_all(layout, [Step(submission, event, document)])[0]


def append_all(layout: Layout, steps: Sequence[Step]) -> list[Event]:
    """Write events behind the last, all of them or none.

    Raises:
        sqlite3.IntegrityError: Another process wrote in the meantime.
    """
    with connect(layout) as state:
        last = state.execute(
            "select place, digest from submission_events order by place desc limit 1"
        ).fetchone()
        place, previous = (last["place"], last["digest"]) if last else (0, START)
        at = datetime.now(UTC).isoformat(timespec="seconds")
        events = []
        for number, step in enumerate(steps, start=place + 1):
            parts = (number, step.submission, step.event, at, step.document, previous)
            told = Event(*parts, digest="")
            told = replace(told, digest=told.computed())
            events.append(told)
            previous = told.digest
        state.executemany(
            "insert into submission_events values (?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    *(told.place, told.submission, told.event, told.at),
                    json.dumps(told.document, sort_keys=True, ensure_ascii=False),
                    *(told.previous, told.digest),
                )
                for told in events
            ],
        )
    return events


def read_events(layout: Layout, submission: str | None = None) -> list[Event]:
    """Return the events of one submission, or of all, in their order."""
    with connect(layout) as state:
        rows = state.execute(
            "select * from submission_events"
            " where ?1 is null or submission = ?1 order by place",
            [submission],
        ).fetchall()
    told = [dict(row) for row in rows]
    return [Event(**{**row, "document": json.loads(row["document"])}) for row in told]


def find_breaks(events: Sequence[Event]) -> list[str]:
    """Return what is wrong with a whole chain; nothing when it holds."""
    breaks, previous = [], START
    for place, event in enumerate(events, start=1):
        where = f"event {event.place} ({event.event} of {event.submission})"
        if event.place != place:
            breaks.append(f"{where}: event {place} is missing")
        elif event.previous != previous or event.digest != event.computed():
            breaks.append(f"{where}: it is not as it was written")
        previous = event.digest
        if breaks:
            break
    return breaks
