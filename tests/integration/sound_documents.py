"""A sound child of the case document, to be spoilt in one place at a time.

Building a child whose records leave nothing to ask, wrapping children in returns and
counting these belong here. What to spoil, and what is found then, belong to the tests.
"""

import copy
import json
from pathlib import Path
from typing import Any

from warehouse.counting import Answer, Run, count_documents
from warehouse.layout import Layout

Child = dict[str, Any]
SERVICE = "Leicester City"

PERSON = {
    "dateOfBirth": "2008-05-02",
    "sex": "1",
    "gender": "1",
    "ethnicity": "WHITE_BRITISH",
    "pncnumber": None,
}
OUTCOME = {
    "outcomeDate": "2023-05-10",
    "legalOutcome": "YOUTH_CONDITIONAL_CAUTION",
    "cmslegalOutcome": "Youth conditional caution",
    "mainOrOther": "MAIN",
    "outcomeAppealStatus": "",
    "residenceOnLegalOutcomeDate": "LOCAL",
}
OFFENCE = {
    "offenceID": "O1",
    "offenceDate": "2023-04-10",
    "yjboffenceCategory": "ROBBERY",
    "yjbseriousnessScore": 6,
    "ageAtArrestOrOffence": 14,
    "ageOnFirstHearing": 15,
    "knifeRelatedOffence": "NO",
    "offenceLegalOutcome": [OUTCOME],
}
PROGRAMME = {
    "interventionProgrammeID": "P1",
    "startDate": "2023-05-10",
    "endDate": "2024-05-10",
    "disposalType": "YOUTH_CONDITIONAL_CAUTION",
    "kpi6SuccessfullyCompleted": True,
}
STATUS = {"startDate": "2020-01-01", "endDate": "1900-01-01"}
ETE = STATUS | {
    "provisionType": "COLLEGE",
    "suitability": "SUITABLE",
    "hoursOffered": 25,
    "hours": 20,
}
RESIDENCE = {
    "date": "2020-01-01",
    "kpi1EndDate": "1900-01-01",
    "kpi1PrimaryResidence": True,
    "kpi1AccommodationType": "AT_HOME",
    "kpi1AccommodationSuitability": "SUITABLE",
}
SEND = {
    "kpi3IdentifiedSENDALN": "YES",
    "kpi3SENDFormalPlan": "YES",
    "kpi3SENDStartDate": "2020-01-01",
    "kpi3SENDEndDate": "1900-01-01",
}
MENTAL_HEALTH = {
    "kpi4MHDateScreened": "2023-06-01",
    "kpi4MHDateOffered": "2023-06-02",
    "kpi4MHDateAttendedStart": "2023-06-03",
    "kpi4MHDateAttendedEnd": "2023-07-03",
    "kpi4MHInterventionType": "GETTING_HELP",
}
SUBSTANCE_MISUSE = {
    "kpi5SMDateScreened": "2023-06-01",
    "kpi5SMDateOffered": "2023-06-02",
    "kpi5SMDateAttendedStart": "2023-06-03",
    "kpi5SMDateAttendedEnd": "2023-07-03",
    "kpi5SMInterventionType": "TARGETED_INTERVENTION",
}
VICTIM = {
    "victimInterventionID": "V1",
    "victimID": "VIC1",
    "consentYJSContact": "Yes",
    "engagedRJ": "No",
}
LIFE = {
    "offence": [OFFENCE],
    "intervention_programme": [PROGRAMME],
    "link_offence_intervention_programme": [
        {"offenceID": "O1", "interventionProgrammeID": "P1"}
    ],
    "hearing": [
        {
            "hearingID": "H1",
            "hearingDate": "2023-05-10",
            "remandDecision": "CONDITIONAL_BAIL",
        }
    ],
    "link_hearing_offence": [{"hearingID": "H1", "offenceID": "O1"}],
    "transfer": [{"date": "2022-05-10", "description": "TRANSFER_IN"}],
    "residence": [RESIDENCE],
    "ete_status": [ETE],
    "sendaln": [SEND],
    "care_status": [STATUS | {"status": "Child in Need"}],
    "health": {
        "mentalHealth": {"kpi4MentalHealthWellbeing": [MENTAL_HEALTH]},
        "substanceMisuse": {"kpi5SubstanceMisuse": [SUBSTANCE_MISUSE]},
    },
    "victim_intervention": [VICTIM],
    "link_offence_victim_intervention": [
        {"offenceID": "O1", "victimInterventionID": "V1"}
    ],
}


def sound_child(ypid: str, changes: dict[str, Any] | None = None) -> Child:
    """Return a child that leaves nothing to ask, with values changed by their path.

    Args:
        ypid: The child's identifier; the originating id follows it.
        changes: Value by path, the parts joined by points: ``offence.0.offenceDate``.
            A path into a list may name its length, which appends.
    """
    ids = {
        "ypid": ypid,
        "originatingYOTPersonID": f"O-{ypid}",
        "currentYOTID": f"L-{ypid}",
    }
    person = PERSON | ids
    child: Child = {"ypid": ypid, "person_details": person, **copy.deepcopy(LIFE)}
    for path, value in (changes or {}).items():
        put(child, path, value)
    return child


def put(node: Any, path: str, value: Any) -> None:
    """Set the value at the end of a path of names and places."""
    *way, last = path.split(".")
    for part in way:
        node = node[int(part)] if isinstance(node, list) else node[part]
    if not isinstance(node, list):
        node[last] = value
    elif int(last) == len(node):
        node.append(value)
    else:
        node[int(last)] = value


def return_of(children: list[Child], **header: Any) -> dict[str, Any]:
    """Return the document of one signed return of April to June 2024."""
    part = {
        "source_return_id": "1",
        "returnstartdate": "2024-04-01",
        "returnenddate": "2024-06-30",
        "signoff_date": "2024-07-31",
        "yotoucode": "TS01",
        "yjs_name": SERVICE,
        "cmssystem": "TESTCMS",
        "cmsextractversion": "1.0",
        "deleted_yps": [],
    }
    return {"return_part": part | header, "children": copy.deepcopy(children)}


def returns(*documents: Any, **header: Any) -> list[dict[str, Any]]:
    """Return a document of each list of children, or pair of children and header."""
    pairs = (item if isinstance(item, tuple) else (item, {}) for item in documents)
    return [return_of(children, **own, **header) for children, own in pairs]


def count(
    folder: Path, documents: list[Any], runs: list[Run], tables: Any = None
) -> list[Answer]:
    """Count documents in the order given, each in a file of its own."""
    paths = []
    for number, document in enumerate(documents):
        paths.append(folder / f"{number:03}.json")
        paths[-1].write_text(json.dumps(document))
    return count_documents(Layout(folder / "home"), paths, runs, tables)


def headline(answer: Answer, measure: str = "kpi1") -> tuple[int, int]:
    """Return numerator and denominator of a measure as a whole."""
    (figure,) = (
        item
        for item in answer["measures"]
        if item["measure"] == measure and not item["breakdown"]
    )
    return figure["numerator"], figure["denominator"]
