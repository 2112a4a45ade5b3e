"""Children whom only partners know belong here.

Children known to the service do not.
"""

import numpy as np
import pandas as pd

from simulation import communities, identifiers
from simulation.chance import draw
from simulation.days import as_days, day
from simulation.dice import Dice
from simulation.homes import make_postcodes
from simulation.people import SEXES
from simulation.plan import Plan
from simulation.world import OTHER_CHILDREN

ONE_IN = 2  # one other child for so many children known to the service
SERIALS_FROM = 5_000_000  # their identifiers; the service's children stay below
FAMILIES_FROM = 6_000_000
SHARES = {
    "is_pupil": 0.85, "is_patient": 0.4, "is_nominal": 0.3, "is_looked_after": 0.08,
}  # fmt: skip


def make_others(plan: Plan, low: int, high: int) -> pd.DataFrame:
    """Invent the other children who go with the children from low to high - 1.

    Returns:
        Grain: one row per child: the columns of `other_children`, and first_contact,
        second_person_id, family as `people` has them.
    """
    dice = Dice(plan.seed)
    serial = np.arange(-(-low // ONE_IN), -(-high // ONE_IN))
    child = OTHER_CHILDREN + serial
    oldest = day(plan.first_day) - 365 * 17
    span = int((day(plan.until) - oldest).astype(int)) - 365 * 5
    # more of the young: who will be known to the service is not yet, and without them
    # the last rolls would shrink as no school's do
    share = np.sqrt(draw(child, plan.seed, "birth"))
    birth = oldest + (share * max(span, 1)).astype(int)
    contact = birth + dice.whole(child, "met at", 10 * 365, 17 * 365)
    contact = np.clip(contact, day(plan.first_day), day(plan.until))
    ethnicity = communities.draw_ethnicities(dice, child, plan.service)
    sex = dice.choose(child, "sex", SEXES)
    others = pd.DataFrame({"child": child})
    others["surname"] = communities.draw_surnames(dice, child, ethnicity)
    others["forename"] = communities.draw_forenames(
        dice, child, ethnicity, sex, np.zeros(len(child), dtype=int)
    )
    others["birth_date"], others["first_contact"] = as_days(birth), as_days(contact)
    others["sex"], others["ethnicity_code"] = sex, ethnicity
    number = serial + SERIALS_FROM
    others["nhs_number"] = identifiers.make_nhs_numbers(number)
    others["upn"] = identifiers.make_upns(number)
    others["postcode"] = make_postcodes((serial + FAMILIES_FROM) * 4)
    others["family"], others["second_person_id"] = child, ""
    for flag, chance in SHARES.items():
        others[flag] = dice.chance(child, flag, chance)
    return others
