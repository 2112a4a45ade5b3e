"""Which release is published, and which are kept.

Reading, moving and ageing the one pointer belong here. What a release holds
belongs to ``zones``; writing it belongs to ``publishing``.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from warehouse.layout import ZONES, Layout
from warehouse.state import connect


@dataclass(frozen=True)
class Release:
    """One published release, the same for all zones.

    ``as_known_at`` is an ISO day or null (as known now); ``published_at`` is an
    instant in UTC, ISO.
    """

    release: str
    run_id: str
    as_known_at: str | None
    published_at: str
    inputs_fingerprint: str


def current(layout: Layout) -> Release | None:
    """Return the release the pointer names, or null when nothing is published."""
    name = current_name(layout)
    if name is None:
        return None
    with connect(layout) as state:
        row = state.execute(
            "select * from publications where release = ?", [name]
        ).fetchone()
    return Release(**dict(row)) if row else Release(name, "", None, "", "")


def word_shown(layout: Layout) -> str:
    """Return what readers see now, in words: after a failure, the last release."""
    shown = current(layout)
    if shown is None:
        return "no release has been published yet"
    return f"readers still see the release {shown.release} of {shown.published_at}"


def current_name(layout: Layout) -> str | None:
    """Return the name in the pointer; one read, so all zones always agree."""
    try:
        return layout.pointer.read_text(encoding="utf-8").strip() or None
    except FileNotFoundError:
        return None


def record(layout: Layout, release: Release) -> None:
    """Write a release into the state, before the pointer moves to it."""
    with connect(layout) as state:
        state.execute(
            "insert into publications"
            " (release, run_id, as_known_at, published_at, inputs_fingerprint)"
            " values (?, ?, ?, ?, ?)",
            [
                release.release,
                release.run_id,
                release.as_known_at,
                release.published_at,
                release.inputs_fingerprint,
            ],
        )


def move_pointer(layout: Layout, release: str) -> None:
    """Make a release the current one, for all zones in one atomic step."""
    unfinished = layout.pointer.with_name("current.partial")
    unfinished.write_text(f"{release}\n", encoding="utf-8")
    make_durable(unfinished)
    unfinished.replace(layout.pointer)
    make_durable(layout.pointer.parent)


def make_durable(path: Path) -> None:
    """Wait until the disk holds a file (or a folder's names), not only its cache."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def forget_old(layout: Layout, keep: int) -> list[str]:
    """Delete the files of all but the newest ``keep`` releases; return their names.

    The current release is never deleted. A reader who has an old file open keeps
    reading it: its bytes stay until that reader is done.
    """
    held = sorted({path.stem for path in _release_files(layout)})
    kept = {*held[-keep:], current_name(layout)}
    gone = [name for name in held if name not in kept]
    for path in _release_files(layout):
        if path.stem in gone:
            path.unlink()
    return gone


def _release_files(layout: Layout) -> Iterable[Path]:
    for zone in ZONES:
        yield from layout.zone(zone).glob("*.duckdb")
