"""Put beside each difference what the rules ask of it, into ``rehearsal.weighed``.

What a rule may know of a difference belongs here: the day of the switch, the child, the
mapping of a text. What a rule makes of it belongs to ``predicates``.
"""

from collections.abc import Iterable

import duckdb

from returns.rehearsal.queries import query
from returns.rehearsal.spec import compared_records
from sources.registry import mappings_of

# entity and column of the case record, and the table of the system that fills it
Held = frozenset[tuple[str, str, str]]


def held_columns(supplier: str) -> Held:
    """Return the columns of the case record that a system fills, and from where."""
    return frozenset(
        (row.entity, row.column, row.source_entity)
        for row in mappings_of(supplier).fields
    )


def weigh(connection: duckdb.DuckDBPyConnection, held: tuple[Held, Held]) -> None:
    """Write ``rehearsal.weighed``: every difference with what the rules ask of it.

    Args:
        connection: Both sides, paired, with ``rehearsal.differences``.
        held: What the old and the new system hold at all.
    """
    connection.execute(
        "create or replace table rehearsal.columns (entity varchar,"
        " column_name varchar, code_list varchar, form varchar, is_private boolean,"
        " old_sources varchar[], new_sources varchar[])"
    )
    connection.executemany(
        "insert into rehearsal.columns values (?, ?, ?, ?, ?, ?, ?)",
        list(describe_columns(held)),
    )
    connection.execute(query("meanings"))
    connection.execute(query("one_child"))
    connection.execute(query("weighed"))


def describe_columns(held: tuple[Held, Held]) -> Iterable[tuple[object, ...]]:
    """Return each compared value, and which tables of either system hold it.

    A row with an empty column stands for the entity as a whole.
    """
    for record in compared_records().values():
        tables = [
            sorted({table for entity, _, table in side if entity == record.name})
            for side in held
        ]
        yield (record.name, "", "", "", False, *tables)
        for column in record.columns:
            wanted = {(record.name, source) for source in column.sources}
            tables = [
                sorted({table for *said, table in side if tuple(said) in wanted})
                for side in held
            ]
            described = (column.code_list, column.form, column.private)
            yield (record.name, column.name, *described, *tables)
