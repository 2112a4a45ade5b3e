"""Court days, remand decisions and the programmes of bail and remand belong here.

What the court decides in the end does not.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from simulation.days import as_days
from simulation.dice import Dice
from simulation.frames import make_table
from simulation.reference import list_texts, read_list

Numbers = NDArray[np.int64]

COURTS = {
    "Riverside Youth Court": 0.62,
    "Castle Hill Magistrates Court": 0.3,
    "Abbeygate Crown Court": 0.08,
}
COURT_TYPES = {
    "Riverside Youth Court": "YOUTH_COURT",
    "Castle Hill Magistrates Court": "MAGISTRATES_COURT",
    "Abbeygate Crown Court": "CROWN_COURT",
}
BEFORE_CUSTODY = {
    "REMAND_IN_CUSTODY": 0.35, "COURT_ORDERED_SECURE_REMAND": 0.05,
    "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION": 0.08,
    "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_AND_TAG": 0.04,
    "BAIL_SUPERVISION_AND_SUPPORT": 0.2, "CONDITIONAL_BAIL": 0.28,
}  # fmt: skip
BEFORE_OTHERS = {
    "UNCONDITIONAL_BAIL": 0.55, "CONDITIONAL_BAIL": 0.36,
    "BAIL_SUPERVISION_AND_SUPPORT": 0.03, "REMAND_IN_CUSTODY": 0.025,
    "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION": 0.025,
    "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION_AND_CURFEW": 0.01,
}  # fmt: skip
REMAND_PROGRAMMES = {
    "BAIL_SUPERVISION_AND_SUPPORT": "BAIL_SUPERVISION_AND_SUPPORT",
    "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION": (
        "REMAND_TO_LOCAL_AUTHORITY_ACCOMMODATION"
    ),
    "REMAND_IN_CUSTODY": "REMAND_TO_YOUTH_DETENTION_ACCOMMODATION",
}
CUSTODIAL = ("DTO", "S250", "S250_WHOLE", "S254")


def make_hearings(
    dice: Dice, careers: pd.DataFrame, record: NDArray[np.int64]
) -> pd.DataFrame:
    """Invent the court days: the first, sometimes one between, and the sentence.

    Returns:
        Grain: one row per hearing: the columns of `hearings`; its occasion is its id
        divided by 4.
    """
    heard = careers["hearing_day"].notna().to_numpy()
    court, kept = careers[heard], record[heard]
    first, last = as_days(court["hearing_day"]), as_days(court["outcome_day"])
    number = court["occasion"].to_numpy()
    between = first + (last - first) // 2
    adjourned = (between > first) & (between < last)
    adjourned &= dice.chance(number, "adjourned", 0.4)
    final = last > first
    days = np.concatenate([first, between[adjourned], last[final]])
    nth = np.repeat([0, 1, 2], [len(first), adjourned.sum(), final.sum()])
    rows = np.arange(len(court))
    rows = np.concatenate([rows, rows[adjourned], rows[final]])
    order = np.lexsort((nth, rows))
    rows, nth, days = rows[order], nth[order], days[order]
    name = dice.choose(number, "court", COURTS)[rows]
    return make_table(
        "hearings",
        child=court["child"].to_numpy()[rows],
        record=kept[rows],
        hearing_id=number[rows] * 4 + nth,
        hearing_date=days,
        court_name=name,
        court_type=np.array([COURT_TYPES[each] for each in name]),
        remand_decision_code=_remand(dice, court, rows, days < last[rows]),
    )


def _remand(
    dice: Dice, court: pd.DataFrame, rows: Numbers, waits: NDArray[np.bool_]
) -> NDArray[np.str_]:
    """Return the remand decision of every hearing; none on the day of sentence."""
    number = court["occasion"].to_numpy()
    names = read_list("disposals")["disposal"].to_numpy()
    custodial = np.isin(names[court["disposal"].to_numpy()], CUSTODIAL)
    decision = np.where(
        custodial,
        dice.choose(number, "remand", BEFORE_CUSTODY),
        dice.choose(number, "remand", BEFORE_OTHERS),
    )
    return np.where(waits, decision[rows], "NOT_APPLICABLE")


def make_remand_programmes(
    dice: Dice, careers: pd.DataFrame, hearings: pd.DataFrame
) -> pd.DataFrame:
    """Return the programmes that go with a remand, from first court day to sentence.

    Returns:
        Grain: one row per programme, in the columns of `simulation.programmes`.
    """
    first = hearings[hearings["hearing_id"] % 4 == 0]
    code = first["remand_decision_code"].map(REMAND_PROGRAMMES)
    first = first.assign(code=code, occasion=first["hearing_id"] // 4)[code.notna()]
    occasions = careers.set_index("occasion").loc[first["occasion"]]
    number = first["occasion"].to_numpy() * 8 + 6
    texts = list_texts("disposal_type")
    drawn = dice.whole(number, "text", 0, 10**6)
    return pd.DataFrame(
        {
            "child": first["child"].to_numpy(),
            "occasion": first["occasion"].to_numpy(),
            "place": occasions["place"].to_numpy(),
            "programme_id": number,
            "start_date": first["hearing_date"].to_numpy(),
            "end_date": occasions["outcome_day"].to_numpy(),
            "disposal_type_code": first["code"].to_numpy(),
            "is_transferred_out": False,
            "is_to_adult": False,
            "cms_disposal_type": [
                texts[c][d % len(texts[c])]
                for c, d in zip(first["code"], drawn, strict=True)
            ],
            "is_successfully_completed": np.nan,
        }
    )
