"""What the case system records about accommodation belongs here.

True addresses and care placements do not.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from simulation.contact import give_records
from simulation.days import NO_DAY, as_days
from simulation.dice import Days, Dice
from simulation.frames import make_table
from simulation.homes import find_postcodes_on

FIRST_HOMES = {
    "LIVING_WITH_PARENT_S": 0.66, "AT_HOME": 0.12,
    "LIVING_WITH_FAMILY_NOT_PARENTS": 0.07, "FOSTER_CARE_LA": 0.05,
    "FOSTER_CARE_PRIVATE": 0.02, "RESIDENTIAL_UNIT_LA": 0.02,
    "RESIDENTIAL_UNIT_PRIVATE": 0.03, "TRAVELLER_SITE": 0.005, "UNKNOWN": 0.015,
    "OTHER": 0.01,
}  # fmt: skip
NEXT_HOMES = {
    "LIVING_WITH_PARENT_S": 0.36, "LIVING_WITH_FAMILY_NOT_PARENTS": 0.16,
    "LIVING_WITH_FRIENDS": 0.05, "SUPPORTED_ACCOMMODATION_SUPPORTED_LODGINGS": 0.12,
    "TEMPORARY_ACCOMMODATION": 0.06, "RESIDENTIAL_UNIT_PRIVATE": 0.07,
    "FOSTER_CARE_LA": 0.06, "INDEPENDENT_LIVING": 0.04, "BED_AND_BREAKFAST": 0.03,
    "NO_FIXED_ABODE": 0.03, "BAIL_HOSTEL": 0.01, "HOSPITAL": 0.01,
}  # fmt: skip
SECURE_HOMES = {"YOI": 0.7, "STC": 0.15, "SCH": 0.15}
SUITABILITY = {"SUITABLE": 0.88, "UNSUITABLE": 0.08, "UNKNOWN": 0.04}
# suitability is recorded for some homes that can never be suitable
NO_ADDRESS = 0.03
UNKNOWN_START = 0.02
STILL_OPEN = 0.12  # of former homes that nobody closed
ROWS_EACH = 16  # most rows of a child, for numbering


def make_residences(
    dice: Dice,
    people: pd.DataFrame,
    last_contact: Days,
    custody: pd.DataFrame,
    moves: pd.DataFrame,
) -> pd.DataFrame:
    """Invent the accommodation records of every child.

    Args:
        dice: the draws of the simulation.
        people: the children.
        last_contact: the last day of work with each.
        custody: stays in custody: child, start_date, end_date.
        moves: the true addresses.

    Returns:
        Grain: one row per child and accommodation: the table `residences`.
    """
    free = people.assign(last=last_contact)
    free = free[~free["child"].isin(custody["child"])]
    free = free[~dice.chance(free["child"].to_numpy(), "no address", NO_ADDRESS)]
    parts = [_make_homes(dice, free), _make_second_homes(dice, free)]
    rows = pd.concat([*parts, _surround_custody(people, custody)], ignore_index=True)
    rows = rows.sort_values(["child", "nth"], ignore_index=True)
    number = (rows["child"] * ROWS_EACH + rows["nth"]).to_numpy()
    kind = _choose_types(dice, number, rows["kind"].to_numpy())
    later = pd.Series(dice.chance(number, "in second record", 0.3))
    start = as_days(rows["start"])
    return make_table(
        "residences",
        child=rows["child"],
        record=give_records(people, rows["child"], later),
        residence_id=number,
        start_date=start,
        end_date=as_days(rows["end"]),
        is_primary=rows["is_primary"],
        accommodation_type_code=kind,
        suitability_code=dice.choose(number, "suitability", SUITABILITY),
        postcode=find_postcodes_on(moves, rows["child"].to_numpy(), start),
    )


def _make_homes(dice: Dice, people: pd.DataFrame) -> pd.DataFrame:
    """Return the home at first contact and, for some, one or two later ones."""
    child = people["child"].to_numpy()
    contact, last = as_days(people["first_contact"]), as_days(people["last"])
    open_days = np.maximum((last - contact).astype(int), 1)
    first_change = contact + dice.whole(child, "first change", 1, open_days)
    second_change = first_change + dice.whole(child, "second change", 20, 200)
    changes = dice.place(child, "changes of home", [0.66, 0.24, 0.1])
    early = contact - dice.whole(child, "in first home", 30, 3000)
    early = np.maximum(early, as_days(people["birth_date"]))
    unknown = dice.chance(child, "unknown start", UNKNOWN_START)
    starts = [np.where(unknown, NO_DAY, early), first_change, second_change]
    frames = []
    for nth, start in enumerate(starts):
        has = (changes >= nth) & (np.isnat(start) | (start <= last) | (nth == 0))
        following = starts[nth + 1] if nth < 2 else np.full(len(child), NO_DAY)  # noqa: PLR2004
        ends = (changes > nth) & (following <= last)
        forgotten = dice.chance(child * 4 + nth, "not closed", STILL_OPEN)
        end = np.where(ends & ~forgotten, following, NO_DAY)
        frames.append(
            _frame(child, nth, start, end, "first" if nth == 0 else "next")[has]
        )
    return pd.concat(frames, ignore_index=True)


def _make_second_homes(dice: Dice, people: pd.DataFrame) -> pd.DataFrame:
    """Return further addresses beside the main one, such as the other parent's."""
    has = dice.chance(people["child"].to_numpy(), "second home", 0.1)
    child = people["child"].to_numpy()[has]
    contact, last = as_days(people["first_contact"]), as_days(people["last"])
    span = np.maximum((last - contact).astype(int), 1)[has]
    start = contact[has] + dice.whole(child, "second home from", -60, span - 1)
    end = start + dice.whole(child, "second home for", 20, 300)
    closed = (end <= last[has]) & dice.chance(child, "second home closed", 0.5)
    frame = _frame(child, 4, start, np.where(closed, end, NO_DAY), "next")
    return frame.assign(is_primary=False)


