"""Read case documents in and write them out again, apart from every home.

Walking the same road as a return, in a throw-away home, belongs here. What a document
holds belongs to ``documents``, its files to ``files``.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from expectations.returns.documents import hold_document
from returns._shared.gate import refuse_if_blocked
from returns.case_level import gate
from returns.case_level.documents import ask_for_case, compose_document
from returns.case_level.files import write_files
from sources.case_document.items import SentItem, put_together
from warehouse.calculating import calculate
from warehouse.configuration import Configuration, Service
from warehouse.control import Scope
from warehouse.handed_files import DOCUMENTS, land_documents
from warehouse.layout import Layout
from warehouse.refusal import WrongUse
from warehouse.state import connect

# a date that is in no calendar matters to a figure, and goes out as it came
READ = ("items",)
NAMED = 10  # ids in one warning
MODEL = "model.youth_justice."
EVERY_RETURN = f"{MODEL}stg_case_document__items"
OF_A_QUARTER = tuple(
    f"{MODEL}national_{name}" for name in ("items", "children", "headers")
)


@dataclass(frozen=True)
class WrittenAgain:
    """One document written: its folder, its children, and what should be mended."""

    folder: Path
    children: int
    warnings: tuple[str, ...] = ()


def write_documents_again(
    layout: Layout, documents: Sequence[Path], out: Path
) -> list[WrittenAgain]:
    """Write every document as it was read, each into a folder of its own.

    Args:
        layout: An empty home; the caller throws it away.
        documents: Case documents, case files of several, or folders of either.
        out: Where the folders go: named as the files, numbered where one holds several.

    Raises:
        DataRefused: A document cannot be used; the reasons name file and field.
        WrongUse: A folder to be written is there already.
    """
    layout.prepare()
    land_documents(layout, documents, READ)
    scope = Scope([])
    with calculate(layout, _configuration(), scope, [EVERY_RETURN]) as connection:
        found = list(_read_documents(connection, _file_names(layout)))
    found.sort(key=lambda named: named[0])
    return [_write(_new_folder(out, name), document) for name, document in found]


def write_quarter_again(
    layout: Layout,
    documents: Sequence[Path],
    out: Path,
    quarter: str,
    *,
    service: str | None = None,
    known_at: date | None = None,
    signed_off: date | None = None,
) -> WrittenAgain:
    """Write the return of one quarter that some documents make up together.

    Raises:
        DataRefused: A document cannot be used, or the return fails its gate.
        WrongUse: The quarter or the service is none of theirs.
    """
    layout.prepare()
    land_documents(layout, documents, READ)
    scope = Scope([], as_known_at=known_at)
    with calculate(layout, _configuration(), scope, OF_A_QUARTER) as connection:
        connection.execute("set schema = 'marts'")
        asked = ask_for_case(connection, quarter, service, signed_off)
        composed = compose_document(connection, asked)
    refuse_if_blocked(
        gate.check_return(composed, ()),
        f"the case-level return of {asked.quarter} was not written",
    )
    return _write(_new_folder(out, asked.quarter), composed.document)


def _configuration() -> Configuration:
    return Configuration(service=Service(case_system=DOCUMENTS))


def _file_names(layout: Layout) -> dict[str, str]:
    """Return the name of each landed file without its ending, by content."""
    with connect(layout) as state:
        rows = state.execute("select file_sha256, file_name from files").fetchall()
    return {row["file_sha256"]: row["file_name"].split(".json")[0] for row in rows}


def _read_documents(
    connection: duckdb.DuckDBPyConnection, names: dict[str, str]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every document with the name of its folder."""
    keys = connection.execute(
        "select _file_sha256, document_number,"
        " count(*) over (partition by _file_sha256) > 1"
        " from staging.stg_case_document__items where kind = 'document' order by all"
    ).fetchall()
    for sha256, number, is_one_of_several in keys:
        rows = connection.execute(
            "select kind, item_number, parent_number, ypid, fields"
            " from staging.stg_case_document__items"
            " where _file_sha256 = ? and document_number = ?",
            [sha256, number],
        ).fetchall()
        items = [
            SentItem(kind, place, parent, ypid, json.loads(fields))
            for kind, place, parent, ypid, fields in rows
        ]
        suffix = f"-{number}" if is_one_of_several else ""
        yield f"{names[sha256]}{suffix}", put_together(items)[0]


def _new_folder(out: Path, name: str) -> Path:
    folder = out / name
    if folder.exists():
        raise WrongUse(f"{folder} is there already; name an empty folder with --out")
    folder.mkdir(mode=0o700, parents=True)
    return folder


def _write(folder: Path, document: dict[str, Any]) -> WrittenAgain:
    write_files(folder, document)
    warnings = tuple(
        f"{result.code}: {result.message}: {', '.join(result.units[:NAMED])}"
        for result in hold_document(document)
        if not result.passed
    )
    return WrittenAgain(folder, len(document["children"]), warnings)
