"""What one relation is made from: its columns, its rows, and slices of its rows.

The form of an answer about lineage belongs here. Reading it out of a query belongs to
``reading``, following it from model to model to ``graph``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

# the rows of a relation: which there are, whatever stands in their columns
ROWS = "*rows*"
# columns that tell apart the kinds of rows of one relation, such as its measures
SLICE_COLUMNS = ("measure", "kind")

Ref = tuple[str, str, bool]  # relation, column, and whether of the same slice alone
Refs = frozenset[Ref]
Key = frozenset[str]
NOTHING: Refs = frozenset()


@dataclass(frozen=True)
class Branch:
    """Rows of one relation that are made alike.

    ``slice_column`` tells kinds of rows apart; ``slices`` are those that are made
    here, null where they are the slices of the parents. ``words`` are the columns whose
    every text stands in the query itself, ``keys`` those that no two rows share.
    """

    columns: Mapping[str, Refs]
    rows: Refs
    slice_column: str | None = None
    slices: frozenset[str] | None = None
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    keys: frozenset[Key] = frozenset()

    @property
    def everything(self) -> Refs:
        """Return all that the branch is made from."""
        return self.rows.union(*self.columns.values())


Branches = list[Branch]


def of_relation(
    relation: str, columns: Iterable[str], keys: Iterable[Iterable[str]] = ()
) -> Branches:
    """Return a relation as its own only parent."""
    names = list(columns)
    told = next((name for name in SLICE_COLUMNS if name in names), None)
    refs = {name: frozenset({(relation, name, told is not None)}) for name in names}
    rows = frozenset({(relation, ROWS, told is not None)})
    return [Branch(refs, rows, told, keys=frozenset(map(frozenset, keys)))]


def loosen(refs: Refs) -> Refs:
    """Return the same columns, of every slice."""
    return frozenset((relation, column, False) for relation, column, _ in refs)


def unite(branches: Branches) -> Branch:
    """Return branches as one, of the slices of the first."""
    names = dict.fromkeys(name for branch in branches for name in branch.columns)
    columns = {
        name: NOTHING.union(*(item.columns.get(name, NOTHING) for item in branches))
        for name in names
    }
    words = {
        name: branches[0].words[name].union(*(item.words[name] for item in branches))
        for name in names
        if all(name in item.words for item in branches)
    }
    rows = NOTHING.union(*(item.rows for item in branches))
    first = branches[0]
    keys = first.keys if len(branches) == 1 else frozenset()
    return Branch(columns, rows, first.slice_column, first.slices, words, keys)


def merge(branches: Branches) -> Branch:
    """Return all branches as one that no longer tells its slices apart."""
    whole = unite(branches)
    columns = {name: loosen(refs) for name, refs in whole.columns.items()}
    return Branch(columns, loosen(whole.rows), words=whole.words, keys=whole.keys)


def gather(branches: Branches) -> Branches:
    """Return the branches, those of equal slices united."""
    groups: dict[tuple[str | None, frozenset[str] | None], Branches] = {}
    for branch in branches:
        groups.setdefault((branch.slice_column, branch.slices), []).append(branch)
    return [unite(group) for group in groups.values()]
