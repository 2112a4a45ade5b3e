"""Bring the extracts of every case system into the one shape of the case record.

Writing the views that rename, split and unite a system's tables belongs here. Which
column means what belongs to the system's ``fields.csv``, types to ``dbt_project/``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

import duckdb

from sources._shared.case_record import CaseEntity, case_record
from sources._shared.contract import Contract
from sources._shared.mapping_files import Field, Mappings
from sources.registry import CONTRACTS, mapped_systems, mappings_of
from warehouse.case_values import (
    put_words,
    read_as_promised,
    text,
    translate_codes,
)
from warehouse.left_out_rows import write_left_out

LINEAGE = {
    "_file_sha256": "varchar",
    "_row_number": "bigint",
    "_landed_at": "timestamp",
    "_extract_date": "date",
}


@dataclass(frozen=True)
class CaseSystem:
    """A case system as it is brought into the record: its promise and its mappings."""

    contract: Contract
    mappings: Mappings

    def selects(self, entity: CaseEntity) -> Iterator[str]:
        """Yield one select per table, and part of a table, that fills an entity."""
        fields = [row for row in self.mappings.fields if row.entity == entity.name]
        for _, rows in groupby(sorted(fields, key=_part), key=_part):
            yield self._select_part(entity, list(rows))

    def _select_part(self, entity: CaseEntity, fields: Sequence[Field]) -> str:
        """Return the select of one part; a column that nothing fills stays null."""
        first = fields[0]
        columns = []
        for name in entity.columns:
            said = [self._value(field) for field in fields if field.column == name]
            if said:
                first_said = f"coalesce({', '.join(said)})" if said[1:] else said[0]
                columns.append(
                    f'{self._in_codes(entity, name, first_said)} as "{name}"'
                )
        columns += [*LINEAGE, f"{text(self.contract.supplier)} as _supplier"]
        columns.append(f"{text(first.source_entity)} as _entity")
        table = f'"{self.contract.supplier}"."{first.source_entity}"'
        part = f"select {', '.join(columns)} from {table}{_condition(first)}"  # noqa: S608
        return _once(entity, part) if self._repeats(entity, fields) else part

    def _repeats(self, entity: CaseEntity, fields: Sequence[Field]) -> bool:
        """Return whether several rows of the table may hold one record.

        They may where the table's own key is more than what makes the record's key: a
        report that repeats an offence for each of its outcomes.
        """
        filled = {row.column: row.source_column for row in fields}
        if not set(entity.primary_key) <= set(filled):
            return False
        own_key = set(self.contract.entity(fields[0].source_entity).primary_key)
        return not own_key <= {filled[name] for name in entity.primary_key}

    def _value(self, field: Field) -> str:
        """Return one field's expression, null outside the extracts it holds for."""
        said = (
            text(field.constant)
            if field.constant
            else read_as_promised(
                self.contract, field.source_entity, field.source_column
            )
        )
        if field.valid_from is None and field.valid_to is None:
            return said
        first, last = field.valid_from or date.min, field.valid_to or date.max
        return (
            f"case when _extract_date between date '{first}' and date '{last}' "
            f"then {said} end"
        )

    def _in_codes(self, entity: CaseEntity, column: str, said: str) -> str:
        codes = self.mappings.codes
        if column in entity.national_codes:
            return translate_codes(said, entity.national_codes[column], codes)
        if column in entity.code_lists:
            return put_words(said, entity.code_lists[column], codes)
        return said


def conform_case_systems(connection: duckdb.DuckDBPyConnection) -> None:
    """Write one view per entity of the case record, and one of what is left out.

    Args:
        connection: A build that holds the suppliers' tables.
    """
    connection.execute("create schema case_system")
    systems = [
        CaseSystem(CONTRACTS[name], mappings_of(name)) for name in mapped_systems()
    ]
    for entity in case_record().values():
        parts = [no_rows(entity)]
        for system in systems:
            parts += system.selects(entity)
        united = "\nunion all by name\n".join(parts)
        connection.execute(f'create view case_system."{entity.name}" as {united}')
    write_left_out(
        connection, [(system.contract, system.mappings) for system in systems]
    )


def no_rows(entity: CaseEntity) -> str:
    """Return a select of every column and no row: it gives the view its types."""
    types = dict.fromkeys(entity.columns, "varchar") | LINEAGE
    columns = [f'null::{kind} as "{name}"' for name, kind in types.items()]
    columns += ["null::varchar as _supplier", "null::varchar as _entity"]
    return f"select {', '.join(columns)} where false"


def _part(field: Field) -> tuple[str, str, str]:
    return field.source_entity, field.when_column, field.when_value


def _once(entity: CaseEntity, part: str) -> str:
    """Return the select of a part whose records each count once, as first written.

    A row that leaves a record's key empty holds no such record.
    """
    there = " and ".join(f"trim(\"{name}\") != ''" for name in entity.primary_key)
    names = ", ".join(f'"{name}"' for name in entity.primary_key)
    return (
        f"select * from ({part}) where {there} qualify row_number() over"  # noqa: S608
        f" (partition by _file_sha256, {names} order by _row_number) = 1"
    )


def _condition(field: Field) -> str:
    """Return the clause that keeps one part of a table; nothing when it is whole."""
    if not field.when_column:
        return ""
    return (
        f' where upper(trim("{field.when_column}")) = {text(field.when_value.upper())}'
    )
