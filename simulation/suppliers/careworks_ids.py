"""The numbers under which CareWorks knows persons and everything recorded of them.

Nothing here is a national identifier, and none is a number of Core+: whoever moves
from one system to the other finds new ids.
"""

import pandas as pd

# the leading figures of a number; outcomes of police and court share one sequence
KINDS = {
    "movement": 11,
    "address": 12,
    "education": 13,
    "special_need": 14,
    "social_care": 15,
    "mental_health": 16,
    "substance_misuse": 17,
    "offence": 21,
    "outcome": 22,
    "hearing": 23,
    "requirement": 24,
    "programme": 31,
    "victim_work": 41,
    "victim": 42,
    "assessment": 51,
    "stage": 52,
}
WIDTH, STEP = 13, 3


def number_objects(kind: str, ids: pd.Series) -> pd.Series:
    """Return CareWorks' number of each record of a kind, in the order of the ids."""
    running = (ids.astype("int64") * STEP + 1).astype("str").str.zfill(WIDTH)
    return str(KINDS[kind]) + running


def name_clients(person_ids: pd.Series) -> pd.Series:
    """Return CLIENT_REF (CW000300004) of each record of a person; '' stays ''."""
    known = person_ids != ""
    numbers = person_ids.where(known, "0").astype("int64") * STEP + 1
    return ("CW" + numbers.astype("str").str.zfill(9)).where(known, "")
