"""Counting KPI 1, 2, 3, 6, 7 and 9 of one chunk of children belongs here.

Rates per population and the form of an answer do not. Source: counting rules 2.
"""

import pandas as pd

from simulation.measures.answers import Tally
from simulation.measures.circumstances import (
    find_care,
    find_needs,
    find_suitable_ete,
    find_suitable_homes,
)
from simulation.measures.orders import (
    FIRST_END,
    OLDEST,
    RULES,
    YOUNGEST,
    add_disposal_rules,
    add_outcome_rules,
    list_ended,
    pick_orders,
)
from simulation.measures.quarters import name_quarters
from simulation.plan import Plan
from simulation.world import World

ORDER_TYPES = ("ns", "yjs", "ycc", "ro", "yro", "cust")
TIERS = ("Pre-Court", "First-tier", "Community", "Custody")
SERIOUS = ("VIOLENCE_AGAINST_THE_PERSON", "ROBBERY", "DRUGS")
SERIOUS_SCORES = (5, 8)


def count_kpis(tally: Tally, world: World, plan: Plan) -> None:
    """Add the KPIs of one chunk of children, for all quarters, to the tally."""
    run_date = pd.Timestamp(plan.until)
    for rules in RULES:
        ended = list_ended(world, rules, run_date)
        orders = pick_orders(ended, name_quarters(ended["end_date"]))
        orders = orders.reset_index(drop=True)
        needs = find_needs(world, orders, plan.first_day, plan.until)
        everyone = pd.Series(True, index=orders.index)
        _split(
            tally,
            rules,
            "kpi1",
            orders,
            find_suitable_homes(world, orders, rules),
            everyone,
        )
        _split(tally, rules, "kpi2", orders, find_suitable_ete(world, orders), everyone)
        _split(
            tally, rules, "kpi3", orders, needs["need"] & needs["plan"], needs["need"]
        )
        _split(tally, rules, "kpi7", orders, find_care(world, orders, rules), everyone)
        _count_completed(tally, rules, ended)
        _count_serious(tally, rules, world)


def _split(
    tally: Tally,
    rules: str,
    measure: str,
    orders: pd.DataFrame,
    counted: pd.Series,
    base: pd.Series,
) -> None:
    """Add a headline and its split by order type."""
    rows = orders[["quarter", "order_type"]].assign(counted=counted & base, base=base)
    sums = rows.groupby(["quarter", "order_type"])[["counted", "base"]].sum()
    for (quarter, order_type), numerator, denominator in sums.itertuples():
        key = (quarter, rules, measure)
        tally.add((*key, ""), numerator, denominator)
        tally.add((*key, f"order_type={order_type}"), numerator, denominator)


def _count_completed(tally: Tally, rules: str, ended: pd.DataFrame) -> None:
    """Count children by out-of-court programmes completed and not (KPI 6)."""
    rows = ended[ended["is_oocd"] == "YES"].sort_values(
        ["rank", "outcome_date"], ascending=[True, False], kind="stable"
    )
    rows = rows.drop_duplicates(["child", "programme_id"])
    rows = rows[rows["tier"].isin(("Diversion", "Pre-Court"))]
    completed = rows["is_successfully_completed"]
    for quarter, some in rows.groupby(name_quarters(rows["end_date"])):
        key = (str(quarter), rules, "kpi6")
        base = some["child"].nunique()
        done = some.loc[completed.loc[some.index] == 1, "child"].nunique()
        not_done = some.loc[completed.loc[some.index] == 0, "child"].nunique()
        tally.add((*key, ""), done, base)
        tally.add((*key, "completion=not_completed"), not_done, base)


def _count_serious(tally: Tally, rules: str, world: World) -> None:
    """Count proven serious violence offences by outcome date (KPI 9)."""
    outcomes = add_outcome_rules(world.outcomes)
    outcomes = outcomes[outcomes["tier"].isin(TIERS)]
    outcomes = outcomes[outcomes["is_substantive"] == "YES"]
    outcomes = outcomes[outcomes["residence_status_code"] != "OTHER"]
    programmes = add_disposal_rules(world.programmes)
    countable = programmes.loc[programmes["counts"] == "YES", "programme_id"]
    links = world.programme_offences
    linked = links.loc[links["programme_id"].isin(countable), "offence_id"]
    offences = world.offences[world.offences["offence_id"].isin(linked)]
    rows = outcomes.drop(columns=["child", "record"]).merge(offences, on="offence_id")
    age = rows["age_on_first_hearing"].mask(
        rows["tier"] == "Pre-Court", rows["age_at_arrest_or_offence"]
    )
    rows = rows[age.between(YOUNGEST, OLDEST)].sort_values(
        ["rank", "outcome_date"], ascending=[True, False], kind="stable"
    )
    rows = rows.drop_duplicates("offence_id")
    serious = rows["offence_category_code"].isin(SERIOUS)
    serious &= rows["seriousness_score"].between(*SERIOUS_SCORES)
    rows = rows[serious & (rows["outcome_date"] >= FIRST_END)]
    for quarter, some in rows.groupby(name_quarters(rows["outcome_date"])):
        tally.add((str(quarter), rules, "kpi9", ""), len(some), 0)
