"""Records of a child drawn at random: orders of every type, statuses, needs, victims.

Drawing one record with its edges (leap days, ends of quarters, birthdays, gaps) belongs
here. Children and returns made of them are drawn in ``drawn_children``.
"""

from hypothesis import strategies as st

ORDER_TYPE_OF = {
    "COMMUNITY_RESOLUTION_WITH_YJS_INVOLVEMENT": "ns",
    "YOUTH_CAUTION": "yjs",
    "YOUTH_CONDITIONAL_CAUTION": "ycc",
    "REFERRAL_ORDER": "ro",
    "YOUTH_REHABILITATION_ORDER": "yro",
    "SECTION_250": "cust",
}
NO_DATE = "1900-01-01"
O22 = "NO_FURTHER_ACTION_OUTCOME_22_WITH_YJS_INVOLVEMENT"
# the quarter counted is April to June 2024: its edges, a leap day, and birthdays
STARTS = st.sampled_from(
    ["2023-05-01", "2023-06-15", "2024-01-31", "2024-02-29", "2024-03-31", "2024-04-01"]
)
ENDS = st.sampled_from(
    [
        *("2024-04-01", "2024-05-20", "2024-06-30", "2024-06-30"),
        *("2024-03-31", "2024-07-01", "2023-05-02", NO_DATE),
    ]
)
STATUS_START = st.sampled_from([NO_DATE, "2023-05-01", "2024-02-29", "2024-06-30"])
STATUS_END = st.sampled_from([NO_DATE, NO_DATE, "2023-06-01", "2024-06-30"])
SUITABILITY = st.sampled_from(["SUITABLE", "SUITABLE", "UNSUITABLE", "UNKNOWN", None])
ANSWER = st.sampled_from(["YES", "YES", "NO", "UNKNOWN", "", None])
VICTIM_ANSWER = st.sampled_from(["Yes", "Yes", "No", "Not known", "", None])
RESIDENCE = st.sampled_from(["LOCAL"] * 5 + [None, "", "OTHER"])
APPEAL = st.sampled_from(["", "", None, "Result of appeal unsuccessful"])
QUASHED = st.sampled_from(["Changed on appeal", "Result of appeal successful"])


CARE = ("Child in Need", "Looked After Child", "Early Help referral", "Other words")


@st.composite
def an_outcome(draw, code, day, text=""):
    """Draw a legal outcome, now and then quashed or of another area."""
    return {
        "outcomeDate": day,
        "legalOutcome": code,
        "cmslegalOutcome": text,
        "mainOrOther": draw(st.sampled_from(["MAIN", "OTHER", None])),
        "outcomeAppealStatus": draw(st.one_of(APPEAL, APPEAL, APPEAL, QUASHED)),
        "residenceOnLegalOutcomeDate": draw(RESIDENCE),
    }


@st.composite
def an_order(draw, number):
    """Draw an offence with its outcomes, its programmes, and their links."""
    code, start = draw(st.sampled_from(sorted(ORDER_TYPE_OF))), draw(STARTS)
    kind = draw(st.sampled_from(["plain"] * 4 + ["detention", "text", "fine"]))
    end = draw(ENDS)
    programmes = [a_programme(f"P{number}", code, start, end)]
    outcomes = [draw(an_outcome(code, start))]
    if kind == "detention":
        outcomes = [draw(an_outcome("DETENTION_AND_TRAINING_ORDER", start))]
        programmes = [
            a_programme(f"P{number}", "DTO_CUSTODY", start, "2024-04-01"),
            a_programme(f"L{number}", "DTO_LICENCE", "2024-04-01", end),
        ]
    elif kind == "text":
        outcomes = [draw(an_outcome("NOT_KNOWN", start, "Outcome 22"))]
        programmes = [a_programme(f"P{number}", O22, start, end)]
    elif kind == "fine":
        outcomes.append(draw(an_outcome("FINE", start)))
    for programme in programmes:
        programme["kpi6SuccessfullyCompleted"] = draw(
            st.sampled_from([True, False, None])
        )
    offence = draw(an_offence(number)) | {"offenceLegalOutcome": outcomes}
    links = [
        {"offenceID": f"F{number}", "interventionProgrammeID": programme_id}
        for programme_id in (item["interventionProgrammeID"] for item in programmes)
    ]
    return offence, programmes, links


