"""The columns of Capita One's youth justice tables, and what of the world fills them.

A line is: column, how it is written, column of the world. The ways of writing are in
`capita_one_shape`; a way that is no such word is a look-up, whose code is written.
"""

SPAN = "DATE_FROM day start_date; DATE_TO open_day end_date"
HEALTH = (
    "HEALTH_ID number health_id; SCREENED day screened_date;"
    "REFERRED day referred_date; OFFERED day offered_date;"
    "ATTENDED_FROM day attended_start_date; ATTENDED_TO open_day attended_end_date"
)
# table of the export: (table of the world, its columns; STUD_ID follows the key)
_TABLES = {
    "yj_transfer": (
        "transfers",
        "TRANSFER_ID number transfer_id; TRANSFER_DATE day transfer_date;"
        "TRANSFER_CODE YJTRANS transfer_code",
    ),
    "yj_accommodation": (
        "residences",
        f"ACCOM_ID number residence_id; {SPAN}; PRIMARY_IND flag is_primary;"
        "ACCOM_CODE YJACCOM accommodation_type_code;"
        "SUITABLE_CODE YJSUIT suitability_code; POST_CODE text postcode",
    ),
    "yj_activity": (
        "ete",
        f"ACTIVITY_ID number ete_id; {SPAN}; ACTIVITY_CODE ACTIVITY provision_type_code;"
        "SUITABLE_CODE ACTSUIT suitability_code; HRS_OFFERED hours hours_offered;"
        "HRS_ATTENDED hours hours_attended",
    ),
    "yj_sen": (
        "send",
        f"SEN_ID number send_id; {SPAN}; IDENTIFIED_CODE SENANS identified_code;"
        "PLAN_CODE SENANS formal_plan_code",
    ),
    "yj_care_status": (
        "care",
        f"CARE_ID number care_id; STATUS_CODE SOCCARE status_text; {SPAN}",
    ),
    "yj_mental_health": (
        "mental_health",
        f"{HEALTH}; TIER_CODE MHTIER intervention_type_code",
    ),
    "yj_substance_misuse": (
        "substance_misuse",
        f"{HEALTH}; TIER_CODE SMTIER intervention_type_code",
    ),
    "yj_offence": (
        "offences",
        "OFFENCE_ID number offence_id; OFFENCE_DATE day offence_date;"
        "ARREST_DATE open_day arrest_date; CJS_CODE text cjs_code;"
        "TITLE text offence_description; CATEGORY_CODE YJOFFCAT offence_category_code;"
        "GRAVITY text seriousness_score; AGE_ARREST text age_at_arrest_or_offence;"
        "AGE_HEARING text age_on_first_hearing; KNIFE_IND flag is_knife_related",
    ),
    "yj_disposal": (
        "outcomes",
        "DISPOSAL_ID number outcome_id; OFFENCE_ID number offence_id;"
        "DISPOSAL_DATE day outcome_date; DISPOSAL_CODE YJDISP true_outcome_code;"
        "ROLE_CODE YJROLE main_or_other_code; APPEAL_CODE YJAPPEAL appeal_status;"
        "RESIDENT_CODE YJRESID residence_status_code; TERM_MONTHS term months;"
        "TERM_DAYS term days",
    ),
    "yj_hearing": (
        "hearings",
        "HEARING_ID number hearing_id; HEARING_DATE day hearing_date;"
        "COURT_NAME text court_name; COURT_TYPE initials court_type;"
        "REMAND_CODE YJREMAND remand_decision_code",
    ),
    "yj_hearing_offence": (
        "hearing_offences",
        "HEARING_ID number hearing_id; OFFENCE_ID number offence_id",
    ),
    "yj_intervention": (
        "programmes",
        "INTERVENTION_ID number programme_id;"
        f"INTERVENTION_CODE YJINTV true_programme_code; {SPAN};"
        "COMPLETED_IND flag is_successfully_completed",
    ),
    "yj_intervention_offence": (
        "programme_offences",
        "INTERVENTION_ID number programme_id; OFFENCE_ID number offence_id",
    ),
    "yj_victim": (
        "victims",
        "VICTIM_WORK_ID number victim_intervention_id; VICTIM_ID number victim_id;"
        "CONSENT_CODE VICANS consent_code; CONTACT_DATE day contact_date;"
        "VIEW_CODE VICANS view_prior_code;"
        "PROGRESS_ASKED_CODE VICANS progress_requested_code;"
        "PROGRESS_ASKED_DATE day progress_requested_date;"
        "PROGRESS_TOLD_CODE VICANS progress_provided_code;"
        "PROGRESS_TOLD_DATE day progress_provided_date;"
        "SUPPORT_ASKED_CODE VICANS support_requested_code;"
        "SUPPORT_GIVEN_CODE VICANS support_provided_code;"
        "RJ_CODE VICANS engaged_rj_code; RJ_FROM day engaged_rj_start;"
        "RJ_TO day engaged_rj_end",
    ),
    "yj_victim_offence": (
        "victim_offences",
        "VICTIM_WORK_ID number victim_intervention_id; OFFENCE_ID number offence_id",
    ),
    "yj_assessment": (
        "assessments",
        "ASSESSMENT_ID number assessment_id; ASSESSED_ON day assessment_date;"
        "KIND text assessment_type; REOFFENDING text likelihood_of_reoffending;"
        "SERIOUS_HARM text risk_of_serious_harm; SAFETY text safety_and_wellbeing",
    ),
}
_STUDENT = (
    "STUD_ID student person_id; ORIGIN_REF text originating_id; SURNAME text surname;"
    "FORENAME text forename; DOB open_day birth_date; GENDER GENDER sex;"
    "ETHNICITY ETHNIC ethnicity_code; NHS_NO text nhs_number; UPN text upn;"
    "PNC_NO text pnc_number; POST_CODE text postcode;"
    "CASE_OFFICER text case_worker_id;"
    "LAST_CHANGED moment changed_at; DELETED flag is_deleted"
)

Column = tuple[str, str, str]


def _read(columns: str) -> tuple[Column, ...]:
    parts = (column.split() for column in columns.split(";"))
    return tuple((name, how, source) for name, how, source in parts)


STUDENT = _read(_STUDENT)
TABLES: dict[str, tuple[str, tuple[Column, ...]]] = {
    table: (source, _read(columns)) for table, (source, columns) in _TABLES.items()
}
