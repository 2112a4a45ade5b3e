"""Case documents drawn at random: children whole, with orders of every type.

Drawing a child and wrapping children in a return belong here. What is asked of the
figures belongs to the tests.
"""

import json

from hypothesis import strategies as st

ORDER_TYPE_OF = {
    "COMMUNITY_RESOLUTION_WITH_YJS_INVOLVEMENT": "ns",
    "YOUTH_CAUTION": "yjs",
    "YOUTH_CONDITIONAL_CAUTION": "ycc",
    "REFERRAL_ORDER": "ro",
    "YOUTH_REHABILITATION_ORDER": "yro",
    "SECTION_250": "cust",
}
SUITABILITY = st.sampled_from(["SUITABLE", "UNSUITABLE", "UNKNOWN", None])
ANSWER = st.sampled_from(["YES", "NO"])
STATUS_START = st.sampled_from(["1900-01-01", "2023-05-01", "2024-02-01"])
STATUS_END = st.sampled_from(["1900-01-01", "2023-06-01", "2024-06-30"])
STARTS = st.sampled_from(["2023-05-01", "2023-06-15", "2024-01-31"])
ENDS = st.sampled_from(["2024-04-01", "2024-05-20", "2024-06-30", "2024-07-01"])
EMPTY_LISTS = (
    *("transfer", "hearing", "link_hearing_offence"),
    *("link_hearing_intervention_programme", "link_offence_victim_intervention"),
    *("victim_intervention", "parenting_intervention", "assessment_stage"),
    "asset_plus",
)


@st.composite
def an_outcome(draw, code, day):
    """Draw a legal outcome of a child of this area."""
    return {
        "outcomeDate": day,
        "legalOutcome": code,
        "cmslegalOutcome": "",
        "mainOrOther": "MAIN",
        "outcomeAppealStatus": draw(st.sampled_from(["", None])),
        "residenceOnLegalOutcomeDate": draw(st.sampled_from(["LOCAL", None])),
    }


@st.composite
def orders(draw, number):
    """Draw an offence with its outcome, the programme of it, and their link."""
    code, start = draw(st.sampled_from(sorted(ORDER_TYPE_OF))), draw(STARTS)
    offence = {
        "offenceID": f"F{number}",
        "offenceDate": draw(st.sampled_from(["2023-01-10", "2023-04-30"])),
        "cjscode": "TH68010",
        "yjboffenceCategory": draw(st.sampled_from(["ROBBERY", "ARSON"])),
        "yjbseriousnessScore": draw(st.integers(3, 8)),
        "ageAtArrestOrOffence": 15,
        "ageOnFirstHearing": draw(st.sampled_from([15, None])),
        "offenceLegalOutcome": [draw(an_outcome(code, start))],
        "policeBail": [],
    }
    programme = {
        "interventionProgrammeID": f"P{number}",
        "startDate": start,
        "endDate": draw(ENDS),
        "disposalType": code,
        "kpi6SuccessfullyCompleted": draw(st.sampled_from([True, False, None])),
    }
    link = {"offenceID": f"F{number}", "interventionProgrammeID": f"P{number}"}
    return offence, programme, link


@st.composite
def statuses(draw):
    """Draw where a child lives and learns, and what it needs."""
    dated = {"startDate": draw(STATUS_START), "endDate": draw(STATUS_END)}
    address = {
        "date": draw(STATUS_START),
        "kpi1EndDate": draw(STATUS_END),
        "kpi1PrimaryResidence": draw(st.booleans()),
        "kpi1AccommodationType": "AT_HOME",
        "kpi1AccommodationSuitability": draw(SUITABILITY),
    }
    education = {
        "provisionType": "COLLEGE",
        "suitability": draw(SUITABILITY),
        "hoursOffered": draw(st.integers(0, 30)),
        "hours": 10,
    }
    need = {
        "kpi3IdentifiedSENDALN": draw(ANSWER),
        "kpi3SENDFormalPlan": draw(ANSWER),
        "kpi3SENDStartDate": dated["startDate"],
        "kpi3SENDEndDate": dated["endDate"],
    }
    return {
        "residence": [address] * draw(st.integers(0, 2)),
        "ete_status": [dated | education],
        "sendaln": [need],
        "care_status": [dated | {"status": "Child in Need"}],
        "health": draw(health()),
    }


@st.composite
def health(draw):
    """Draw what was screened, offered and attended."""
    record = {
        "kpi4MHDateScreened": draw(STATUS_START),
        "kpi4MHDateOffered": draw(STATUS_START),
        "kpi4MHDateAttendedStart": draw(STATUS_START),
        "kpi4MHDateAttendedEnd": "1900-01-01",
        "kpi4MHInterventionType": "GETTING_HELP",
    }
    return {
        "mentalHealth": {"kpi4MentalHealthWellbeing": [record]},
        "substanceMisuse": {"kpi5SubstanceMisuse": []},
    }


@st.composite
def a_child(draw, ypid):
    """Draw one child of the case document, whole."""
    drawn = [draw(orders(number)) for number in range(draw(st.integers(1, 3)))]
    person = {
        "ypid": ypid,
        "currentYOTID": f"L-{ypid}",
        "dateOfBirth": draw(st.sampled_from(["2006-06-10", "2008-02-29"])),
        "sex": draw(st.sampled_from(["0", "1", "2"])),
        "ethnicity": "WHITE_BRITISH",
    }
    return {
        **{name: [] for name in EMPTY_LISTS},
        **draw(statuses()),
        "ypid": ypid,
        "person_details": person,
        "offence": [offence for offence, _, _ in drawn],
        "intervention_programme": [programme for _, programme, _ in drawn],
        "link_offence_intervention_programme": [link for _, _, link in drawn],
    }


@st.composite
def some_children(draw, count=3):
    """Draw children with ypids of their own."""
    return [draw(a_child(f"c{number}")) for number in range(count)]


def a_return(service, children, *, number=2, start="2024-04-01", end="2024-06-30"):
    """Return the document of one return."""
    for child in children:
        # children of two services are two: no duplicates across them
        child["person_details"]["originatingYOTPersonID"] = f"{service}-{child['ypid']}"
    header = {"source_return_id": str(number), "signoff_date": "2024-07-31"}
    header |= {"returnstartdate": start, "returnenddate": end, "deleted_yps": []}
    header |= {"yotoucode": "TS01", "yjs_name": service, "cmssystem": "TESTCMS"}
    header |= {"cmsextractversion": "1.0"}
    return json.loads(json.dumps({"return_part": header, "children": children}))
