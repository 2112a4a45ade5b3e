"""Shape what several suppliers write: dates, codes, addresses, names with their mess.

Turning one true value into one way of writing it belongs here. Which rows a supplier
sends, and into which file, does not.
"""

from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from simulation.chance import draw, pick
from simulation.world import World

# National ethnicity code: (schools and social care, police, health). Three schemes for
# the same answer; the schemes' own gaps (no Arab in two of them) are closed upwards.
ETHNICITY = {
    "WHITE_BRITISH": ("WBRI", "W1", "A"),
    "WHITE_IRISH": ("WIRI", "W2", "B"),
    "WHITE_GYPSY_OR_IRISH_TRAVELLER": ("WIRT", "W3", "C"),
    "WHITE_ROMA": ("WROM", "W4", "C"),
    "WHITE_OTHER": ("WOTH", "W9", "C"),
    "MIXED_WHITE_BLACK_CARIBBEAN": ("MWBC", "M1", "D"),
    "MIXED_WHITE_BLACK_AFRICAN": ("MWBA", "M2", "E"),
    "MIXED_WHITE_ASIAN": ("MWAS", "M3", "F"),
    "MIXED_OTHER": ("MOTH", "M9", "G"),
    "ASIAN_INDIAN": ("AIND", "A1", "H"),
    "ASIAN_PAKISTANI": ("APKN", "A2", "J"),
    "ASIAN_BANGLADESHI": ("ABAN", "A3", "K"),
    "ASIAN_CHINESE": ("CHNE", "O1", "R"),
    "ASIAN_OTHER": ("AOTH", "A9", "L"),
    "BLACK_CARIBBEAN": ("BCRB", "B1", "M"),
    "BLACK_AFRICAN": ("BAFR", "B2", "N"),
    "BLACK_OTHER": ("BOTH", "B9", "P"),
    "OTHER_ARAB": ("OOTH", "O2", "S"),
    "OTHER_ANY": ("OOTH", "O9", "S"),
    "NOT_STATED": ("REFU", "NS", "Z"),
    "NOT_KNOWN": ("NOBT", "NS", "99"),
}
SCHOOLS, POLICE, HEALTH = range(3)

# Forename in full: what a school or a constable may write instead.
NICKNAMES = {
    "Abdullah": "Abdul",
    "Abigail": "Abbie",
    "Aleksandra": "Ola",
    "Alexandru": "Alex",
    "Amelia": "Millie",
    "Anjali": "Anju",
    "Antoni": "Tony",
    "Bartosz": "Bartek",
    "Bethany": "Beth",
    "Caitlin": "Cait",
    "Charlotte": "Lottie",
    "Connor": "Con",
    "Courtney": "Court",
    "Daniel": "Danny",
    "Elena": "Lena",
    "Faizan": "Faz",
    "Finley": "Fin",
    "Gabriela": "Gabi",
    "George": "Georgie",
    "Georgia": "Georgie",
    "Gurpreet": "Gurp",
    "Ibrahim": "Ibby",
    "Isaiah": "Zay",
    "Jakub": "Kuba",
    "Jamie": "Jay",
    "Jasmine": "Jaz",
    "Jordan": "Jords",
    "Kathleen": "Kath",
    "Kayleigh": "Kay",
    "Keisha": "Kei",
    "Malachi": "Mal",
    "Marcus": "Marc",
    "Margaret": "Maggie",
    "Mateusz": "Mati",
    "Megan": "Meg",
    "Mohammed": "Mo",
    "Mustafa": "Mus",
    "Nathan": "Nate",
    "Nikhil": "Nik",
    "Oliver": "Ollie",
    "Oskar": "Ossie",
    "Rochelle": "Shell",
    "Shannon": "Shan",
    "Simran": "Sim",
    "Tyrell": "Ty",
    "Wiktoria": "Wika",
    "Yusuf": "Yusi",
    "Zainab": "Zee",
    "Zakariya": "Zak",
}
MIDDLE_NAMES = ("", "", "", "Lee", "Rose", "James", "Ali", "Grace")


def format_dates(dates: pd.Series, style: str) -> pd.Series:
    """Return dates as text in a strftime style; a missing date is ''.

    Each distinct date is formatted once: there are thousands of days and millions of
    rows.
    """
    codes, days = pd.factorize(dates)
    written = pd.DatetimeIndex(days).strftime(style)
    texts = np.append(written.to_numpy(dtype=object), "")  # code -1 is a missing date
    return pd.Series(texts[codes], index=dates.index, dtype="str")


def code_ethnicity(codes: pd.Series, scheme: int) -> pd.Series:
    """Return the scheme's ethnicity code (SCHOOLS, POLICE or HEALTH)."""
    return codes.map({national: own[scheme] for national, own in ETHNICITY.items()})


def in_force(frame: pd.DataFrame, day: date) -> pd.DataFrame:
    """Return the rows whose start_date to end_date, both included, hold the day."""
    moment = pd.Timestamp(day)
    has_ended = frame["end_date"] < moment  # an open end is NaT, never less
    return frame[(frame["start_date"] <= moment) & ~has_ended]


def find_postcodes(people: pd.DataFrame, moves: pd.DataFrame, day: date) -> pd.Series:
    """Return where people lived on a day; without a known move, their postcode."""
    homes = in_force(moves, day).sort_values("start_date", kind="stable")
    then = homes.drop_duplicates("child", keep="last").set_index("child")["postcode"]
    return people["child"].map(then).fillna(people["postcode"])


def silent_children(world: World) -> NDArray[np.int64]:
    """Return children of whom a partner alone knows SEND or care: never blurred."""
    children = world.children
    silent = children["is_send_silent"] | children["is_care_silent"]
    return children.loc[silent.astype(bool), "child"].to_numpy(dtype=np.int64)


def blur_forenames(
    people: pd.DataFrame, may_blur: pd.Series, seed: int, supplier: str
) -> pd.Series:
    """Return forenames, a nickname for a quarter of those who may be blurred."""
    short = people["forename"].map(NICKNAMES).fillna(people["forename"])
    chosen = draw(people["child"], seed, f"{supplier} nickname") < 1 / 4
    return people["forename"].mask(may_blur & chosen, short)


def blur_surnames(people: pd.DataFrame, seed: int, supplier: str) -> pd.Series:
    """Return surnames, a tenth in upper case and a few with a stray space behind."""
    chance = draw(people["child"], seed, f"{supplier} surname")
    upper = people["surname"].mask(chance < 1 / 10, people["surname"].str.upper())
    return upper.mask(chance > 49 / 50, upper + " ")


def invent_middle_names(people: pd.DataFrame, seed: int) -> pd.Series:
    """Return a middle name or '' for each person, the same in every extract."""
    names = pick(MIDDLE_NAMES, people["child"], seed, "middle name")
    return pd.Series(names, index=people.index, dtype="str")
