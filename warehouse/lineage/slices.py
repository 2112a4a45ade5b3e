"""Tell apart the slices that one select makes, such as the measures of a union.

Which slices a select keeps apart, and what each of them looks at, belongs here. What
stands in its columns belongs to ``selects``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sqlglot import exp

from warehouse.lineage.branches import NOTHING, SLICE_COLUMNS, Branch, Branches, merge
from warehouse.lineage.keys import only_words
from warehouse.lineage.words import possible_words

Scope = dict[str, Branch]
Slices = tuple[str | None, frozenset[str] | None]


@dataclass
class Slicer:
    """Finds the slices of one select, given the branches of its sources."""

    select: exp.Select
    sources: Mapping[str, Branches]

    def parts(self) -> Iterator[tuple[Slices, Scope]]:
        """Yield the slices that are made apart, each with the sources it looks at."""
        merged = {alias: merge(items) for alias, items in self.sources.items()}
        name, driver = self.find_driver()
        if name is None or driver is None:
            told = self.own_slices(name, merged)
            yield (name if told else None, told), merged
            return
        partners = self.joined_on(name, driver)
        kept = only_words(self.select, driver).get(name)
        for branch in [keep_slices(item, kept) for item in self.sources[driver]]:
            # a partner's rows of the same slice, then each of those it names itself
            near = {alias: self.same_slice(alias) for alias in partners}
            yield (name, branch.slices), {**merged, driver: branch, **near}
            for alias in partners:
                for item in self.sources[alias]:
                    if item.slices is not None:
                        both = item.slices & (branch.slices or item.slices)
                        yield (name, both), {**merged, driver: branch, alias: item}

    def same_slice(self, alias: str) -> Branch:
        """Return the branch of a source whose slices are those of its parents."""
        same = [item for item in self.sources[alias] if item.slices is None]
        return same[0] if same else Branch({}, NOTHING)

    def find_driver(self) -> tuple[str | None, str | None]:
        """Return the column that tells slices apart, and the source that gives it."""
        for projection in self.select.expressions:
            name, inner = projection.alias_or_name, projection.unalias()
            if name in SLICE_COLUMNS:
                is_passed = isinstance(inner, exp.Column) and inner.name == name
                branches = self.sources.get(inner.table, []) if is_passed else []
                is_told = all(item.slice_column == name for item in branches)
                return name, inner.table if branches and is_told else None
        return None, None

    def own_slices(self, name: str | None, scope: Scope) -> frozenset[str] | None:
        """Return the slices that the select names itself, if it names them all."""
        for projection in self.select.expressions:
            if name is not None and projection.alias_or_name == name:
                return possible_words(projection.unalias(), scope)
        return None

    def joined_on(self, name: str, driver: str) -> list[str]:
        """Return the sources whose slices must equal those of the driver."""
        partners: list[str] = []
        for join in self.select.args.get("joins") or []:
            for equal in (join.args.get("on") or exp.true()).find_all(exp.EQ):
                sides = [equal.left, equal.right]
                tables = {
                    side.table
                    for side in sides
                    if isinstance(side, exp.Column) and side.name == name
                }
                if len(tables) == len(sides) and driver in tables:
                    partners += tables - {driver}
        return [
            alias
            for alias in partners
            if all(item.slice_column == name for item in self.sources[alias])
        ]


def keep_slices(branch: Branch, kept: frozenset[str] | None) -> Branch:
    """Return a branch of which some slices alone are kept; all when null."""
    if kept is None:
        return branch
    left = kept if branch.slices is None else kept & branch.slices
    return replace(branch, slices=left)
