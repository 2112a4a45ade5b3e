"""What the case system records about education, training and work belongs here.

School rolls and special needs do not.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from simulation.contact import give_records
from simulation.days import NO_DAY, as_days, september, year_eleven_ends
from simulation.dice import Days, Dice
from simulation.frames import make_table

SCHOOL_AGE = {
    "MAINSTREAM_SCHOOL": 0.4, "SCHOOL_FULL_TIME": 0.2, "SCHOOL_PART_TIME": 0.08,
    "PUPIL_REFERRAL_UNIT": 0.08, "ALTERNATIVE_PROVISION_PRU_FULL_TIME": 0.05,
    "ALTERNATIVE_PROVISION_PRU_PART_TIME": 0.04, "ALTERNATIVE_PROVISION": 0.05,
    "ELECTIVELY_HOME_EDUCATED": 0.04, "NONE": 0.06,
}  # fmt: skip
ABOVE_SCHOOL_AGE = {
    "COLLEGE": 0.42, "NONE": 0.25, "TRAINING_COURSE_APPRENTICESHIP": 0.08,
    "TRAINEESHIP": 0.04, "EDUCATION_RE_ENGAGEMENT_PROGRAMME": 0.05,
    "FULL_TIME_EMPLOYMENT": 0.05, "PART_TIME_EMPLOYMENT": 0.05,
    "SCHOOL_FULL_TIME": 0.02, "VOLUNTARY_WORK": 0.01, "SELF_EMPLOYMENT": 0.01,
    "ALTERNATIVE_PROVISION_ABOVE_SCHOOL_AGE": 0.02,
}  # fmt: skip
BESIDE = {"ALTERNATIVE_PROVISION": 0.4, "VOLUNTARY_WORK": 0.2, "COLLEGE": 0.4}
SUITABILITY = {"SUITABLE": 0.78, "UNSUITABLE": 0.16, "UNKNOWN": 0.06}
NOTHING_RECORDED = 0.04
CHANGES = 0.3
ROWS_EACH = 8
LEAVING_DAY = 43 + 21  # before 1 September: around the last Friday in June


def make_ete(dice: Dice, people: pd.DataFrame, last_contact: Days) -> pd.DataFrame:
    """Invent the education, training and work recorded for every child.

    Returns:
        Grain: one row per child and provision: the table `ete`.
    """
    child = people["child"].to_numpy()
    known = ~dice.chance(child, "no education recorded", NOTHING_RECORDED)
    known_people = people[known].assign(last=last_contact[known])
    rows = pd.concat(
        [_make_main(dice, known_people), _make_beside(dice, known_people)],
        ignore_index=True,
    )
    rows = rows.sort_values(["child", "nth"], ignore_index=True)
    number = (rows["child"] * ROWS_EACH + rows["nth"]).to_numpy()
    kind = _choose_types(dice, number, rows["stage"].to_numpy())
    hours = _offer_hours(dice, number, kind)
    later = pd.Series(dice.chance(number, "in second record", 0.3))
    attended = np.round(hours * (0.4 + 0.1 * dice.whole(number, "attends", 0, 6)))
    return make_table(
        "ete",
        child=rows["child"],
        record=give_records(people, rows["child"], later),
        ete_id=number,
        start_date=as_days(rows["start"]),
        end_date=as_days(rows["end"]),
        provision_type_code=kind,
        suitability_code=_judge(dice, number, kind),
        hours_offered=hours.astype(float),
        hours_attended=attended,
    )


def _make_main(dice: Dice, people: pd.DataFrame) -> pd.DataFrame:
    """Return one provision after the other: school, perhaps another, then what next."""
    child = people["child"].to_numpy()
    contact, last = as_days(people["first_contact"]), as_days(people["last"])
    leaves = year_eleven_ends(people["birth_date"])
    leaving = september(leaves) - LEAVING_DAY
    begin = september(leaves - dice.whole(child, "in school since", 2, 5))
    begin = np.minimum(begin, contact - 30)
    span = np.maximum((last - contact).astype(int), 1)
    change = contact + dice.whole(child, "new provision", 1, span)
    changes = dice.chance(child, "changes provision", CHANGES)
    in_school = contact <= leaving
    moves = changes & in_school & (change < leaving)
    after = np.where(in_school, september(leaves) + 4, np.minimum(contact - 40, last))
    later = np.maximum(change, after + 30)
    grown = changes & ~in_school & (later <= last)
    grows_up = after <= last
    first_end = np.where(moves, change, np.where(grows_up, leaving, NO_DAY))
    return pd.concat(
        [
            _frame(child, 0, begin, first_end, "school")[in_school],
            _frame(child, 1, change, np.where(grows_up, leaving, NO_DAY), "school")[moves],
            _frame(child, 2, after, np.where(grown, later, NO_DAY), "above")[grows_up],
            _frame(child, 3, later, np.full(len(child), NO_DAY), "above")[grown],
        ]
    )  # fmt: skip


def _make_beside(dice: Dice, people: pd.DataFrame) -> pd.DataFrame:
    """Return provisions beside the main one, most of a few hours a week."""
    has = dice.chance(people["child"].to_numpy(), "second provision", 0.1)
    some = people[has]
    child = some["child"].to_numpy()
    contact, last = as_days(some["first_contact"]), as_days(some["last"])
    span = np.maximum((last - contact).astype(int), 1)
    start = contact + dice.whole(child, "second from", 0, span - 1)
    end = start + dice.whole(child, "second for", 14, 200)
    end = np.where((end <= last) & dice.chance(child, "second ends", 0.6), end, NO_DAY)
    return _frame(child, 4, start, end, "beside")


def _frame(
    child: NDArray[np.int64], nth: int, start: Days, end: Days, stage: str
) -> pd.DataFrame:
    columns = {"child": child, "nth": nth, "start": start, "end": end}
    return pd.DataFrame({**columns, "stage": stage})


def _choose_types(
    dice: Dice, number: NDArray[np.int64], stage: NDArray[np.str_]
) -> NDArray[np.str_]:
    return np.select(
        [stage == "school", stage == "above"],
        [
            dice.choose(number, "school provision", SCHOOL_AGE),
            dice.choose(number, "above school age", ABOVE_SCHOOL_AGE),
        ],
        default=dice.choose(number, "provision beside", BESIDE),
    )


def _offer_hours(
    dice: Dice, number: NDArray[np.int64], kind: NDArray[np.str_]
) -> NDArray[np.int64]:
    """Return hours offered a week: none without provision, fewer where part time."""
    part = np.char.find(kind, "PART") >= 0
    small = np.isin(kind, ("ALTERNATIVE_PROVISION", "VOLUNTARY_WORK"))
    few = dice.whole(number, "few hours", 3, 15)
    full = dice.choose(number, "full hours", {"25": 0.7, "16": 0.2, "30": 0.1})
    hours = np.where(part | small, few, full.astype(int))
    return np.where(kind == "NONE", 0, hours)


def _judge(
    dice: Dice, number: NDArray[np.int64], kind: NDArray[np.str_]
) -> NDArray[np.str_]:
    """Return suitability; some record no provision at all as suitable."""
    said = dice.choose(number, "ete suitability", SUITABILITY)
    odd = dice.chance(number, "none is suitable", 0.08)
    return np.where((kind == "NONE") & ~odd, "UNSUITABLE", said)
