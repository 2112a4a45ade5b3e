"""Which school has whom on its roll, and exclusions, belong here.

Special needs and what the case system records about education do not.
"""

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

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

PRIMARY_SCHOOLS, SECONDARY_SCHOOLS = 30, 14
REFERRAL_UNIT = "SCH99"
NEVER_HERE = 0.05  # taught elsewhere, so never on a roll of this council
SIXTH_FORM = 0.12
CHANGES_SCHOOL = 0.15
EXCLUDED = {"known": 0.4, "other": 0.05}
TO_REFERRAL_UNIT = 0.06
REASONS = {
    "PP": 0.3, "PA": 0.1, "VP": 0.1, "VA": 0.1, "DB": 0.2, "DA": 0.08, "BU": 0.03,
    "TH": 0.03, "OT": 0.06,
}  # fmt: skip


def make_schools(plan: Plan, people: pd.DataFrame) -> pd.DataFrame:
    """Put children on the rolls of schools, one school at a time.

    Returns:
        Grain: one row per child and time on a roll, as known on the last day, of those
        times that reach into the simulated years: the table `schools`.
    """
    dice = Dice(plan.seed)
    child = people["child"].to_numpy()
    leaves = year_eleven_ends(people["birth_date"])
    secondary = september(leaves - 5)
    leaving = _summer(leaves)
    change = secondary + dice.whole(child, "new school from", 100, 1500)
    changes = dice.chance(child, "changes school", CHANGES_SCHOOL)
    unit = dice.chance(child, "referral unit", TO_REFERRAL_UNIT)
    first_end = np.where(changes | unit, change - 1, leaving)
    again = np.where(unit, REFERRAL_UNIT, _name(dice, child, "next", False))
    stays_on = dice.chance(child, "sixth form", SIXTH_FORM)
    frames = [
        _frame(child, _name(dice, child, "primary", True), september(leaves - 12),
               _summer(leaves - 5)),
        _frame(child, _name(dice, child, "secondary", False), secondary, first_end),
        _frame(child, again, change, leaving)[changes | unit],
        _frame(child, _name(dice, child, "sixth", False), september(leaves),
               _summer(leaves + 2))[stays_on],
    ]  # fmt: skip
    rolls = pd.concat(frames, ignore_index=True)
    here = ~dice.chance(rolls["child"].to_numpy(), "taught elsewhere", NEVER_HERE)
    rolls = rolls[here].sort_values(["child", "start_date"], ignore_index=True)
    return _keep_known(plan, rolls)


def make_exclusions(plan: Plan, schools: pd.DataFrame) -> pd.DataFrame:
    """Exclude some children from their schools for some days or for good.

    Returns:
        Grain: one row per exclusion: the table `exclusions`.
    """
    dice = Dice(plan.seed)
    number = (schools["child"] * 8 + schools.groupby("child").cumcount()).to_numpy()
    start = as_days(schools["start_date"])
    end = np.fmin(as_days(schools["end_date"]), day(plan.until))
    span = np.maximum((end - start).astype(int), 1)
    known = schools["child"].to_numpy() < 10**9
    often = np.where(known, EXCLUDED["known"], EXCLUDED["other"])
    count = np.where(dice.chance(number, "excluded", often), 1, 0)
    count += np.where(count > 0, dice.place(number, "exclusions", [5, 3, 2, 1]), 0)
    rows = np.repeat(np.arange(len(schools)), count)
    nth = np.arange(len(rows)) - np.repeat(np.cumsum(count) - count, count)
    each = number[rows] * 8 + nth
    permanent = dice.chance(each, "for good", 0.05)
    days = start[rows] + dice.whole(each, "excluded on", 0, span[rows] - 1)
    table = make_table(
        "exclusions",
        child=schools["child"].to_numpy()[rows],
        school=schools["school"].to_numpy()[rows],
        start_date=days,
        sessions=np.where(permanent, 10, 2 * dice.whole(each, "days out", 1, 10)),
        reason=dice.choose(each, "reason", REASONS),
        category=np.where(permanent, "PERM", "FIXD"),
    )
    table = table[as_days(table["start_date"]) >= day(plan.first_day)]
    return table.sort_values(["child", "start_date"], ignore_index=True)


def _name(
    dice: Dice, child: ArrayLike, kind: str, is_primary: bool
) -> NDArray[np.str_]:
    low = SECONDARY_SCHOOLS + 1 if is_primary else 1
    high = low + (PRIMARY_SCHOOLS if is_primary else SECONDARY_SCHOOLS) - 1
    number = dice.whole(child, f"{kind} school", low, high)
    return np.char.add("SCH", number.astype("U2"))


def _summer(year: ArrayLike) -> Days:
    """Return 20 July of each year."""
    return september(year) - 43


def _frame(child: object, school: object, start: Days, end: Days) -> pd.DataFrame:
    columns = {"child": child, "school": school, "start_date": start, "end_date": end}
    return pd.DataFrame(columns)


def _keep_known(plan: Plan, rolls: pd.DataFrame) -> pd.DataFrame:
    """Drop what lies outside the simulated years; nothing changes on a census day."""
    until = day(plan.until)
    start = avoid_thursdays(as_days(rolls["start_date"]))
    end = last_known(avoid_thursdays(as_days(rolls["end_date"])), until)
    kept = (start <= until) & (np.isnat(end) | (end >= day(plan.first_day)))
    kept &= np.isnat(end) | (end > start)
    return make_table(
        "schools",
        child=rolls["child"].to_numpy()[kept],
        school=rolls["school"].to_numpy()[kept],
        start_date=start[kept],
        end_date=np.where(np.isnat(end), NO_DAY, end)[kept],
    )
