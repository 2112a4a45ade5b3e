"""The shape of every table of the case system's reporting export belongs here.

The words for codes and the files themselves do not.
"""

import pandas as pd

from simulation.suppliers.core_plus_texts import (
    Words,
    write_answers,
    write_dates,
    write_flags,
    write_hours,
    write_terms,
)

HEALTH = (("screened_date", "SCREENED_DATE"), ("referred_date", "REFERRED_DATE"),
          ("offered_date", "OFFERED_DATE"), ("attended_start_date", "ATTENDED_START"),
          ("attended_end_date", "ATTENDED_END"))  # fmt: skip


def shape_residences(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of PERSON_ACCOMMODATION."""
    ids = rows["residence_id"]
    kinds = rows["accommodation_type_code"]
    return {
        "ACCOMMODATION_ID": ids,
        "START_DATE": write_dates(rows["start_date"]),
        "END_DATE": write_dates(rows["end_date"]),
        "IS_PRIMARY": write_flags(rows["is_primary"].astype(float)),
        "ACCOMMODATION_TYPE": words.name_codes("accommodation_type", kinds, ids),
        "SUITABILITY": words.name_codes("suitability", rows["suitability_code"], ids),
        "POSTCODE": rows["postcode"],
    }


def shape_ete(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of PERSON_ETE."""
    ids, suitability = rows["ete_id"], rows["suitability_code"]
    kinds = rows["provision_type_code"]
    return {
        "ETE_ID": ids,
        "START_DATE": write_dates(rows["start_date"]),
        "END_DATE": write_dates(rows["end_date"]),
        "PROVISION_TYPE": words.name_codes("ete_provision", kinds, ids),
        "SUITABILITY": words.name_codes("ete_suitability", suitability, ids),
        "HOURS_OFFERED": write_hours(rows["hours_offered"]),
        "HOURS_ATTENDED": write_hours(rows["hours_attended"]),
    }


def shape_send(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:  # noqa: ARG001
    """Return the columns of PERSON_SEND."""
    return {
        "SEND_ID": rows["send_id"],
        "START_DATE": write_dates(rows["start_date"]),
        "END_DATE": write_dates(rows["end_date"]),
        "IDENTIFIED_SEND": write_answers(rows["identified_code"]),
        "FORMAL_PLAN": write_answers(rows["formal_plan_code"]),
    }


def shape_care(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of PERSON_CARE_STATUS."""
    ids = rows["care_id"]
    return {
        "CARE_STATUS_ID": ids,
        "STATUS": words.name_codes("care_status", rows["status_text"], ids),
        "START_DATE": write_dates(rows["start_date"]),
        "END_DATE": write_dates(rows["end_date"]),
    }


def shape_mental_health(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of PERSON_MENTAL_HEALTH."""
    return _shape_health(words, rows, "MENTAL_HEALTH_ID", "mh_intervention")


def shape_substance_misuse(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of PERSON_SUBSTANCE_MISUSE."""
    return _shape_health(words, rows, "SUBSTANCE_MISUSE_ID", "sm_intervention")


def shape_offences(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of OFFENCE."""
    ids, categories = rows["offence_id"], rows["offence_category_code"]
    return {
        "OFFENCE_ID": ids,
        "OFFENCE_DATE": write_dates(rows["offence_date"]),
        "ARREST_DATE": write_dates(rows["arrest_date"]),
        "CJS_CODE": rows["cjs_code"],
        "OFFENCE_DESCRIPTION": rows["offence_description"],
        "OFFENCE_CATEGORY": words.name_codes("offence_category", categories, ids),
        "SERIOUSNESS": rows["seriousness_score"],
        "AGE_AT_ARREST_OR_OFFENCE": rows["age_at_arrest_or_offence"],
        "AGE_FIRST_HEARING": rows["age_on_first_hearing"],
        "KNIFE_RELATED": write_flags(rows["is_knife_related"].astype(float)),
    }


def shape_outcomes(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of OFFENCE_OUTCOME."""
    ids, appeals = rows["outcome_id"], rows["appeal_status"]
    return {
        "OUTCOME_ID": ids,
        "OFFENCE_ID": rows["offence_id"],
        "OUTCOME_DATE": write_dates(rows["outcome_date"]),
        "LEGAL_OUTCOME": rows["cms_legal_outcome"],
        "MAIN_OR_OTHER": rows["main_or_other_code"],
        "APPEAL_STATUS": words.name_codes("appeal_status", appeals, ids),
        "RESIDENCE_STATUS": rows["residence_status_code"],
        "TERM_DAYS": write_terms(rows["term_days"]),
        "TERM_WEEKS": write_terms(rows["term_weeks"]),
        "TERM_MONTHS": write_terms(rows["term_months"]),
        "TERM_YEARS": write_terms(rows["term_years"]),
    }


def shape_hearings(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of HEARING."""
    ids, decisions = rows["hearing_id"], rows["remand_decision_code"]
    return {
        "HEARING_ID": ids,
        "HEARING_DATE": write_dates(rows["hearing_date"]),
        "COURT_NAME": rows["court_name"],
        "COURT_TYPE": rows["court_type"].str.replace("_COURT", "").str.title(),
        "REMAND_DECISION": words.name_codes("remand_decision", decisions, ids),
    }


def shape_programmes(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:  # noqa: ARG001
    """Return the columns of INTERVENTION_PROGRAMME."""
    return {
        "PROGRAMME_ID": rows["programme_id"],
        "PROGRAMME_TYPE": rows["cms_disposal_type"],
        "START_DATE": write_dates(rows["start_date"]),
        "END_DATE": write_dates(rows["end_date"]),
        "COMPLETED_SUCCESSFULLY": write_flags(rows["is_successfully_completed"]),
    }


def shape_transfers(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of PERSON_TRANSFER."""
    ids = rows["transfer_id"]
    return {
        "TRANSFER_ID": ids,
        "TRANSFER_DATE": write_dates(rows["transfer_date"]),
        "TRANSFER_TYPE": words.name_codes("transfer", rows["transfer_code"], ids),
    }


def shape_victims(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:  # noqa: ARG001
    """Return the columns of VICTIM_CONTACT."""
    return {
        "VICTIM_CONTACT_ID": rows["victim_intervention_id"],
        "VICTIM_ID": rows["victim_id"],
        "CONSENT_TO_CONTACT": rows["consent_code"],
        "CONTACT_DATE": write_dates(rows["contact_date"]),
        "VIEW_SOUGHT": rows["view_prior_code"],
        "PROGRESS_REQUESTED": rows["progress_requested_code"],
        "PROGRESS_REQUESTED_DATE": write_dates(rows["progress_requested_date"]),
        "PROGRESS_PROVIDED": rows["progress_provided_code"],
        "PROGRESS_PROVIDED_DATE": write_dates(rows["progress_provided_date"]),
        "SUPPORT_REQUESTED": rows["support_requested_code"],
        "SUPPORT_PROVIDED": rows["support_provided_code"],
        "ENGAGED_RJ": rows["engaged_rj_code"],
        "ENGAGED_RJ_START": write_dates(rows["engaged_rj_start"]),
        "ENGAGED_RJ_END": write_dates(rows["engaged_rj_end"]),
    }


def shape_assessments(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:  # noqa: ARG001
    """Return the columns of ASSESSMENT."""
    return {
        "ASSESSMENT_ID": rows["assessment_id"],
        "ASSESSMENT_DATE": write_dates(rows["assessment_date"]),
        "ASSESSMENT_TYPE": rows["assessment_type"],
        "LIKELIHOOD_OF_REOFFENDING": rows["likelihood_of_reoffending"],
        "RISK_OF_SERIOUS_HARM": rows["risk_of_serious_harm"],
        "SAFETY_AND_WELLBEING": rows["safety_and_wellbeing"],
    }


def _shape_health(
    words: Words, rows: pd.DataFrame, key: str, code_list: str
) -> dict[str, pd.Series]:
    ids, kinds = rows["health_id"], rows["intervention_type_code"]
    dates = {column: write_dates(rows[name]) for name, column in HEALTH}
    kind = words.name_codes(code_list, kinds, ids)
    return {key: ids, **dates, "INTERVENTION_TYPE": kind}
