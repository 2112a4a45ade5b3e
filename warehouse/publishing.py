"""Turn one checked build into a release: a file per zone, then one pointer.

Copying what a zone may hold and moving the pointer belong here. Which tables and
columns those are belongs to ``zones``; deciding whether to publish, to the caller.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from warehouse.layout import Layout
from warehouse.releases import (
    Release,
    forget_old,
    make_durable,
    move_pointer,
    record,
)
from warehouse.zones import PSEUDONYMISED_COLUMN, ZONE_LIST, Zone

SUPPRESSION = Path(__file__).with_name("suppression.sql")
PSEUDONYM = (
    "'U' || substr(sha256((select salt from build.control.salt) || '|' || {0}), 1, 15)"
)


def new_release(
    run_id: str, as_known_at: str | None, inputs_fingerprint: str
) -> Release:
    """Name a release; names sort in the order of publication."""
    now = datetime.now(UTC)
    return Release(
        release=f"{now:%Y%m%dT%H%M%S%f}-{inputs_fingerprint[:8]}",
        run_id=run_id,
        as_known_at=as_known_at,
        published_at=now.isoformat(timespec="seconds"),
        inputs_fingerprint=inputs_fingerprint,
    )


def publish(layout: Layout, build: Path, release: Release, keep: int) -> Release:
    """Publish a build: three files, each written whole, then the pointer.

    Until the last step readers see the old release; a failure before it changes
    nothing for them. Call it only while holding the writer's lock.

    Args:
        layout: The home.
        build: The DuckDB file of a run whose checks passed.
        release: What ``new_release`` gave.
        keep: How many releases to keep, the new one included.

    Raises:
        OSError, duckdb.Error: A file could not be written; the pointer stays.
    """
    remove_unfinished(layout)
    for zone in ZONE_LIST:
        target = layout.release(zone.name, release.release)
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        unfinished = target.with_suffix(".partial")
        write_zone(build, zone, unfinished, release)
        make_durable(unfinished)
        unfinished.replace(target)
        make_durable(target.parent)
    record(layout, release)
    move_pointer(layout, release.release)
    forget_old(layout, keep)
    return release


def remove_unfinished(layout: Layout) -> None:
    """Delete what a run that was cut off left half written."""
    for zone in ZONE_LIST:
        for path in layout.zone(zone.name).glob("*.partial*"):
            path.unlink()


def write_zone(build: Path, zone: Zone, target: Path, release: Release) -> None:
    """Write one zone's file from a build; tables of ``marts`` go to ``main``."""
    with duckdb.connect(str(target)) as connection:
        connection.execute(f"attach '{_quoted(build)}' as build (read_only)")
        published = list(_tables(connection, zone))
        for schema, table in published:
            connection.execute(f'create schema if not exists "{_place(schema)}"')
            connection.execute(
                f'create table "{_place(schema)}"."{table}" as '
                + _selection(connection, zone, schema, table)
            )
        _copy_comments(connection, published)
        _write_label(connection, zone, release)
        connection.execute("detach build")
        connection.execute("checkpoint")


def _tables(
    connection: duckdb.DuckDBPyConnection, zone: Zone
) -> Iterator[tuple[str, str]]:
    found = connection.execute(
        "select table_schema, table_name from information_schema.tables"
        " where table_catalog = 'build' order by all"
    ).fetchall()
    return ((schema, table) for schema, table in found if zone.holds(schema, table))


def _selection(
    connection: duckdb.DuckDBPyConnection, zone: Zone, schema: str, table: str
) -> str:
    """Return the query that gives the rows of one table as the zone may see them."""
    if table in zone.suppressed:
        return SUPPRESSION.read_text(encoding="utf-8")
    described = connection.execute(f'describe build."{schema}"."{table}"').fetchall()
    names = zone.columns([str(row[0]) for row in described])
    columns = ", ".join(_column(zone, name) for name in names)
    return f'select {columns} from build."{schema}"."{table}"'  # noqa: S608 - our names


def _column(zone: Zone, name: str) -> str:
    if zone.personal_columns or not PSEUDONYMISED_COLUMN.search(name):
        return f'"{name}"'
    return f'{PSEUDONYM.format(name)} as "{name}"'


def _copy_comments(
    connection: duckdb.DuckDBPyConnection, published: Sequence[tuple[str, str]]
) -> None:
    """Carry the descriptions of the columns along, for whoever browses the file."""
    described = connection.execute(
        "select source.schema_name, source.table_name, source.column_name,"
        " source.comment"
        " from duckdb_columns() as source join duckdb_columns() as copy"
        " on source.table_name = copy.table_name"
        " and source.column_name = copy.column_name"
        " and copy.database_name = current_database()"
        " where source.database_name = 'build' and source.comment is not null"
    ).fetchall()
    for schema, table, column, comment in described:
        if (schema, table) in published:
            text = str(comment).replace("'", "''")
            connection.execute(
                f'comment on column "{_place(schema)}"."{table}"."{column}"'
                f" is '{text}'"
            )


def _place(schema: str) -> str:
    """Return the schema of the published file; marts are what readers came for."""
    return "main" if schema == "marts" else schema


def _write_label(
    connection: duckdb.DuckDBPyConnection, zone: Zone, release: Release
) -> None:
    """Write which release this is into the file itself, one row."""
    connection.execute(
        "create table published_release as select ? as release, ? as zone,"
        " ? as run_id, cast(? as date) as as_known_at,"
        " cast(? as timestamptz) as published_at, ? as inputs_fingerprint",
        [
            release.release,
            zone.name,
            release.run_id,
            release.as_known_at,
            release.published_at,
            release.inputs_fingerprint,
        ],
    )


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
