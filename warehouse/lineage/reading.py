"""Read a compiled query: from which columns of its parents are its columns made?

Walking SQL belongs here: unions, CTEs and the columns that an expression names. One
select is put together in ``selects``. Where SQL leaves a doubt, more is named.
"""

from dataclasses import dataclass, field, replace

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

Scope = dict[str, Branch]


@dataclass
class Reader:
    """Reads queries; ``tables`` are the relations and the CTEs that one may name."""

    tables: dict[str, Branches]
    outer: Scope = field(default_factory=dict)

    def read(self, query: exp.Expr) -> Branches:
        """Return the branches of a query.

        Raises:
            ValueError: It is of a form that no model has yet.
        """
        from warehouse.lineage.selects import SelectReader

        reader = Reader(dict(self.tables), self.outer)
        for cte in query.ctes if isinstance(query, exp.Query) else ():
            reader.tables[cte.alias] = reader.read_cte(cte)
        if isinstance(query, exp.Subquery):
            return reader.read(query.this)
        if isinstance(query, exp.SetOperation):
            return reader.read_union(query)
        if isinstance(query, exp.Select):
            return SelectReader(reader, query).read()
        raise ValueError(f"lineage cannot read {type(query).__name__}")

    def read_cte(self, cte: exp.CTE) -> Branches:
        """Return the branches of a CTE; one that names itself is read until it settles."""
        query = cte.this
        is_own = any(table.name == cte.alias for table in query.find_all(exp.Table))
        if not (is_own and isinstance(query, exp.SetOperation)):
            return self.read(query)
        found = [merge(self.read(query.left))]
        while True:
            again = Reader({**self.tables, cte.alias: found}, self.outer).read(query)
            if [merge(again)] == found:
                return found
            found = [merge(again)]

    def read_union(self, union: exp.SetOperation) -> Branches:
        """Return the branches of both sides, the right under the names of the left."""
        left, right = self.read(union.left), self.read(union.right)
        if not union.args.get("by_name"):
            names = [name for name in left[0].columns if not is_part(name)]
            right = [rename_columns(item, names) for item in right]
        branches = gather(left + right)
        if isinstance(union, exp.Union) and not union.args.get("distinct"):
            return branches
        told = {item.slice_column for item in branches}
        if not isinstance(union, exp.Union) or len(told) > 1 or None in told:
            branches = [merge(branches)]
        # which of two equal rows stands depends on every column
        return [replace(item, rows=item.everything) for item in branches]

    def source(self, node: exp.Expr, scope: Scope) -> tuple[str, Branches]:
        """Return a source of a query: the name it goes by, and its branches."""
        alias = node.alias_or_name
        if isinstance(node, exp.Table) and isinstance(node.this, exp.Identifier):
            name = f"{node.db}.{node.name}" if node.db else node.name
            return alias, self.tables[name]
        if isinstance(node, exp.Subquery):
            return alias, Reader(self.tables, self.outer | scope).read(node)
        # a list or a range that the query itself unrolls
        refs = loosen(self.refs(node, scope))
        named = [
            column.name
            for item in node.find_all(exp.TableAlias)
            for column in item.columns
        ]
        return alias, [Branch(dict.fromkeys([alias, *named], refs), refs)]

    def refs(self, expression: exp.Expr | None, scope: Scope) -> Refs:
        """Return the columns that an expression looks at, its subqueries included."""
        if expression is None:
            return NOTHING
        found = NOTHING
        own = {
            name.name
            for item in expression.find_all(exp.Lambda)
            for name in item.expressions
        }
        for node in expression.walk(prune=lambda item: isinstance(item, exp.Query)):
            if isinstance(node, exp.Query):
                inner = Reader(self.tables, self.outer | scope).read(node)
                found |= merge(inner).everything
            elif isinstance(node, exp.Column) and node.parts[0].name not in own:
                found |= self.column(node, scope)
        return found

    def column(self, column: exp.Column, scope: Scope) -> Refs:
        """Return what a column is made from; every column where that is unclear."""
        known = self.outer | scope
        branch = known.get(column.table)
        # the columns that the select has made itself stand in the scope without a name
        if branch and (column.table or column.name in branch.columns):
            return branch.columns.get(column.name, branch.everything)
        holders = [item for item in known.values() if column.name in item.columns]
        if holders:
            return NOTHING.union(*(item.columns[column.name] for item in holders))
        # a part of a struct is named like a column of a table: struct.part
        holders = [item for item in known.values() if column.table in item.columns]
        if holders:
            return NOTHING.union(*(item.columns[column.table] for item in holders))
        return NOTHING.union(*(item.everything for item in known.values()))


def rename_columns(branch: Branch, names: list[str]) -> Branch:
    """Return a branch whose columns go by other names, in their order."""
    before = [name for name in branch.columns if not is_part(name)]
    renamed = dict(zip(before, names, strict=False))
    columns = {
        ".".join([renamed[name.partition(".")[0]], *name.split(".")[1:]]): refs
        for name, refs in branch.columns.items()
    }
    words = {renamed[name]: said for name, said in branch.words.items()}
    return replace(branch, columns=columns, words=words, keys=frozenset())


def is_part(name: str) -> bool:
    """Return whether a name is that of a part of a column, ``column.part``."""
    return "." in name
