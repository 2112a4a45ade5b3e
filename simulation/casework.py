"""Transfers between services, assessments and case workers belong here.

The programmes they go with do not.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from simulation.days import as_days
from simulation.dice import Dice
from simulation.frames import make_table, stack_tables

Numbers = NDArray[np.int64]
Codes = NDArray[np.str_]

ARRIVES_FROM_ELSEWHERE = 0.02
LEVELS = {"Low": 0.45, "Medium": 0.4, "High": 0.13, "Very high": 0.02}
ASSESSED = 0.85
CHILDREN_PER_WORKER = 12
NO_WORKER = 0.03


def make_transfers(
    dice: Dice,
    people: pd.DataFrame,
    programmes: pd.DataFrame,
    outcomes: pd.DataFrame,
) -> pd.DataFrame:
    """Record transfers on the day a programme ends, and children from elsewhere.

    Returns:
        Grain: one row per transfer: the table `transfers`.
    """
    out = _end(programmes[programmes["is_transferred_out"]], "TRANSFER_OUT")
    adult = _end(programmes[programmes["is_to_adult"]], "TRANSFER_TO_ADULT")
    child = people["child"].to_numpy()
    came = people[dice.chance(child, "arrives", ARRIVES_FROM_ELSEWHERE)]
    elsewhere = outcomes.loc[outcomes["residence_status_code"] == "OTHER", "child"]
    kept = people[people["child"].isin(elsewhere)]
    table = stack_tables(
        "transfers",
        out,
        adult,
        _begin(came, "TRANSFER_IN", 0),
        _begin(kept, "CARETAKING_IN", 1),
    )
    return table.sort_values("transfer_id", ignore_index=True)


def make_assessments(dice: Dice, programmes: pd.DataFrame) -> pd.DataFrame:
    """Assess most children in the first weeks of a programme.

    Returns:
        Grain: one row per assessment: the table `assessments`.
    """
    number = programmes["programme_id"].to_numpy()
    some = programmes[dice.chance(number, "assessed", ASSESSED)]
    number = some["programme_id"].to_numpy()
    prevention = some["disposal_type_code"].isin(("PREVENTION", "TURNAROUND"))
    return make_table(
        "assessments",
        child=some["child"],
        record=some["record"],
        assessment_id=number,
        assessment_date=as_days(some["start_date"])
        + dice.whole(number, "after", 0, 20),
        assessment_type=np.where(prevention, "Prevention assessment", "AssetPlus"),
        likelihood_of_reoffending=dice.choose(number, "likelihood", LEVELS),
        risk_of_serious_harm=dice.choose(number, "harm", LEVELS),
        safety_and_wellbeing=dice.choose(number, "safety", LEVELS),
    )


def name_case_workers(dice: Dice, child: Numbers, family: Numbers) -> Codes:
    """Return the code of the worker who holds each child's case, '' where nobody does.

    A child has one worker for all its time, in whatever system and however many records
    there are; so have the children of a family.
    """
    number = (family // CHILDREN_PER_WORKER + 1).astype("U12")
    codes = np.char.add("W", np.char.zfill(number, 3))
    return np.where(dice.chance(child, "no case worker", NO_WORKER), "", codes)


def _end(programmes: pd.DataFrame, code: str) -> pd.DataFrame:
    return make_table(
        "transfers",
        child=programmes["child"],
        record=programmes["record"],
        transfer_id=programmes["programme_id"],
        transfer_date=as_days(programmes["end_date"]),
        transfer_code=code,
    )


def _begin(people: pd.DataFrame, code: str, nth: int) -> pd.DataFrame:
    # below the ids of the child's programmes, which start at 32 * 8 a child
    return make_table(
        "transfers",
        child=people["child"],
        record=0,
        transfer_id=(people["child"] + 1) * 256 + 16 * 8 + nth,
        transfer_date=as_days(people["first_contact"]),
        transfer_code=code,
    )
