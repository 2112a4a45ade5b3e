"""Read Core+'s tables from its reporting database and write them as its CSV files.

The same rows always give the same bytes, so that landing recognises them. What the
columns mean, and landing itself, do not belong here.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sources._shared.contract import Contract, Entity
from sources._shared.delivery import FileRefused

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

ROWS_AT_ONCE = 10_000
DAY, MOMENT = "%d/%m/%Y", "%d/%m/%Y %H:%M:%S"
CHECK_THE_ADDRESS = "check sources.core_plus in the configuration, then run again"


def table_name(entity: Entity) -> str:
    """Return the table of an entity: ``PERSON`` of ``PERSON_[0-9]*.csv``."""
    return entity.file.split("_[")[0]


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
        FileRefused: The database cannot be reached, or lacks a promised column. The
            message never holds the address: it may hold a password.
    """
    from sqlalchemy import create_engine
    from sqlalchemy.exc import SQLAlchemyError

    try:
        engine = create_engine(url)
        with engine.connect() as connection:
            return [
                _write_table(connection, entity, folder, day)
                for entity in contract.entities
            ]
    except (SQLAlchemyError, ImportError) as error:
        what = f"the reporting database could not be read ({type(error).__name__})"
        raise FileRefused("no_database", what, CHECK_THE_ADDRESS) from error


def _write_table(
    connection: "Connection", entity: Entity, folder: Path, day: date
) -> WrittenTable:
    path = folder / f"{table_name(entity)}_{day:%Y%m%d}.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(entity.column_names)
        rows = 0
        for row in _select(connection, entity):
            writer.writerow([write_cell(value) for value in row])
            rows += 1
    return WrittenTable(entity.name, path, rows)


def _select(connection: "Connection", entity: Entity) -> Iterator["Row[Any]"]:
    """Yield the rows in the order of the key, a bounded number at a time."""
    from sqlalchemy import column, select, table

    name = table_name(entity)
    types = _list_types(connection, name)
    missing = [item for item in entity.column_names if item not in types]
    if missing:
        what = f"the reporting database lacks {name}.{missing[0]}"
        remedy = "ask for the promised table, or change contract.yml"
        raise FileRefused("missing_column", what, remedy, column=missing[0])
    source = table(name, *(column(item, types[item]) for item in entity.column_names))
    query = select(source).order_by(*(source.c[item] for item in entity.primary_key))
    result = connection.execution_options(yield_per=ROWS_AT_ONCE).execute(query)
    yield from result


def _list_types(connection: "Connection", name: str) -> dict[str, Any]:
    """Return the type of each column; a table that is not there has none."""
    from sqlalchemy import inspect

    inspector = inspect(connection)
    if not inspector.has_table(name):
        return {}
    return {item["name"]: item["type"] for item in inspector.get_columns(name)}


def write_cell(value: object) -> str:
    """Return a value as Core+'s own CSV export writes it; null is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Y" if value else "N"
    if isinstance(value, datetime):
        return value.strftime(MOMENT)
    if isinstance(value, date):
        return value.strftime(DAY)
    return str(value)
