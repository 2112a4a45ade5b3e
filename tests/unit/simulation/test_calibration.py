"""The invented service resembles Leicester as its published papers describe it."""

from datetime import date

import numpy as np
import pytest

from simulation.days import ages_on
from simulation.generate import generate_chunks
from simulation.measures.orders import V8, add_outcome_rules, list_ended
from simulation.measures.rates import find_custodial_sentences, find_first_entries
from simulation.measures.reoffending import count_cohorts
from simulation.plan import Plan
from simulation.world import World

PLAN = Plan("Leicester City", 3000, 10, date(2026, 9, 30), seed=1)
YEARS = 10


@pytest.fixture(scope="module")
def world() -> World:
    [world] = generate_chunks(PLAN)
    return world


@pytest.fixture(scope="module")
def cohorts(world):
    # the last cohorts are followed for less than a year and a half
    return count_cohorts(world).loc["2016Q3":"2024Q3"]


def within_a_third(value, published):
    return published * 2 / 3 <= value <= published * 4 / 3


def per_year(rows):
    return (rows["outcome_date"] >= np.datetime64(PLAN.first_day)).sum() / YEARS


def test_first_time_entrants_are_about_ninety_a_year(world):
    assert within_a_third(per_year(find_first_entries(world)), 90)


def test_no_single_year_strays_far_from_ninety_first_time_entrants(world):
    days = find_first_entries(world)["outcome_date"]
    years = days[days >= np.datetime64(PLAN.first_day)].dt.to_period("Q-SEP").dt.qyear
    assert all(within_a_third(each, 90) for each in years.value_counts())


def test_custodial_sentences_are_about_six_a_year(world):
    assert within_a_third(per_year(find_custodial_sentences(world)), 6)


def test_twelve_month_cohorts_hold_about_128_children(cohorts):
    assert within_a_third(cohorts["children"].mean() * 4, 128)


def test_about_39_in_a_hundred_reoffend(cohorts):
    share = cohorts["reoffenders"].sum() / cohorts["children"].sum()
    assert within_a_third(100 * share, 39.1)


def test_reoffenders_commit_about_six_reoffences_each(cohorts):
    frequency = cohorts["reoffences"].sum() / cohorts["reoffenders"].sum()
    assert within_a_third(frequency, 5.78)


def test_about_48_orders_end_in_a_quarter(world):
    ended = list_ended(world, V8, world.programmes["end_date"].max())
    orders = ended.drop_duplicates(["child", "programme_id"])
    quarters = 14  # April 2023 to September 2026
    assert within_a_third(len(orders) / quarters, 48)


def test_a_quarter_of_the_caseload_is_prevention_only(world):
    offended = world.children["child"].isin(world.offences["child"])
    assert within_a_third(1 - offended.mean(), 0.25)


def test_seventeen_is_the_largest_age_at_statutory_outcomes(world):
    main = world.outcomes[world.outcomes["main_or_other_code"] == "MAIN"]
    rows = add_outcome_rules(main)
    rows = rows[(rows["is_substantive"] == "YES") & (rows["tier"] != "Pre-Court")]
    birth = world.children.set_index("child")["birth_date"].loc[rows["child"]]
    ages = ages_on(birth.to_numpy(), rows["outcome_date"].to_numpy())
    assert np.bincount(ages).argmax() == 17
    assert within_a_third((ages >= 16).mean(), 0.79)


def test_motoring_and_violence_are_commonest_among_first_time_entrants(world):
    entries = find_first_entries(world)
    offences = world.offences.set_index("offence_id").loc[entries["offence_id"]]
    commonest = offences["offence_category_code"].value_counts().index[:2]
    assert set(commonest) == {"VIOLENCE_AGAINST_THE_PERSON", "MOTORING_OFFENCES"}


def test_community_resolutions_are_about_a_quarter_of_disposals(world):
    main = world.outcomes[world.outcomes["main_or_other_code"] == "MAIN"]
    share = main["legal_outcome_code"].str.startswith("COMMUNITY_RESOLUTION").mean()
    assert 0.2 <= share <= 0.3


def test_43_in_a_hundred_are_asian(world):
    asian = world.children["ethnicity_code"].str.startswith("ASIAN")
    assert within_a_third(asian.mean(), 0.43)


def test_15_in_a_hundred_are_looked_after_at_first_contact(world):
    met = world.children[["child", "first_contact"]]
    spells = world.lac_spells.merge(met, on="child")
    begun = spells["start_date"] <= spells["first_contact"]
    open_then = ~(spells["end_date"] < spells["first_contact"])
    share = spells.loc[begun & open_then, "child"].nunique() / len(met)
    assert within_a_third(share, 0.15)


def test_a_few_children_commit_a_large_share_of_offences(world):
    counts = world.offences["child"].value_counts()
    most_active = counts.iloc[: len(world.children) // 20].sum()
    assert most_active / counts.sum() > 0.3
