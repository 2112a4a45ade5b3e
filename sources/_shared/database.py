"""Read a case system's tables from its reporting database, and write them as its CSV.

The same rows always give the same bytes, so that landing recognises them. What the
columns mean, and landing itself, do not belong here.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sources._shared.contract import Contract, CsvFormat
from sources._shared.database_cells import write_cell
from sources._shared.database_tables import Found, find_table
from sources._shared.delivery import FileRefused

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

ROWS_AT_ONCE = 10_000


@dataclass(frozen=True)
class WrittenTable:
    """One table written as a file, and how many rows it had."""

    entity: str
    path: Path
    rows: int


def extract_tables(
    url: str, contract: Contract, folder: Path, day: date
) -> list[WrittenTable]:
    """Write one CSV file per entity of the contract into an existing folder.

    Raises:
        FileRefused: The database cannot be reached, or lacks a promised table or
            column. The message never holds the address: it may hold a password.
    """
    from sqlalchemy import create_engine
    from sqlalchemy.exc import SQLAlchemyError

    place = ""
    written = []
    try:
        with create_engine(url).connect() as connection:
            for entity in contract.entities:
                place = f" at {entity.table_name}"
                found = find_table(connection, entity)
                path = folder / f"{entity.file_stem}_{day:%Y%m%d}.csv"
                rows = _write_table(path, _select(connection, found), found, contract)
                written.append(WrittenTable(entity.name, path, rows))
    # ValueError: an address with a word for a port; its text would repeat it
    except (SQLAlchemyError, ImportError, ValueError) as error:
        what = f"the reporting database could not be read{place}"
        raise FileRefused(
            "no_database",
            f"{what} ({type(error).__name__})",
            f"check sources.{contract.supplier} in the configuration, the password and "
            "the driver, then run again",
        ) from None
    return written


def _write_table(
    path: Path, rows: Iterator["Row[Any]"], found: Found, contract: Contract
) -> int:
    """Write the rows of one table, and return how many there were."""
    form: CsvFormat = contract.format
    kinds = [column.type for column in found.columns]
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=form.delimiter, lineterminator="\r\n")
        writer.writerow(column.name for column in found.columns)
        for count, row in enumerate(rows, start=1):  # noqa: B007 (counts the rows)
            cells = zip(row, kinds, strict=True)
            writer.writerow(write_cell(value, kind, form) for value, kind in cells)
    return count


def _select(connection: "Connection", found: Found) -> Iterator["Row[Any]"]:
    """Yield the rows in the order of the key, a bounded number at a time."""
    from sqlalchemy import column, select, table

    names = [found.names[item.name] for item in found.columns]
    source = table(
        found.table,
        *(column(name, found.types[name]) for name in names),
        schema=found.schema,
    )
    keys = [source.c[found.names[item]] for item in found.entity.primary_key]
    query = select(*(source.c[name] for name in names)).order_by(*keys)
    yield from connection.execution_options(yield_per=ROWS_AT_ONCE).execute(query)
