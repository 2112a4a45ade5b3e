"""Read one select: its sources, the slices it keeps apart, its columns and its rows.

Putting a select together belongs here. Reading what stands inside it belongs to
``reading``.
"""

from dataclasses import replace

from sqlglot import exp

from warehouse.lineage.branches import (
    NOTHING,
    Branch,
    Branches,
    Refs,
    gather,
    loosen,
    merge,
)
from warehouse.lineage.keys import is_look_up, keys_of
from warehouse.lineage.reading import Reader, Scope
from warehouse.lineage.slices import Slicer, Slices
from warehouse.lineage.words import possible_words

# the clauses that decide which rows there are, beside the joins
OF_ROWS = ("where", "having", "qualify", "group")


class SelectReader:
    """Reads one select whose columns are all qualified by their source."""

    def __init__(self, reader: Reader, select: exp.Select) -> None:
        self.reader, self.select = reader, select
        self.joins = select.args.get("joins") or []
        self.laterals = select.args.get("laterals") or []
        self.sources: dict[str, Branches] = {}

    def read(self) -> Branches:
        """Return the branches of the select."""
        start = self.select.args.get("from_")
        nodes = [start.this] if start else []
        scope: Scope = {}
        for node in [*nodes, *(join.this for join in self.joins), *self.laterals]:
            alias, branches = self.reader.source(node, scope)
            self.sources[alias] = branches
            scope[alias] = merge(branches)
        parts = Slicer(self.select, self.sources).parts()
        return gather([self.compose(*part) for part in parts])

    def compose(self, slices: Slices, scope: Scope) -> Branch:
        """Return the branch that some branches of the sources make."""
        name, told = slices
        scope = self.with_look_ups(scope)
        columns: dict[str, Refs] = {}
        words: dict[str, frozenset[str]] = {}
        known = {**scope, "": Branch(columns, NOTHING, words=words)}
        for item in self.select.expressions:
            columns[item.alias_or_name] = self.look(item, known, name)
            columns |= self.parts_of(item, known, name)
            said = possible_words(item.unalias(), known)
            words |= {item.alias_or_name: said} if said is not None else {}
        rows = self.rows(known, name) | self.made_rows(columns)
        if self.is_one_row():  # what there was is in its columns, which add it up
            columns = {key: refs | rows for key, refs in columns.items()}
            rows = NOTHING
        keys = keys_of(self.select, self.joins, scope)
        branch = Branch(columns, rows, name, told, words, keys)
        return branch if name else merge([branch])

    def parts_of(
        self, item: exp.Expr, scope: Scope, name: str | None
    ) -> dict[str, Refs]:
        """Return the named parts of a JSON column, each as ``column.part``."""
        alias, inner = item.alias_or_name, item.unalias()
        if isinstance(inner, exp.Column) and inner.table in scope:
            return {
                f"{alias}.{part.partition('.')[2]}": refs
                for part, refs in scope[inner.table].columns.items()
                if part.startswith(f"{inner.name}.")
            }
        return {
            f"{alias}.{part.name}": self.look(part.expression, scope, name)
            for part in item.find_all(exp.PropertyEQ)
        }

    def with_look_ups(self, scope: Scope) -> Scope:
        """Return the sources; one that is only looked up leaves the rows alone."""
        changed = dict(scope)
        for join in self.joins:
            if is_look_up(join, scope):
                alias = join.this.alias_or_name
                beside = scope[alias].rows | self.reader.refs(join.args["on"], scope)
                columns = {
                    name: refs | beside for name, refs in scope[alias].columns.items()
                }
                changed[alias] = replace(scope[alias], columns=columns, rows=NOTHING)
        return changed

    def is_one_row(self) -> bool:
        """Return whether everything is added up into one row."""
        parts = ("group", "having", "qualify")
        added_up = any(
            item.find(exp.AggFunc) and not item.find(exp.Window)
            for item in self.select.expressions
        )
        return added_up and not any(self.select.args.get(part) for part in parts)

    def rows(self, scope: Scope, name: str | None) -> Refs:
        """Return what decides which rows there are: sources, clauses and joins."""
        rows = NOTHING.union(*(branch.rows for branch in scope.values()))
        for part in OF_ROWS:
            rows |= self.look(self.select.args.get(part), scope, name)
        for join in self.joins:
            if not is_look_up(join, scope):
                rows |= self.reader.refs(join.args.get("on"), scope)
            for using in join.args.get("using") or []:
                rows |= self.reader.column(exp.column(using.name), scope)
        return rows

    def look(self, item: exp.Expr | None, scope: Scope, name: str | None) -> Refs:
        """Return what an expression looks at, in all slices if a window does."""
        refs = self.reader.refs(item, scope)
        windows = item.find_all(exp.Window) if item else ()
        parts = [window.args.get("partition_by") or [] for window in windows]
        inside = (
            any(
                column.name == name
                for key in part
                for column in key.find_all(exp.Column)
            )
            for part in parts
        )
        return refs if all(inside) else loosen(refs)

    def made_rows(self, columns: dict[str, Refs]) -> Refs:
        """Return the columns whose values make or unmake rows."""
        grouped, limit = self.select.args.get("group"), self.select.args.get("limit")
        by_all = grouped is not None and grouped.args.get("all")
        is_distinct = self.select.args.get("distinct") is not None
        found = NOTHING
        for item in self.select.expressions:
            is_key = by_all and item.find(exp.AggFunc) is None
            is_unrolled = item.find(exp.Unnest, exp.Explode) is not None
            if is_key or is_distinct or limit is not None or is_unrolled:
                found |= columns[item.alias_or_name]
        return found if limit is None else loosen(found)
