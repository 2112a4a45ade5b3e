"""A later extract of the case system: a conviction dated back, and a thousand changes.

Writing it from the extract before belongs here. What must stay and what must move
belongs to the tests.
"""

import csv

DAY_BEFORE, DAY = "20250331", "20250430"
CHANGED = 1000
PERSON = {
    "PERSON_ID": "P-LATE",
    "ORG_ID": "1",
    "ORIGINATING_YOT_PERSON_ID": "O-LATE",
    "SURNAME": "Latecomer",
    "FORENAME": "Lee",
    "DATE_OF_BIRTH": "01/02/2010",
    "SEX": "Male",
    "ETHNICITY": "Pakistani",
    "LAST_UPDATED": "25/04/2025 09:00",
    "IS_DELETED": "N",
}
OFFENCE = {
    "OFFENCE_ID": "F-LATE",
    "PERSON_ID": "P-LATE",
    "OFFENCE_DATE": "02/11/2024",
    "CJS_CODE": "CJ88116",
    "OFFENCE_DESCRIPTION": "Common assault",
    "OFFENCE_CATEGORY": "Violence against the person",
    "SERIOUSNESS": "3",
    "AGE_AT_ARREST_OR_OFFENCE": "14",
    "AGE_FIRST_HEARING": "14",
    "KNIFE_RELATED": "N",
}
OUTCOME = {
    "OUTCOME_ID": "U-LATE",
    "OFFENCE_ID": "F-LATE",
    "PERSON_ID": "P-LATE",
    "OUTCOME_DATE": "10/12/2024",
    "LEGAL_OUTCOME": "Youth Caution",
    "MAIN_OR_OTHER": "MAIN",
    "APPEAL_STATUS": "No Appeal",
    "RESIDENCE_STATUS": "LOCAL",
}
ADDED = {"PERSON": PERSON, "OFFENCE": OFFENCE, "OFFENCE_OUTCOME": OUTCOME}
CORRECTED = {"PERSON_ACCOMMODATION": "SUITABILITY", "PERSON_ETE": "SUITABILITY"}


def drop_later_extract(home):
    """Put a whole extract of a month later into the drop folder; return the changes."""
    changed = 0
    for path in sorted((home / "drop" / ".done" / "core_plus").glob(f"*{DAY_BEFORE}*")):
        table = path.name.split(f"_{DAY_BEFORE}")[0]
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            names, rows = reader.fieldnames, list(reader)
        if table in ADDED:
            rows.append({name: ADDED[table].get(name, "") for name in names})
        if table in CORRECTED:
            for row in rows[: CHANGED - changed]:
                row[CORRECTED[table]] = other_answer(row[CORRECTED[table]])
                changed += 1
        target = home / "drop" / "core_plus" / f"{table}_{DAY}.csv"
        target.parent.mkdir(exist_ok=True)
        with target.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, names, lineterminator="\r\n")
            writer.writeheader()
            writer.writerows(rows)
    return changed


def other_answer(said):
    """Return an answer that means the other thing."""
    return "No - Unsuitable" if said.startswith("Yes") else "Yes - Suitable"
