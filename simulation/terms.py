"""How long an order was made for, in the units of the court, belongs here.

How long the work with the child really lasts is the programme's own matter.
"""

import re

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from simulation.dice import Dice
from simulation.reference import read_list

UNITS = {"d": "term_days", "w": "term_weeks", "m": "term_months", "y": "term_years"}
NO_TERM = dict.fromkeys(UNITS.values(), 0)


def draw_terms(dice: Dice, outcomes: pd.DataFrame) -> dict[str, NDArray[np.int64]]:
    """Draw the term of every outcome that has one, from `data/terms.csv`.

    Long programmes belong to long terms: both follow from one draw of the occasion.

    Returns:
        term_days, term_weeks, term_months and term_years, to be added up; 0 for none.
    """
    chosen = pd.Series("", index=outcomes.index, dtype=object)
    for code, terms in read_list("terms").itertuples(index=False):
        here = outcomes["legal_outcome_code"] == code
        occasions = outcomes.loc[here, "occasion"].to_numpy()
        options = np.array(terms.split("|"), dtype=object)
        drawn = dice.whole(occasions, "programme days", 0, len(options) - 1)
        chosen[here] = options[drawn]
    split = {term: split_term(term) for term in chosen.unique()}
    return {
        column: chosen.map({term: parts[column] for term, parts in split.items()})
        .to_numpy()
        .astype("int64")
        for column in UNITS.values()
    }


def split_term(term: str) -> dict[str, int]:
    """Return a term such as ``2y6m`` by column; '' is no term."""
    said = re.findall(r"(\d+)([dwmy])", term)
    return NO_TERM | {UNITS[unit]: int(count) for count, unit in said}
