"""Counting KPI 10 of one chunk of children belongs here.

The form of an answer does not. Source: counting rules 2, KPI 10.
"""

import pandas as pd

from simulation.measures.answers import Tally
from simulation.measures.orders import V8, list_ended, pick_orders
from simulation.measures.quarters import name_quarters
from simulation.plan import Plan
from simulation.world import World

MEASURES = ("kpi10", *(f"kpi10{letter}" for letter in "abcdefg"))
YES = "Yes"


def count_victims(tally: Tally, world: World, plan: Plan, rules: str) -> None:
    """Add KPI 10 of one chunk of children, for all quarters, to the tally."""
    ended = list_ended(world, rules, pd.Timestamp(plan.until))
    orders = pick_orders(ended, name_quarters(ended["end_date"]))
    children = orders.groupby("quarter")["child"].nunique()
    rows = list_victims(world, ended, is_joined="service_office" in plan.suppliers)
    for quarter, some in rows.groupby("quarter"):
        for measure, numerator, denominator in _count(some, rules):
            base = int(children[quarter]) if denominator is None else denominator
            tally.add((str(quarter), rules, measure, ""), numerator, base)
    for quarter in children.index.difference(rows["quarter"]):
        for measure in ("kpi10a", "kpi10b"):
            tally.add((str(quarter), rules, measure, ""), 0, children[quarter])


def list_victims(world: World, ended: pd.DataFrame, *, is_joined: bool) -> pd.DataFrame:
    """List the contact with victims of offences, in the quarter their order ended.

    Args:
        world: one chunk.
        ended: outcomes with ended programmes (`list_ended`).
        is_joined: whether the office's list says which ids are one victim.

    Returns:
        Grain: one row per contact: the columns of `victims`, quarter and victim.
    """
    offences = ended.sort_values(
        ["rank", "outcome_date", "end_date", "start_date", "programme_id"],
        ascending=[True, False, False, False, True],
        kind="stable",
    ).drop_duplicates("offence_id")
    offences = offences.assign(quarter=name_quarters(offences["end_date"]))
    links = world.victim_offences[["victim_intervention_id", "offence_id"]]
    rows = links.merge(offences[["offence_id", "quarter"]], on="offence_id")
    rows = rows.merge(world.victims, on="victim_intervention_id")
    return rows.assign(victim=rows["true_victim_id" if is_joined else "victim_id"])


def _count(rows: pd.DataFrame, rules: str) -> list[tuple[str, int, int | None]]:
    """Return numerator and denominator of each measure; None is the children."""

    def victims(*conditions: pd.Series) -> int:
        kept = rows
        for condition in conditions:
            kept = kept[condition.loc[kept.index]]
        return int(kept["victim"].nunique())

    consents = rows["consent_code"] == YES
    engaged = rows["engaged_rj_code"] == YES
    told = rows["progress_provided_code"] == YES
    helped = rows["support_provided_code"] == YES
    is_v8 = rules == V8
    asked = consents if is_v8 else rows["progress_requested_code"] == YES
    in_need = consents if is_v8 else rows["support_requested_code"] == YES
    base = victims(consents)
    return [
        ("kpi10", victims(consents, engaged), base),
        ("kpi10a", victims(), None),
        ("kpi10b", int(rows["child"].nunique()), None),
        ("kpi10c", int(engaged.sum()), base),
        ("kpi10d", victims(consents, rows["view_prior_code"] == YES), base),
        ("kpi10e", victims(asked, told), victims(asked)),
        ("kpi10f", victims(helped), victims(in_need)),
        ("kpi10g", victims(rows["contact_date"].notna()), base),
    ]
