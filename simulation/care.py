"""Being looked after, and the other social care statuses, belong here.

Which homes the case system records is told elsewhere.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from simulation.contact import give_records
from simulation.days import NO_DAY, as_days, birthdays, day, last_known
from simulation.dice import Days, Dice
from simulation.frames import make_table
from simulation.plan import Plan

EVER_LOOKED_AFTER = 0.3
OTHERS_LOOKED_AFTER = 0.03
SILENT = 0.3  # of looked-after children: the case system holds no care row
LEGAL = {"V2": 0.5, "C2": 0.3, "C1": 0.14, "J1": 0.04, "L2": 0.02}
PLACEMENTS = {"U6": 0.3, "U1": 0.12, "K2": 0.26, "H5": 0.12, "P2": 0.06, "P1": 0.14}
NEEDS = {"N1": 0.5, "N4": 0.15, "N5": 0.2, "N6": 0.15}
STATUSES = {
    "Child Protection Plan": 0.06, "Child in Need": 0.13, "Early Help plan": 0.13,
    "Early Intervention plan": 0.03, "Early Help referral": 0.1,
    "Eligible child": 0.01, "Relevant child": 0.01, "Former relevant child": 0.01,
    "None": 0.14,
}  # fmt: skip
WORDING = {"Care experienced child": 0.7, "Looked After Child": 0.3}


def make_spells(plan: Plan, people: pd.DataFrame) -> pd.DataFrame:
    """Invent periods of care cut into placements.

    Args:
        plan: the arguments of the simulation.
        people: children, with `first_contact` and `is_looked_after` (nullable: drawn
            for those it does not say).

    Returns:
        Grain: one row per episode, as known on the last day: the table `lac_spells`.
    """
    dice, until = Dice(plan.seed), day(plan.until)
    child = people["child"].to_numpy()
    ever = dice.chance(child, "looked after", EVER_LOOKED_AFTER)
    ever = np.where(child < 10**9, ever, people["is_looked_after"]).astype(bool)
    some = people[ever]
    child = some["child"].to_numpy()
    contact = as_days(some["first_contact"])
    start = contact - dice.whole(child, "in care since", -200, 2200)
    start = np.maximum(start, as_days(some["birth_date"]) + 3)
    end = start + 60 + dice.wait(child, "in care for", 1500)
    end = np.minimum(end, birthdays(some["birth_date"], 18))
    again = end + dice.whole(child, "back in care after", 60, 500)
    again_end = np.minimum(again + 300, birthdays(some["birth_date"], 18))
    returns = dice.chance(child, "back in care", 0.15) & (again < again_end - 30)
    spells = pd.concat(
        [_frame(child, 1, start, end), _frame(child, 2, again, again_end)[returns]],
        ignore_index=True,
    )
    spells = spells[spells["start_date"] < spells["end_date"]]
    episodes = _cut_into_episodes(dice, spells)
    begun = as_days(episodes["start_date"]) <= until
    recent = as_days(episodes["end_date"]) >= day(plan.first_day)
    return _finish(dice, episodes[begun & recent], until)


def find_silent(
    plan: Plan, people: pd.DataFrame, spells: pd.DataFrame
) -> NDArray[np.bool_]:
    """Return, per child, whether social care alone knows that it is looked after.

    Nobody is, unless both the case system and social care are simulated.
    """
    child = people["child"].to_numpy()
    if not plan.has_case_system or "ssda903" not in plan.suppliers:
        return np.zeros(len(child), dtype=bool)
    silent = Dice(plan.seed).chance(child, "care silent", SILENT)
    return np.isin(child, spells["child"]) & silent


def make_statuses(
    plan: Plan, people: pd.DataFrame, last_contact: Days, spells: pd.DataFrame
) -> pd.DataFrame:
    """Record the social care statuses that the case system holds.

    Returns:
        Grain: one row per child and status: the table `care`, without rows of children
        who are `is_care_silent`.
    """
    dice = Dice(plan.seed)
    known = people.assign(last=last_contact)[~people["is_care_silent"]]
    parts = [_record_spells(dice, known, spells)]
    for nth, (status, share) in enumerate(STATUSES.items()):
        parts.append(_record(dice, known, (8 + nth, status, share)))
    rows = pd.concat(parts, ignore_index=True).sort_values(["child", "nth"])
    rows = rows.reset_index(drop=True)
    number = (rows["child"] * 32 + rows["nth"]).to_numpy()
    later = pd.Series(dice.chance(number, "in second record", 0.3))
    return make_table(
        "care",
        child=rows["child"],
        record=give_records(people, rows["child"], later),
        care_id=number,
        status_text=rows["status"],
        start_date=as_days(rows["start_date"]),
        end_date=as_days(rows["end_date"]),
    )


def _frame(child: object, spell: int, start: Days, end: Days) -> pd.DataFrame:
    columns = {"child": child, "spell": spell, "start_date": start, "end_date": end}
    return pd.DataFrame(columns)


def _cut_into_episodes(dice: Dice, spells: pd.DataFrame) -> pd.DataFrame:
    """Cut periods of care where the child moves to another placement."""
    number = (spells["child"] * 4 + spells["spell"]).to_numpy()
    start, end = as_days(spells["start_date"]), as_days(spells["end_date"])
    length = (end - start).astype(int)
    middle = start + dice.whole(number, "moved after", 10, np.maximum(length - 10, 10))
    moved = dice.chance(number, "moved in care", 0.45) & (middle < end)
    first = spells.assign(end_date=np.where(moved, middle, end), episode=0)
    second = spells.assign(start_date=middle, episode=1)[moved]
    episodes = pd.concat([first, second])
    return episodes.sort_values(["child", "spell", "episode"], ignore_index=True)


def _finish(dice: Dice, episodes: pd.DataFrame, until: np.datetime64) -> pd.DataFrame:
    spell = (episodes["child"] * 4 + episodes["spell"]).to_numpy()
    number = spell * 4 + episodes["episode"].to_numpy()
    return make_table(
        "lac_spells",
        child=episodes["child"].to_numpy(),
        spell=episodes["spell"].to_numpy(),
        start_date=as_days(episodes["start_date"]),
        end_date=last_known(as_days(episodes["end_date"]), until),
        legal_status=dice.choose(spell, "legal status", LEGAL),
        placement=dice.choose(number, "placement", PLACEMENTS),
        need=dice.choose(spell, "need for care", NEEDS),
    )


def _record_spells(
    dice: Dice, people: pd.DataFrame, spells: pd.DataFrame
) -> pd.DataFrame:
    """Return periods of care as the case system holds them while it is kept up."""
    whole = spells.groupby(["child", "spell"], as_index=False).agg(
        start_date=("start_date", "min"), end_date=("end_date", "last")
    )
    rows = whole.merge(people[["child", "last"]], on="child")
    rows = rows[rows["start_date"] <= rows["last"]].reset_index(drop=True)
    ended = (rows["end_date"] <= rows["last"]).to_numpy()
    number = (rows["child"] * 4 + rows["spell"]).to_numpy()
    return rows.assign(
        nth=rows["spell"],
        status=dice.choose(number, "wording", WORDING),
        end_date=np.where(ended, as_days(rows["end_date"]), NO_DAY),
    )[["child", "nth", "status", "start_date", "end_date"]]


def _record(
    dice: Dice, people: pd.DataFrame, what: tuple[int, str, float]
) -> pd.DataFrame:
    """Return one kind of status for those children who have it."""
    nth, status, share = what
    number = people["child"].to_numpy() * 32 + nth
    has = dice.chance(number, "status", share)
    some, number = people[has], number[has]
    contact, last = as_days(some["first_contact"]), as_days(some["last"])
    span = np.maximum((last - contact).astype(int), 1)
    start = contact + dice.whole(number, "status from", -300, span - 1)
    end = start + 20 + dice.wait(number, "status for", 220)
    end = np.where(end <= last, end, NO_DAY)
    return pd.DataFrame(
        {
            "child": some["child"].to_numpy(),
            "nth": nth,
            "status": status,
            "start_date": start,
            "end_date": end,
        }
    )
