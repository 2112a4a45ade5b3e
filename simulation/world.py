"""The truth of an invented youth justice service, as one set of tables, belongs here.

How the truth is generated, how a supplier writes it and what it measures do not.
"""

from dataclasses import dataclass, fields

import pandas as pd

# Columns of every table, in order. Dates are datetime64[s] without time, NaT = none or
# still open; `*_at` are timestamps; `*_id` and `child` are integers that never depend
# on chunks; codes are the national codes of the reference tables; `is_*` are booleans.
# `record` says which of the child's records in the case system holds the row:
# 0 = children.person_id, 1 = children.second_person_id.
_COLUMNS = {
    # one row per child known to the service. `child` counts from 0. person_id text.
    # second_person_id '' unless the case system holds the child twice (same
    # originating id and birth date). originating_id may be '', 'N/A' or hold a space.
    # sex '1','2','0','9'. pnc_number '' when never arrested. postcode = newest address.
    # is_send_silent: education knows of a need, the case system holds no SEND row.
    # is_care_silent: social care knows of a spell, the case system holds no care row.
    # changed_on: day on which the case system's record of the child was last changed.
    # previous_id, second_previous_id: the ids of both records in the case system before,
    # '' where there was none. case_worker_id: who of the staff holds the case, '' = nobody.
    "children": (
        "child service person_id second_person_id surname forename birth_date sex "
        "ethnicity_code nhs_number upn pnc_number postcode family is_twin "
        "originating_id is_send_silent is_care_silent first_contact changed_on "
        "previous_id second_previous_id case_worker_id"
    ),
    # pupils, patients, nominals and looked-after children never known to the service.
    # Their `child` starts at OTHER_CHILDREN; same columns where they make sense.
    "other_children": (
        "child surname forename birth_date sex ethnicity_code nhs_number upn "
        "pnc_number postcode is_pupil is_patient is_nominal is_looked_after"
    ),
    # where children truly lived; rows of a child follow each other without gaps
    "moves": "child start_date end_date postcode",
    # ---- what the case system holds -------------------------------------------------
    "residences": (
        "child record residence_id start_date end_date is_primary "
        "accommodation_type_code suitability_code postcode"
    ),
    "ete": (
        "child record ete_id start_date end_date provision_type_code suitability_code "
        "hours_offered hours_attended"
    ),
    # true SEND history of children and other children; the case system holds the rows
    # of children who are not silent. identified and plan: YES, NO, UNKNOWN. provision: E, K or N
    # (what a school census shows while the child is on roll).
    "send": (
        "child record send_id start_date end_date identified_code formal_plan_code "
        "provision"
    ),
    # status_text = the national texts; no row for children who are care silent
    "care": "child record care_id status_text start_date end_date",
    "mental_health": (
        "child record health_id screened_date referred_date offered_date "
        "attended_start_date attended_end_date intervention_type_code"
    ),
    "substance_misuse": (
        "child record health_id screened_date referred_date offered_date "
        "attended_start_date attended_end_date intervention_type_code"
    ),
    "offences": (
        "child record offence_id offence_date arrest_date cjs_code "
        "offence_description offence_category_code seriousness_score "
        "age_at_arrest_or_offence age_on_first_hearing is_knife_related"
    ),
    # outcome_number counts from 1 within its offence. legal_outcome_code national;
    # cms_legal_outcome = the text of the case system (its LEGAL_OUTCOME). Its term is
    # split over term_days to term_years, added up; 0 in all four = it has none.
    "outcomes": (
        "child record outcome_id offence_id outcome_number outcome_date "
        "legal_outcome_code cms_legal_outcome main_or_other_code appeal_status "
        "residence_status_code term_days term_weeks term_months term_years"
    ),
    "hearings": (
        "child record hearing_id hearing_date court_name court_type "
        "remand_decision_code"
    ),
    "hearing_offences": "child record hearing_id offence_id",
    # is_successfully_completed is 1.0, 0.0 or NaN (not stated, or still running)
    "programmes": (
        "child record programme_id start_date end_date disposal_type_code "
        "cms_disposal_type is_successfully_completed"
    ),
    "programme_offences": "child record programme_id offence_id",
    # victim_id as the case system numbers victims, true_victim_id who it is
    "victims": (
        "child record victim_intervention_id victim_id true_victim_id consent_code "
        "contact_date view_prior_code progress_requested_code progress_requested_date "
        "progress_provided_code progress_provided_date support_requested_code "
        "support_provided_code engaged_rj_code engaged_rj_start engaged_rj_end"
    ),
    "victim_offences": "child record victim_intervention_id offence_id",
    "transfers": "child record transfer_id transfer_date transfer_code",
    "assessments": (
        "child record assessment_id assessment_date assessment_type "
        "likelihood_of_reoffending risk_of_serious_harm safety_and_wellbeing"
    ),
    # ---- what only partners hold (children and other_children) ----------------------
    # looked-after episodes as in the SSDA903: one row per episode, `spell` counts the
    # period of care within the child; a following episode starts on the day the one
    # before it ends. legal_status C2, V2, L1, J1...; placement U1, U6, K2, H5, P2...;
    # need N1-N8. No episode ended before the first simulated day.
    "lac_spells": ("child spell start_date end_date legal_status placement need"),
    # school = native id of the school (SCH1...). On roll while start <= day <= end
    "schools": "child school start_date end_date",
    # sessions: half days. category FIXD or PERM. reason: PP, PA, VP, DB, DA, BU, TH, OT
    "exclusions": "child school start_date sessions reason category",
    # one row per child and occurrence. role SUSPECT, VICTIM, WITNESS, MISSING.
    # outcome_type 1-22 or 0 (none yet). arrested_at, released_at NaT when not arrested.
    # custody_disposal: CHARGED, BAILED, RUI, NFA, CAUTIONED or ''. offence_id = the
    # offence in the case system, or 0.
    "police_contacts": (
        "child occurrence_id role ho_code offence_title offence_date outcome_type "
        "outcome_date custody_id arrested_at released_at arrest_reason "
        "custody_disposal offence_id"
    ),
    # service_offered: CAMHS, LIAISON_AND_DIVERSION, SALT, SUBSTANCE_MISUSE
    "health_referrals": (
        "child referral_id referral_date reason service_offered end_date"
    ),
    "health_contacts": (
        "child contact_id referral_id contact_at contact_type is_attended"
    ),
}
TABLES = {name: tuple(columns.split()) for name, columns in _COLUMNS.items()}

