"""The state of one home: receipts, identities, runs, publications, check results.

Opening and shaping the SQLite file belongs here. What is written into a table
belongs to the module that owns the step.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warehouse.layout import Layout

SCHEMA = Path(__file__).with_name("state.sql")
WAIT_SECONDS = 30  # a reader of status must outlast a short write of a run


@contextmanager
def connect(layout: Layout) -> Iterator[sqlite3.Connection]:
    """Open the state, commit when the block ends well, roll back when it does not."""
    layout.state.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    connection = sqlite3.connect(layout.state, timeout=WAIT_SECONDS)
    connection.row_factory = sqlite3.Row
    try:
        connection.execute("pragma journal_mode = wal")
        connection.executescript(SCHEMA.read_text(encoding="utf-8"))
        with connection:
            yield connection
    finally:
        connection.close()
