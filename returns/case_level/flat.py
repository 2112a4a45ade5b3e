"""Write a case document as flat tables, and read it back without a loss.

One CSV file per kind of item under the national names belongs here. The JSON form, and
what a document must hold, do not.
"""

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sources.case_document.items import (
    DOCUMENT,
    SINGLE_ITEMS,
    Kind,
    SentItem,
    list_kinds,
    put_together,
    take_apart,
)

Document = dict[str, Any]

KEYS = ("_row", "_parent_row", "_ypid")
BARE: Document = {
    "return_part": {},
    "children": [],
}  # a document without fields of its own
FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)  # so that equal files give equal bytes
QUOTE, NULL = '"', "null"


def write_flat(document: Document, path: Path) -> None:
    """Write a document as a zip of CSV files, one per kind of item it holds."""
    by_kind: dict[str, list[SentItem]] = {}
    for item in take_apart(document):
        by_kind.setdefault(item.kind, []).append(item)
    if by_kind[DOCUMENT][0].fields == BARE:
        del by_kind[DOCUMENT]
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, items in by_kind.items():
            entry = ZipInfo(f"{name}.csv", FIRST_DAY_OF_ZIP)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, _write_table(list_kinds()[name], items))


def read_flat(path: Path) -> Document:
    """Read a document from the zip that ``write_flat`` wrote."""
    with ZipFile(path) as archive:
        tables = {
            name.removesuffix(".csv"): archive.read(name).decode("utf-8")
            for name in archive.namelist()
        }
    items = [item for name in tables for item in _read_table(name, tables[name])]
    if DOCUMENT not in tables:
        items.append(SentItem(DOCUMENT, 1, 0, None, json.loads(json.dumps(BARE))))
    return put_together(items)[0]


def _write_table(kind: Kind, items: Iterable[SentItem]) -> str:
    rows = [(item, dict(_flatten(item.fields, kind.schema))) for item in items]
    extra = {name for _, cells in rows for name in cells} - set(list_columns(kind.name))
    columns = [*list_columns(kind.name), *sorted(extra)]
    text = io.StringIO()
    # with this line end the writer quotes a bare carriage return too
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([*KEYS, *columns])
    for item, cells in rows:
        keys = (item.number, item.parent_number, item.ypid or "")
        writer.writerow([*keys, *(cells.get(name, "") for name in columns)])
    return text.getvalue()


def _read_table(name: str, text: str) -> Iterator[SentItem]:
    csv.field_size_limit(sys.maxsize)  # an assessment may fill a cell with a page
    schema = list_kinds()[name].schema
    for row in csv.DictReader(io.StringIO(text, newline="")):
        number, parent_number, ypid = (row.pop(key) for key in KEYS)
        fields: Document = {}
        for column, cell in row.items():
            if cell:
                _put_cell(fields, schema, column, cell)
        yield SentItem(name, int(number), int(parent_number), ypid or None, fields)


@cache
def list_columns(kind: str) -> tuple[str, ...]:
    """Return the columns of a kind of item, in the order of the schema."""
    return tuple(_columns_of(list_kinds()[kind].schema))


def _columns_of(schema: Document) -> Iterator[str]:
    for name, part in schema["properties"].items():
        yield name
        if part.get("type") == "object" and name not in SINGLE_ITEMS:
            yield from (f"{name}.{inner}" for inner in _columns_of(part))


def _flatten(fields: Document, schema: Document) -> Iterator[tuple[str, str]]:
    """Yield a cell per field; one in an object by the path to it."""
    for name, value in fields.items():
        part = schema["properties"].get(name, {})
        if part.get("type") == "object" and value:
            for inner, cell in _flatten(value, part):
                yield f"{name}.{inner}", cell
        else:
            yield name, write_cell(value, is_text=is_text(part))


def _put_cell(fields: Document, schema: Document, column: str, cell: str) -> None:
    name, dot, inner = column.partition(".")
    part = schema["properties"].get(name, {})
    if dot and part.get("type") == "object":
        _put_cell(fields.setdefault(name, {}), part, inner, cell)
        return
    # an own name of the sender's may hold a dot
    known = schema["properties"].get(column, {})
    fields[column] = read_cell(cell, is_text=is_text(known))


def is_text(schema: Document) -> bool:
    """Return whether a field holds text or null and nothing else."""
    if "anyOf" in schema:
        return all(is_text(choice) for choice in schema["anyOf"])
    if "enum" in schema:
        return all(value is None or isinstance(value, str) for value in schema["enum"])
    if "$ref" in schema:  # the one definition there is: a date
        return True
    return schema.get("type") in ("string", ["string", "null"])


def write_cell(value: object, *, is_text: bool) -> str:
    """Return a value as a cell; no cell at all is a field that was not sent.

    Text stands as it is, unless it could be taken for something else: null is
    ``null``, empty text ``""``, and text that begins like these is quoted as in JSON.
    """
    plain = is_text and isinstance(value, str) and value not in ("", NULL)
    if plain and not str(value).startswith(QUOTE):
        return str(value)
    return json.dumps(value, ensure_ascii=False)


def read_cell(cell: str, *, is_text: bool) -> Any:
    """Return the value of a cell that is not empty."""
    if is_text and cell != NULL and not cell.startswith(QUOTE):
        return cell
    return json.loads(cell)
