"""The words that CareWorks shows, and how it writes days and answers, belong here.

Which rows it exports does not.
"""

from functools import partial

import pandas as pd

from simulation.reference import list_own_texts, read_mapping
from simulation.suppliers._shape import format_dates

DAY, MOMENT = "%d-%b-%Y", "%d-%b-%Y %H:%M"
# disposals that are truly something else than the code under which they are sent
INTERIM = {
    "Outcome 23": "OUTCOME_23",
    "Youth Diversion Order": "YOUTH_DIVERSION_ORDER",
}

find_words = partial(list_own_texts, "careworks")


def write_days(dates: pd.Series) -> pd.Series:
    """Return days as 04-May-2009, '' for none."""
    return format_dates(dates, DAY)


def write_flags(flags: pd.Series) -> pd.Series:
    """Return Yes, No, or '' for not stated; 1.0 and True are yes."""
    return flags.map({1.0: "Yes", 0.0: "No"}).fillna("").astype("str")


def find_true_codes(codes: pd.Series, texts: pd.Series) -> pd.Series:
    """Return what a disposal truly is: its national code, or one that has none yet."""
    return texts.map(INTERIM).fillna(codes).astype("str")


def name_team(service: str) -> str:
    """Return the name of a service's team: the last one that the mapping knows.

    Raises:
        ValueError: no name stands for that service.
    """
    names = read_mapping("organisation_names")
    known = names.loc[names["service"] == service, "organisation_name"]
    if known.empty:
        raise ValueError(f"organisation_names has no name for {service}")
    return str(known.iloc[-1])
