"""What falls when a column of a case system's extract is missing.

Joining a system's own columns to what the models make of the case record belongs here.
How the models are read belongs to ``lineage``, the words for a person to the command.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from sources._shared.mapping_files import Field
from sources.registry import CONTRACTS, mapped_systems, mappings_of
from warehouse.lineage.branches import ROWS
from warehouse.lineage.uses import Uses, read_uses
from warehouse.refusal import WrongUse


@dataclass(frozen=True)
class Dependents:
    """One column of an extract: what it fills, and all that is made from that.

    ``is_refused_without`` says that a file lacking the column does not land at all;
    ``document_fields`` are fields of the national case document.
    """

    entity: str
    column: str
    is_refused_without: bool
    case_columns: tuple[str, ...]
    measures: tuple[str, ...]
    marts: tuple[str, ...]
    document_fields: tuple[str, ...]
    models: tuple[str, ...]


def find_dependents(
    supplier: str, entity: str | None = None, column: str | None = None
) -> list[Dependents]:
    """Return what hangs on the columns asked for, in the order of the contract.

    Raises:
        WrongUse: There is no such case system, entity or column; the message names
            the nearest.
    """
    require("case system", supplier, mapped_systems())
    contract = CONTRACTS[supplier]
    if entity is not None:
        require("entity", entity, [item.name for item in contract.entities])
    asked = [item for item in contract.entities if entity in (None, item.name)]
    if column is not None:
        require("column", column, [name for e in asked for name in e.column_names])
    uses, fields = read_uses(), mappings_of(supplier).fields
    return [
        gather_uses(item.name, own.name, not own.optional, fields, uses)
        for item in asked
        for own in item.columns
        if column in (None, own.name)
    ]


def require(kind: str, name: str, known: Sequence[str]) -> None:
    """Refuse a name that is not known.

    Raises:
        WrongUse: It is not; the message names the nearest, or all of a few.
    """
    if name not in known:
        near = get_close_matches(name, known, n=3, cutoff=0.5) or sorted(set(known))
        raise WrongUse(f"there is no {kind} {name}; there are: {', '.join(near)}")


def gather_uses(
    entity: str, column: str, is_promised: bool, fields: Iterable[Field], uses: Uses
) -> Dependents:
    """Return what is made of all columns of the case record that one column fills."""
    filled = list(dict.fromkeys(case_columns(entity, column, fields)))
    behind = [uses.get(name, {}) for name in filled]

    def united(kind: str) -> tuple[str, ...]:
        return tuple(
            dict.fromkeys(name for each in behind for name in each.get(kind, ()))
        )

    return Dependents(
        entity,
        column,
        is_promised,
        tuple(filled),
        united("measures"),
        tuple(name.replace(f".{ROWS}", " (its rows)") for name in united("marts")),
        united("document"),
        united("models"),
    )


def case_columns(entity: str, column: str, fields: Iterable[Field]) -> Iterable[str]:
    """Yield the columns of the case record that fall with one column of a system.

    With the column by which a table is split, all that its parts fill.
    """
    for item in fields:
        if item.source_entity == entity and column in (
            item.source_column,
            item.when_column,
        ):
            yield f"{item.entity}.{item.column}"
