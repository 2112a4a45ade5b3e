"""Write the health trust's strategic reporting extracts from SystmOne, as sets.

Which rows go into which set, and the trust's own mess, belong here; packing a set has
its own module. Who was referred and seen is decided by the world.
"""

from datetime import date, timedelta
from pathlib import Path

import pandas as pd

from simulation.chance import draw
from simulation.identifiers import space_nhs_numbers
from simulation.plan import Plan
from simulation.suppliers import _shape
from simulation.suppliers._files import Delivery
from simulation.suppliers.systmone_sets import DAY, write_manifest, zip_set
from simulation.world import World

_COLUMNS = {
    "SRPatient": "IDPatient NHSNumber Surname FirstName DateBirth Gender Postcode",
    "SRReferralIn": (
        "IDReferralIn IDPatient ReferralDate ReferralReason ServiceOffered EndDate"
    ),
    "SREvent": "IDEvent IDPatient IDReferralIn EventDate EventType Attended",
}
COLUMNS = {table: tuple(columns.split()) for table, columns in _COLUMNS.items()}
MONTHLY_DELTAS = 3  # before them one bulk set of everything, as a folder
SECOND = f"{DAY} %H:%M:%S"
GENDER = {"1": "M", "2": "F"}


class Writer:
    """Writes one bulk set, then a zipped delta a month to the last day."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan = plan
        self.folder = folder
        self._delivery = Delivery(folder)
        self._periods = list_periods(plan)

    def write(self, world: World) -> None:
        """Append the patients, referrals and events of one chunk to every set."""
        for first, last in self._periods:
            self._write_set(world, first, last)

    def finish(self) -> None:
        """Write each set's manifest and zip the deltas."""
        self._delivery.close()
        for number, (first, last) in enumerate(self._periods):
            name = f"SRE_{last:%Y%m%d}"
            rows = {
                Path(file).name: count
                for file, count in self._delivery.rows().items()
                if file.startswith(f"{name}/")
            }
            if rows:
                write_manifest(self.folder / name, rows, (first, last), number > 0)
            if rows and number > 0:
                zip_set(self.folder / name)

    def _write_set(self, world: World, first: date, last: date) -> None:
        referrals, contacts = world.health_referrals, world.health_contacts
        is_new = _falls_within(referrals["referral_date"], first, last)
        is_known = referrals["referral_date"] < _after(last)
        is_closed = _falls_within(referrals["end_date"], first, last) & is_known
        sent = referrals[is_new | is_closed]
        seen = contacts[_falls_within(contacts["contact_at"], first, last)]
        named = pd.concat([sent["child"], seen["child"]])
        people = list_patients(world)
        has_never_come = ~people["child"].isin(referrals["child"])
        is_bulk = first == self._periods[0][0]
        people = people[people["child"].isin(named) | (has_never_come & is_bulk)]
        if len(people):
            homes = _shape.find_postcodes(people, world.moves, last)
            patients = shape_patients(people, homes, self.plan.seed)
            self._append("SRPatient", patients, last)
        if len(sent):
            self._append("SRReferralIn", shape_referrals(sent, last), last)
        if len(seen):
            self._append("SREvent", shape_events(seen), last)

    def _append(self, table: str, frame: pd.DataFrame, last: date) -> None:
        name = f"SRE_{last:%Y%m%d}/{table}.csv"
        self._delivery.append(name, COLUMNS[table], frame)


def list_periods(plan: Plan) -> list[tuple[date, date]]:
    """Return first and last day of each set; the first holds all that went before."""
    lasts = [plan.until]
    while len(lasts) <= MONTHLY_DELTAS:
        lasts.insert(0, lasts[0].replace(day=1) - timedelta(days=1))
    firsts = [date(1990, 1, 1), *(last + timedelta(days=1) for last in lasts)]
    return list(zip(firsts, lasts, strict=False))


def list_patients(world: World) -> pd.DataFrame:
    """Return the people of one chunk whom the trust has on its list."""
    people = world.everybody()
    others = world.other_children
    registered = others.loc[others["is_patient"].astype(bool), "child"]
    children = pd.concat(
        [world.health_referrals["child"], world.health_contacts["child"], registered]
    )
    return people[people["child"].isin(children)]


def list_persons(world: World, plan: Plan) -> pd.DataFrame:  # noqa: ARG001
    """Return supplier_person_id (IDPatient) and child of every patient."""
    children = list_patients(world)["child"]
    ids = number_patients(children)
    return pd.DataFrame({"supplier_person_id": ids, "child": children})


def number_patients(children: pd.Series) -> pd.Series:
    """Return IDPatient, a number that says nothing about the child."""
    return (children * 3 + 40_000_000).astype("str")


def shape_patients(people: pd.DataFrame, homes: pd.Series, seed: int) -> pd.DataFrame:
    """Return SRPatient; half the NHS numbers in 3-3-4, nicknames where one links."""
    chance = draw(people["child"], seed, "systmone nhs number")
    numbers = people["nhs_number"]
    spaced = pd.Series(space_nhs_numbers(numbers), people.index, dtype="str")
    may_blur = numbers != ""
    return pd.DataFrame(
        {
            "IDPatient": number_patients(people["child"]),
            "NHSNumber": numbers.mask(chance < 1 / 2, spaced),
            "Surname": _shape.blur_surnames(people, seed, "systmone"),
            "FirstName": _shape.blur_forenames(people, may_blur, seed, "systmone"),
            "DateBirth": _shape.format_dates(people["birth_date"], DAY),
            "Gender": people["sex"].map(GENDER).fillna("U"),
            "Postcode": homes.str.replace(" ", "").where(chance < 1 / 4, homes),
        }
    )


def shape_referrals(sent: pd.DataFrame, last: date) -> pd.DataFrame:
    """Return SRReferralIn as known on the set's last day: later ends are blank."""
    ended = sent["end_date"].where(sent["end_date"] < _after(last))
    return pd.DataFrame(
        {
            "IDReferralIn": sent["referral_id"].astype("str"),
            "IDPatient": number_patients(sent["child"]),
            "ReferralDate": _shape.format_dates(sent["referral_date"], DAY),
            "ReferralReason": sent["reason"],
            "ServiceOffered": sent["service_offered"],
            "EndDate": _shape.format_dates(ended, DAY),
        }
    )


def shape_events(seen: pd.DataFrame) -> pd.DataFrame:
    """Return SREvent: one row per contact, to the second."""
    attended = seen["is_attended"].astype(bool).map({True: "Y", False: "N"})
    return pd.DataFrame(
        {
            "IDEvent": seen["contact_id"].astype("str"),
            "IDPatient": number_patients(seen["child"]),
            "IDReferralIn": seen["referral_id"].astype("str"),
            "EventDate": _shape.format_dates(seen["contact_at"], SECOND),
            "EventType": seen["contact_type"],
            "Attended": attended,
        }
    )


def _after(day: date) -> pd.Timestamp:
    return pd.Timestamp(day) + pd.Timedelta("1D")


def _falls_within(moments: pd.Series, first: date, last: date) -> pd.Series:
    return (moments >= pd.Timestamp(first)) & (moments < _after(last))
