"""A golden case read as a world, so that the truth's figures can be held to it.

Reading the case documents' items belongs here; the answers stand in the case files.
"""

import json
from datetime import date
from pathlib import Path

import pandas as pd

from simulation.days import ages_on
from simulation.plan import Plan
from simulation.world import TABLES, World

CASES = Path(__file__).parents[2] / "golden"
NO_DATE = ("", None, "1900-01-01")
RESIDENCE = {
    "start_date": "date",
    "end_date": "kpi1EndDate",
    "is_primary": "kpi1PrimaryResidence",
    "accommodation_type_code": "kpi1AccommodationType",
    "suitability_code": "kpi1AccommodationSuitability",
}
ETE = {
    "start_date": "startDate",
    "end_date": "endDate",
    "provision_type_code": "provisionType",
    "suitability_code": "suitability",
}
SEND = {
    "start_date": "kpi3SENDStartDate",
    "end_date": "kpi3SENDEndDate",
    "identified_code": "kpi3IdentifiedSENDALN",
    "formal_plan_code": "kpi3SENDFormalPlan",
}
CARE = {"status_text": "status", "start_date": "startDate", "end_date": "endDate"}
PROGRAMME = {
    "programme_id": "interventionProgrammeID",
    "start_date": "startDate",
    "end_date": "endDate",
    "disposal_type_code": "disposalType",
    "is_successfully_completed": "kpi6SuccessfullyCompleted",
}
HEALTH = {
    "mental_health": ("mentalHealth", "kpi4MentalHealthWellbeing", "kpi4MH"),
    "substance_misuse": ("substanceMisuse", "kpi5SubstanceMisuse", "kpi5SM"),
}
STEPS = {
    "screened_date": "DateScreened",
    "offered_date": "DateOffered",
    "attended_start_date": "DateAttendedStart",
    "attended_end_date": "DateAttendedEnd",
    "intervention_type_code": "InterventionType",
}
OFFENCE = {
    "offence_id": "offenceID",
    "offence_date": "offenceDate",
    "cjs_code": "cjscode",
    "offence_category_code": "yjboffenceCategory",
    "seriousness_score": "yjbseriousnessScore",
    "age_at_arrest_or_offence": "ageAtArrestOrOffence",
    "age_on_first_hearing": "ageOnFirstHearing",
}
OUTCOME = {
    "outcome_date": "outcomeDate",
    "legal_outcome_code": "legalOutcome",
    "main_or_other_code": "mainOrOther",
    "appeal_status": "outcomeAppealStatus",
    "residence_status_code": "residenceOnLegalOutcomeDate",
}
LISTS = {
    "residences": ("residence", RESIDENCE),
    "ete": ("ete_status", ETE),
    "send": ("sendaln", SEND),
    "care": ("care_status", CARE),
    "programmes": ("intervention_programme", PROGRAMME),
    "transfers": (
        "transfer",
        {"transfer_date": "date", "transfer_code": "description"},
    ),
}


def read_case(name):
    """Return the one document of a case, and its expected runs."""
    case = json.loads((CASES / f"{name}.json").read_text("utf-8"))
    expected = json.loads((CASES / f"{name}.expected.json").read_text("utf-8"))
    return case["documents"][0], expected["runs"]


def make_plan(document):
    """Return a plan whose last day is the document's, with some years before it."""
    head = document["return_part"]
    until = date.fromisoformat(max(head["returnenddate"], head["signoff_date"]))
    return Plan(head["yjs_name"], 1, 3, until, seed=1)


def make_world(document):
    """Return the world that a document tells of; children held twice are one."""
    rows = {name: [] for name in TABLES}
    numbers = {}
    for item in document["children"]:
        _add_child(rows, item, _number_child(numbers, item))
    return World(**{name: _frame(name, rows[name]) for name in TABLES})


def _number_child(numbers, item):
    person = item["person_details"]
    origin = person.get("originatingYOTPersonID") or ""
    usable = origin and " " not in origin and origin.upper() != "N/A"
    key = (origin, person["dateOfBirth"]) if usable else item["ypid"]
    return numbers.setdefault(key, len(numbers))


def _add_child(rows, item, child):
    birth = item["person_details"]["dateOfBirth"]
    rows["children"].append(
        {
            "child": child,
            "person_id": item["ypid"],
            "birth_date": birth,
            "sex": item["person_details"].get("sex"),
            "ethnicity_code": item["person_details"].get("ethnicity"),
            "is_send_silent": False,
            "is_care_silent": False,
        }
    )
    for table, (name, fields) in LISTS.items():
        for each in item.get(name, []):
            rows[table].append(_take(child, each, fields) | _own_id(item, table, each))
    _add_health(rows, item.get("health", {}), child)
    for offence in item.get("offence", []):
        _add_offence(rows, child, birth, offence, item["ypid"])
    for link in item.get("link_offence_intervention_programme", []):
        programme, offence = link["interventionProgrammeID"], link["offenceID"]
        rows["programme_offences"].append(
            {
                "child": child,
                "programme_id": f"{item['ypid']}|{programme}",
                "offence_id": f"{item['ypid']}|{offence}",
            }
        )


def _add_health(rows, health, child):
    for table, (group, name, prefix) in HEALTH.items():
        fields = {column: prefix + step for column, step in STEPS.items()}
        for each in health.get(group, {}).get(name, []):
            rows[table].append(_take(child, each, fields))


def _add_offence(rows, child, birth, offence, ypid):
    row = _take(child, offence, OFFENCE)
    row["offence_id"] = f"{ypid}|{row['offence_id']}"
    outcomes = offence.get("offenceLegalOutcome", [])
    if row["age_on_first_hearing"] is None and outcomes:
        # the simulation never leaves it out: the rules' own stand-in is filled in
        on = outcomes[0]["outcomeDate"]
        row["age_on_first_hearing"] = int(ages_on([birth], [on])[0])
    rows["offences"].append(row)
    for outcome in outcomes:
        taken = _take(child, outcome, OUTCOME)
        taken["offence_id"] = row["offence_id"]
        taken["appeal_status"] = taken["appeal_status"] or ""
        rows["outcomes"].append(taken)


def _own_id(item, table, each):
    if table != "programmes":
        return {}
    return {"programme_id": f"{item['ypid']}|{each['interventionProgrammeID']}"}


def _take(child, item, fields):
    return {"child": child, **{name: item.get(key) for name, key in fields.items()}}


def _frame(name, rows):
    frame = pd.DataFrame(rows, columns=list(TABLES[name]))
    for column in frame.columns:
        if column.endswith("_date"):
            days = frame[column].replace(list(NO_DATE[2:]), None)
            frame[column] = pd.to_datetime(days).astype("datetime64[s]")
    if name == "programmes":
        done = frame["is_successfully_completed"].map({True: 1.0, False: 0.0})
        frame["is_successfully_completed"] = done.astype(float)
    if name == "offences":
        frame["cjs_code"] = frame["cjs_code"].fillna("")
    if name == "residences":
        frame["is_primary"] = frame["is_primary"].astype(bool)
    if name == "children":
        frame = frame.drop_duplicates("child")
    return frame
