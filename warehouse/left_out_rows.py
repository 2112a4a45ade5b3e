"""The rows of a case system that its mapping takes nowhere, as one view.

A table that holds several kinds of record is divided by the values of one column. A row
with another value there would vanish without a word. Dividing itself belongs to
``conforming.py``.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import duckdb

from sources._shared.contract import Contract
from sources._shared.mapping_files import Field, Mappings
from warehouse.case_values import text

NONE = (
    "select null::varchar as _supplier, null::varchar as _entity, "
    "null::varchar as column_name, null::varchar as person_id, "
    "null::varchar as _file_sha256, null::bigint as _row_number where false"
)


def write_left_out(
    connection: duckdb.DuckDBPyConnection, systems: Iterable[tuple[Contract, Mappings]]
) -> None:
    """Write the view ``case_system.left_out``: one row per row that no part takes."""
    parts = [NONE]
    for contract, mappings in systems:
        parts += select_left_out(contract.supplier, mappings.fields)
    united = "\nunion all by name\n".join(parts)
    connection.execute(f"create view case_system.left_out as {united}")


def select_left_out(supplier: str, fields: Sequence[Field]) -> Iterator[str]:
    """Yield one select per table that is divided by a column of its own."""
    divided = sorted((field for field in fields if field.when_column), key=_table)
    for (table, column), parts in groupby(divided, key=_table):
        rows = list(parts)
        taken = sorted({text(field.when_value.upper()) for field in rows})
        persons = [each.source_column for each in rows if each.column == "person_id"]
        person = f'"{persons[0]}"' if persons else "null::varchar"
        yield (
            f"select {text(supplier)} as _supplier, {text(table)} as _entity, "  # noqa: S608
            f"{text(column)} as column_name, {person} as person_id, "
            f'_file_sha256, _row_number from "{supplier}"."{table}" '
            f"where coalesce(upper(trim(\"{column}\")), '') not in ({', '.join(taken)})"
        )


def _table(field: Field) -> tuple[str, str]:
    return field.source_entity, field.when_column