def a_programme(programme_id, code, start, end):
    """Return a programme that does not yet say whether it was completed."""
    dates = {"startDate": start, "endDate": end}
    return {"interventionProgrammeID": programme_id, "disposalType": code, **dates}


@st.composite
def an_offence(draw, number):
    """Draw an offence without its outcome."""
    categories = ["ROBBERY", "DRUGS", "VIOLENCE_AGAINST_THE_PERSON", "ARSON", None]
    return {
        "offenceID": f"F{number}",
        "offenceDate": draw(st.sampled_from(["2023-01-10", "2024-02-29", NO_DATE])),
        "cjscode": "TH68010",
        "yjboffenceCategory": draw(st.sampled_from(categories)),
        "yjbseriousnessScore": draw(st.sampled_from([None, *range(9)])),
        "ageAtArrestOrOffence": draw(st.sampled_from([15, 15, 10, 9, None])),
        "ageOnFirstHearing": draw(st.sampled_from([15, 15, 17, 18, None])),
        "policeBail": [],
    }


@st.composite
def statuses(draw):
    """Draw where a child lives and learns, and what it needs."""
    dated = {"startDate": draw(STATUS_START), "endDate": draw(STATUS_END)}
    address = {
        "date": draw(STATUS_START),
        "kpi1EndDate": draw(STATUS_END),
        "kpi1PrimaryResidence": draw(st.sampled_from([True, True, False, None])),
        "kpi1AccommodationType": draw(
            st.sampled_from(["AT_HOME", "YOI", "NO_FIXED_ABODE", "TENT"])
        ),
        "kpi1AccommodationSuitability": draw(SUITABILITY),
    }
    education = {
        "provisionType": draw(st.sampled_from(["COLLEGE", "NONE", None])),
        "suitability": draw(SUITABILITY),
        "hoursOffered": draw(st.sampled_from([None, 0, 12.5, 15, 16, 24, 25, 30])),
        "hours": draw(st.sampled_from([None, 0, 10, 16, 40])),
    }
    need = {
        "kpi3IdentifiedSENDALN": draw(ANSWER),
        "kpi3SENDFormalPlan": draw(ANSWER),
        "kpi3SENDStartDate": dated["startDate"],
        "kpi3SENDEndDate": dated["endDate"],
    }
    return {
        "residence": [address] * draw(st.integers(0, 2)),
        "ete_status": [dated | education] * draw(st.integers(0, 2)),
        "sendaln": [need],
        "care_status": [dated | {"status": draw(st.sampled_from(CARE))}],
        "health": draw(health()),
    }


@st.composite
def health(draw):
    """Draw what was screened, offered and attended."""

    def record(prefix, kind, types):
        names = ("DateScreened", "DateOffered", "DateAttendedStart")
        return {
            **{f"{prefix}{name}": draw(STATUS_START) for name in names},
            f"{prefix}DateAttendedEnd": draw(STATUS_END),
            f"{kind}InterventionType": draw(st.sampled_from([*types, "", None])),
        }

    mental = record("kpi4MH", "kpi4MH", ["GETTING_HELP", "NO_INTERVENTION"])
    substances = record("kpi5SM", "kpi5SM", ["COMPLEX_CARE", "NO_INTERVENTION"])
    many = st.integers(0, 2)
    return {
        "mentalHealth": {"kpi4MentalHealthWellbeing": [mental] * draw(many)},
        "substanceMisuse": {"kpi5SubstanceMisuse": [substances] * draw(many)},
    }


@st.composite
def a_victim(draw, number):
    """Draw the work with a victim, who may be the victim of another child too."""
    answers = (
        *("consentYJSContact", "engagedRJ", "viewPrior", "progressRequest"),
        *("progressProvided", "additionalSupportRequest", "additionalSupportProvided"),
    )
    return {
        "victimInterventionID": f"V{number}",
        "victimID": draw(st.sampled_from(["X1", "X2", "X3", None])),
        "yjscontactDate": draw(STATUS_START),
        **{name: draw(VICTIM_ANSWER) for name in answers},
    }
