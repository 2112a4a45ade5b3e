"""From when to when the service works with each child belongs here.

What it does with the child in that time does not.
"""

import numpy as np
import pandas as pd

from simulation.days import as_days, day
from simulation.dice import Days
from simulation.plan import Plan

AFTERCARE_DAYS = 30  # the case system is still kept up after the last programme


def find_last_contact(
    plan: Plan,
    people: pd.DataFrame,
    outcomes: pd.DataFrame,
    programmes: pd.DataFrame,
) -> Days:
    """Return the last day of work with every child, at most the last known day."""
    ends = pd.concat(
        [
            pd.DataFrame({"child": programmes["child"], "end": programmes["end_date"]}),
            pd.DataFrame({"child": outcomes["child"], "end": outcomes["outcome_date"]}),
            pd.DataFrame({"child": people["child"], "end": people["first_contact"]}),
        ]
    )
    last = ends.groupby("child")["end"].max().loc[people["child"]]
    return np.minimum(as_days(last) + AFTERCARE_DAYS, day(plan.until))


def give_records(people: pd.DataFrame, child: pd.Series, later: pd.Series) -> pd.Series:
    """Return the record that holds each row: 1 for later rows of children held twice.

    Args:
        people: the children.
        child: the child of each row.
        later: whether the row belongs to the time after the second registration.
    """
    twice = people.set_index("child")["second_person_id"] != ""
    held = twice.loc[child].to_numpy() & np.asarray(later, dtype=bool)
    return pd.Series(held.astype(np.int64), index=child.index)
