"""Counting entrants, custodial sentences and cautioned children belongs here.

The KPIs do not. Source: counting rules 3.1 (case level), 3.3 and 3.4.
"""

import pandas as pd

from simulation.measures.answers import Tally
from simulation.measures.orders import OLDEST, YOUNGEST, add_outcome_rules
from simulation.measures.quarters import bound_quarter, list_year_quarters, start_year
from simulation.measures.splits import name_groups
from simulation.plan import Plan
from simulation.world import World

TIERS = ("Pre-Court", "First-tier", "Community", "Custody")
CHANGED = "Changed on appeal"


def count_rates(tally: Tally, world: World, plan: Plan) -> None:
    """Add first time entrants and sentences of twelve months to the tally."""
    entries = find_first_entries(world)
    sentences = find_custodial_sentences(world)
    cautioned = find_cautions_and_sentences(world)
    for quarter in list_year_quarters(plan):
        first = pd.Timestamp(start_year(quarter))
        last = pd.Timestamp(bound_quarter(quarter)[1])
        entered = entries["outcome_date"].between(first, last).sum()
        sentenced = sentences["outcome_date"].between(first, last).sum()
        tally.add((quarter, "", "fte", ""), entered, 0)
        tally.add((quarter, "", "custody", ""), sentenced, 0)
        in_year = cautioned[cautioned["outcome_date"].between(first, last)]
        _count_cautioned(tally, world, quarter, in_year)


def find_first_entries(world: World) -> pd.DataFrame:
    """Return the first caution or sentence of each child, if it lived here then.

    The residence is tested last: a child whose first outcome was as a child from
    elsewhere is no first time entrant, then or later.

    Returns:
        Grain: one row per first time entrant: child, outcome_date, offence_id.
    """
    rows = add_outcome_rules(world.outcomes)
    rows = _add_ages(world, rows[rows["counts_for_fte"] == "YES"])
    young = rows["age_at_arrest_or_offence"].between(YOUNGEST, OLDEST)
    rows = rows[young & (rows["age_on_first_hearing"] <= OLDEST)]
    rows = rows.sort_values(["outcome_date", "rank", "offence_id"], kind="stable")
    first = rows.drop_duplicates("child")
    here = first["residence_status_code"] != "OTHER"
    return first.loc[here, ["child", "outcome_date", "offence_id"]]


def find_custodial_sentences(world: World) -> pd.DataFrame:
    """Return the occasions on which a child was sentenced to custody.

    Returns:
        Grain: one row per child and day of sentence: child, outcome_date.
    """
    rows = add_outcome_rules(world.outcomes)
    rows = _add_ages(world, rows[rows["tier"] == "Custody"])
    rows = rows[rows["residence_status_code"] != "OTHER"]
    rows = rows[rows["age_on_first_hearing"].between(YOUNGEST, OLDEST)]
    return rows[["child", "outcome_date"]].drop_duplicates()


def find_cautions_and_sentences(world: World) -> pd.DataFrame:
    """Return the cautions and sentences of children who lived here (3.4).

    Returns:
        Grain: one row per outcome, earliest first: child, outcome_date, age.
    """
    rows = add_outcome_rules(world.outcomes, struck_out=(CHANGED,))
    rows = rows[rows["tier"].isin(TIERS) & (rows["is_substantive"] == "YES")]
    rows = _add_ages(world, rows[rows["residence_status_code"] != "OTHER"])
    young = rows["age_at_arrest_or_offence"].between(YOUNGEST, OLDEST)
    rows = rows[young & (rows["age_on_first_hearing"] <= OLDEST)]
    age = rows["age_on_first_hearing"].mask(
        rows["tier"] == "Pre-Court", rows["age_at_arrest_or_offence"]
    )
    return rows.assign(age=age).sort_values("outcome_date", kind="stable")


def _count_cautioned(
    tally: Tally, world: World, quarter: str, rows: pd.DataFrame
) -> None:
    """Add children cautioned or sentenced in a year, once each, and their groups."""
    some = rows.drop_duplicates("child")
    measure = "cautioned_or_sentenced"
    tally.add((quarter, "", measure, ""), len(some), 0)
    groups = name_groups(world, some["child"], some["age"])
    for kind in ("sex", "ethnicity"):
        for name, count in groups[kind].value_counts().items():
            tally.add((quarter, "", measure, f"{kind}={name}"), count, 0)


def _add_ages(world: World, rows: pd.DataFrame) -> pd.DataFrame:
    ages = ["offence_id", "age_at_arrest_or_offence", "age_on_first_hearing"]
    return rows.merge(world.offences[ages], on="offence_id")
