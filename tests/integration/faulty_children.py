"""Every gap, unknown code and contradiction that a case document can hold of a child.

Which change of a sound child raises which code belongs here, one line each. Documents
and returns as a whole are tested in ``test_returns_in_doubt.py``.
"""

from tests.integration.sound_documents import (
    ETE,
    OFFENCE,
    VICTIM,
)

O1 = "offence.0."
X1 = "offence.0.offenceLegalOutcome.0."
P1 = "intervention_programme.0."
R1, E1, S1, C1, V1 = (
    *("residence.0.", "ete_status.0.", "sendaln.0.", "care_status.0."),
    "victim_intervention.0.",
)
MH = "health.mentalHealth.kpi4MentalHealthWellbeing.0."
SM = "health.substanceMisuse.kpi5SubstanceMisuse.0."
NO_DATE = "1900-01-01"

# code, what is changed; a code may have several ways of coming about
CASES = [
    # the child
    ("DQ-BIRTH-DATE-MISSING", {"person_details.dateOfBirth": NO_DATE}),
    ("DQ-BIRTH-DATE-UNREADABLE", {"person_details.dateOfBirth": "1850-02-03"}),
    ("DQ-BIRTH-DATE-1-JANUARY", {"person_details.dateOfBirth": "2008-01-01"}),
    ("DQ-BIRTH-DATE-FUTURE", {"person_details.dateOfBirth": "2030-02-03"}),
    ("DQ-AGE-IMPLAUSIBLE", {"person_details.dateOfBirth": "1924-02-03"}),
    ("DQ-AGE-IMPLAUSIBLE", {"person_details.dateOfBirth": "2014-02-03"}),
    ("DQ-SEX-NULL", {"person_details.sex": None, "person_details.gender": ""}),
    ("DQ-ETHNICITY-NULL", {"person_details.ethnicity": ""}),
    ("DQ-ETHNICITY-CODE", {"person_details.ethnicity": "MARTIAN"}),
    ("DQ-ETHNICITY-CODE", {"person_details.ethnicity": "OTHER_CHINESE_2001"}),
    # offences
    ("DQ-OFFENCE-DATE-NULL", {O1 + "offenceDate": NO_DATE}),
    ("DQ-CATEGORY-NULL", {O1 + "yjboffenceCategory": None}),
    ("DQ-CATEGORY-CODE", {O1 + "yjboffenceCategory": "PIRACY"}),
    ("DQ-SCORE-NULL", {O1 + "yjbseriousnessScore": None}),
    ("DQ-SCORE-RANGE", {O1 + "yjbseriousnessScore": 0}),
    ("DQ-AGE-OFFENCE-NULL", {O1 + "ageAtArrestOrOffence": None}),
    ("DQ-AGE-HEARING-NULL", {O1 + "ageOnFirstHearing": None}),
    ("DQ-AGE-CONTRADICTS", {O1 + "ageAtArrestOrOffence": 99}),
    ("DQ-AGE-CONTRADICTS", {O1 + "ageOnFirstHearing": 16}),
    (
        "DQ-AGE-UNKNOWN",
        {"person_details.dateOfBirth": None, O1 + "ageAtArrestOrOffence": None},
    ),
    ("DQ-VALUE-UNREADABLE", {O1 + "knifeRelatedOffence": "PERHAPS"}),
    ("DQ-VALUE-UNREADABLE", {O1 + "ageOnFirstHearing": 10**20}),
    (
        "DQ-OUTCOME-MISSING",
        {"offence.1": OFFENCE | {"offenceID": "O2", "offenceLegalOutcome": []}},
    ),
    # outcomes
    ("DQ-OUTCOME-CODE", {X1 + "legalOutcome": "TALKING_TO"}),
    ("DQ-OUTCOME-CODE", {X1 + "legalOutcome": "REPRIMAND", X1 + "cmslegalOutcome": ""}),
    ("DQ-OUTCOME-CODE", {X1 + "legalOutcome": None, X1 + "cmslegalOutcome": ""}),
    ("DQ-OUTCOME-DATE-NULL", {X1 + "outcomeDate": NO_DATE}),
    ("DQ-OUTCOME-FUTURE", {X1 + "outcomeDate": "2025-05-10"}),
    ("DQ-OUTCOME-BEFORE-OFFENCE", {X1 + "outcomeDate": "2023-04-09"}),
    ("DQ-RES-NULL", {X1 + "residenceOnLegalOutcomeDate": None}),
    ("DQ-RES-NULL", {X1 + "residenceOnLegalOutcomeDate": ""}),
    ("DQ-APPEAL-NULL", {X1 + "outcomeAppealStatus": None}),
    ("DQ-APPEAL-CODE", {X1 + "outcomeAppealStatus": "Under way"}),
    ("DQ-LINK-MISSING", {"link_offence_intervention_programme": []}),
    (
        "DQ-LINK-CAUTION",
        {
            "link_offence_intervention_programme": [],
            X1 + "legalOutcome": "YOUTH_CAUTION",
        },
    ),
    (
        "DQ-LINK-BROKEN",
        {
            "link_offence_intervention_programme.1": {
                "offenceID": "O9",
                "interventionProgrammeID": "P1",
            }
        },
    ),
    ("DQ-LINK-BROKEN", {"link_offence_intervention_programme.1": {}}),
    (
        "DQ-RELEASE-UNKNOWN",
        {X1 + "legalOutcome": "SECTION_250", P1 + "disposalType": "SECTION_250"},
    ),
    # programmes
    ("DQ-DISPOSAL-CODE", {P1 + "disposalType": "TALKING_TO"}),
    ("DQ-DISPOSAL-CODE", {P1 + "disposalType": "REPRIMAND"}),
    ("DQ-DISPOSAL-CODE", {P1 + "disposalType": None}),
    ("DQ-PROGRAMME-UNLINKED", {"link_offence_intervention_programme": []}),
    ("DQ-PROGRAMME-UNLINKED", {O1 + "offenceLegalOutcome": []}),
    ("DQ-START-NULL", {P1 + "startDate": NO_DATE}),
    ("DQ-END-BEFORE-START", {P1 + "endDate": "2023-05-09"}),
    (
        "DQ-END-MISSING",
        {P1 + "startDate": "2023-05-10", P1 + "endDate": NO_DATE},
    ),
    ("DQ-END-FUTURE", {P1 + "endDate": "2024-12-10"}),
    ("DQ-BIRTH-DATE-NULL", {"person_details.dateOfBirth": NO_DATE}),
    ("DQ-K6-FLAG-NULL", {P1 + "kpi6SuccessfullyCompleted": None}),
    # hearings and transfers
    ("DQ-HEARING-DATE-NULL", {"hearing.0.hearingDate": NO_DATE}),
    ("DQ-REMAND-CODE", {"hearing.0.remandDecision": "GROUNDED"}),
    ("DQ-TRANSFER-DATE-NULL", {"transfer.0.date": NO_DATE}),
    ("DQ-TRANSFER-CODE", {"transfer.0.description": "BEAMED_OVER"}),
    # where the child lives and learns
    ("DQ-ACC-MISSING", {"residence": []}),
    ("DQ-ACC-CODE", {R1 + "kpi1AccommodationType": "TENT"}),
    ("DQ-ACC-CODE", {R1 + "kpi1AccommodationType": None}),
    ("DQ-ACC-SUITABILITY-NULL", {R1 + "kpi1AccommodationSuitability": None}),
    ("DQ-ACC-PRIMARY-NULL", {R1 + "kpi1PrimaryResidence": None}),
    ("DQ-ETE-MISSING", {"ete_status": []}),
    ("DQ-ETE-CODE", {E1 + "provisionType": "CIRCUS"}),
    ("DQ-ETE-SUITABILITY-NULL", {E1 + "suitability": ""}),
    ("DQ-ETE-HOURS-NULL", {E1 + "hoursOffered": None}),
    ("DQ-ETE-HOURS-RANGE", {E1 + "hoursOffered": 500}),
    ("DQ-ETE-HOURS-RANGE", {E1 + "hours": -1}),
    ("DQ-ETE-HOURS-OVER", {E1 + "hours": 25.5}),
    ("DQ-ETE-NONE-HOURS", {E1 + "provisionType": "NONE"}),
    ("DQ-ETE-ZERO-HOURS", {"ete_status.0": ETE | {"hoursOffered": 0, "hours": 0}}),
    ("DQ-SEND-NEED-NULL", {S1 + "kpi3IdentifiedSENDALN": None}),
    ("DQ-SEND-PLAN-NULL", {S1 + "kpi3SENDFormalPlan": ""}),
    ("DQ-CARE-CODE", {C1 + "status": "Words of ours"}),
    ("DQ-CARE-CODE", {C1 + "status": None}),
    ("DQ-MH-TYPE-NULL", {MH + "kpi4MHInterventionType": ""}),
    ("DQ-SM-TYPE-NULL", {SM + "kpi5SMInterventionType": None}),
    ("DQ-STATUS-END-BEFORE-START", {R1 + "kpi1EndDate": "2019-01-01"}),
    ("DQ-STATUS-END-BEFORE-START", {E1 + "endDate": "2019-01-01"}),
    ("DQ-STATUS-END-BEFORE-START", {MH + "kpi4MHDateAttendedEnd": "2019-01-01"}),
    ("DQ-STATUS-START-NULL", {C1 + "startDate": NO_DATE}),
    ("DQ-DATE-BEFORE-BIRTH", {O1 + "offenceDate": "2008-05-01"}),
    ("DQ-DATE-BEFORE-BIRTH", {X1 + "outcomeDate": "2008-05-01"}),
    ("DQ-DATE-BEFORE-BIRTH", {P1 + "startDate": "2001-05-01"}),
    ("DQ-DATE-BEFORE-BIRTH", {"hearing.0.hearingDate": "2001-05-01"}),
    ("DQ-DATE-BEFORE-BIRTH", {R1 + "date": "2001-05-01"}),
    ("DQ-DATE-BEFORE-BIRTH", {S1 + "kpi3SENDStartDate": "2001-05-01"}),
    # victims
    ("DQ-VICTIM-ID-NULL", {V1 + "victimID": None}),
    ("DQ-VICTIM-CONSENT-NULL", {V1 + "consentYJSContact": ""}),
    ("DQ-VICTIM-ENGAGED-NULL", {V1 + "engagedRJ": None}),
    (
        "DQ-VICTIM-UNLINKED",
        {"victim_intervention.1": VICTIM | {"victimInterventionID": "V2"}},
    ),
]
