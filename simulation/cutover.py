"""What each of two case systems holds when a service changes from one to the other.

Which records were there on which day belongs here. The ids and words of a system are
its own writer's, and mistakes of the migration belong to ``faults``.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace

import pandas as pd

from simulation.knowledge import DATES, keep_children, keep_known
from simulation.plan import Cutover, Plan
from simulation.world import CASE_TABLES, World

LEFT_BEHIND_AFTER = pd.DateOffset(
    years=4
)  # without work; longer than figures look back

ListPersons = Callable[[World, Plan], pd.DataFrame]


def plan_of(plan: Plan, supplier: str) -> Plan:
    """Return the plan of one supplier: an old case system's extracts end early."""
    if plan.cutover is None or supplier != plan.cutover.old:
        return plan
    return replace(plan, until=min(plan.until, plan.cutover.last_old_day))


def see_systems(
    plan: Plan, world: World, person_lists: Mapping[str, ListPersons]
) -> dict[str, World]:
    """Return what each of the two case systems holds of a chunk; {} without a switch.

    The old one holds the service as known on the last day of its extract. The new one
    holds all that the old one held on the day of the switch, and what was recorded
    since; but not the children who were left behind, on whom nobody had worked for
    years.

    Args:
        plan: what is asked for.
        world: a chunk as known on the last day.
        person_lists: what lists the person ids of each supplier.
    """
    cutover = plan.cutover
    if cutover is None:
        return {}
    world = _unite_late_records(world, cutover)
    children = world.children
    old_day = pd.Timestamp(plan_of(plan, cutover.old).until)
    met = children.loc[children["first_contact"] <= old_day, "child"]
    kept = children.loc[~children["child"].isin(find_left_behind(world, cutover))]
    new = keep_children(world, kept["child"])
    return {
        cutover.old: keep_children(keep_known(world, old_day), met),
        cutover.new: _remember_ids(new, plan, person_lists[cutover.old]),
    }


def find_left_behind(world: World, cutover: Cutover) -> pd.Series:
    """Return the children whose records all ended years before the switch.

    A circumstance that nobody ended, such as a home, keeps no child; a programme does.
    """
    limit = pd.Timestamp(cutover.day) - LEFT_BEHIND_AFTER
    active = [world.programmes.loc[world.programmes["end_date"].isna(), "child"]]
    for name in CASE_TABLES:
        table = getattr(world, name)
        for column in (column for part in DATES.get(name, ()) for column in part):
            active.append(table.loc[table[column] >= limit, "child"])
    children = world.children
    active.append(children.loc[children["first_contact"] >= limit, "child"])
    return children.loc[~children["child"].isin(pd.concat(active)), "child"]


def _unite_late_records(world: World, cutover: Cutover) -> World:
    """Return the world without second records of children made since the switch.

    A child who was met in one system again and is found there gets no second record.
    """
    before = keep_known(world, pd.Timestamp(cutover.day) - pd.Timedelta(days=1))
    held = [getattr(before, name) for name in CASE_TABLES]
    twice = pd.concat([rows.loc[rows["record"] == 1, "child"] for rows in held])
    children = world.children
    is_twice = children["child"].isin(twice)
    tables = {
        name: _hold_once(getattr(world, name), twice)
        for name in (field.name for field in fields(world))
        if name in CASE_TABLES
    }
    second = children["second_person_id"].where(is_twice, "")
    return replace(world, children=children.assign(second_person_id=second), **tables)


def _hold_once(rows: pd.DataFrame, twice: pd.Series) -> pd.DataFrame:
    return rows.assign(record=rows["record"].where(rows["child"].isin(twice), 0))


def _remember_ids(new: World, plan: Plan, list_persons: ListPersons) -> World:
    """Return the new system's world with the old ids of the children brought over."""
    children = new.children
    day = pd.Timestamp(plan.cutover.day) if plan.cutover else pd.NaT
    moved = children[children["first_contact"] < day]
    twice = moved[moved["second_person_id"] != ""]
    records = {
        "previous_id": moved,
        "second_previous_id": twice.assign(person_id=twice["second_person_id"]),
    }
    for column, rows in records.items():
        alone = replace(new, children=rows.assign(second_person_id=""))
        ids = list_persons(alone, plan).drop_duplicates("child").set_index("child")
        named = ids["supplier_person_id"].astype("str").reindex(children["child"])
        children = children.assign(**{column: named.fillna("").to_numpy()})
    return replace(new, children=children)
