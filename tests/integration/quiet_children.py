"""Children whom everybody counts alike, and the one change that parts the counts.

Making invented children belongs here; what their figures must be belongs to the tests.
"""

from copy import deepcopy

OPEN = "1900-01-01"
EMPTY = (
    *("transfer", "hearing", "care_status", "sendaln", "victim_intervention"),
    "link_offence_victim_intervention",
)


def a_quiet_child(ypid, birth="2009-03-05"):
    """Return a child with one referral order that ended in 2024Q1, all of it recorded."""
    return {
        **{name: [] for name in EMPTY},
        "ypid": ypid,
        "person_details": {
            "ypid": ypid,
            "originatingYOTPersonID": f"O{ypid}",
            "dateOfBirth": birth,
            "sex": "1",
            "ethnicity": "WHITE_BRITISH",
        },
        "offence": [an_offence("F1", "REFERRAL_ORDER", "2024-01-10")],
        "intervention_programme": [
            a_programme("P1", "REFERRAL_ORDER", "2024-01-10", "2024-05-10")
        ],
        "link_offence_intervention_programme": [a_link("F1", "P1")],
        "residence": [an_address("2020-01-01", OPEN)],
        "ete_status": [a_provision("2020-01-01", OPEN)],
        "health": {"mentalHealth": {}, "substanceMisuse": {}},
    }


def an_offence(offence_id, outcome, day, **more):
    """Return an offence, not of serious violence, with one outcome."""
    return {
        "offenceID": offence_id,
        "offenceDate": "2023-12-01",
        "yjboffenceCategory": "ROBBERY",
        "yjbseriousnessScore": 3,
        "ageAtArrestOrOffence": 14,
        "ageOnFirstHearing": 14,
        "offenceLegalOutcome": [
            {
                "mainOrOther": "MAIN",
                "outcomeAppealStatus": "",
                "residenceOnLegalOutcomeDate": "LOCAL",
                "cmslegalOutcome": "",
                "outcomeDate": day,
                "legalOutcome": outcome,
            }
        ],
        **more,
    }


def a_programme(programme_id, disposal, start, end):
    """Return a programme, completed."""
    return {
        "interventionProgrammeID": programme_id,
        "disposalType": disposal,
        "startDate": start,
        "endDate": end,
        "kpi6SuccessfullyCompleted": True,
    }


def a_link(offence_id, programme_id):
    """Return the link of an offence with a programme."""
    return {"offenceID": offence_id, "interventionProgrammeID": programme_id}


def an_address(start, end, kind="AT_HOME", suitability="SUITABLE", primary=True):
    """Return an address."""
    return {
        "date": start,
        "kpi1EndDate": end,
        "kpi1PrimaryResidence": primary,
        "kpi1AccommodationType": kind,
        "kpi1AccommodationSuitability": suitability,
    }


def a_provision(start, end, kind="COLLEGE", hours=25):
    """Return education of 25 hours, suitable."""
    return {
        "startDate": start,
        "endDate": end,
        "provisionType": kind,
        "suitability": "SUITABLE",
        "hoursOffered": hours,
        "hours": hours,
    }


def a_licence(child, disposal, sentence, start):
    """Give a child custody instead: sentenced on one day, on licence from another."""
    child["offence"] = [an_offence("F1", "DETENTION_AND_TRAINING_ORDER", sentence)]
    if not disposal.startswith("DTO"):
        outcome = child["offence"][0]["offenceLegalOutcome"][0]
        outcome["legalOutcome"] = "SECTION_250"
    child["intervention_programme"] = [a_programme("P1", disposal, start, "2024-05-10")]


def a_victim(child, victim_id):
    """Give a child's offence a victim who consented to contact and engaged."""
    told = dict.fromkeys(
        (
            *("viewPrior", "progressRequest", "progressProvided"),
            *("additionalSupportRequest", "additionalSupportProvided"),
        ),
        "No",
    )
    child["victim_intervention"] = [
        {
            "victimInterventionID": f"V{victim_id}",
            "victimID": victim_id,
            "consentYJSContact": "Yes",
            "yjscontactDate": OPEN,
            "engagedRJ": "Yes",
            **told,
        }
    ]
    child["link_offence_victim_intervention"] = [
        {"offenceID": "F1", "victimInterventionID": f"V{victim_id}"}
    ]


def a_document(children, service="Testshire", deleted=()):
    """Return a case document that holds the children."""
    header = {"source_return_id": "1", "signoff_date": "2024-07-31"}
    header |= {"returnstartdate": "2024-04-01", "returnenddate": "2024-06-30"}
    header |= {"yotoucode": "TS01", "yjs_name": service, "deleted_yps": list(deleted)}
    return {"return_part": header, "children": deepcopy(children)}
