"""The management board of an invented service: who met when, and who came, belongs here.

What is counted of it does not.
"""

from datetime import date, timedelta

import numpy as np
import pandas as pd

from simulation.dice import Dice
from simulation.measures.quarters import (
    FIRST_KPI_DAY,
    bound_quarter,
    list_quarters,
)
from simulation.plan import Plan

STATUTORY = ("social_care", "education", "police", "probation", "health")
SECTORS = (*STATUTORY, "other")
LEVELS = {"senior": 0.68, "delegate": 0.2, "none": 0.12}
ANSWERS = {"yes": 0.7, "no": 0.3}
TWO_MEETINGS = 0.2  # of quarters
NEW_PARTNER = 0.06
WEDNESDAY = 2


def make_meetings(plan: Plan) -> pd.DataFrame:
    """Invent the meetings since the KPI began that have taken place by the last day.

    Returns:
        Grain: one row per meeting and sector: meeting_date, sector, attendee_level,
        new_partner, shares_disproportionality_data (yes or no).
    """
    days = [day for day in _list_days(plan) if day <= plan.until]
    dice = Dice(plan.seed)
    rows = pd.MultiIndex.from_product([days, SECTORS]).to_frame(index=False)
    rows.columns = pd.Index(["meeting_date", "sector"])
    number = np.arange(len(rows))
    for day in sorted(set(days)):
        here = (rows["meeting_date"] == day).to_numpy()
        number[here] = day.toordinal() * len(SECTORS) + np.arange(here.sum())
    new = dice.chance(number, "new partner", NEW_PARTNER)
    return rows.assign(
        attendee_level=dice.choose(number, "attends", LEVELS),
        new_partner=np.where(new, "yes", "no"),
        shares_disproportionality_data=dice.choose(number, "shares data", ANSWERS),
    )


def _list_days(plan: Plan) -> list[date]:
    """Return the day of each meeting: one or two a quarter, in its second month."""
    dice = Dice(plan.seed)
    days = []
    for quarter in list_quarters(max(FIRST_KPI_DAY, plan.first_day), plan.until):
        first, _ = bound_quarter(quarter)
        number = np.array([first.toordinal()])
        after = 31 + int(dice.whole(number, "board meets after", 0, 20)[0])
        day = first + timedelta(days=after)
        day += timedelta(days=(WEDNESDAY - day.weekday()) % 7)
        days.append(day)
        if dice.chance(number, "board meets again", TWO_MEETINGS)[0]:
            days.append(day + timedelta(weeks=4))
    return days
