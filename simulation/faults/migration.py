"""Plant the differences of a migration in what the new case system is given.

Whose records suffer, and how often, belongs here. The kinds are in `migration_kinds`,
where a difference stands in the extracts is found by `migrated_rows`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

import numpy as np
import pandas as pd

from simulation.chance import draw
from simulation.faults.migration_kinds import Kind, list_kinds
from simulation.knowledge import keep_known
from simulation.plan import Plan
from simulation.world import World

TIMES = {"none": 0, "light": 1, "heavy": 3}
SETTLED = timedelta(days=31)  # before the change: a shifted date stays before it
ONLY_NEW = [
    "previous_id",
    "second_previous_id",
]  # columns that the old one leaves blank


@dataclass(frozen=True)
class Planted:
    """One difference, and the child whose record suffers it."""

    kind: Kind
    child: int


@dataclass
class Migration:
    """What was planted, and both worlds without it, to find its rows by.

    ``told`` is the new system's world with the differences, ``held`` what the old one
    would hold if it had them too.
    """

    old: World
    new: World
    told: World
    held: World
    planted: list[Planted] = field(default_factory=list)


def spoil_migration(plan: Plan, seen: dict[str, World]) -> Migration | None:
    """Plant the differences of a level, each in another child's records.

    A kind that no record fits goes free.

    Args:
        plan: says how many, and which systems.
        seen: what both systems hold of the first chunk; the new one's is replaced.
    """
    cutover = plan.cutover
    if cutover is None:
        return None
    old, new = seen[cutover.old], seen[cutover.new]
    migration = Migration(old, new, told=new, held=old)
    settled = _know(old, cutover.day - SETTLED)
    before = _know(old, cutover.day - timedelta(days=1))
    for kind in list_kinds(cutover, plan.until):
        rows = getattr(new, kind.table)
        fits = _find_same(rows, getattr(old, kind.table)) & _suits(kind, migration)
        known = settled if not kind.is_late else before
        was_there = _find_same(rows, getattr(known, kind.table))
        fits &= was_there if not kind.is_late else ~was_there
        chosen = _choose(plan, kind, rows[fits])
        for _, row in zip(range(TIMES[plan.faults]), chosen, strict=False):
            _plant(migration, kind, row)
    seen[cutover.new] = migration.told
    return migration


def _know(world: World, day: object) -> World:
    """Return the world as known on a day, without children not met by then."""
    moment = pd.Timestamp(str(day))
    known = keep_known(world, moment)
    children = known.children
    met = children[children["first_contact"] <= moment]
    tables = {name: getattr(known, name) for name in World.__dataclass_fields__}
    return World(**{**tables, "children": met})


def _find_same(rows: pd.DataFrame, others: pd.DataFrame) -> "pd.Series[bool]":
    """Return whether the same row, in every cell, is among the others."""
    cells = rows.drop(columns=ONLY_NEW, errors="ignore")
    theirs = others[cells.columns].drop_duplicates()
    same = cells.reset_index().merge(theirs, on=list(cells.columns))["index"]
    return pd.Series(rows.index.isin(same), index=rows.index)


def _suits(kind: Kind, migration: Migration) -> "pd.Series[bool]":
    """Return whether a kind can be planted in each row, none of whose child is."""
    rows, children = getattr(migration.new, kind.table), migration.new.children
    is_of_two = children["second_person_id"] != ""
    people = children.loc[is_of_two == kind.is_of_two, "child"]
    used = [each.child for each in migration.planted]
    fits = rows["child"].isin(people) & ~rows["child"].isin(used)
    return fits & kind.choose(rows, migration.new) if kind.choose else fits


def _choose(plan: Plan, kind: Kind, rows: pd.DataFrame) -> Iterator[pd.Series]:
    """Yield rows of different children in an order fixed by the seed."""
    first = rows.drop_duplicates("child")
    purpose = f"migration {kind.name} {kind.table}"
    order = np.argsort(draw(first["child"].to_numpy(), plan.seed, purpose))
    for place in order:
        yield first.iloc[int(place)]


def _plant(migration: Migration, kind: Kind, row: pd.Series) -> None:
    told, held = (
        kind.edit(world, kind.table, _find_row(world, kind.table, row))
        for world in (migration.told, migration.held)
    )
    migration.told, migration.held = told, held
    migration.planted.append(Planted(kind, int(row["child"])))


def _find_row(world: World, table: str, row: pd.Series) -> pd.Series:
    """Return the same row of another world: of its child and not yet spoilt."""
    rows = getattr(world, table)
    here = rows[rows["child"] == row["child"]]
    return here[_find_same(here, row.to_frame().T.astype(rows.dtypes))].iloc[0]
