"""The ledger of issues as somebody asks for it: lists, and a fix list per case worker.

Reading the ledger beside the published release belongs here, and writing fix lists.
Printing belongs to ``yjdw/commands``.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from warehouse.layout import Layout
from warehouse.refusal import WrongUse

if TYPE_CHECKING:
    from expectations.issues.telling import Wanted

Told = dict[str, Any]
FIX_LIST = (
    *("issue_id", "state", "age_days", "severity", "child_id", "unit_id"),
    *("message", "column_name", "remedy", "supplier", "entity", "file", "row_number"),
)


def read_told(layout: Layout, wanted: "Wanted") -> list[Told]:
    """Return the issues asked for, as people read them, oldest first."""
    return [item for item in _read_all(layout) if wanted.has(item)]


def _read_all(layout: Layout) -> list[Told]:
    from expectations.issues.ledger import read_issues
    from expectations.issues.telling import read_workers, tell
    from expectations.waivers import read_waivers
    from warehouse.file_names import name_files
    from warehouse.querying import open_zone
    from warehouse.releases import current
    from warehouse.zones import IDENTIFIED

    workers: dict[str, str] = {}
    if current(layout):
        with open_zone(layout, IDENTIFIED) as connection:
            workers = read_workers(connection)
    told = tell(read_issues(layout), read_waivers(layout), workers)
    files = name_files(layout)
    for item in told:
        item["file"] = files.get(item["file_sha256"] or "")
    return told


def find_one(layout: Layout, issue_id: str) -> Told:
    """Return one issue, open or not.

    Raises:
        WrongUse: There is none of that id.
    """
    for item in _read_all(layout):
        if item["issue_id"] == issue_id:
            return item
    raise WrongUse(f"there is no issue {issue_id}; yjdw issues list shows all")


def write_fix_lists(layout: Layout, out: Path, worker: str | None) -> list[Path]:
    """Write a workbook for each case worker, with the open issues of their children.

    Args:
        layout: The home.
        out: The folder; a list of the same worker there is replaced.
        worker: One worker only; ``nobody`` is who holds no case.
    """
    from expectations.issues.telling import Wanted
    from returns._shared.sheets import write_sheets

    lists: dict[str, list[Told]] = {}
    for item in read_told(layout, Wanted(worker=worker)):
        if item["case_worker"] and item["state"] != "waived":
            lists.setdefault(item["case_worker"], []).append(item)
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    written = []
    for name, items in sorted(lists.items()):
        path = out / f"fix-list-{_file_name(name)}.xlsx"
        write_sheets(path, [("to mend", FIX_LIST, [_row(item) for item in items])])
        written.append(path)
    return written


def _row(item: Told) -> Sequence[str | int | None]:
    return [item[name] for name in FIX_LIST]


def _file_name(worker: str) -> str:
    """Return a worker's code as a part of a file name, whatever it is made of."""
    return re.sub(r"[^A-Za-z0-9_-]", "_", worker)
