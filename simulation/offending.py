"""The offences of every occasion belong here.

How they were dealt with does not.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from simulation.days import NO_DAY, ages_on, as_days
from simulation.dice import Days, Dice
from simulation.reference import read_list

Numbers = NDArray[np.int64]

MOST_OFFENCES = 16
SEVERAL_FIRST = (0.7, 0.2, 0.07, 0.03)
SEVERAL_LATER = (0.55, 0.24, 0.12, 0.06, 0.03)
PROLIFIC_MORE_MEAN = 3.6
BREACH_CHANCE = 0.22  # that a later court day also deals with a breach
BREACHES = {
    "BREACH_OF_STATUTORY_ORDER": ("XBREACH1", "Breach of a statutory order", 3),
    "BREACH_OF_BAIL": ("XBREACH2", "Breach of bail", 2),
    "BREACH_OF_CONDITIONAL_DISCHARGE": ("XBREACH3", "Breach of a discharge", 1),
}


def make_offences(dice: Dice, careers: pd.DataFrame, birth: pd.Series) -> pd.DataFrame:
    """Invent the offences behind every occasion.

    Args:
        dice: the draws of the simulation.
        careers: the occasions (`simulation.careers`).
        birth: birth date by child.

    Returns:
        Grain: one row per offence: the columns of `offences` but `record`, and
        occasion, place (of the occasion), place_in_occasion, is_breach, has_victim,
        home_office_code.
    """
    offences = _spread(dice, careers)
    offences = _describe(dice, offences)
    offences = pd.concat([offences, _make_breaches(dice, careers)], ignore_index=True)
    offences = offences.sort_values("offence_id", ignore_index=True)
    occasions = careers.set_index("occasion").loc[offences["occasion"]]
    offences["place"] = occasions["place"].to_numpy()
    born = birth.loc[offences["child"]].to_numpy()
    return _date(dice, offences, occasions, born)


def _spread(dice: Dice, careers: pd.DataFrame) -> pd.DataFrame:
    """Return one row per offence of every occasion."""
    number, place = careers["occasion"].to_numpy(), careers["place"].to_numpy()
    first = dice.place(number, "offences first", SEVERAL_FIRST)
    later = dice.place(number, "offences later", SEVERAL_LATER)
    many = dice.wait(number, "offences of many", PROLIFIC_MORE_MEAN)
    more = np.where(careers["is_prolific"], many, later)
    count = 1 + np.minimum(np.where(place == 0, first, more), MOST_OFFENCES - 2)
    rows = np.repeat(np.arange(len(careers)), count)
    within = np.arange(len(rows)) - np.repeat(np.cumsum(count) - count, count)
    occasion = number[rows]
    return pd.DataFrame(
        {
            "child": careers["child"].to_numpy()[rows],
            "occasion": occasion,
            "place_in_occasion": within,
            "offence_id": occasion * 32 + within,
            "is_first": (place == 0)[rows],
        }
    )


def _describe(dice: Dice, offences: pd.DataFrame) -> pd.DataFrame:
    """Say what each offence was: motoring and violence are commonest at first."""
    types = read_list("offence_types")
    number = offences["offence_id"].to_numpy()
    first = dice.place(number, "type first", types["first"].to_numpy())
    later = dice.place(number, "type later", types["later"].to_numpy())
    chosen = types.iloc[np.where(offences["is_first"], first, later)]
    return offences.drop(columns="is_first").assign(
        cjs_code=chosen["cjs_code"].to_numpy(),
        offence_description=chosen["description"].to_numpy(),
        offence_category_code=chosen["category"].to_numpy(),
        seriousness_score=chosen["score"].to_numpy(),
        is_knife_related=(chosen["knife"] == "yes").to_numpy(),
        has_victim=(chosen["victim"] == "yes").to_numpy(),
        home_office_code=chosen["home_office_code"].to_numpy(),
        is_breach=False,
    )


def _make_breaches(dice: Dice, careers: pd.DataFrame) -> pd.DataFrame:
    """Return breaches dealt with on a later court day, beside its offences."""
    again = careers[(careers["place"] > 0) & careers["hearing_day"].notna()]
    number = again["occasion"].to_numpy()
    again = again[dice.chance(number, "breach", BREACH_CHANCE)]
    number = again["occasion"].to_numpy()
    kinds = list(BREACHES)
    kind = dice.place(number, "kind of breach", [0.65, 0.28, 0.07])
    return pd.DataFrame(
        {
            "child": again["child"].to_numpy(),
            "occasion": number,
            "place_in_occasion": MOST_OFFENCES - 1,
            "offence_id": number * 32 + MOST_OFFENCES - 1,
            "cjs_code": [BREACHES[kinds[k]][0] for k in kind],
            "offence_description": [BREACHES[kinds[k]][1] for k in kind],
            "offence_category_code": [kinds[k] for k in kind],
            "seriousness_score": [BREACHES[kinds[k]][2] for k in kind],
            "is_knife_related": False,
            "has_victim": False,
            "home_office_code": "",
            "is_breach": True,
        }
    )


def _date(
    dice: Dice, offences: pd.DataFrame, occasions: pd.DataFrame, born: Days
) -> pd.DataFrame:
    """Date each offence between the first of its occasion and its first hearing."""
    number = offences["offence_id"].to_numpy()
    outcome = as_days(occasions["outcome_day"])
    hearing = as_days(occasions["hearing_day"])
    heard = np.where(np.isnat(hearing), outcome, hearing)
    first = as_days(occasions["offence_day"])
    room = (heard - first).astype(np.int64)
    moved = dice.whole(number, "offence day", 0, room * 0.8)
    committed = first + np.where(offences["place_in_occasion"] == 0, 0, moved)
    wait = dice.wait(number, "to arrest", 6)
    arrest = np.minimum(committed + wait, heard)
    arrest = np.where(dice.chance(number, "arrested", 0.72), arrest, NO_DAY)
    noticed = np.where(np.isnat(arrest), committed, arrest)
    return offences.assign(
        offence_date=committed,
        arrest_date=arrest,
        age_at_arrest_or_offence=ages_on(born, noticed),
        age_on_first_hearing=ages_on(born, heard),
    )
