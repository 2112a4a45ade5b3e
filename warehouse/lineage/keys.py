"""Which columns of a query are a key, so that a join on them makes no row twice.

Knowing keys belongs here: a left join on a key of the other side changes no rows, and
what stands there decides nothing but the columns taken from it.
"""

from collections.abc import Iterable, Mapping

from sqlglot import exp

from warehouse.lineage.branches import Branch, Key

NO_KEYS: frozenset[Key] = frozenset()


def keys_of(
    select: exp.Select, joins: Iterable[exp.Join], scope: Mapping[str, Branch]
) -> frozenset[Key]:
    """Return the keys of a select: of its groups, of its ranking, of its first source."""
    if any(item.find(exp.Unnest, exp.Explode) for item in select.expressions):
        return NO_KEYS
    group = select.args.get("group")
    if group is not None:
        return keys_of_groups(select, group)
    own = NO_KEYS
    if select.args.get("distinct") is not None:
        own |= {frozenset(item.alias_or_name for item in select.expressions)}
    qualify = select.args.get("qualify")
    if qualify is not None:
        own |= keys_of_ranking(select, qualify.this)
    start = select.args.get("from_")
    alias = start.this.alias_or_name if start else ""
    first, passed = scope.get(alias), plain_columns(select)
    if first is None or any(multiplies(join, scope) for join in joins):
        return own
    free = [key - only_words(select, alias).keys() for key in first.keys]
    kept = {
        frozenset(passed[alias, name] for name in key)
        for key in free
        if all((alias, name) in passed for name in key)
    }
    return own | frozenset(kept)


def keys_of_groups(select: exp.Select, group: exp.Group) -> frozenset[Key]:
    """Return the columns that a select groups by, where it gives all of them."""
    if group.args.get("all"):
        keys = [item for item in select.expressions if item.find(exp.AggFunc) is None]
        return frozenset({frozenset(item.alias_or_name for item in keys)})
    named = {item.unalias().sql(): item.alias_or_name for item in select.expressions}
    wanted = [item.sql() for item in group.expressions]
    if all(item in named for item in wanted):
        return frozenset({frozenset(named[item] for item in wanted)})
    return NO_KEYS


def keys_of_ranking(select: exp.Select, condition: exp.Expr) -> frozenset[Key]:
    """Return the columns by which one row is kept: ``row_number() over (...) = 1``."""
    window = condition.left if isinstance(condition, exp.EQ) else None
    if not isinstance(window, exp.Window) or not isinstance(window.this, exp.RowNumber):
        return NO_KEYS
    if condition.args["expression"].sql() != "1":
        return NO_KEYS
    passed = plain_columns(select)
    parts = [
        passed.get((item.table, item.name)) if isinstance(item, exp.Column) else None
        for item in window.args.get("partition_by") or []
    ]
    named = frozenset(name for name in parts if name is not None)
    return frozenset({named}) if len(named) == len(parts) else NO_KEYS


def only_words(select: exp.Select, alias: str) -> dict[str, frozenset[str]]:
    """Return the columns of a source that a select keeps to some words alone."""
    where = select.args.get("where")
    found = {}
    for part in conjuncts(where.this if where else None):
        words: list[exp.Expr] = []
        if isinstance(part, exp.In) and not part.args.get("query"):
            words = part.expressions
        elif isinstance(part, exp.EQ):
            words = [part.right]
        is_said = words and all(isinstance(word, exp.Literal) for word in words)
        column = part.this
        if is_said and isinstance(column, exp.Column) and column.table == alias:
            found[column.name] = frozenset(str(word.this) for word in words)
    return found


def conjuncts(condition: exp.Expr | None) -> list[exp.Expr]:
    """Return the conditions that must all hold."""
    if condition is None:
        return []
    return list(condition.flatten()) if isinstance(condition, exp.And) else [condition]


def plain_columns(select: exp.Select) -> dict[tuple[str, str], str]:
    """Return the columns of the sources that a select passes on, under which name."""
    return {
        (inner.table, inner.name): item.alias_or_name
        for item in select.expressions
        for inner in [item.unalias()]
        if isinstance(inner, exp.Column)
    }


def multiplies(join: exp.Join, scope: Mapping[str, Branch]) -> bool:
    """Return whether a join can make several rows of one."""
    if join.kind in ("SEMI", "ANTI"):
        return False
    alias = join.this.alias_or_name
    branch = scope.get(alias)
    given = joined_columns(join, alias)
    return branch is None or not any(key <= given for key in branch.keys)


def is_look_up(join: exp.Join, scope: Mapping[str, Branch]) -> bool:
    """Return whether a join leaves the rows as they are: left, and on a key."""
    return join.side == "LEFT" and not multiplies(join, scope)


def joined_columns(join: exp.Join, alias: str) -> frozenset[str]:
    """Return the columns of a joined source that must equal something else."""
    found = set()
    for part in conjuncts(join.args.get("on")):
        # the periods of one key never overlap: a day is in one of them
        for period in part.find_all(exp.Between):
            low = period.args["low"]
            if isinstance(low, exp.Column) and (low.table, low.name) == (
                alias,
                "valid_from",
            ):
                found.add(low.name)
        if isinstance(part, exp.EQ):
            for mine, other in ((part.left, part.right), (part.right, part.left)):
                others = {column.table for column in other.find_all(exp.Column)}
                if isinstance(mine, exp.Column) and mine.table == alias:
                    found |= {mine.name} if alias not in others else set()
    return frozenset(found)
