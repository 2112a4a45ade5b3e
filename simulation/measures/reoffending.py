"""Counting reoffending, by which the simulation is also calibrated, belongs here.

First time entrants and custody do not. Source: counting rules 3.2.
"""

import numpy as np
import pandas as pd

from simulation.days import ages_on, as_days
from simulation.measures.answers import Tally
from simulation.measures.orders import (
    OLDEST,
    YOUNGEST,
    add_outcome_rules,
)
from simulation.measures.quarters import name_quarters
from simulation.reference import read_reference
from simulation.world import World

FOLLOW_UP_MONTHS, PROOF_MONTHS = 12, 18


def count_reoffending(tally: Tally, world: World) -> None:
    """Add the three measures of every quarterly cohort to the tally."""
    for quarter, row in count_cohorts(world).iterrows():
        key = (str(quarter), "")
        children, again, offences = (
            row["children"],
            row["reoffenders"],
            row["reoffences"],
        )
        tally.add((*key, "reoffending_binary", ""), again, children)
        tally.add((*key, "reoffending_frequency", ""), offences, again)
        tally.add((*key, "reoffences_per_child", ""), offences, children)


def count_cohorts(world: World) -> pd.DataFrame:
    """Follow every quarterly cohort for a year.

    Returns:
        Grain: one row per quarter: children, reoffenders, reoffences.
    """
    outcomes = _prepare(world)
    entries = _find_entries(world, outcomes)
    if entries.empty:  # pandas cannot join an empty column of text
        return pd.DataFrame(columns=["children", "reoffenders", "reoffences"])
    offences = _find_proven(outcomes)
    both = entries.merge(offences, on="child")
    within = both["offence_date"] > both["reference"]
    within &= both["offence_date"] <= _add_months(both["reference"], FOLLOW_UP_MONTHS)
    within &= both["proven"] <= _add_months(both["reference"], PROOF_MONTHS)
    again = both[within].groupby(["child", "quarter"]).size().rename("reoffences")
    entries = entries.join(again, on=["child", "quarter"]).fillna({"reoffences": 0})
    return entries.groupby("quarter").agg(
        children=("child", "nunique"),
        reoffenders=("reoffences", lambda counts: int((counts > 0).sum())),
        reoffences=("reoffences", "sum"),
    )


def _prepare(world: World) -> pd.DataFrame:
    """Return substantive outcomes of offences that count, neither breach nor minor."""
    categories = read_reference("offence_categories")
    breaches = categories.loc[categories["is_breach"] == "YES", "code"]
    minor = tuple(read_reference("non_counting_offences")["cjs_code_prefix"])
    offences = world.offences
    counted = ~offences["offence_category_code"].isin(breaches)
    counted &= ~offences["cjs_code"].str.startswith(minor)
    columns = ["offence_id", "offence_date"]
    rows = add_outcome_rules(world.outcomes)
    rows = rows[rows["is_substantive"] == "YES"]
    return rows.merge(offences.loc[counted, columns], on="offence_id")


def _find_entries(world: World, outcomes: pd.DataFrame) -> pd.DataFrame:
    """Return the first reference date of each child in each quarter."""
    local = outcomes[outcomes["residence_status_code"] != "OTHER"]
    release = _find_releases(world)
    custody = local["tier"] == "Custody"
    released = release.reindex(local["offence_id"]).to_numpy()
    reference = local["outcome_date"].mask(custody, released)
    rows = local.assign(reference=reference)[reference.notna()]
    birth = world.children.set_index("child")["birth_date"].loc[rows["child"]]
    ages = ages_on(birth.to_numpy(), as_days(rows["reference"]))
    rows = rows[(ages >= YOUNGEST) & (ages <= OLDEST)]
    rows = rows.assign(quarter=name_quarters(rows["reference"]))
    rows = rows.sort_values("reference", kind="stable")
    columns = ["child", "quarter", "reference"]
    return rows.drop_duplicates(["child", "quarter"])[columns]


def _find_releases(world: World) -> pd.Series:
    """Return the day of release by offence: the end of the custody part."""
    inside = world.programmes["disposal_type_code"].str.endswith("_CUSTODY")
    stays = world.programmes.loc[inside, ["programme_id", "end_date"]]
    linked = world.programme_offences.merge(stays, on="programme_id")
    return linked.groupby("offence_id")["end_date"].min()


def _find_proven(outcomes: pd.DataFrame) -> pd.DataFrame:
    """Return when each offence was first proven; TIC rows prove nothing."""
    proof = outcomes[outcomes["main_or_other_code"] != "TIC"]
    return proof.groupby(["child", "offence_id"], as_index=False).agg(
        offence_date=("offence_date", "min"), proven=("outcome_date", "min")
    )


def _add_months(days: pd.Series, months: int) -> pd.Series:
    """Add calendar months, clamped to the end of the month."""
    whole = as_days(days)
    month = whole.astype("datetime64[M]")
    offset = (whole - month).astype(int)
    target = month + months
    length = ((target + 1).astype("datetime64[D]") - target).astype(int)
    moved = target.astype("datetime64[D]") + np.minimum(offset, length - 1)
    return pd.Series(moved.astype("datetime64[s]"), index=days.index)
