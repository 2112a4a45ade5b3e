"""Open what a return is written from: the published release, or a past knowledge.

Choosing between the two belongs here. A past state is built aside and thrown away,
so that reproducing an old quarter never changes what readers see.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import duckdb

from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.locking import one_writer
from warehouse.querying import open_file, open_zone, release_of
from warehouse.releases import Release
from warehouse.zones import IDENTIFIED, ZONE_LIST
from yjdw.journal import fingerprint, new_run_id
from yjdw.road import build_and_check

Opened = tuple[duckdb.DuckDBPyConnection, Release]


@contextmanager
def open_knowledge(
    layout: Layout,
    configuration: Configuration,
    as_known_at: date | None,
    report: Callable[[str], None],
) -> Iterator[Opened]:
    """Open the identified zone as it is published, or as it was known on a day.

    Raises:
        WrongUse: Nothing is published, or another process is writing to this home.
        DataRefused: The past state does not pass the checks of a build.
    """
    with open_zone(layout, IDENTIFIED) as connection:
        release = release_of(connection)
        wanted = as_known_at.isoformat() if as_known_at else release.as_known_at
        if wanted == release.as_known_at:
            yield connection, release
            return
    assert as_known_at is not None
    with _built_aside(layout, configuration, as_known_at, report) as opened:
        yield opened


@contextmanager
def _built_aside(
    layout: Layout,
    configuration: Configuration,
    as_known_at: date,
    report: Callable[[str], None],
) -> Iterator[Opened]:
    from warehouse.past_configurations import keep_configuration
    from warehouse.publishing import new_release

    run_id = new_run_id()
    report(f"building what was known on {as_known_at}")
    with one_writer(layout):
        build = build_and_check(layout, configuration, run_id, as_known_at, report)
        inputs = fingerprint(layout, configuration, as_known_at)
        release = new_release(run_id, as_known_at.isoformat(), inputs)
        keep_configuration(layout, release.release, configuration)
        target = write_identified(build, release)
    try:
        with open_file(target) as connection:
            yield connection, release
    finally:
        target.unlink(missing_ok=True)


def write_identified(build: Path, release: Release) -> Path:
    """Write a build's identified zone beside it, for nobody else to read."""
    from warehouse.publishing import write_zone

    zone = next(zone for zone in ZONE_LIST if zone.name == IDENTIFIED)
    target = build.with_name("identified.duckdb")
    write_zone(build, zone, target, release)
    return target
