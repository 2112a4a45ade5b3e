"""The words and numbers that ChildView shows, and how it writes days and answers.

Which rows stand in a report does not belong here.
"""

from functools import partial

import pandas as pd

from simulation.reference import list_own_texts, read_mapping
from simulation.suppliers._shape import format_dates

DAY, MOMENT = "%Y-%b-%d", "%Y-%b-%d %H:%M"
# the letter of a number says what it is of; none is a number of another system
LETTERS = {
    "disposal": "D",
    "offence": "F",
    "hearing": "H",
    "plan": "P",
    "victim_work": "W",
    "victim": "V",
    "home": "CH",
    "education": "CE",
    "send": "CS",
    "care": "CC",
    "mental_health": "EM",
    "substance_misuse": "ES",
    "transfer": "T",
    "assessment": "A",
}
STEP, FIRST = 7, 5

find_words = partial(list_own_texts, "childview")


def write_days(dates: pd.Series) -> pd.Series:
    """Return days as 2009-May-04, '' for none."""
    return format_dates(dates, DAY)


def write_flags(flags: pd.Series) -> pd.Series:
    """Return Y, N, or '' for not stated; 1.0 and True are yes."""
    return flags.astype(float).map({1.0: "Y", 0.0: "N"}).fillna("").astype("str")


def write_counts(counts: pd.Series) -> pd.Series:
    """Return whole numbers, '' for 0."""
    return counts.astype("int64").astype("str").where(counts > 0, "")


def number_records(kind: str, ids: pd.Series) -> pd.Series:
    """Return ChildView's number of each record of a kind, such as F-0000007173."""
    running = (ids.astype("int64") * STEP + FIRST).astype("str").str.zfill(10)
    return LETTERS[kind] + "-" + running


def number_children(person_ids: pd.Series) -> pd.Series:
    """Return ChildNo (CV-0700012) of each record of a person; '' stays ''."""
    known = person_ids != ""
    numbers = person_ids.where(known, "0").astype("int64") * STEP + FIRST
    return ("CV-" + numbers.astype("str").str.zfill(9)).where(known, "")


def list_teams(service: str) -> pd.DataFrame:
    """Return the two teams of a service that hold children, under its known names.

    Raises:
        ValueError: no name stands for that service.
    """
    names = read_mapping("organisation_names")
    known = names.loc[names["service"] == service, "organisation_name"]
    if known.empty:
        raise ValueError(f"organisation_names has no name for {service}")
    titles = [known.iloc[0], known.iloc[-1]]
    return pd.DataFrame(
        {"TeamNo": ["1", "2"], "TeamName": titles, "ServiceCode": "YOT-001"}
    )