def _surround_custody(people: pd.DataFrame, custody: pd.DataFrame) -> pd.DataFrame:
    """Return homes before, secure beds during and homes after custody."""
    stays = custody.sort_values(["child", "start_date"], ignore_index=True)
    child, start = stays["child"].to_numpy(), as_days(stays["start_date"])
    release = as_days(stays["end_date"])
    nth = stays.groupby("child").cumcount().to_numpy()
    following = as_days(stays.groupby("child")["start_date"].shift(-1)) - 1
    inside = _frame(child, 1 + 2 * nth, start, release, "secure")
    after = _frame(child, 2 + 2 * nth, release, following, "next")
    after = after[~(following < release)]
    first = stays.drop_duplicates("child")
    held = people.set_index("child").loc[first["child"]]
    early = as_days(held["first_contact"]) - 700
    until = as_days(first["start_date"]) - 1
    before = _frame(
        first["child"].to_numpy(), 0, np.minimum(early, until), until, "first"
    )
    rows = pd.concat([before, inside, after], ignore_index=True)
    return rows[rows["nth"] < ROWS_EACH]


def _frame(
    child: NDArray[np.int64], nth: object, start: Days, end: Days, kind: str
) -> pd.DataFrame:
    columns = {"child": child, "nth": nth, "start": start, "end": end, "kind": kind}
    return pd.DataFrame({**columns, "is_primary": True})


def _choose_types(
    dice: Dice, number: NDArray[np.int64], kind: NDArray[np.str_]
) -> NDArray[np.str_]:
    return np.select(
        [kind == "first", kind == "secure"],
        [
            dice.choose(number, "first home", FIRST_HOMES),
            dice.choose(number, "secure home", SECURE_HOMES),
        ],
        default=dice.choose(number, "next home", NEXT_HOMES),
    )
