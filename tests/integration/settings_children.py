"""Invented children of whom one setting decides, for the tests of settings.

The shape of a case document and a child that nothing is special about belong here.
Which setting decides of whom belongs to the test.
"""

SERVICE, QUARTER = "Leicester City", "2024Q1"
IN, BASE, OUT = "counted", "in the base", "in neither"
REOFFENDING = ("reoffending_binary", {"period": "quarter"})
ROBBERY = {"yjboffenceCategory": "ROBBERY", "yjbseriousnessScore": 6}
CAUTION = {"disposal": "YOUTH_CAUTION", "outcome": "YOUTH_CAUTION"}
EMPTY = (
    *("transfer", "hearing", "link_hearing_offence", "residence", "ete_status"),
    *("link_hearing_intervention_programme", "link_offence_victim_intervention"),
    *("sendaln", "care_status", "victim_intervention", "parenting_intervention"),
    *("assessment_stage", "asset_plus"),
)
ORDER_START, ORDER_END = "2023-12-01", "2024-05-10"


OFFENCE = {
    "offenceDate": "2023-10-01",
    "cjscode": "TH68010",
    "yjboffenceCategory": "THEFT_AND_HANDLING",
    "yjbseriousnessScore": 3,
    "ageAtArrestOrOffence": 15,
    "ageOnFirstHearing": 15,
    "policeBail": [],
}
OUTCOME = {
    "cmslegalOutcome": "",
    "mainOrOther": "MAIN",
    "outcomeAppealStatus": "",
    "residenceOnLegalOutcomeDate": "LOCAL",
}


def order(number=1, outcome="REFERRAL_ORDER", *, programme=True, **changes):
    """An offence with its outcome and, if there is one, its programme."""
    taken = {
        "outcome_date": ORDER_START,
        "disposal": outcome,
        "start": ORDER_START,
        "end": ORDER_END,
        "completed": None,
    }
    taken |= {name: changes.pop(name) for name in taken.keys() & changes}
    legal_outcome = {
        **OUTCOME,
        "outcomeDate": taken["outcome_date"],
        "legalOutcome": outcome,
        **{name: changes.pop(name) for name in OUTCOME.keys() & changes},
    }
    offence = {**OFFENCE, "offenceID": f"F{number}", **changes}
    offence["offenceLegalOutcome"] = [legal_outcome]
    return offence, programme_of(number, taken) if programme else None


def programme_of(number, taken):
    """The programme of an order."""
    return {
        "interventionProgrammeID": f"P{number}",
        "startDate": taken["start"],
        "endDate": taken["end"],
        "disposalType": taken["disposal"],
        "kpi6SuccessfullyCompleted": taken["completed"],
    }


def child(ypid, *orders, birth="2008-02-01", sex="1", gender=None, **lists):
    """A child with orders, and with whatever lists of the document it is given."""
    orders = orders or (order(),)
    person = {
        "ypid": ypid,
        "currentYOTID": f"L-{ypid}",
        "originatingYOTPersonID": lists.pop("originating", f"O-{ypid}"),
        "dateOfBirth": birth,
        "sex": sex,
        "gender": gender,
        "ethnicity": "WHITE_BRITISH",
    }
    return {
        **{name: [] for name in EMPTY},
        "ypid": ypid,
        "person_details": person,
        "offence": [offence for offence, _ in orders],
        "intervention_programme": [programme for _, programme in orders if programme],
        "link_offence_intervention_programme": [
            link_of(*pair) for pair in orders if pair[1]
        ],
        "health": health_of(lists.pop("mental_health", [])),
        **lists,
    }


def link_of(offence, programme):
    """The link between an offence and the programme of it."""
    names = ("offenceID", "interventionProgrammeID")
    return dict(zip(names, (offence[names[0]], programme[names[1]]), strict=True))


def health_of(mental_health):
    """What a child's record of health holds."""
    return {
        "mentalHealth": {"kpi4MentalHealthWellbeing": mental_health},
        "substanceMisuse": {"kpi5SubstanceMisuse": []},
    }


def home(suitability="SUITABLE", *, kind="AT_HOME", start="2020-01-01", primary=True):
    """An address that is still open."""
    return {
        "date": start,
        "kpi1EndDate": "1900-01-01",
        "kpi1PrimaryResidence": primary,
        "kpi1AccommodationType": kind,
        "kpi1AccommodationSuitability": suitability,
    }


def provision(kind, hours=None):
    """Suitable education of unknown start that still goes on."""
    answers = {"provisionType": kind, "suitability": "SUITABLE"}
    answers |= {"hoursOffered": hours, "hours": hours}
    return {"startDate": "1900-01-01", "endDate": "1900-01-01", **answers}


def status(text, start="1900-01-01", end="1900-01-01"):
    """A status in wider services; without dates it was and is."""
    return {"status": text, "startDate": start, "endDate": end}


def need(screened="1900-01-01", offered="1900-01-01"):
    """A record of mental health."""
    return {
        "kpi4MHDateScreened": screened,
        "kpi4MHDateOffered": offered,
        "kpi4MHDateAttendedStart": "1900-01-01",
        "kpi4MHDateAttendedEnd": "1900-01-01",
        "kpi4MHInterventionType": "GETTING_HELP",
    }


def case_file(children):
    """The case file of one signed-off return with two board meetings."""
    header = {"source_return_id": "1", "signoff_date": "2024-07-31"}
    header |= {"returnstartdate": "2024-04-01", "returnenddate": "2024-06-30"}
    header |= {"deleted_yps": [], "yotoucode": "TS01", "yjs_name": SERVICE}
    header |= {"cmssystem": "TESTCMS", "cmsextractversion": "1.0"}
    meetings = [
        {
            "meeting_date": day,
            "sector": "police",
            "attendee_level": level,
            "new_partner": "no",
            "shares_disproportionality_data": "no",
        }
        for day, level in (("2024-04-18", "senior"), ("2024-06-18", "none"))
    ]
    document = {"return_part": header, "children": children}
    return {"documents": [document], "board_meetings": meetings}
