"""A child's home, education, needs and care at an order belong here.

Which orders count does not. Source: counting rules 2, KPI 1, 2, 3 and 7.
"""

from datetime import date

import pandas as pd

from simulation.measures.orders import V2, order_starts, start_points
from simulation.plan import census_days
from simulation.reference import read_reference
from simulation.world import World

UNSUITABLE = ("UNSUITABLE", "UNKNOWN")
WANTED_STATUSES = ("LAC", "CP", "CIN", "EH")
NO_START = pd.Timestamp("1900-01-01")


def judge_homes(
    world: World, orders: pd.DataFrame, rules: str, day: pd.Series
) -> pd.DataFrame:
    """Return, per order, whether the homes open on a day were suitable (KPI 1).

    Returns:
        Grain: one row per order: suitable, unsuitable; neither without a home.
    """
    homes = world.residences
    if rules == V2:
        homes = homes[homes["is_primary"]]
    types = read_reference("accommodation_types")
    never = types.loc[types["always_unsuitable"] == "YES", "code"]
    bad = homes["suitability_code"].isin(UNSUITABLE)
    bad |= homes["accommodation_type_code"].isin(never)
    return _judge(homes.assign(bad=bad), orders, day)


def judge_ete(world: World, orders: pd.DataFrame, day: pd.Series) -> pd.DataFrame:
    """Return, per order, whether the provision open on a day was suitable (KPI 2).

    Returns:
        Grain: one row per order: suitable, unsuitable; neither without a provision.
    """
    bad = world.ete["suitability_code"].isin(UNSUITABLE)
    bad |= world.ete["provision_type_code"] == "NONE"
    return _judge(world.ete.assign(bad=bad), orders, day)


def list_provision(world: World, orders: pd.DataFrame, day: pd.Series) -> pd.DataFrame:
    """Return the groups of provision open on a day, once per order (KPI 2d).

    Returns:
        Grain: one row per order and group: order, group.
    """
    types = read_reference("ete_provision_types").set_index("code")["group"]
    rows = _open_between(world.ete, orders, day, day)
    rows = rows.assign(group=rows["provision_type_code"].map(types))
    return rows[["order", "group"]].drop_duplicates()


def find_needs(
    world: World, orders: pd.DataFrame, first_day: date, until: date
) -> pd.DataFrame:
    """Return, per order, whether a need and a formal plan were open at its end (KPI 3).

    Where the case system is silent, the newest school census before the end says so,
    if the child was on a roll that day; support and EHC plans are both formal plans.
    """
    told = world.send[world.send["child"].isin(_list_told(world, "is_send_silent"))]
    rows = _open_at_end(told, orders)
    rows = rows[rows["identified_code"] == "YES"]
    planned = rows.loc[rows["formal_plan_code"] == "YES", "order"]
    known_to_schools = _find_on_roll_with_need(world, orders, first_day, until)
    index = orders.index
    return pd.DataFrame(
        {
            "need": index.isin(rows["order"]) | index.isin(known_to_schools),
            "plan": index.isin(planned) | index.isin(known_to_schools),
        },
        index=index,
    )


def find_statuses(
    world: World, orders: pd.DataFrame, rules: str, point: str
) -> pd.DataFrame:
    """Return, per order, which of the four statuses held (KPI 7).

    Args:
        world: the truth.
        orders: orders that ended.
        rules: rule version; at the headline's point v2 looks at the end, v8 at any day.
        point: 'start' or 'headline'. For custody both look from the day before the
            sentence on.

    Returns:
        Grain: one row per order; one boolean column per status.
    """
    texts = read_reference("care_statuses").set_index("status_text")["code"]
    care = world.care.assign(code=world.care["status_text"].map(texts))
    silent = world.children.loc[world.children["is_care_silent"], "child"]
    spells = world.lac_spells[world.lac_spells["child"].isin(silent)]
    columns = ["child", "start_date", "end_date", "code"]
    rows = pd.concat([care[columns], spells.assign(code="LAC")[columns]])
    first_day = order_starts(orders)
    day_before = orders["outcome_date"] - pd.Timedelta(days=1)
    since = first_day.mask(orders["tier"] == "Custody", day_before)
    until = start_points(orders) if point == "start" else orders["end_date"]
    if point == "headline" and rules == V2:
        since = orders["end_date"]
    held = _open_between(rows, orders, until, since)
    return pd.DataFrame(
        {
            status: orders.index.isin(held.loc[held["code"] == status, "order"])
            for status in WANTED_STATUSES
        },
        index=orders.index,
    )


def _list_told(world: World, silence: str) -> pd.Series:
    return world.children.loc[~world.children[silence], "child"]


def _judge(rows: pd.DataFrame, orders: pd.DataFrame, day: pd.Series) -> pd.DataFrame:
    """Return whether a row was open on the day and no bad one, or a bad one."""
    there = _open_between(rows, orders, day, day)
    known = orders.index.isin(there["order"])
    bad = orders.index.isin(there.loc[there["bad"], "order"])
    return pd.DataFrame({"suitable": known & ~bad, "unsuitable": bad}, orders.index)


def _open_at_end(rows: pd.DataFrame, orders: pd.DataFrame) -> pd.DataFrame:
    return _open_between(rows, orders, orders["end_date"], orders["end_date"])


def _open_between(
    rows: pd.DataFrame, orders: pd.DataFrame, until: pd.Series, since: pd.Series
) -> pd.DataFrame:
    """Return rows begun by one day of each order and still open on another.

    An unknown start lies before the order; a row that ends on the day is open.
    """
    asked = pd.DataFrame(
        {
            "order": orders.index,
            "child": orders["child"].to_numpy(),
            "until": until.to_numpy(),
            "since": since.to_numpy(),
        }
    )
    both = asked.merge(rows, on="child")
    begun = both["start_date"].fillna(NO_START) <= both["until"]
    still = both["end_date"].isna() | (both["end_date"] >= both["since"])
    return both[begun & still]


def _find_on_roll_with_need(
    world: World, orders: pd.DataFrame, first_day: date, until: date
) -> pd.Index:
    """Return orders of silent children whose newest census shows E or K."""
    silent = world.children.loc[world.children["is_send_silent"], "child"]
    asked = orders[orders["child"].isin(silent)].sort_values("end_date")
    days = [pd.Timestamp(day) for _, day in census_days(first_day, until)]
    if asked.empty or not days:
        return orders.index[:0]
    census = pd.DataFrame({"census": pd.Series(days, dtype="datetime64[s]")})
    dated = pd.merge_asof(
        asked.reset_index(names="order"),
        census,
        left_on="end_date",
        right_on="census",
    ).dropna(subset="census")[["order", "child", "census"]]
    on_roll = _holds(dated, world.schools)
    needs = _holds(dated, world.send).sort_values("start_date", kind="stable")
    needs = needs.drop_duplicates("order", keep="last")
    needs = needs[needs["provision"].isin(("E", "K"))]
    return pd.Index(needs.loc[needs["order"].isin(on_roll["order"]), "order"])


def _holds(dated: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows that hold each child's census day, both ends included."""
    both = dated.merge(rows, on="child")
    begun = both["start_date"] <= both["census"]
    return both[begun & ~(both["end_date"] < both["census"])]
