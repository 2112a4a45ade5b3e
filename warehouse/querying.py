"""Open what is published, to read and nothing else.

Finding the current file of a zone and closing every other door of the engine
belong here. What to ask belongs to the caller.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from warehouse.layout import Layout
from warehouse.refusal import WrongUse
from warehouse.releases import Release, current_name

READER = {
    "enable_external_access": "false",  # no other file, no network
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "lock_configuration": "true",  # so that a query cannot undo the above
}
NOTHING_PUBLISHED = (
    "nothing is published in {0} yet; `yjdw run` lands, builds, checks and publishes"
)


@contextmanager
def open_zone(layout: Layout, zone: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open the current release of one zone, read-only.

    The pointer is read once: a release published meanwhile is not seen, and never
    changes the answers of an open connection.

    Raises:
        WrongUse: Nothing is published yet.
    """
    connection = _open_current(layout, zone)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def open_light(layout: Layout, zone: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a zone as ``open_zone``, for a command that reads and does nothing else.

    DuckDB imports pandas when a query takes a parameter, half a second; told that there
    is none, it does without. Nothing inside may need pandas itself.
    """
    is_ours = "pandas" not in sys.modules
    if is_ours:
        sys.modules["pandas"] = None  # type: ignore[assignment]
    try:
        with open_zone(layout, zone) as connection:
            yield connection
    finally:
        if is_ours:
            del sys.modules["pandas"]


def _open_current(layout: Layout, zone: str) -> duckdb.DuckDBPyConnection:
    for attempt in ("first", "last"):
        name = current_name(layout)
        if name is None:
            raise WrongUse(NOTHING_PUBLISHED.format(layout.root))
        path = layout.release(zone, name)
        try:
            return open_file(path)
        except duckdb.IOException:
            # the release may have aged out between reading the pointer and opening
            if attempt == "last":
                raise
    raise AssertionError("unreachable")


def open_file(path: Path) -> duckdb.DuckDBPyConnection:
    """Open one zone's file, read-only, with every other door closed."""
    return duckdb.connect(str(path), read_only=True, config=dict(READER))


def ask(
    connection: duckdb.DuckDBPyConnection, query: str
) -> tuple[list[str], list[tuple[object, ...]]]:
    """Answer one query that only reads; return its column names and its rows.

    Raises:
        WrongUse: More than one statement, a statement that is not a query, or
            one that the engine does not accept; the message says which.
    """
    try:
        statements = connection.extract_statements(query)
        if len(statements) != 1:
            raise WrongUse(f"give one query; this is {len(statements)}")
        if statements[0].type.name not in {"SELECT", "EXPLAIN"}:
            kind = statements[0].type.name
            raise WrongUse(f"only queries are answered here, this is {kind}")
        cursor = connection.execute(statements[0])
        names = [str(column[0]) for column in cursor.description or []]
        return names, cursor.fetchall()
    except duckdb.Error as error:
        raise WrongUse(f"the query cannot be answered: {error}") from error


def release_of(connection: duckdb.DuckDBPyConnection) -> Release:
    """Return which release an open connection reads, as the file itself says."""
    row = connection.execute(
        "select release, run_id, cast(as_known_at as varchar),"
        " strftime(published_at at time zone 'UTC', '%Y-%m-%dT%H:%M:%S+00:00'),"
        " inputs_fingerprint from published_release"
    ).fetchone()
    assert row is not None  # written into every zone's file when it is made
    return Release(*row)
