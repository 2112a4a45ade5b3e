"""What the police know of each child belongs here.

The case system's own record of the same offences does not.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from simulation.days import NO_DAY, as_days
from simulation.dice import Dice
from simulation.frames import empty_table, make_table
from simulation.identifiers import make_pnc_numbers
from simulation.reference import read_list

# police outcome types 1-22 by disposal; everything else was charged: 1
OUTCOME_TYPES = {
    "CR_YJS": 8, "CR_YOT": 8, "CR_POLICE": 8, "CR_AGENCY": 8, "O22": 22,
    "O22_DEFERRED": 22, "O20_21": 20, "INFORMAL": 21, "PND": 6, "NFA": 16, "YC": 2,
    "YC_POLICE": 2, "YCC": 2, "O23": 22, "YDO": 22,
}  # fmt: skip
CUSTODY_DISPOSALS = {1: "CHARGED", 2: "CAUTIONED", 16: "NFA"}
OTHER_ROLES = {
    "MISSING": ("", "Missing from home", 0.5),
    "VICTIM": ("105/01", "Common assault", 0.3),
    "WITNESS": ("066/01", "Affray", 0.2),
}
MET_OTHERWISE = 0.35  # of children: contacts beside their own offences
MOST_CONTACTS = 3
NOT_ARRESTED = {
    "custody_id": 0,
    "arrested_at": np.datetime64("NaT", "s"),
    "released_at": np.datetime64("NaT", "s"),
    "arrest_reason": "",
    "custody_disposal": "",
}
OTHER_CONTACT = 900  # ids of a child's other contacts start here


def make_police_contacts(
    dice: Dice, offences: pd.DataFrame, careers: pd.DataFrame, everybody: pd.DataFrame
) -> pd.DataFrame:
    """Invent the police's own record of offences, and of other contacts.

    Returns:
        Grain: one row per child and occurrence: the table `police_contacts`.
    """
    parts = [_suspect(dice, offences, careers), _meet(dice, everybody)]
    contacts = pd.concat([part for part in parts if len(part)] or [parts[0]])
    return contacts.sort_values("occurrence_id", ignore_index=True)


def number_pnc(
    people: pd.DataFrame, contacts: pd.DataFrame, offset: int
) -> NDArray[np.str_]:
    """Return the PNC number of children ever arrested, '' for the others.

    Args:
        people: the children.
        contacts: the police contacts.
        offset: added to the number of the child, so that ids of different groups of
            people never meet.
    """
    arrested = contacts[contacts["arrested_at"].notna()]
    first = arrested.groupby("child")["arrested_at"].min()
    met = people["child"].map(first)
    serial = people["child"].to_numpy() % 10**9 + offset
    years = met.dt.year.fillna(2000).astype(int).to_numpy()
    return np.where(met.notna(), make_pnc_numbers(serial, years), "")


def _suspect(dice: Dice, offences: pd.DataFrame, careers: pd.DataFrame) -> pd.DataFrame:
    own = offences[~offences["is_breach"]]
    if own.empty:
        return empty_table("police_contacts")
    occasions = careers.set_index("occasion").loc[own["occasion"]]
    names = read_list("disposals")["disposal"].to_numpy()
    disposal = names[occasions["disposal"].to_numpy()]
    kind = np.array([OUTCOME_TYPES.get(each, 1) for each in disposal])
    # the police close a crime when they charge, not when the court decides
    charged = as_days(own["offence_date"]) + 15
    decided = np.where(kind == 1, charged, as_days(occasions["outcome_day"]))
    number = own["offence_id"].to_numpy()
    return make_table(
        "police_contacts",
        **_arrest(dice, own, kind),
        child=own["child"],
        occurrence_id=number,
        role="SUSPECT",
        ho_code=own["home_office_code"],
        offence_title=own["offence_description"],
        offence_date=as_days(own["offence_date"]),
        outcome_type=kind,
        outcome_date=decided,
        offence_id=number,
    )


def _arrest(
    dice: Dice, own: pd.DataFrame, kind: NDArray[np.int64]
) -> dict[str, NDArray[np.generic]]:
    """Return the columns about custody, blank for those who were not arrested."""
    number = own["offence_id"].to_numpy()
    arrest = as_days(own["arrest_date"]).astype("datetime64[m]")
    arrest = arrest + dice.whole(number, "arrest minute", 0, 1439)
    held = dice.whole(number, "minutes held", 90, 22 * 60)
    is_held = ~np.isnat(arrest)
    disposals = [CUSTODY_DISPOSALS.get(each, "RUI") for each in kind]
    return {
        "custody_id": np.where(is_held, number, 0),
        "arrested_at": arrest,
        "released_at": arrest + held,
        "arrest_reason": np.where(is_held, own["offence_description"], ""),
        "custody_disposal": np.where(is_held, disposals, ""),
    }


def _meet(dice: Dice, everybody: pd.DataFrame) -> pd.DataFrame:
    """Return contacts as a missing child, a victim or a witness."""
    child = everybody["child"].to_numpy()
    met = dice.chance(child, "met otherwise", MET_OTHERWISE)
    met = np.where(child < 10**9, met, everybody["is_nominal"]).astype(bool)
    some = everybody[met]
    count = 1 + dice.place(some["child"].to_numpy(), "contacts", [6, 3, 1])
    rows = np.repeat(np.arange(len(some)), count)
    nth = np.arange(len(rows)) - np.repeat(np.cumsum(count) - count, count)
    owner = some["child"].to_numpy()[rows]
    number = (owner + 1) * 1024 + OTHER_CONTACT + nth
    kinds = list(OTHER_ROLES)
    kind = dice.place(number, "role", [OTHER_ROLES[each][2] for each in kinds])
    start = as_days(some["first_contact"])[rows]
    days = start + dice.whole(number, "met on", -400, 300)
    unsolved = kind == 0
    titles = np.array([OTHER_ROLES[each][:2] for each in kinds])
    return make_table(
        "police_contacts",
        child=owner,
        occurrence_id=number,
        role=np.array(kinds)[kind],
        ho_code=titles[kind, 0],
        offence_title=titles[kind, 1],
        offence_date=days,
        outcome_type=np.where(unsolved, 0, 18),
        outcome_date=np.where(unsolved, NO_DAY, days + 40),
        offence_id=0,
        **NOT_ARRESTED,
    )
