"""The staff and the money of an invented service, year by year, belong here.

How its office writes them down does not.
"""

from datetime import date

import numpy as np
import pandas as pd

from simulation.communities import COUNTY, MIXES
from simulation.dice import Dice
from simulation.plan import Plan
from simulation.reference import find_population

SIZE_OF_LEICESTER = 39_944  # children aged 10-17, mid-2021
STAFF, MONEY = 74, 2_300_000  # of a service of that size: people, pounds
STAY = 0.85  # of the staff, from one year to the next
FIRST_YEAR = 2010  # nobody's place is older

ROLES = {
    "strategic_manager": 3, "operational_manager": 7, "practitioner": 42,
    "administrative": 8, "sessional": 6, "student": 2, "referral_order_volunteer": 20,
    "other_volunteer": 4,
}  # fmt: skip
CONTRACTS = {
    "permanent": 60, "fixed_term": 10, "temporary": 4, "secondee_probation": 3,
    "secondee_police": 4, "secondee_health": 5, "secondee_education": 2,
}  # fmt: skip
SEXES = {"female": 0.72, "male": 0.28}
HOURS = {"1.0": 0.66, "0.8": 0.16, "0.6": 0.1, "0.5": 0.08}
SHARES = {
    ("local_authority", "staffing_costs"): 0.42,
    ("local_authority", "other_delegated_funds"): 0.09,
    ("youth_justice_board", "staffing_costs"): 0.24,
    ("youth_justice_board", "other_delegated_funds"): 0.04,
    ("police", "payments_in_kind"): 0.06,
    ("police_and_crime_commissioner", "other_delegated_funds"): 0.05,
    ("probation", "payments_in_kind"): 0.04,
    ("probation", "staffing_costs"): 0.01,
    ("health", "payments_in_kind"): 0.03,
    ("health", "staffing_costs"): 0.02,
}


def list_years(plan: Plan, newest: int = 4) -> list[int]:
    """Return the financial years whose plan was due within the simulated years."""
    years = range(plan.first_day.year, plan.until.year + 1)
    due = {year: date(year, 6, 30) for year in years}
    inside = [year for year in years if plan.first_day <= due[year] <= plan.until]
    return inside[-newest:]


def make_staff(plan: Plan, year: int) -> pd.DataFrame:
    """Return the people of a year.

    Returns:
        Grain: one row per place: role, contract_type, sex, ethnicity (all '' where the
        place does not tell), full_time_equivalent in tenths, headcount.
    """
    dice = Dice(plan.seed)
    size = find_population(plan.service, 2021) / SIZE_OF_LEICESTER
    place = np.arange(max(round(STAFF * size), 8))
    # somebody else sits at a place from the last year on in which its holder left
    held_since = np.full(len(place), FIRST_YEAR)
    for each in range(FIRST_YEAR + 1, year + 1):
        left = dice.chance(place, f"leaves before {each}", 1 - STAY)
        held_since[left] = each
    person = place * 1_000 + held_since - FIRST_YEAR
    role = dice.choose(place, "role", ROLES)
    is_volunteer = np.char.endswith(role, "_volunteer")
    contract = dice.choose(place, "contract", CONTRACTS)
    hours = dice.choose(person, "hours", HOURS).astype(float) * 10
    people = pd.DataFrame(
        {
            "role": role,
            "contract_type": np.where(is_volunteer, "volunteer", contract),
            "sex": dice.choose(person, "sex of staff", SEXES),
            "ethnicity": dice.choose(
                person, "ethnicity of staff", MIXES.get(plan.service, COUNTY)
            ),
            "full_time_equivalent": np.where(is_volunteer, 0, hours).astype(int),
            "headcount": 1,
        }
    )
    return pd.concat([people, _make_vacancies(dice, year)], ignore_index=True)


def _make_vacancies(dice: Dice, year: int) -> pd.DataFrame:
    open_posts = int(dice.whole(np.array([year]), "vacant posts", 1, 4)[0])
    return pd.DataFrame(
        {
            "role": ["practitioner"],
            "contract_type": ["vacant"],
            "sex": [""],
            "ethnicity": [""],
            "full_time_equivalent": [10 * open_posts],
            "headcount": [0],
        }
    )


def make_budget(plan: Plan, year: int) -> pd.DataFrame:
    """Return the money of a year. Grain: one row per partner and kind, in pounds."""
    dice = Dice(plan.seed)
    size = find_population(plan.service, 2021) / SIZE_OF_LEICESTER
    number = year * 100 + np.arange(len(SHARES))
    around = dice.whole(number, "budget", 95, 105) / 100
    inflation = 1.03 ** (year - 2020)
    amounts = np.array(list(SHARES.values())) * MONEY * size * inflation * around
    rows = pd.DataFrame(list(SHARES), columns=["partner", "kind"])
    return rows.assign(amount_gbp=(amounts / 100).round().astype(int) * 100)
