"""The words that the case system shows for national codes belong here.

Which rows it exports does not.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pandas as pd

from simulation.dice import Dice
from simulation.reference import list_texts, read_mapping
from simulation.suppliers._shape import format_dates

FindTexts = Callable[[str], Mapping[str, Sequence[str]]]
DATE, MOMENT = "%d/%m/%Y", "%d/%m/%Y %H:%M"
ANSWERS = {"YES": "Yes", "NO": "No", "UNKNOWN": "Unknown"}


class Words:
    """Writes codes, dates and answers as the case system does.

    Staff choose among several texts for one code, so that texts differ from row to row;
    a row keeps its text.
    """

    def __init__(self, seed: int, find_texts: FindTexts = list_texts) -> None:
        """Take the seed, and where the texts of a code list are found."""
        self.dice = Dice(seed)
        self._find_texts = find_texts

    def name_codes(self, code_list: str, codes: pd.Series, ids: pd.Series) -> pd.Series:
        """Return a text of the case system for each national code.

        Args:
            code_list: one of the system's lists, such as 'legal_outcome'.
            codes: national codes.
            ids: numbers of the rows, by which the text is chosen.

        Raises:
            KeyError: the list has no text for a code.
        """
        texts = self._find_texts(code_list)
        drawn = self.dice.whole(ids.to_numpy(), f"text {code_list}", 0, 10**6)
        named = np.empty(len(codes), dtype=object)
        values = codes.to_numpy()
        for code in dict.fromkeys(values):
            here = values == code
            options = np.array(texts[code], dtype=object)
            named[here] = options[drawn[here] % len(options)]
        return pd.Series(named, index=codes.index, dtype="str")


def write_dates(dates: pd.Series) -> pd.Series:
    """Return days as dd/mm/yyyy, '' for none."""
    return format_dates(dates, DATE)


def write_flags(flags: pd.Series) -> pd.Series:
    """Return Y, N, or '' for not stated; 1.0 and True are yes."""
    return flags.map({1.0: "Y", 0.0: "N"}).fillna("").astype("str")


def write_hours(hours: pd.Series) -> pd.Series:
    """Return hours a week as whole numbers."""
    return hours.astype("int64").astype("str")


def write_terms(counts: pd.Series) -> pd.Series:
    """Return one part of a term as a whole number, '' for none."""
    return counts.astype("int64").astype("str").where(counts > 0, "")


def write_answers(codes: pd.Series) -> pd.Series:
    """Return Yes, No or Unknown."""
    return codes.map(ANSWERS).astype("str")


def name_organisation(service: str) -> str:
    """Return the name under which the case system knows a service.

    Raises:
        ValueError: no name of the case system stands for that service.
    """
    names = read_mapping("organisation_names")
    known = names.loc[names["service"] == service, "organisation_name"]
    if known.empty:
        raise ValueError(f"organisation_names has no name for {service}")
    return str(known.iloc[0])
