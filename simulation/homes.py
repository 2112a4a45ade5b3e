"""Where families truly live, and when they move, belongs here.

What the case system records about accommodation does not.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from simulation.days import NO_DAY, as_days, day
from simulation.dice import Dice
from simulation.frames import make_table
from simulation.plan import Plan

Numbers = NDArray[np.int64]

MOVES = (0.5, 0.3, 0.14, 0.06)  # chance of 0, 1, 2, 3 moves in the period
YEARS_BEFORE = 6
# an outward code that no post town has, so that no real address can be meant
OUTWARD = "LZ"
DISTRICTS, SECTORS = 40, 9
UNIT_LETTERS = np.array(list("ABDEFGHJLNPQRSTUWXYZ"))  # no C, I, K, M, O, V inward
PRIME = 104_729  # scatters neighbouring families over the postcodes


def make_moves(plan: Plan, people: pd.DataFrame) -> pd.DataFrame:
    """Invent the addresses of every child; a family moves together.

    Returns:
        Grain: one row per child and address: the table `moves`.
    """
    dice = Dice(plan.seed)
    family = people["family"].to_numpy()
    count = dice.place(family, "moves", MOVES)
    rows = np.repeat(np.arange(len(people)), count + 1)
    nth = np.arange(len(rows)) - np.repeat(np.cumsum(count + 1) - count - 1, count + 1)
    number = family[rows] * 4 + nth
    first = day(plan.first_day) - 365 * YEARS_BEFORE
    span = int((day(plan.until) - first).astype(int))
    # the nth of several moves falls into the nth part of the period, so days ascend
    part = span // np.maximum(count[rows], 1)
    low = part * np.maximum(nth - 1, 0)
    start = first + dice.whole(number, "move", low, low + part - 1)
    birth = as_days(people["birth_date"])[rows]
    start = np.where(nth == 0, birth, np.maximum(start, birth + nth))
    moves = pd.DataFrame({"row": rows, "start": start})
    end = as_days(moves.groupby("row")["start"].shift(-1)) - 1
    end = np.where(np.isnat(end), NO_DAY, np.maximum(end, start))
    return make_table(
        "moves",
        child=people["child"].to_numpy()[rows],
        start_date=start,
        end_date=end,
        postcode=make_postcodes(number),
    )


def find_postcodes(moves: pd.DataFrame, people: pd.DataFrame) -> NDArray[np.str_]:
    """Return the newest postcode of every child."""
    newest = moves.drop_duplicates("child", keep="last").set_index("child")["postcode"]
    return newest.loc[people["child"]].to_numpy()


def find_postcodes_on(
    moves: pd.DataFrame, child: Numbers, on: NDArray[np.datetime64]
) -> NDArray[np.str_]:
    """Return the postcode of each child on a day of its own; NaT takes the first."""
    asked = pd.DataFrame({"child": child, "on": on.astype("datetime64[s]")})
    asked["on"] = asked["on"].fillna(pd.Timestamp("1990-01-01"))
    asked["row"] = np.arange(len(asked))
    known = moves[["child", "start_date", "postcode"]].sort_values("start_date")
    found = pd.merge_asof(
        asked.sort_values("on"), known, left_on="on", right_on="start_date", by="child"
    ).sort_values("row")
    first = moves.drop_duplicates("child").set_index("child")["postcode"]
    fallback = first.loc[child].to_numpy()
    return np.where(found["postcode"].isna(), fallback, found["postcode"])


def make_postcodes(numbers: Numbers) -> NDArray[np.str_]:
    """Return a postcode per number; few numbers share one."""
    rest = numbers * PRIME
    rest, second = np.divmod(rest, len(UNIT_LETTERS))
    rest, first = np.divmod(rest, len(UNIT_LETTERS))
    rest, sector = np.divmod(rest, SECTORS)
    district = rest % DISTRICTS + 1
    outward = np.char.add(OUTWARD, district.astype("U2"))
    inward = np.char.add((sector + 1).astype("U1"), UNIT_LETTERS[first])
    inward = np.char.add(inward, UNIT_LETTERS[second])
    return np.char.add(np.char.add(outward, " "), inward)
