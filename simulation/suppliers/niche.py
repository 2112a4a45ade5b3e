"""Write the police's weekly extracts from Niche, in the shape we agreed with ourselves.

Rows, files and the police's own mess belong here. No public layout of a Niche extract
exists, so this one is ours; what happened to whom is decided by the world.
"""

from datetime import date, timedelta
from pathlib import Path

import pandas as pd

from simulation.chance import draw
from simulation.identifiers import shorten_pnc_numbers
from simulation.plan import Plan
from simulation.suppliers import _shape
from simulation.suppliers._files import Delivery, Dialect
from simulation.world import World

_COLUMNS = {
    "NOMINALS": (
        "NOMINAL_ID PNCID SURNAME FORENAMES DOB SEX SELF_DEFINED_ETHNICITY "
        "OFFICER_DEFINED_ETHNICITY POSTCODE"
    ),
    "OCCURRENCES": (
        "OCCURRENCE_REF NOMINAL_ID ROLE HO_CODE OFFENCE_TITLE OFFENCE_DATE "
        "OUTCOME_TYPE OUTCOME_DATE"
    ),
    "CUSTODY": (
        "CUSTODY_REF NOMINAL_ID ARREST_DATETIME RELEASE_DATETIME ARREST_REASON DISPOSAL"
    ),
}
COLUMNS = {table: tuple(columns.split()) for table, columns in _COLUMNS.items()}
WEEKLY_DELTAS = 8  # before them one file of everything: the initial load
DAY, MINUTE = "%d/%m/%Y", "%d/%m/%Y %H:%M"
SEX = {"1": "M", "2": "F"}
# What an officer sees, by the first letter of the self-defined code
OFFICER_SEES = {"W": "IC1", "M": "IC3", "A": "IC4", "B": "IC3", "O": "IC6", "N": "IC1"}


