"""The rows of a case system that its mappings do not know, as one view.

A table that holds several kinds of record is divided by the values of one column: a row
with another value there would vanish without a word. A look-up that is new, or got other
words, would be noticed late. Dividing itself belongs to ``conforming.py``.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

import duckdb

from sources._shared.contract import Contract
from sources._shared.mapping_files import Code, Field, Mappings
from warehouse.case_values import text

NONE = (
    "select null::varchar as _supplier, null::varchar as _entity, "
    "null::varchar as column_name, null::varchar as person_id, "
    "null::varchar as _file_sha256, null::bigint as _row_number where false"
)


def write_left_out(
    connection: duckdb.DuckDBPyConnection, systems: Iterable[tuple[Contract, Mappings]]
) -> None:
    """Write ``case_system.left_out``: a row per row that no part takes or code is."""
    parts = [NONE]
    for contract, mappings in systems:
        parts += select_left_out(contract.supplier, mappings.fields)
        parts += select_unknown_lookups(contract, mappings.codes)
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


def select_unknown_lookups(contract: Contract, codes: Sequence[Code]) -> Iterator[str]:
    """Yield a select of the look-ups whose code and words no code of the system is."""
    pairs = {(code.source_code.upper(), code.source_text.upper()) for code in codes}
    known = ", ".join(f"({text(code)}, {text(words)})" for code, words in sorted(pairs))
    for entity in contract.entities:
        if entity.lookup and known:
            said = ", ".join(
                f"upper(trim(coalesce(\"{name}\", '')))"
                for name in (entity.lookup.code, entity.lookup.text)
            )
            yield (
                f"select {text(contract.supplier)} as _supplier, "  # noqa: S608
                f"{text(entity.name)} as _entity, "
                f"{text(entity.lookup.text)} as column_name, "
                f"null::varchar as person_id, _file_sha256, _row_number "
                f'from "{contract.supplier}"."{entity.name}" '
                f"where ({said}) not in ({known})"
            )


def _table(field: Field) -> tuple[str, str]:
    return field.source_entity, field.when_column
