"""Orders that are revoked and sentenced anew at the child's next court day belong here.

The new sentence itself is an outcome and a programme like any other.
"""

import numpy as np
import pandas as pd

from simulation.days import as_days
from simulation.dice import Dice
from simulation.reference import read_list

CAN_BE_REVOKED = ("YRO", "YRO_ISS", "RO")
SOON = pd.Timedelta(days=150)


def find_resentenced(dice: Dice, careers: pd.DataFrame) -> pd.DataFrame:
    """Find orders revoked and sentenced anew at the child's next occasion.

    Returns:
        Grain: one row per revoked order: occasion, new_occasion, revoked_on.
    """
    names = read_list("disposals")["disposal"].to_numpy()
    ordered = careers.sort_values(["child", "outcome_day", "place"])
    following = ordered.groupby("child").shift(-1)
    number = ordered["occasion"].to_numpy()
    name = names[ordered["disposal"].to_numpy()]
    new = following["disposal"].fillna(-1).astype(int).to_numpy()
    new_route = np.where(new >= 0, read_list("disposals")["route"].to_numpy()[new], "")
    sentence = np.isin(names[new], (*CAN_BE_REVOKED, "DTO")) & (new_route == "court")
    soon = following["outcome_day"] - ordered["outcome_day"] < SOON
    revoked = np.isin(name, CAN_BE_REVOKED) & sentence & soon.to_numpy()
    revoked &= dice.chance(number, "revoked", 0.4)
    return pd.DataFrame(
        {
            "occasion": number[revoked],
            "new_occasion": following["occasion"].to_numpy()[revoked].astype(int),
            "revoked_on": as_days(following["outcome_day"])[revoked],
        }
    )


def end_revoked(programmes: pd.DataFrame, resentenced: pd.DataFrame) -> pd.DataFrame:
    """End revoked orders on the day of the new sentence."""
    day = resentenced.set_index("occasion")["revoked_on"]
    revoked = as_days(day.reindex(programmes["occasion"]))
    end, start = as_days(programmes["end_date"]), as_days(programmes["start_date"])
    earlier = (revoked < end) & (revoked > start)
    return programmes.assign(end_date=np.where(earlier, revoked, end))
