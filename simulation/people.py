"""Families, twins, birth dates, names and identifiers of the children belong here.

Where they live, learn and offend does not.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from simulation import communities, identifiers
from simulation.casework import name_case_workers
from simulation.days import ages_on, birthdays, day
from simulation.dice import Days, Dice
from simulation.plan import Plan

Numbers = NDArray[np.int64]

HISTORY_DAYS = 365  # children first met this long before the first simulated day
FIRST_PERSON_ID = 100_001
SECOND_PERSON_ID = 7_000_001  # duplicates in the case system are numbered from here

# age at first contact; chosen so that 17 is the commonest age and four in five
# statutory outcomes fall at 16 and over (CONTEXT.md)
FIRST_AGES = {10: 3, 11: 8, 12: 20, 13: 45, 14: 85, 15: 150, 16: 315, 17: 374}
SEXES = {"1": 0.82, "2": 0.175, "0": 0.003, "9": 0.002}
ORIGINATING = {"usable": 0.93, "N/A": 0.03, "": 0.02, "spaced": 0.02}


def make_people(plan: Plan, low: int, high: int) -> pd.DataFrame:
    """Invent the children numbered from low to high - 1.

    Returns:
        Grain: one row per child; the columns of `children` but for postcode, silence
        and PNC number, which follow from the children's lives.
    """
    dice = Dice(plan.seed)
    child = np.arange(low, high)
    family, place, is_twin = _make_families(dice, child)
    first_contact, birth = _draw_births(dice, plan, child, is_twin)
    sex = dice.choose(child, "sex", SEXES)
    ethnicity = communities.draw_ethnicities(dice, family, plan.service)
    forename = communities.draw_forenames(dice, family, ethnicity, sex, place)
    people = pd.DataFrame({"child": child, "service": plan.service})
    people["person_id"] = (child + FIRST_PERSON_ID).astype("U12").astype(object)
    people["surname"] = communities.draw_surnames(dice, family, ethnicity)
    people["forename"] = forename
    people["birth_date"], people["first_contact"] = birth, first_contact
    people["sex"], people["ethnicity_code"] = sex, ethnicity
    people["family"], people["is_twin"] = family, is_twin
    people["nhs_number"] = identifiers.make_nhs_numbers(child)
    people["upn"] = identifiers.make_upns(child)
    return _add_case_ids(dice, people)


def _make_families(
    dice: Dice, child: Numbers
) -> tuple[Numbers, Numbers, NDArray[np.bool_]]:
    """Return family (its first child), place in it, and whether a twin of the last."""
    starts = dice.chance(child, "first of a family", 0.86)
    starts[0] = True  # a family never crosses a chunk
    family = np.maximum.accumulate(np.where(starts, child, -1))
    is_twin = ~starts & dice.chance(child, "twin", 0.12)
    return family, child - family, is_twin


def _draw_births(
    dice: Dice, plan: Plan, child: Numbers, is_twin: NDArray[np.bool_]
) -> tuple[Days, Days]:
    """Return the day of first contact and the birth date of every child."""
    first = day(plan.first_day) - HISTORY_DAYS
    span = (day(plan.until) - first).astype(np.int64)
    contact = first + dice.whole(child, "first contact", 0, span)
    ages = np.array(list(FIRST_AGES))[dice.place(child, "age", [*FIRST_AGES.values()])]
    birth = birthdays(contact, -ages) - dice.whole(child, "days of age", 1, 364)
    # a twin was born with the child before it and met the service around that time
    twins = np.flatnonzero(is_twin)
    for twin in twins:  # in order, so that triplets follow each other
        birth[twin] = birth[twin - 1]
        contact[twin] = contact[twin - 1]
    shifted = contact + np.where(is_twin, dice.whole(child, "twin's wait", 0, 200), 0)
    fits = (shifted <= day(plan.until)) & (ages_on(birth, shifted) < 18)  # noqa: PLR2004
    return np.where(fits, shifted, contact), birth


def _add_case_ids(dice: Dice, people: pd.DataFrame) -> pd.DataFrame:
    """Add the ids by which the case system knows a child once or twice."""
    child, family = people["child"].to_numpy(), people["family"].to_numpy()
    kind = dice.choose(family, "originating id", ORIGINATING)
    number = (child + 20_001).astype("U12")
    usable = np.char.add("O-", number)
    people["originating_id"] = np.select(
        [kind == "usable", kind == "spaced"],
        [usable, np.char.add("see file ", number)],
        default=kind,
    )
    twice = dice.chance(child, "known twice", 0.025) & (kind == "usable")
    second = (child + SECOND_PERSON_ID).astype("U12")
    people["second_person_id"] = np.where(twice, second, "")
    people["changed_on"] = people["first_contact"]
    people["previous_id"], people["second_previous_id"] = "", ""
    people["case_worker_id"] = name_case_workers(dice, child, family)
    return people
