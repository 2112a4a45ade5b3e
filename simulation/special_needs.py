"""Special educational needs, and where only schools know of them, belong here.

School rolls and the case system's other records do not.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from simulation.contact import give_records
from simulation.days import (
    NO_DAY,
    as_days,
    avoid_thursdays,
    day,
    last_known,
    september,
    year_eleven_ends,
)
from simulation.dice import Days, Dice
from simulation.frames import make_table
from simulation.plan import Plan

# K support, E plan, K first and E later, never any
NEEDS = {"K": 0.28, "E": 0.13, "K then E": 0.06, "": 0.53}
SILENT = 0.3  # of those with a need: the case system was never told
NOTHING_RECORDED = 0.4  # of those without a need
PLAN_OF_SUPPORT = {"YES": 0.62, "NO": 0.33, "UNKNOWN": 0.05}
PLAN_OF_EHCP = {"YES": 0.97, "NO": 0.03}


def make_needs(plan: Plan, people: pd.DataFrame) -> pd.DataFrame:
    """Invent the special needs of every child, and which record holds them.

    Returns:
        Grain: one row per child and time with the same provision, as known on the last
        day: the table `send`. Where `find_silent` names the child, the case system
        holds none of its rows.
    """
    dice = Dice(plan.seed)
    child = people["child"].to_numpy()
    need = dice.choose(child, "special need", NEEDS)
    leaves = year_eleven_ends(people["birth_date"])
    begin = september(leaves - dice.whole(child, "need found", 1, 10))
    change = begin + dice.whole(child, "need grows", 200, 1400)
    # support ends with school; a plan lasts longer for some
    longer = np.where(need == "K", 0, dice.whole(child, "plan lasts", 0, 4))
    end = september(leaves + longer) - 1
    early = begin + dice.whole(child, "need ends", 300, 2000)
    end = np.where(dice.chance(child, "need met", 0.1), np.minimum(early, end), end)
    both = need == "K then E"
    first = np.where(both, "K", need)
    frames = [
        _frame(child, 0, begin, np.where(both, np.minimum(change, end), end), first)[
            need != ""
        ],
        _frame(child, 1, change + 1, end, np.full(len(child), "E"))[both],
        _make_answers(dice, people, need),
    ]
    return _finish(plan, people, pd.concat(frames, ignore_index=True))


def find_silent(
    plan: Plan, people: pd.DataFrame, send: pd.DataFrame
) -> NDArray[np.bool_]:
    """Return, per child, whether schools alone know of a need.

    Nobody is, unless both the case system and the schools are simulated.
    """
    child = people["child"].to_numpy()
    if not plan.has_case_system or "school_census" not in plan.suppliers:
        return np.zeros(len(child), dtype=bool)
    needs = send.loc[send["provision"].isin(("E", "K")), "child"]
    silent = Dice(plan.seed).chance(child, "send silent", SILENT)
    return np.isin(child, needs) & silent


def _make_answers(
    dice: Dice, people: pd.DataFrame, need: NDArray[np.str_]
) -> pd.DataFrame:
    """Return the answers NO and UNKNOWN of children without a need."""
    child = people["child"].to_numpy()
    recorded = ~dice.chance(child, "nothing recorded", NOTHING_RECORDED)
    has = (need == "") & recorded
    start = as_days(people["first_contact"])
    frame = _frame(
        child, 2, start, np.full(len(child), NO_DAY), np.full(len(child), "N")
    )
    return frame[has]


def _frame(
    child: NDArray[np.int64], nth: int, start: Days, end: Days, provision: object
) -> pd.DataFrame:
    columns = {"child": child, "nth": nth, "start": start, "end": end}
    return pd.DataFrame({**columns, "provision": provision})


def _finish(plan: Plan, people: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Answer the two questions of the case system and cut off what is not yet known."""
    dice, until = Dice(plan.seed), day(plan.until)
    rows = rows.sort_values(["child", "nth"], ignore_index=True)
    start = avoid_thursdays(as_days(rows["start"]))
    end = last_known(avoid_thursdays(as_days(rows["end"])), until)
    kept = (start <= until) & (np.isnat(end) | (end >= start))
    rows, start, end = rows[kept].reset_index(drop=True), start[kept], end[kept]
    number = (rows["child"] * 4 + rows["nth"]).to_numpy()
    provision = rows["provision"].to_numpy()
    unsure = dice.chance(number, "need unknown", 0.12)
    later = pd.Series(dice.chance(number, "in second record", 0.3))
    return make_table(
        "send",
        child=rows["child"],
        record=give_records(people, rows["child"], later),
        send_id=number,
        start_date=start,
        end_date=end,
        identified_code=np.where(
            provision != "N", "YES", np.where(unsure, "UNKNOWN", "NO")
        ),
        formal_plan_code=_say_plan(dice, number, provision),
        provision=provision,
    )


def _say_plan(
    dice: Dice, number: NDArray[np.int64], provision: NDArray[np.str_]
) -> NDArray[np.str_]:
    """Say whether there is a formal plan: nearly always with an EHC plan."""
    return np.select(
        [provision == "K", provision == "E"],
        [
            dice.choose(number, "support plan", PLAN_OF_SUPPORT),
            dice.choose(number, "health plan", PLAN_OF_EHCP),
        ],
        default="NO",
    )
