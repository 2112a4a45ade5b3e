"""Make the files of a written version again, from landing, in a home thrown away.

Going back to what had landed then, and comparing what comes out, belong here. What else
was otherwise then belongs to ``conditions_of_then``, building to ``road``, writing the
files to ``returns/``.
"""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

from returns._shared import manifest
from returns.submissions.key import SubmissionKey
from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.querying import open_file
from warehouse.releases import Release
from warehouse.state import connect
from yjdw.conditions_of_then import (
    changes_since,
    configuration_of_then,
    name_other_code,
)
from yjdw.journal import fingerprint, new_run_id
from yjdw.knowledge import write_identified
from yjdw.road import build_and_check

Told = dict[str, Any]
Report = Callable[[str], None]


@dataclass(frozen=True)
class Rebuilt:
    """The files that came out the same to the byte, those that did not, and why.

    ``notes`` say what is not as it was: the configuration, the program.
    """

    same: list[str]
    differing: list[str]
    notes: list[str]


@dataclass(frozen=True)
class Again:
    """A release built again: its identified zone, and what is not as it was."""

    connection: duckdb.DuckDBPyConnection
    release: Release
    notes: list[str]


def rebuild(
    layout: Layout,
    configuration: Configuration,
    key: SubmissionKey,
    report: Report,
    out: Path | None = None,
) -> Rebuilt:
    """Make every file of a version again that follows from data: all but the manifest.

    Args:
        layout: The home.
        configuration: That of today; what does not change figures is taken from it.
        key: A version, frozen or only written.
        report: Told which step is at work.
        out: A folder that gets the files too, and their manifest.

    Raises:
        DataRefused: What had landed does not pass the checks of today.
    """
    with release_again(layout, configuration, key, report) as again:
        report("writing the return again")
        return write_and_compare(layout, key, again, out)


@contextmanager
def release_again(
    layout: Layout, configuration: Configuration, key: SubmissionKey, report: Report
) -> Iterator[Again]:
    """Build the release again from which a version was written, and open it.

    Only files that had landed when it was published are read, only identities and keys that
    were registered by then, and it is counted under the configuration of then.
    """
    told = manifest.read(key.kept(layout))
    release = Release(as_known_at=told["as_known_at"], **told["release"])
    then = configuration_of_then(configuration, told)
    day = date.fromisoformat(release.as_known_at) if release.as_known_at else None
    notes = changes_since(configuration, then, key.kept(layout))
    with TemporaryDirectory(prefix="yjdw-rebuild-") as folder:
        aside = Layout(Path(folder))
        go_back(layout, aside, told["inputs"], release)
        notes += name_other_code(told, fingerprint(aside, then, day))
        for note in notes:
            report(note)
        build = build_and_check(aside, then, new_run_id(), day, report)
        with open_file(write_identified(build, release)) as connection:
            yield Again(connection, release, notes)


def write_and_compare(
    layout: Layout, key: SubmissionKey, again: Again, out: Path | None = None
) -> Rebuilt:
    """Write the files of a version from its release built again, and compare them."""
    told = manifest.read(key.kept(layout))
    with TemporaryDirectory(prefix="yjdw-rebuild-") as folder:
        made = Path(folder)
        _writer_of(key.name)(made, again.connection, again.release, told)
        if out:
            shutil.copytree(made, out, dirs_exist_ok=True)
            shutil.copy(key.kept(layout) / manifest.NAME, out)
        return Rebuilt(*_compare(told["files"], made), again.notes)


def go_back(
    layout: Layout, aside: Layout, inputs: list[Told], release: Release
) -> None:
    """Give a folder the landing of a home, and its state as of a release."""
    aside.state.parent.mkdir(parents=True)
    (aside.root / "landing").symlink_to(layout.root / "landing")
    with (
        closing(sqlite3.connect(layout.state)) as now,
        closing(sqlite3.connect(aside.state)) as then,
    ):
        now.backup(then)
    landed = [(item["file_sha256"], item["supplier"]) for item in inputs]
    with connect(aside) as state:
        state.execute("create temp table kept (file_sha256 text, supplier text)")
        state.executemany("insert into kept values (?, ?)", landed)
        for table in ("receipts", "files"):
            state.execute(
                f"delete from {table} where (file_sha256, supplier) not in"  # noqa: S608
                " (select file_sha256, supplier from kept)"
            )
        since = [release.published_at]
        for table in ("identities", "identity_keys"):
            state.execute(f"delete from {table} where registered_at > ?", since)  # noqa: S608
        state.execute("delete from identity_merges where merged_at > ?", since)


def _writer_of(name: str) -> Callable[..., None]:
    """Return how the files of a return are written from a release built again."""
    from returns.case_level.writer import write_again as write_case
    from returns.yjb_kpi.writer import write_again as write_kpi
    from returns.youth_justice_plan.writer import write_again as write_plan

    writers = {
        "yjb_kpi": write_kpi,
        "case_level": write_case,
        "youth_justice_plan": write_plan,
    }
    return writers[name]


def _compare(files: dict[str, Told], again: Path) -> tuple[list[str], list[str]]:
    """Return the files of a manifest that came out with the same bytes, and the rest."""
    made = manifest.describe_files(again)
    names = sorted({*files, *made})
    same = [name for name in names if files.get(name) == made.get(name)]
    return same, [name for name in names if name not in same]
