"""Find a promised table and its columns in a database, however it spells their names.

Databases differ in what they make of capitals: a name written as promised is taken,
else the one that differs in capitals alone. Reading the rows does not belong here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sources._shared.contract import Column, Entity
from sources._shared.delivery import FileRefused

if TYPE_CHECKING:
    from sqlalchemy import Connection, Inspector


@dataclass(frozen=True)
class Found:
    """A table as the database spells it.

    Attributes:
        entity: What it holds.
        schema: Its schema; None for the connection's own.
        table: Its name.
        columns: The promised columns that it has.
        names: How it spells each of them.
        types: The database's type of each column, by its own spelling.
    """

    entity: Entity
    schema: str | None
    table: str
    columns: list[Column]
    names: dict[str, str]
    types: dict[str, Any]


def find_table(connection: "Connection", entity: Entity) -> Found:
    """Find the table or view of an entity.

    Raises:
        FileRefused: There is none, it lacks a promised column, or two fit.
    """
    from sqlalchemy import inspect

    inspector = inspect(connection)
    wanted = entity.table_name
    said_schema, _, said_table = wanted.rpartition(".")
    schema = (
        _spelt(said_schema, inspector.get_schema_names(), wanted)
        if said_schema
        else None
    )
    table = _spelt(said_table, _list_tables(inspector, schema), wanted)
    types = {
        item["name"]: item["type"]
        for item in inspector.get_columns(table, schema=schema)
    }
    names = {
        column.name: _spelt(
            column.name, types, f"{wanted}.{column.name}", column=column.name
        )
        for column in entity.columns
        if not column.optional or _match(column.name, types)
    }
    columns = [column for column in entity.columns if column.name in names]
    return Found(entity, schema, table, columns, names, types)


def _list_tables(inspector: "Inspector", schema: str | None) -> list[str]:
    views = inspector.get_view_names(schema=schema)
    if inspector.dialect.name == "postgresql":  # others have none, or do not tell
        views = views + inspector.get_materialized_view_names(schema=schema)
    return [*inspector.get_table_names(schema=schema), *views]


def _match(wanted: str, names: Iterable[str]) -> list[str]:
    """Return the name as wanted, else all that differ from it in capitals alone."""
    same = [name for name in names if name.casefold() == wanted.casefold()]
    return [wanted] if wanted in same else same


def _spelt(
    wanted: str, names: Iterable[str], whole: str, column: str | None = None
) -> str:
    fitting = _match(wanted, names)
    if len(fitting) == 1:
        return str(fitting[0])
    code = "missing_column" if column else "no_database"
    if fitting:
        what = f"the reporting database has several spellings of {whole}"
        remedy = f"write one of {', '.join(fitting)} in contract.yml"
        raise FileRefused(code, what, remedy, column=column)
    what = f"the reporting database lacks {whole}"
    remedy = "ask for what is promised and the right to read it, or change contract.yml"
    raise FileRefused(code, what, remedy, column=column)
