"""The victims of offences and the service's work with them belong here.

The offences themselves do not.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from simulation.days import NO_DAY, as_days
from simulation.dice import Days, Dice
from simulation.frames import make_table

IDENTIFIED = 0.55  # of offences that have a victim
KNOWN_AGAIN = 0.15  # victims of more than one child
NUMBERED_ANEW = 0.5  # of them, whenever one more child has to do with them
ANSWERS = {"Yes": 0.62, "No": 0.3, "Not known": 0.08}
SELDOM = {"Yes": 0.25, "No": 0.72, "Not known": 0.03}


def make_victims(
    dice: Dice, offences: pd.DataFrame, outcomes: pd.DataFrame
) -> dict[str, pd.DataFrame]:
    """Invent the contact with victims of offences that have an outcome.

    Returns:
        The tables `victims` (grain: one row per child, victim and offence) and
        `victim_offences` (its link to the offence).
    """
    first = outcomes.drop_duplicates("offence_id").set_index("offence_id")
    held = offences[offences["has_victim"] & offences["offence_id"].isin(first.index)]
    number = held["offence_id"].to_numpy()
    held = held[dice.chance(number, "identified", IDENTIFIED)]
    number = held["offence_id"].to_numpy()
    true_id = _name(dice, number)
    # the case system was asked for a new victim where it held that victim already
    is_numbered_anew = dice.chance(number, "victim numbered anew", NUMBERED_ANEW)
    decided = as_days(first.loc[number, "outcome_date"])
    answers = _answer(dice, number, decided)
    victims = make_table(
        "victims",
        child=held["child"],
        record=held["record"],
        victim_intervention_id=number * 2,
        victim_id=np.where(is_numbered_anew, number, true_id),
        true_victim_id=true_id,
        **answers,
    )
    links = make_table(
        "victim_offences",
        child=held["child"],
        record=held["record"],
        victim_intervention_id=number * 2,
        offence_id=number,
    )
    return {"victims": victims, "victim_offences": links}


def _name(dice: Dice, number: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return who the victim is; a few shops and people are victims of several."""
    again = dice.chance(number, "victim known", KNOWN_AGAIN)
    # offences of neighbouring children; children of one chunk, so no byte moves
    return np.where(again, number // 4096 * 4096 + 1, number)


def _answer(
    dice: Dice, number: NDArray[np.int64], decided: Days
) -> dict[str, NDArray[np.generic]]:
    consent = dice.choose(number, "consent", ANSWERS)
    agrees = consent == "Yes"
    asks = np.where(agrees, dice.choose(number, "asks progress", SELDOM), "No")
    needs = np.where(agrees, dice.choose(number, "asks support", SELDOM), "No")
    told = np.where(asks == "Yes", dice.choose(number, "told", ANSWERS), "No")
    helped = np.where(needs == "Yes", dice.choose(number, "helped", ANSWERS), "No")
    joins = np.where(agrees, dice.choose(number, "engages", SELDOM), "No")
    contact = decided + dice.whole(number, "contacted after", 1, 30)
    met = contact + dice.whole(number, "meets after", 14, 90)
    asked = contact + 3
    return {
        "consent_code": consent,
        "contact_date": np.where(agrees, contact, NO_DAY),
        "view_prior_code": np.where(agrees, dice.choose(number, "view", ANSWERS), "No"),
        "progress_requested_code": asks,
        "progress_requested_date": np.where(asks == "Yes", asked, NO_DAY),
        "progress_provided_code": told,
        "progress_provided_date": np.where(told == "Yes", asked + 20, NO_DAY),
        "support_requested_code": needs,
        "support_provided_code": helped,
        "engaged_rj_code": joins,
        "engaged_rj_start": np.where(joins == "Yes", met, NO_DAY),
        "engaged_rj_end": np.where(joins == "Yes", met + 21, NO_DAY),
    }
