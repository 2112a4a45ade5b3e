"""Intervention programmes: what a disposal brings with it, and how it ends, belong here.

Transfers that end a programme and re-sentencing are part of it. The outcome itself and
the child's circumstances are not.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from simulation.days import as_days, birthdays
from simulation.dice import Days, Dice
from simulation.reference import list_texts, read_list
from simulation.resentencing import end_revoked

Numbers = NDArray[np.int64]

CUSTODY = ("DTO", "SECTION_250", "SECTION_254")  # sentences of two parts
FIRST_TURNAROUND = np.datetime64("2022-12-01")
INTERIM_TEXTS = {
    "REPRIMAND": ("Outcome 23",),
    "DRUG_TREATMENT_AND_TESTING_ORDER": ("Youth Diversion Order",),
}
OOCD = (
    "COMMUNITY_RESOLUTION_WITH_YJS_INVOLVEMENT",
    "NO_FURTHER_ACTION_OUTCOME_20_21_WITH_YJS_INVOLVEMENT",
    "NO_FURTHER_ACTION_OUTCOME_22_WITH_YJS_INVOLVEMENT",
    "NO_FURTHER_ACTION_OUTCOME_22_DEFERRED_PROSECUTION_CAUTION_WITH_YJS_INVOLVEMENT",
    "YOUTH_CAUTION",
    "YOUTH_CONDITIONAL_CAUTION",
)


def make_programmes(
    dice: Dice, careers: pd.DataFrame, people: pd.DataFrame, resentenced: pd.DataFrame
) -> pd.DataFrame:
    """Invent the programmes of every occasion and the prevention-only ones.

    Returns:
        Grain: one row per programme: the columns of `programmes` but `record`, and
        occasion (-1 for prevention), place, is_transferred_out, is_to_adult.
    """
    disposals = read_list("disposals")
    kind = disposals["programme"].to_numpy()[careers["disposal"].to_numpy()]
    with_one = careers[(kind != "")].assign(kind=kind[kind != ""])
    single = _make_single(dice, with_one[~with_one["kind"].isin(CUSTODY)])
    double = _make_custody(dice, with_one[with_one["kind"].isin(CUSTODY)])
    programmes = pd.concat([single, double], ignore_index=True)
    programmes = end_revoked(programmes, resentenced)
    birth = people.set_index("child")["birth_date"]
    programmes = _transfer(dice, programmes, birth)
    prevention = _make_prevention(dice, people, careers)
    programmes = pd.concat([programmes, prevention], ignore_index=True)
    programmes = programmes.sort_values("programme_id", ignore_index=True)
    programmes["cms_disposal_type"] = _choose_texts(dice, programmes)
    programmes["is_successfully_completed"] = _complete(dice, programmes)
    return programmes


def _make_single(dice: Dice, careers: pd.DataFrame) -> pd.DataFrame:
    number = careers["occasion"].to_numpy()
    code = careers["kind"].to_numpy()
    whole = code == "SECTION_250_WHOLE"
    wait = np.where(whole, 0, dice.whole(number, "to start", 0, 12))
    start = as_days(careers["outcome_day"]) + wait
    return _frame(
        careers,
        0,
        np.where(whole, "SECTION_250", code),
        start,
        start + _last(dice, careers),
    )


def _make_custody(dice: Dice, careers: pd.DataFrame) -> pd.DataFrame:
    """Return the custody part from the day of sentence and the licence after it."""
    start = as_days(careers["outcome_day"])
    length = _last(dice, careers)
    release = start + length // 2
    kind = careers["kind"].to_numpy().astype("U40")
    inside = _frame(careers, 0, np.char.add(kind, "_CUSTODY"), start, release)
    licence = np.char.add(kind, "_LICENCE")
    outside = _frame(careers, 1, licence, release, start + length)
    return pd.concat([inside, outside], ignore_index=True)


def _last(dice: Dice, careers: pd.DataFrame) -> Numbers:
    """Return how many days the programmes last."""
    chosen = read_list("disposals").iloc[careers["disposal"].to_numpy()]
    number = careers["occasion"].to_numpy()
    low, high = chosen["min_days"].to_numpy(), chosen["max_days"].to_numpy()
    return dice.whole(number, "programme days", low, high)


def _frame(
    careers: pd.DataFrame, nth: int, code: object, start: Days, end: Days
) -> pd.DataFrame:
    number = careers["occasion"].to_numpy()
    return pd.DataFrame(
        {
            "child": careers["child"].to_numpy(),
            "occasion": number,
            "place": careers["place"].to_numpy(),
            "programme_id": number * 8 + nth,
            "start_date": start,
            "end_date": end,
            "disposal_type_code": code,
            "is_transferred_out": False,
            "is_to_adult": False,
        }
    )


def _transfer(dice: Dice, programmes: pd.DataFrame, birth: pd.Series) -> pd.DataFrame:
    """End some programmes by a transfer to another service or to probation."""
    number = programmes["programme_id"].to_numpy()
    start, end = as_days(programmes["start_date"]), as_days(programmes["end_date"])
    custody = programmes["disposal_type_code"].str.endswith("_CUSTODY").to_numpy()
    out = dice.chance(number, "moves away", 0.03) & ~custody
    moved = start + dice.whole(number, "day of the move", 1, (end - start).astype(int))
    adult_day = birthdays(birth.loc[programmes["child"]].to_numpy(), 18)
    adult_day = adult_day + dice.whole(number, "to probation", 0, 45)
    adult = (adult_day < end) & (adult_day > start) & ~custody & ~out
    adult &= dice.chance(number, "goes to probation", 0.5)
    return programmes.assign(
        end_date=np.select([out, adult], [np.minimum(moved, end), adult_day], end),
        is_transferred_out=out,
        is_to_adult=adult,
    )


def _make_prevention(
    dice: Dice, people: pd.DataFrame, careers: pd.DataFrame
) -> pd.DataFrame:
    """Return the voluntary programmes of children who never came with an offence."""
    now = people[~people["child"].isin(careers["child"])]
    number = (now["child"].to_numpy() + 1) * 32
    start = as_days(now["first_contact"])
    turnaround = (start >= FIRST_TURNAROUND) & dice.chance(number, "turnaround", 0.5)
    frame = _frame(
        now.assign(occasion=number, place=0),
        7,
        np.where(turnaround, "TURNAROUND", "PREVENTION"),
        start,
        start + dice.whole(number, "programme days", 60, 240),
    )
    return frame.assign(occasion=-1)


def _complete(dice: Dice, programmes: pd.DataFrame) -> NDArray[np.float64]:
    """Say whether it was completed: 1, 0 or not stated; never stated in custody."""
    number = programmes["programme_id"].to_numpy()
    place = dice.place(number, "completed", [0.8, 0.16, 0.04])
    said = np.array([1.0, 0.0, np.nan])[place]
    stated = programmes["disposal_type_code"].isin(
        (*OOCD, "REFERRAL_ORDER", "YOUTH_REHABILITATION_ORDER")
    )
    return np.where(stated, said, np.nan)


def _choose_texts(dice: Dice, programmes: pd.DataFrame) -> NDArray[np.str_]:
    texts = {**list_texts("disposal_type"), **INTERIM_TEXTS}
    drawn = dice.whole(programmes["programme_id"].to_numpy(), "text", 0, 10**6)
    codes = programmes["disposal_type_code"]
    return np.array(
        [texts[c][d % len(texts[c])] for c, d in zip(codes, drawn, strict=True)],
        dtype=object,
    )
