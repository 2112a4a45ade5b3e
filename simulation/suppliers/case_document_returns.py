"""Which returns a service has sent, and which children each names, belong here.

What is sent about a child does not.
"""

from dataclasses import dataclass, fields, replace
from datetime import date, timedelta

import pandas as pd

from simulation.knowledge import DATES, keep_children, keep_known
from simulation.measures.quarters import bound_quarter, name_quarter
from simulation.plan import Plan
from simulation.world import CASE_TABLES, World

LAST_YEARLY = date(2023, 3, 31)  # quarterly from the first KPI quarter on
SIGN_OFF_DAYS = 30
APRIL = 4


@dataclass(frozen=True, slots=True)
class Return:
    """One return: its number, and first and last day of its period."""

    number: int
    first: date
    last: date

    @property
    def file_name(self) -> str:
        """The delivered file's name."""
        return f"case_documents_{self.last:%Y%m%d}.json"

    @property
    def signed_off(self) -> date:
        """The day of sign-off."""
        return self.last + timedelta(days=SIGN_OFF_DAYS)


def list_returns(plan: Plan) -> list[Return]:
    """List the returns up to the last day, oldest first, without a gap.

    The first reaches back over the history of the children known at the start.
    """
    history = plan.first_day - timedelta(days=366)
    first = date(history.year - (history.month < APRIL), APRIL, 1)
    returns: list[Return] = []
    while first <= plan.until:
        last = min(_end_period(first), plan.until)
        returns.append(Return(len(returns) + 1, first, last))
        first = last + timedelta(days=1)
    return returns


def keep_case_records(world: World) -> World:
    """Return what the case system holds: nothing that only partners know."""
    told = world.children.loc[~world.children["is_send_silent"].astype(bool), "child"]
    partners = {
        field.name: getattr(world, field.name).iloc[:0]
        for field in fields(world)
        if field.name not in (*CASE_TABLES, "children")
    }
    held = {name: getattr(world, name) for name in (*CASE_TABLES, "children")}
    held["send"] = world.send[world.send["child"].isin(told)]
    # plain text is cut and listed some five times faster than arrow's, and that is
    # done once a return
    plain = {name: _to_plain_text(table) for name, table in held.items()}
    return replace(world, **partners, **plain)


def keep_reported(world: World, events: pd.DataFrame, period: Return) -> World:
    """Return the world of the children a return names, as known on its last day.

    A return names, whole, every child for whom anything started or ended in the
    period, and every child first met in it.

    Args:
        world: what the case system holds.
        events: its days (`list_events`).
        period: the return.
    """
    first, last = pd.Timestamp(period.first), pd.Timestamp(period.last)
    met = world.children[world.children["first_contact"] <= last]
    named = events.loc[events["day"].between(first, last), "child"]
    reported = met.loc[met["child"].isin(named), "child"]
    return keep_known(keep_children(world, reported), last)


def list_events(world: World) -> pd.DataFrame:
    """List the days on which anything started or ended for a child, or it was met.

    Returns:
        Grain: one row per child and day: child, day.
    """
    met = world.children.rename(columns={"first_contact": "day"})
    parts = [met[["child", "day"]]]
    for table in CASE_TABLES:
        rows = getattr(world, table)
        for columns in DATES.get(table, ()):
            for column in columns:
                named = rows[["child", column]].rename(columns={column: "day"})
                parts.append(named.dropna())
    return pd.concat(parts, ignore_index=True).drop_duplicates()


def _to_plain_text(table: pd.DataFrame) -> pd.DataFrame:
    texts = table.select_dtypes("str").columns
    return table.astype(dict.fromkeys(texts, object))


def _end_period(first: date) -> date:
    """Return the last day of the year or quarter that begins on a day."""
    if first <= LAST_YEARLY:
        return first.replace(year=first.year + 1) - timedelta(days=1)
    return bound_quarter(name_quarter(first))[1]
