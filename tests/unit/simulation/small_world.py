"""A world of four invented children, small enough to reason about by hand.

Making rows of the world's tables belongs here; what a supplier writes of them does not.
"""

import csv
import io
from datetime import date

import pandas as pd

from simulation.identifiers import make_nhs_numbers, make_pnc_numbers, make_upns
from simulation.plan import Plan
from simulation.suppliers import niche, school_census, ssda903, systmone
from simulation.world import OTHER_CHILDREN, TABLES, World

PLAN = Plan("Leicester", children=3, years=2, until=date(2024, 9, 30), seed=42)
OTHER = OTHER_CHILDREN + 5
MODULES = {
    "niche": niche,
    "school_census": school_census,
    "ssda903": ssda903,
    "systmone": systmone,
}


def table(name, *rows):
    """Return a table of the world from rows of text; dates are ISO, '' is none."""
    frame = pd.DataFrame(list(rows), columns=list(TABLES[name]))
    for column in frame.columns:
        if column.endswith(("_date", "_at", "_start", "_end")):
            frame[column] = pd.to_datetime(frame[column]).astype("datetime64[s]")
    return frame


def child(number, **changes):
    """Return one row of children: known, linkable, silent about nothing."""
    row = {
        "child": number,
        "service": "Leicester",
        "person_id": str(100 + number),
        "second_person_id": "",
        "surname": "Testworth",
        "forename": "Charlotte",
        "birth_date": pd.Timestamp("2009-05-04"),
        "sex": "2",
        "ethnicity_code": "WHITE_BRITISH",
        "nhs_number": str(make_nhs_numbers([number])[0]),
        "upn": str(make_upns([number])[0]),
        "pnc_number": str(make_pnc_numbers([number], [2023])[0]),
        "postcode": "ZZ1 1AA",
        "family": number,
        "is_twin": False,
        "originating_id": "",
        "is_send_silent": False,
        "is_care_silent": False,
        "first_contact": pd.Timestamp("2023-01-01"),
        "changed_on": pd.Timestamp("2023-01-01"),
        "previous_id": "",
        "second_previous_id": "",
        "case_worker_id": "",
    }
    return row | changes


def make_world(**tables):
    """Return a world with these tables, the others empty."""
    kept = {name: tables.get(name, table(name)) for name in TABLES}
    return World(**kept)


def make_example(children=None):
    """Return a world in which every partner knows something of somebody."""
    known = [child(0, is_send_silent=True, is_care_silent=True), child(1), child(2)]
    known[2]["second_person_id"] = "902"
    people = pd.DataFrame(children or known)[list(TABLES["children"])]
    other = child(0) | {
        "child": OTHER,
        "upn": str(make_upns([77])[0]),
        "pnc_number": "",
        "is_pupil": True,
        "is_patient": True,
        "is_nominal": True,
        "is_looked_after": True,
    }
    others = pd.DataFrame([other])[list(TABLES["other_children"])]
    return make_world(children=people, other_children=others, **_histories())


def _histories():
    """Return the tables of homes and schools, and those of the services."""
    return {
        "moves": table(
            "moves",
            (0, "2009-05-04", "2024-01-01", "ZZ1 1AB"),
            (0, "2024-01-01", "", "ZZ1 1AA"),
        ),
        "schools": table(
            "schools",
            (0, "SCH1", "2022-09-01", ""),
            (1, "SCH2", "2022-09-01", "2024-03-01"),
            (OTHER, "SCH2", "2022-09-01", ""),
        ),
        "send": table(
            "send",
            (0, 0, 1, "2021-09-02", "2023-12-01", "YES", "YES", "K"),
            (0, 0, 2, "2023-12-01", "", "YES", "YES", "E"),
        ),
        "exclusions": table("exclusions", (0, "SCH1", "2024-02-06", 4, "PP", "FIXD")),
        **_services(),
    }


def _services():
    return {
        "lac_spells": table(
            "lac_spells",
            (0, 1, "2022-11-05", "2023-06-05", "C2", "U6", "N1"),
            (0, 1, "2023-06-05", "", "C2", "K2", "N1"),
            (OTHER, 1, "2022-02-01", "2024-05-05", "V2", "U1", "N5"),
        ),
        "police_contacts": table(
            "police_contacts",
            _contact(0, 7001, "2023-02-03", "2023-03-01", "2023-02-03 22:15:00"),
            _contact(2, 7002, "2024-09-20", "", ""),
            _contact(OTHER, 7003, "2024-08-10", "2024-09-12", ""),
        ),
        "health_referrals": table(
            "health_referrals",
            (0, 81, "2023-05-01", "Low mood", "CAMHS", "2024-08-20"),
            (1, 82, "2024-09-02", "Speech", "SALT", ""),
        ),
        "health_contacts": table(
            "health_contacts",
            (0, 91, 81, "2023-06-01 09:30:00", "Face to face", True),
            (1, 92, 82, "2024-09-09 14:00:00", "Telephone", False),
        ),
    }


def _contact(number, occurrence, offence, outcome, arrested):
    released = arrested and arrested.replace("22:15", "23:55")
    custody = (occurrence * 10, arrested, released, "Theft", "BAILED")
    nothing = (0, "", "", "", "")
    head = (number, occurrence, "SUSPECT", "049/10", "Theft from shop", offence)
    outcomes = (14 if outcome else 0, outcome)
    return (*head, *outcomes, *(custody if arrested else nothing), 0)


def deliver(supplier, folder, *worlds):
    """Write the worlds chunk by chunk; return the bytes of every file by name."""
    folder.mkdir(parents=True)
    writer = MODULES[supplier].Writer(PLAN, folder)
    for world in worlds:
        writer.write(world)
    writer.finish()
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def read(content, encoding="utf-8"):
    return list(csv.DictReader(io.StringIO(content.decode(encoding))))
