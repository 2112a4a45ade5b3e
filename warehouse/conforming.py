"""Bring the extracts of every case system into the one shape of the case record.

Writing the views that rename, split and unite a system's tables belongs here. Which
column means what belongs to the system's ``fields.csv``, types to ``dbt_project/``.
"""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

import duckdb

from sources._shared.case_record import CaseEntity, case_record
from sources._shared.mapping_files import Field
from sources.registry import mapped_systems, mappings_of

LINEAGE = {
    "_file_sha256": "varchar",
    "_row_number": "bigint",
    "_landed_at": "timestamp",
    "_extract_date": "date",
}


def conform_case_systems(connection: duckdb.DuckDBPyConnection) -> None:
    """Write one view per entity of the case record over all systems' tables.

    Args:
        connection: A build that holds the suppliers' tables.
    """
    connection.execute("create schema case_system")
    for entity in case_record().values():
        parts = [no_rows(entity)]
        for supplier in mapped_systems():
            fields = mappings_of(supplier).fields
            parts += selects(
                supplier, entity, [row for row in fields if row.entity == entity.name]
            )
        united = "\nunion all by name\n".join(parts)
        connection.execute(f'create view case_system."{entity.name}" as {united}')


def no_rows(entity: CaseEntity) -> str:
    """Return a select of every column and no row: it gives the view its types."""
    types = dict.fromkeys(entity.columns, "varchar") | LINEAGE
    columns = [f'null::{kind} as "{name}"' for name, kind in types.items()]
    columns += ["null::varchar as _supplier", "null::varchar as _entity"]
    return f"select {', '.join(columns)} where false"


def selects(supplier: str, entity: CaseEntity, fields: Sequence[Field]) -> list[str]:
    """Return one select per table, and part of a table, that fills an entity."""

    def part(field: Field) -> tuple[str, str, str]:
        return field.source_entity, field.when_column, field.when_value

    return [
        select_part(supplier, entity, list(rows))
        for _, rows in groupby(sorted(fields, key=part), key=part)
    ]


def select_part(supplier: str, entity: CaseEntity, fields: Sequence[Field]) -> str:
    """Return the select of one part; a column that nothing fills stays null."""
    first = fields[0]
    columns = []
    for name in entity.columns:
        said = [value(field) for field in fields if field.column == name]
        if said:
            first_said = f"coalesce({', '.join(said)})" if len(said) > 1 else said[0]
            columns.append(f'{first_said} as "{name}"')
    columns += [*LINEAGE, f"{text(supplier)} as _supplier"]
    columns.append(f"{text(first.source_entity)} as _entity")
    condition = (
        f' where trim("{first.when_column}") = {text(first.when_value)}'
        if first.when_column
        else ""
    )
    table = f'"{supplier}"."{first.source_entity}"'
    return f"select {', '.join(columns)} from {table}{condition}"  # noqa: S608


def value(field: Field) -> str:
    """Return one field's expression, null outside the extracts that it holds for."""
    said = text(field.constant) if field.constant else f'"{field.source_column}"'
    if field.valid_from is None and field.valid_to is None:
        return said
    first, last = field.valid_from or date.min, field.valid_to or date.max
    return (
        f"case when _extract_date between date '{first}' and date '{last}' "
        f"then {said} end"
    )


def text(words: str) -> str:
    """Return words as a literal of SQL."""
    escaped = words.replace("'", "''")
    return f"'{escaped}'"
