"""When each child comes to notice, and how each time is dealt with, belongs here.

Which offences were committed and what the disposal brings with it does not.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from simulation.days import ages_on, as_days, birthdays, day
from simulation.dice import Days, Dice
from simulation.plan import Plan
from simulation.reference import read_list

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]

MOST_OCCASIONS = 16
# a quarter of the caseload is prevention only (CONTEXT.md); a few more come from
# those whose only offences went to the adult court
PREVENTION_SHARE = 0.235
# further occasions after the first, for the many and for the few who offend much
FEW_MORE = (0.78, 0.17, 0.04, 0.01)
PROLIFIC_SHARE = 0.15
PROLIFIC_MORE_MEAN = 6.5
STAGES = ("first", "second", "later", "prolific")
FIRST_INTERIM = np.datetime64("2025-04-01")  # Outcome 23, youth diversion order
LAST_YOT_WORDING = np.datetime64("2018-03-31")
ADULT = 18


def make_careers(people: pd.DataFrame, plan: Plan) -> pd.DataFrame:
    """Draw every occasion on which offences of a child are dealt with.

    Returns:
        Grain: one row per child and occasion: child, occasion (id), place (from 0),
        offence_day (of the first offence), hearing_day (first court day or NaT),
        outcome_day, disposal (row of the list of disposals), is_prolific. Days may lie
        after the last day; nothing is cut off here.
    """
    dice = Dice(plan.seed)
    child = people["child"].to_numpy()
    now = people[~dice.chance(child, "prevention only", PREVENTION_SHARE)]
    state = _start(dice, now)
    occasions = []
    for place in range(MOST_OCCASIONS):
        step = _deal_with(dice, state, place)
        occasions.append(step)
        state = _go_on(dice, state, step, day(plan.until))
    careers = pd.concat(occasions).sort_values(["child", "place"], ignore_index=True)
    return careers[~careers["is_adult"]].drop(columns="is_adult")


def number_occasions(child: Numbers, place: int | Numbers) -> Numbers:
    """Return the ids of a child's occasions."""
    return (child + 1) * 32 + place


def _start(dice: Dice, people: pd.DataFrame) -> pd.DataFrame:
    child = people["child"].to_numpy()
    prolific = dice.chance(child, "prolific", PROLIFIC_SHARE)
    more = dice.place(child, "more occasions", FEW_MORE)
    many = 1 + dice.wait(child, "many occasions", PROLIFIC_MORE_MEAN)
    return pd.DataFrame(
        {
            "child": child,
            "birth": people["birth_date"].to_numpy(),
            "next_offence": people["first_contact"].to_numpy(),
            "left": np.where(prolific, many, more),
            "is_prolific": prolific,
        }
    )


def _deal_with(dice: Dice, state: pd.DataFrame, place: int) -> pd.DataFrame:
    """Return one occasion of every child who still offends."""
    number = number_occasions(state["child"].to_numpy(), place)
    prolific = state["is_prolific"].to_numpy()
    disposal = _choose_disposals(dice, number, place, prolific)
    offence = as_days(state["next_offence"])
    court = read_list("disposals")["route"].to_numpy()[disposal] == "court"
    to_hearing = 20 + dice.wait(number, "to hearing", 45)
    to_sentence = dice.wait(number, "to sentence", 30)
    to_police_outcome = 5 + dice.wait(number, "to police outcome", 35)
    hearing = np.where(court, offence + to_hearing, np.datetime64("NaT", "D"))
    outcome = offence + np.where(court, to_hearing + to_sentence, to_police_outcome)
    # 18 at the first court day is a matter for the adult court, but for a few
    adult = court & (ages_on(state["birth"], offence + to_hearing) >= ADULT)
    adult &= ~dice.chance(number, "adult kept", 0.15)
    return pd.DataFrame(
        {
            "child": state["child"].to_numpy(),
            "occasion": number,
            "place": place,
            "offence_day": offence,
            "hearing_day": hearing,
            "outcome_day": outcome,
            "disposal": _reword(dice, number, disposal, outcome),
            "is_prolific": prolific,
            "is_adult": adult,
        }
    )


def _choose_disposals(
    dice: Dice, number: Numbers, place: int, prolific: Flags
) -> Numbers:
    """Return rows of the list of disposals: each further occasion weighs heavier."""
    disposals = read_list("disposals")
    usual = STAGES[min(place, 2)]
    # those who offend much begin like everybody else
    often = "first" if place == 0 else "second" if place == 1 else "prolific"
    drawn = dice.place(number, "disposal", disposals[usual].to_numpy())
    drawn_often = dice.place(number, "disposal", disposals[often].to_numpy())
    return np.where(prolific, drawn_often, drawn)


def _reword(dice: Dice, number: Numbers, disposal: Numbers, outcome: Days) -> Numbers:
    """Replace disposals by those that exist only in some years."""
    names = read_list("disposals")["disposal"].to_numpy()
    row = {name: place for place, name in enumerate(names)}
    police = np.isin(names[disposal], ("CR_POLICE", "O20_21"))
    interim = police & (outcome >= FIRST_INTERIM)
    cut = dice.place(number, "interim", [0.25, 0.08, 0.67])
    old = (names[disposal] == "CR_YJS") & (outcome <= LAST_YOT_WORDING)
    old &= dice.chance(number, "older wording", 0.4)
    return np.select(
        [interim & (cut == 0), interim & (cut == 1), old],
        [row["O23"], row["YDO"], row["CR_YOT"]],
        default=disposal,
    )


def _go_on(
    dice: Dice, state: pd.DataFrame, step: pd.DataFrame, until: np.datetime64
) -> pd.DataFrame:
    """Return the state of those who offend again before 18 and before the last day."""
    number = step["occasion"].to_numpy()
    kind = dice.place(number, "when again", [0.12, 0.48, 0.4])
    # most who reoffend do so within 30 days of sentence (CONTEXT.md); some further
    # offences are older than the sentence but come to court after it
    pause = np.select(
        [kind == 0, kind == 1],
        [-dice.whole(number, "before", 1, 25), 1 + dice.wait(number, "soon", 22)],
        default=20 + dice.wait(number, "later", 110),
    )
    again = as_days(step["outcome_day"]) + pause
    ended = np.maximum(again, as_days(step["offence_day"]) + 1)
    state = state.assign(next_offence=ended, left=state["left"] - 1)
    grown = as_days(state["next_offence"]) >= birthdays(state["birth"], ADULT)
    late = as_days(state["next_offence"]) > until
    stop = (state["left"] < 0).to_numpy() | grown | late | step["is_adult"].to_numpy()
    return state[~stop]
