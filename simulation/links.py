"""Which offence belongs to which hearing and which programme is said here.

The offences, hearings and programmes themselves are made elsewhere.
"""

import pandas as pd

from simulation.dice import Dice
from simulation.frames import make_table

LINKED_OFFENCES = 0.8  # of the lesser offences; the lead offence always is


def link_hearings(hearings: pd.DataFrame, offences: pd.DataFrame) -> pd.DataFrame:
    """Link every court day to all offences of its occasion.

    Returns:
        Grain: one row per hearing and offence: the table `hearing_offences`.
    """
    left = hearings.assign(occasion=hearings["hearing_id"] // 4)
    pairs = left.merge(offences[["occasion", "offence_id"]], on="occasion")
    return make_table(
        "hearing_offences",
        child=pairs["child"],
        record=pairs["record"],
        hearing_id=pairs["hearing_id"],
        offence_id=pairs["offence_id"],
    )


def link_programmes(
    dice: Dice,
    programmes: pd.DataFrame,
    offences: pd.DataFrame,
    resentenced: pd.DataFrame,
) -> pd.DataFrame:
    """Link programmes to the offences they were given for.

    The lead offence of a revoked order is linked to the programme of the new sentence
    too, if both are held in the same record of the case system.

    Returns:
        Grain: one row per programme and offence: the table `programme_offences`.
    """
    columns = ["occasion", "offence_id", "place_in_occasion", "record"]
    given = programmes.drop(columns="record").merge(offences[columns], on="occasion")
    lead = (given["place_in_occasion"] == 0).to_numpy()
    key = (given["programme_id"] * 64 + given["place_in_occasion"]).to_numpy()
    given = given[lead | dice.chance(key, "linked", LINKED_OFFENCES)]
    pairs = pd.concat([given, _link_anew(programmes, offences, resentenced)])
    pairs = pairs.sort_values(["programme_id", "offence_id"])
    return make_table(
        "programme_offences",
        child=pairs["child"],
        record=pairs["record"],
        programme_id=pairs["programme_id"],
        offence_id=pairs["offence_id"],
    )


def _link_anew(
    programmes: pd.DataFrame, offences: pd.DataFrame, resentenced: pd.DataFrame
) -> pd.DataFrame:
    lead = offences.loc[offences["place_in_occasion"] == 0, ["occasion", "offence_id"]]
    anew = resentenced.merge(lead, on="occasion")
    anew = anew[["new_occasion", "offence_id"]]
    anew = anew.rename(columns={"new_occasion": "occasion"})
    sentence = programmes[programmes["programme_id"] % 8 != 6]  # noqa: PLR2004 - remand
    pairs = sentence.merge(anew, on="occasion")
    held = offences.set_index("offence_id")["record"]
    same = pairs["record"].to_numpy() == held.loc[pairs["offence_id"]].to_numpy()
    return pairs[same]