class Writer:
    """Writes niche extracts: one of everything, then a delta a week."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan = plan
        self._delivery = Delivery(folder)
        self._days = list_extract_days(plan.until)

    def write(self, world: World) -> None:
        """Append the nominals, occurrences and custody records of one chunk."""
        if world.police_contacts.empty:
            return
        before = date.min
        for day in self._days:
            self._write_extract(world, before, day)
            before = day

    def finish(self) -> None:
        """Write the footer of every file."""
        self._delivery.close()

    def _write_extract(self, world: World, after: date, day: date) -> None:
        contacts = world.police_contacts
        dates = contacts[["offence_date", "outcome_date", "arrested_at", "released_at"]]
        changed = contacts[dates.apply(_falls_within, args=(after, day)).any(axis=1)]
        known = changed[
            changed["offence_date"] < pd.Timestamp(day) + pd.Timedelta("1D")
        ]
        named = known["child"].drop_duplicates()
        people = list_nominals(world)
        self._append("NOMINALS", self._shape_nominals(world, people, named, day), day)
        self._append("OCCURRENCES", shape_occurrences(known, day), day)
        self._append("CUSTODY", shape_custody(known, day), day)

    def _shape_nominals(
        self, world: World, people: pd.DataFrame, named: pd.Series, day: date
    ) -> pd.DataFrame:
        people = people[people["child"].isin(named)]
        postcodes = _shape.find_postcodes(people, world.moves, day)
        return shape_nominals(people, postcodes, self.plan.seed)

    def _append(self, table: str, frame: pd.DataFrame, day: date) -> None:
        dialect = Dialect(
            encoding="cp1252",
            line_end="\r\n",
            title=f"Leicestershire Police - {table}\n\n",
            footer="End of report\nRows: {rows}\n",
        )
        name = f"NICHE_{table}_{day:%Y%m%d}.csv"
        self._delivery.append(name, COLUMNS[table], frame, dialect)


def list_extract_days(until: date) -> list[date]:
    """Return the days of the extracts, oldest first; the last is the last day."""
    return [until - timedelta(weeks=week) for week in range(WEEKLY_DELTAS, -1, -1)]


def list_nominals(world: World) -> pd.DataFrame:
    """Return the people of one chunk whom the police have met."""
    people = world.everybody()
    return people[people["child"].isin(world.police_contacts["child"])]


def list_persons(world: World, plan: Plan) -> pd.DataFrame:  # noqa: ARG001
    """Return supplier_person_id and child of everyone in the extracts."""
    people = list_nominals(world)
    ids = number_nominals(people["child"])
    return pd.DataFrame({"supplier_person_id": ids, "child": people["child"]})


def number_nominals(children: pd.Series) -> pd.Series:
    """Return NOMINAL_ID: N and ten digits or more, telling nothing of the child."""
    return "N" + (children * 7 + 3_000_000_000).astype("str")


def shape_nominals(
    people: pd.DataFrame, postcodes: pd.Series, seed: int
) -> pd.DataFrame:
    """Return the NOMINALS rows; blurred only where a PNC number still links."""
    has_pnc = people["pnc_number"] != ""
    chance = draw(people["child"], seed, "niche pnc and date of birth")
    short = pd.Series(shorten_pnc_numbers(people["pnc_number"]), index=people.index)
    forenames = _shape.blur_forenames(people, has_pnc, seed, "niche")
    is_full = has_pnc & (forenames == people["forename"])
    middle = _shape.invent_middle_names(people, seed).where(is_full, "")
    births = _shape.format_dates(people["birth_date"], DAY)
    ethnicity = _shape.code_ethnicity(people["ethnicity_code"], _shape.POLICE)
    return pd.DataFrame(
        {
            "NOMINAL_ID": number_nominals(people["child"]),
            "PNCID": people["pnc_number"].mask(chance < 2 / 5, short),
            "SURNAME": people["surname"].str.upper(),
            "FORENAMES": (forenames + " " + middle).str.strip(),
            "DOB": births.mask(is_full & (chance > 49 / 50), ""),
            "SEX": people["sex"].map(SEX).fillna("U"),
            "SELF_DEFINED_ETHNICITY": ethnicity,
            "OFFICER_DEFINED_ETHNICITY": ethnicity.str[:1].map(OFFICER_SEES),
            "POSTCODE": postcodes,
        }
    )


def shape_occurrences(contacts: pd.DataFrame, day: date) -> pd.DataFrame:
    """Return the OCCURRENCES rows as the police knew them on the extract day."""
    outcome_dates = contacts["outcome_date"].where(
        contacts["outcome_date"] <= pd.Timestamp(day)
    )
    outcomes = contacts["outcome_type"].astype("str")
    return pd.DataFrame(
        {
            "OCCURRENCE_REF": number_occurrences(contacts),
            "NOMINAL_ID": number_nominals(contacts["child"]),
            "ROLE": contacts["role"],
            "HO_CODE": contacts["ho_code"],
            "OFFENCE_TITLE": contacts["offence_title"],
            "OFFENCE_DATE": _shape.format_dates(contacts["offence_date"], DAY),
            "OUTCOME_TYPE": outcomes.where(outcome_dates.notna(), ""),
            "OUTCOME_DATE": _shape.format_dates(outcome_dates, DAY),
        }
    )


def number_occurrences(contacts: pd.DataFrame) -> pd.Series:
    """Return references such as 22*123456: year, star, running number."""
    years = _shape.format_dates(contacts["offence_date"], "%y")
    return years + "*" + contacts["occurrence_id"].astype("str")


def shape_custody(contacts: pd.DataFrame, day: date) -> pd.DataFrame:
    """Return the CUSTODY rows of those arrested by the end of the extract day."""
    midnight = pd.Timestamp(day) + pd.Timedelta("1D")
    held = contacts[contacts["arrested_at"] < midnight]
    released = held["released_at"].where(held["released_at"] < midnight)
    return pd.DataFrame(
        {
            "CUSTODY_REF": "CR" + held["custody_id"].astype("str"),
            "NOMINAL_ID": number_nominals(held["child"]),
            "ARREST_DATETIME": _shape.format_dates(held["arrested_at"], MINUTE),
            "RELEASE_DATETIME": _shape.format_dates(released, MINUTE),
            "ARREST_REASON": held["arrest_reason"],
            "DISPOSAL": held["custody_disposal"].where(released.notna(), ""),
        }
    )


def _falls_within(moments: pd.Series, after: date, day: date) -> pd.Series:
    upper = pd.Timestamp(day) + pd.Timedelta("1D")
    if after == date.min:
        return moments < upper
    return (moments < upper) & (moments >= pd.Timestamp(after) + pd.Timedelta("1D"))
