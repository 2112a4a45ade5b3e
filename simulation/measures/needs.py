"""Counting KPI 4 and 5 (health) of one chunk of children belongs here.

Homes, education and care do not. Source: counting rules 2, KPI 4 and 5.
"""

import pandas as pd

from simulation.measures.answers import Tally
from simulation.measures.orders import V2, order_starts, start_points
from simulation.world import World

NO_INTERVENTION = "NO_INTERVENTION"


def count_health(tally: Tally, world: World, rules: str, orders: pd.DataFrame) -> None:
    """Add the headlines of KPI 4 and 5, and 4a and 5a: children with a need."""
    for measure, records in (
        ("kpi4", world.mental_health),
        ("kpi5", world.substance_misuse),
    ):
        needs = _find_needs(orders, records)
        need = pd.Series(orders.index.isin(needs["order"]), index=orders.index)
        helped = orders.index.isin(needs.loc[needs["is_helped"], "order"])
        rows = orders[["quarter"]].assign(need=need, helped=helped)
        for quarter, some in rows.groupby("quarter"):
            children, with_need = len(some), some["need"].sum()
            key = (str(quarter), rules)
            tally.add((*key, f"{measure}a", ""), with_need, children)
            if rules == V2:
                tally.add((*key, measure, ""), with_need, children)
            else:
                tally.add((*key, measure, ""), some["helped"].sum(), with_need)


def _find_needs(orders: pd.DataFrame, records: pd.DataFrame) -> pd.DataFrame:
    """Return the records that show a need, by order, and whether each shows help.

    What was screened after the order says nothing of it. Treatment began strictly
    before the order and was open at its start point; an offer lies in the programme.
    """
    asked = pd.DataFrame(
        {
            "order": orders.index,
            "child": orders["child"],
            "first_day": order_starts(orders),
            "point": start_points(orders),
            "programme_start": orders["start_date"],
            "order_end": orders["end_date"],
        }
    )
    both = asked.merge(records, on="child")
    both = both[~(both["screened_date"] > both["order_end"])]
    open_ended = both["attended_end_date"].isna()
    treated = both["attended_start_date"] < both["first_day"]
    treated &= open_ended | (both["attended_end_date"] >= both["point"])
    offered = both["offered_date"].between(both["programme_start"], both["order_end"])
    offered &= both["intervention_type_code"] != NO_INTERVENTION
    both = both.assign(is_helped=treated | offered)
    return both[both["screened_date"].notna() | treated]
