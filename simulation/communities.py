"""Who lives in a service's area, and how they are called, belongs here.

When children are born or meet the service does not.
"""

import numpy as np
from numpy.typing import NDArray

from simulation.dice import Dice
from simulation.reference import read_list

Texts = NDArray[np.str_]

# CONTEXT.md: 43 % of Leicester's caseload is Asian; the county is 16 % not White
# British, which stands here for every other service.
CITY = {
    "WHITE_BRITISH": 33.0, "WHITE_IRISH": 0.5, "WHITE_GYPSY_OR_IRISH_TRAVELLER": 0.7,
    "WHITE_ROMA": 0.8, "WHITE_OTHER": 4.5, "MIXED_WHITE_BLACK_CARIBBEAN": 2.5,
    "MIXED_WHITE_BLACK_AFRICAN": 0.8, "MIXED_WHITE_ASIAN": 1.2, "MIXED_OTHER": 0.8,
    "ASIAN_INDIAN": 27.0, "ASIAN_PAKISTANI": 5.0, "ASIAN_BANGLADESHI": 3.0,
    "ASIAN_CHINESE": 0.5, "ASIAN_OTHER": 7.5, "BLACK_CARIBBEAN": 1.6,
    "BLACK_AFRICAN": 5.0, "BLACK_OTHER": 0.9, "OTHER_ARAB": 1.0, "OTHER_ANY": 1.2,
    "NOT_STATED": 1.2, "NOT_KNOWN": 1.3,
}  # fmt: skip
COUNTY = {
    "WHITE_BRITISH": 84.0, "WHITE_IRISH": 0.5, "WHITE_GYPSY_OR_IRISH_TRAVELLER": 0.8,
    "WHITE_OTHER": 3.0, "MIXED_WHITE_BLACK_CARIBBEAN": 1.6, "MIXED_WHITE_ASIAN": 1.0,
    "MIXED_OTHER": 0.5, "ASIAN_INDIAN": 2.5, "ASIAN_PAKISTANI": 0.8,
    "ASIAN_BANGLADESHI": 0.4, "ASIAN_OTHER": 0.7, "BLACK_AFRICAN": 1.0,
    "BLACK_CARIBBEAN": 0.5, "OTHER_ANY": 0.7, "NOT_STATED": 1.0, "NOT_KNOWN": 1.0,
}  # fmt: skip
MIXES = {"Leicester City": CITY}

NAMES_OF = {
    "WHITE_GYPSY_OR_IRISH_TRAVELLER": "gypsy", "WHITE_ROMA": "eastern",
    "WHITE_OTHER": "eastern", "ASIAN_INDIAN": "south_asian",
    "ASIAN_PAKISTANI": "south_asian", "ASIAN_BANGLADESHI": "south_asian",
    "ASIAN_CHINESE": "chinese", "ASIAN_OTHER": "south_asian",
    "BLACK_CARIBBEAN": "caribbean", "BLACK_AFRICAN": "african",
    "BLACK_OTHER": "african", "OTHER_ARAB": "arab", "OTHER_ANY": "arab",
    "MIXED_WHITE_BLACK_CARIBBEAN": "caribbean",
    "MIXED_WHITE_BLACK_AFRICAN": "african", "MIXED_WHITE_ASIAN": "south_asian",
}  # fmt: skip


def draw_ethnicities(dice: Dice, families: NDArray[np.int64], service: str) -> Texts:
    """Return the ethnicity code of every child, the same within a family."""
    return dice.choose(families, "ethnicity", MIXES.get(service, COUNTY))


def draw_surnames(dice: Dice, families: NDArray[np.int64], codes: Texts) -> Texts:
    """Return a surname per child, the same within a family."""
    drawn = dice.whole(families, "surname", 0, 10**6)
    return _pick_names(drawn, codes, np.full(len(codes), "surname"))


def draw_forenames(
    dice: Dice,
    families: NDArray[np.int64],
    codes: Texts,
    sex: Texts,
    skip: NDArray[np.int64],
) -> Texts:
    """Return a forename per child.

    Args:
        dice: the draws of the simulation.
        families: numbers of the children's families.
        codes: their ethnicity codes.
        sex: their sex codes; every code but 2 is named from the male list.
        skip: places to move on in the list, so that siblings differ in name.
    """
    kinds = np.where(sex == "2", "female", "male")
    drawn = dice.whole(families, "forename", 0, 10**6) + skip
    return _pick_names(drawn, codes, kinds)


def _pick_names(drawn: NDArray[np.int64], codes: Texts, kinds: Texts) -> Texts:
    lists = read_list("names").set_index(["community", "kind"])["names"]
    communities = np.array([NAMES_OF.get(code, "white") for code in codes])
    names = np.empty(len(codes), dtype=object)
    for (community, kind), words in lists.items():
        here = (communities == community) & (kinds == kind)
        choices = np.array(words.split())
        names[here] = choices[drawn[here] % len(choices)]
    return names
