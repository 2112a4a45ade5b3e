"""Counting KPI 1, 2, 3, 6, 7 and 9 of one chunk of children belongs here.

Rates per population and the form of an answer do not. Source: counting rules 2.
"""

import pandas as pd

from simulation.measures.answers import Tally
from simulation.measures.circumstances import (
    find_needs,
    find_statuses,
    judge_ete,
    judge_homes,
)
from simulation.measures.needs import count_health
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
from simulation.measures.splits import count_points, count_statuses, name_groups
from simulation.plan import Plan
from simulation.world import World

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
        everyone = pd.Series(True, index=orders.index)
        homes = judge_homes(world, orders, rules, orders["end_date"])["suitable"]
        ete = judge_ete(world, orders, orders["end_date"])["suitable"]
        linked = find_statuses(world, orders, rules, "headline").any(axis="columns")
        for measure, counted in (("kpi1", homes), ("kpi2", ete), ("kpi7", linked)):
            _split(tally, rules, measure, orders, counted, everyone)
        _count_needs(tally, rules, world, plan, orders)
        count_points(tally, world, rules, orders)
        count_statuses(tally, world, rules, orders)
        count_health(tally, world, rules, orders)
        _count_completed(tally, rules, world, ended)
        _count_serious(tally, rules, world)


def _count_needs(
    tally: Tally, rules: str, world: World, plan: Plan, orders: pd.DataFrame
) -> None:
    """Add KPI 3 and its split by age, sex and ethnicity (3c)."""
    needs = find_needs(world, orders, plan.first_day, plan.until)
    _split(tally, rules, "kpi3", orders, needs["need"] & needs["plan"], needs["need"])
    some = orders[needs["need"]]
    groups = name_groups(world, some["child"], some["age"])
    for quarter, rows in groups.groupby(some["quarter"]):
        for kind in groups:
            for name, count in rows[kind].value_counts().items():
                key = (str(quarter), rules, "kpi3c", f"{kind}={name}")
                tally.add(key, count, 0)
        tally.add((str(quarter), rules, "kpi3c", ""), 0, len(rows))


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


def _count_completed(
    tally: Tally, rules: str, world: World, ended: pd.DataFrame
) -> None:
    """Count children by out-of-court programmes completed and not (KPI 6 and 6c)."""
    rows = ended[ended["is_oocd"] == "YES"].sort_values(
        ["rank", "outcome_date"], ascending=[True, False], kind="stable"
    )
    rows = rows.drop_duplicates(["child", "programme_id"])
    rows = rows[rows["tier"].isin(("Diversion", "Pre-Court"))]
    groups = name_groups(world, rows["child"], rows["age"])
    rows = rows.join(groups.rename(columns={"age": "age_band"}))
    for quarter, some in rows.groupby(name_quarters(rows["end_date"])):
        key = (str(quarter), rules)
        tally.add((*key, "kpi6c", ""), 0, some["child"].nunique())
        for answer, flag in (("completed", 1), ("not_completed", 0)):
            these = some[some["is_successfully_completed"] == flag]
            of = "" if flag else "completion=not_completed"
            base = some["child"].nunique()
            tally.add((*key, "kpi6", of), these["child"].nunique(), base)
            for kind in ("age", "sex", "ethnicity"):
                column = "age_band" if kind == "age" else kind
                counts = these.groupby(column)["child"].nunique()
                for name, count in counts.items():
                    of = f"{kind}={name},completion={answer}"
                    tally.add((*key, "kpi6c", of), count, 0)


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