OTHER_CHILDREN = 1_000_000_000

CASE_TABLES = tuple(name for name, columns in TABLES.items() if "record" in columns)


@dataclass(frozen=True, slots=True)
class World:
    """One chunk of the truth as known on the simulation's last day.

    Grain and columns of each table: see `TABLES`. Nothing starts after the last day,
    and what ends after it has no end yet.
    """

    children: pd.DataFrame
    other_children: pd.DataFrame
    moves: pd.DataFrame
    residences: pd.DataFrame
    ete: pd.DataFrame
    send: pd.DataFrame
    care: pd.DataFrame
    mental_health: pd.DataFrame
    substance_misuse: pd.DataFrame
    offences: pd.DataFrame
    outcomes: pd.DataFrame
    hearings: pd.DataFrame
    hearing_offences: pd.DataFrame
    programmes: pd.DataFrame
    programme_offences: pd.DataFrame
    victims: pd.DataFrame
    victim_offences: pd.DataFrame
    transfers: pd.DataFrame
    assessments: pd.DataFrame
    lac_spells: pd.DataFrame
    schools: pd.DataFrame
    exclusions: pd.DataFrame
    police_contacts: pd.DataFrame
    health_referrals: pd.DataFrame
    health_contacts: pd.DataFrame

    def __post_init__(self) -> None:
        """Hold every table to its columns.

        Raises:
            ValueError: a table lacks a column or has them in another order.
        """
        for field in fields(self):
            columns = tuple(getattr(self, field.name).columns)
            if columns != TABLES[field.name]:
                raise ValueError(f"world table {field.name} has columns {columns}")

    def everybody(self) -> pd.DataFrame:
        """Return children and other children under their shared columns."""
        shared = [c for c in TABLES["other_children"] if c in TABLES["children"]]
        return pd.concat(
            [self.children[shared], self.other_children[shared]], ignore_index=True
        )
