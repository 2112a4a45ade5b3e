"""A child's home, education, needs and care at an order belong here.

Which orders count does not. Source: counting rules 2, KPI 1, 2, 3 and 7.
"""

from datetime import date

import pandas as pd

from simulation.measures.orders import V2
from simulation.plan import census_days
from simulation.reference import read_reference
from simulation.world import World

UNSUITABLE = ("UNSUITABLE", "UNKNOWN")
WANTED_STATUSES = ("LAC", "CP", "CIN", "EH")
NO_START = pd.Timestamp("1900-01-01")


def find_suitable_homes(world: World, orders: pd.DataFrame, rules: str) -> pd.Series:
    """Return, per order, whether every home open at its end is suitable (KPI 1)."""
    homes = world.residences
    if rules == V2:
        homes = homes[homes["is_primary"]]
    types = read_reference("accommodation_types")
    never = types.loc[types["always_unsuitable"] == "YES", "code"]
    bad = homes["suitability_code"].isin(UNSUITABLE)
    bad |= homes["accommodation_type_code"].isin(never)
    return _all_are_good(homes.assign(bad=bad), orders)


def find_suitable_ete(world: World, orders: pd.DataFrame) -> pd.Series:
    """Return, per order, whether all provision open at its end is suitable (KPI 2)."""
    bad = world.ete["suitability_code"].isin(UNSUITABLE)
    bad |= world.ete["provision_type_code"] == "NONE"
    return _all_are_good(world.ete.assign(bad=bad), orders)


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


def find_care(world: World, orders: pd.DataFrame, rules: str) -> pd.Series:
    """Return, per order, whether one of four statuses held (KPI 7).

    v2 at the end; v8 at any time from the start, for custody the day before sentence.
    """
    texts = read_reference("care_statuses")
    wanted = texts.loc[texts["code"].isin(WANTED_STATUSES), "status_text"]
    care = world.care[world.care["status_text"].isin(wanted)]
    silent = world.children.loc[world.children["is_care_silent"], "child"]
    spells = world.lac_spells[world.lac_spells["child"].isin(silent)]
    columns = ["child", "start_date", "end_date"]
    rows = pd.concat([care[columns], spells[columns]])
    since = orders["end_date"]
    if rules != V2:
        day_before = orders["outcome_date"] - pd.Timedelta(days=1)
        since = orders["start_date"].mask(orders["tier"] == "Custody", day_before)
    held = _open_between(rows, orders, since)["order"]
    return pd.Series(orders.index.isin(held), index=orders.index)


def _list_told(world: World, silence: str) -> pd.Series:
    return world.children.loc[~world.children[silence], "child"]


def _all_are_good(rows: pd.DataFrame, orders: pd.DataFrame) -> pd.Series:
    """Return whether there is a row open at the end, and no bad one."""
    at_end = _open_at_end(rows, orders)
    bad = at_end.loc[at_end["bad"], "order"]
    good = orders.index.isin(at_end["order"]) & ~orders.index.isin(bad)
    return pd.Series(good, index=orders.index)


def _open_at_end(rows: pd.DataFrame, orders: pd.DataFrame) -> pd.DataFrame:
    return _open_between(rows, orders, orders["end_date"])


def _open_between(
    rows: pd.DataFrame, orders: pd.DataFrame, since: pd.Series
) -> pd.DataFrame:
    """Return rows begun by each order's end and still open on a day.

    An unknown start lies before the order; a row that ends on the day is open.
    """
    asked = pd.DataFrame(
        {
            "order": orders.index,
            "child": orders["child"].to_numpy(),
            "order_end": orders["end_date"].to_numpy(),
            "since": since.to_numpy(),
        }
    )
    both = asked.merge(rows, on="child")
    begun = both["start_date"].fillna(NO_START) <= both["order_end"]
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
