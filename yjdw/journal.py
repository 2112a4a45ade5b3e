"""The journal of runs: when each began, how it ended, and what it was made of.

Writing the table ``runs`` and telling whether anything is new belong here. What a
run does belongs to ``road``.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from warehouse import models
from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.refusal import DataRefused
from warehouse.state import connect

ROOT = Path(__file__).parents[1]
CODE = ("sources", "warehouse", "expectations")
CODE_FILES = {".py", ".sql", ".yml"}


@dataclass
class Entry:
    """One run, as long as it is going on; ``outcome`` is set by who walks it."""

    run_id: str
    outcome: str = "failed"
    detail: str = ""


@contextmanager
def journal(layout: Layout) -> Iterator[Entry]:
    """Note that a run began, and however it ends, how.

    Outcomes: published, nothing new, refused (the data did not pass), failed.
    """
    entry = Entry(new_run_id())
    with connect(layout) as state:
        state.execute(
            "insert into runs (run_id, started_at) values (?, ?)",
            [entry.run_id, _now()],
        )
    try:
        yield entry
    except DataRefused as refusal:
        codes = sorted({reason.code for reason in refusal.reasons})
        entry.outcome, entry.detail = "refused", ", ".join(codes)
        raise
    except BaseException as error:  # the message may hold data, the type cannot
        entry.outcome, entry.detail = "failed", type(error).__name__
        raise
    finally:
        with connect(layout) as state:
            state.execute(
                "update runs set finished_at = ?, outcome = ?, detail = ?"
                " where run_id = ?",
                [_now(), entry.outcome, entry.detail, entry.run_id],
            )


def new_run_id() -> str:
    """Return an id that sorts in the order in which runs began."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def fingerprint(
    layout: Layout, configuration: Configuration, as_known_at: date | None
) -> str:
    """Return the sha256 of all that a release follows from.

    What has landed, the settings that change figures, the code and the models, and
    the day of knowledge. Equal fingerprints give equal releases.
    """
    with connect(layout) as state:
        landed = state.execute(
            "select supplier, entity, file_sha256, extract_date from receipts"
            " order by supplier, entity, file_sha256"
        ).fetchall()
    parts = [
        [list(row) for row in landed],
        configuration.counted,
        as_known_at.isoformat() if as_known_at else None,
        models.fingerprint(),
        code_fingerprint(),
    ]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def code_fingerprint() -> str:
    """Return the sha256 of the code through which data passes on its way."""
    digest = hashlib.sha256()
    for folder in CODE:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in CODE_FILES:
                digest.update(path.relative_to(ROOT).as_posix().encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()
