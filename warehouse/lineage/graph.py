"""The lineage of all models: the way from a column of a mart back to what was sent.

Following columns from model to model belongs here. Reading one query belongs to
``reading``, keeping the answer for what may be asked to ``uses``.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from sqlglot.errors import SqlglotError

from warehouse import models
from warehouse.lineage.branches import (
    NOTHING,
    ROWS,
    Branch,
    Branches,
    merge,
    of_relation,
)
from warehouse.lineage.reading import Reader, is_part

CASE_SYSTEM = "case_system"
SOURCE = "source.youth_justice."
# as DuckDB, but the names of a document's fields keep their capitals
DIALECT = "duckdb, normalization_strategy = case_sensitive"


class Graph:
    """The branches of every model, and the way back to what was sent."""

    def __init__(
        self,
        plan: list[dict[str, Any]],
        columns: Mapping[str, list[str]],
        keys: Mapping[str, list[list[str]]],
    ) -> None:
        self.plan, self.columns, self.keys = plan, columns, keys
        self.found: dict[tuple[str, str, str | None], frozenset[str]] = {}
        self.unread: list[str] = []  # models of which more is named than need be

    @cached_property
    def own_columns(self) -> dict[str, list[str]]:
        """Return the columns of each model, by its relation."""
        names = [entry["relation"].replace('"', "") for entry in self.plan]
        return {name: self.columns[name] for name in names}

    @cached_property
    def branches(self) -> dict[str, Branches]:
        """Return what each model is made from, by its relation."""
        parents = {
            name: of_relation(name, columns, self.keys.get(name, ()))
            for name, columns in self.columns.items()
        }
        found = {}
        for relation, entry in zip(self.own_columns, self.plan, strict=True):
            try:
                found[relation] = read_model(entry["sql"], parents, self.columns)
            # SQL of a form that no model had before
            except (LookupError, ValueError, AttributeError, SqlglotError):
                self.unread.append(relation)
                found[relation] = self.of_everything(relation, entry["parents"])
            parts = [name for name in merge(found[relation]).columns if is_part(name)]
            if parts:
                names = [*self.columns[relation], *parts]
                parents[relation] = of_relation(relation, names)
        return found

    def of_everything(self, relation: str, parents: Iterable[str]) -> Branches:
        """Return a model as made from all of its parents: nothing is left out."""
        names = {entry["name"]: entry["relation"] for entry in self.plan}
        behind = [
            names.get(name, name.removeprefix(SOURCE)).replace('"', "")
            for name in parents
        ]
        made = frozenset(
            (parent, column, False)
            for parent in behind
            for column in (*self.columns.get(parent, ()), ROWS)
        )
        return [Branch(dict.fromkeys(self.columns[relation], made), made)]

    def document_fields(self) -> Iterator[tuple[str, str, str]]:
        """Yield the fields of the national document: model, kind of item, part."""
        for relation, branches in self.branches.items():
            for branch in branches if "int_national__" in relation else ():
                for kind in branch.slices or ():
                    parts = [name for name in branch.columns if is_part(name)]
                    yield from ((relation, kind, part) for part in parts)

    def sources(
        self, relation: str, columns: Iterable[str], slice_: str | None = None
    ) -> frozenset[str]:
        """Return the columns of the case record behind some columns and their rows."""
        wanted = [*columns, ROWS]
        return frozenset().union(*(self.follow(relation, c, slice_) for c in wanted))

    def follow(self, relation: str, column: str, slice_: str | None) -> frozenset[str]:
        """Return the columns of the case record behind one column of one slice."""
        schema, _, table = relation.partition(".")
        if schema == CASE_SYSTEM:
            is_sent = column != ROWS and not column.startswith("_")
            return frozenset({f"{table}.{column}"} if is_sent else ())
        if relation not in self.branches:
            return frozenset()
        key = (relation, column, slice_)
        if key not in self.found:
            behind: set[str] = set()
            for branch in self.branches[relation]:
                told = branch.slices
                if slice_ is not None and told is not None and slice_ not in told:
                    continue
                refs = (
                    branch.rows
                    if column == ROWS
                    else branch.columns.get(column, NOTHING)
                )
                for parent, name, is_same in refs:
                    behind |= self.follow(parent, name, slice_ if is_same else None)
            self.found[key] = frozenset(behind)
        return self.found[key]


def read_model(
    sql: str, parents: dict[str, Branches], columns: Mapping[str, list[str]]
) -> Branches:
    """Return what one model's compiled query makes its columns from."""
    import sqlglot
    from sqlglot.optimizer.qualify import qualify

    schema: dict[str, dict[str, dict[str, str]]] = {}
    for relation, names in columns.items():
        place, _, table = relation.partition(".")
        schema.setdefault(place, {})[table] = dict.fromkeys(names, "varchar")
    query = qualify(
        sqlglot.parse_one(sql, dialect=DIALECT),
        schema={models.CATALOG: schema},
        dialect=DIALECT,
        validate_qualify_columns=False,
        quote_identifiers=False,
        identify=False,
    )
    return Reader(parents).read(query)
