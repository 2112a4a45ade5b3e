"""Make the files of a frozen submission again, from landing, in a home thrown away.

Which files had landed then, and comparing what comes out, belong here. Building belongs
to ``road``, writing the return to ``returns/``.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from returns._shared import manifest
from returns.submissions.key import SubmissionKey
from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.querying import open_file
from warehouse.refusal import WrongUse
from warehouse.releases import Release
from warehouse.state import connect
from yjdw.journal import new_run_id
from yjdw.knowledge import write_identified
from yjdw.road import build_and_check

KPI = "yjb_kpi"


def rebuild(
    layout: Layout,
    configuration: Configuration,
    key: SubmissionKey,
    report: Callable[[str], None],
) -> tuple[list[str], list[str]]:
    """Return the files that come out the same to the byte, and those that do not.

    Only files that had landed when the release of the submission was published are
    read, and only identities and keys that were registered by then.

    Raises:
        WrongUse: It is not frozen, or not a return of figures.
        DataRefused: What had landed does not pass the checks of today.
    """
    frozen = key.frozen(layout)
    if key.name != KPI or not frozen.is_dir():
        raise WrongUse(f"{key} is no frozen KPI return; freeze it first")
    told = manifest.read(frozen)
    release = Release(as_known_at=told["as_known_at"], **told["release"])
    with TemporaryDirectory(prefix="yjdw-rebuild-") as folder:
        aside = Layout(Path(folder))
        go_back(layout, aside, told["inputs"], release)
        day = date.fromisoformat(release.as_known_at) if release.as_known_at else None
        build = build_and_check(aside, configuration, new_run_id(), day, report)
        target = write_identified(build, release)
        report("writing the return again")
        return _compare(frozen, _write_again(target, release, told, Path(folder)))


def go_back(
    layout: Layout, aside: Layout, inputs: list[dict[str, Any]], release: Release
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


def _write_again(
    target: Path, release: Release, told: dict[str, Any], folder: Path
) -> Path:
    from returns.yjb_kpi.spec import load_form
    from returns.yjb_kpi.writer import write_files
    from warehouse.figures import Asked

    again = folder / "again"
    again.mkdir()
    asked = Asked(told["quarter"], told["rules"], told["service"])
    with open_file(target) as connection:
        write_files(again, connection, release, asked, load_form())
    return again


def _compare(frozen: Path, again: Path) -> tuple[list[str], list[str]]:
    names = sorted(path.name for path in again.iterdir())
    same = [
        name
        for name in names
        if manifest.digest(frozen / name) == manifest.digest(again / name)
    ]
    return same, [name for name in names if name not in same]
