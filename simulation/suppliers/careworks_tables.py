"""The shape of CareWorks' tables of offending and casework belongs here.

Outcomes are in `careworks_outcomes`, children and their circumstances in
`careworks_people`.
"""

import pandas as pd

from simulation.suppliers.careworks_ids import number_objects
from simulation.suppliers.careworks_texts import (
    find_true_codes,
    write_days,
    write_flags,
)
from simulation.suppliers.core_plus_texts import Words

ANSWERS = {
    "CONSENTED": "consent_code",
    "VIEWS_ASKED": "view_prior_code",
    "UPDATES_WANTED": "progress_requested_code",
    "UPDATES_GIVEN": "progress_provided_code",
    "SUPPORT_WANTED": "support_requested_code",
    "SUPPORT_GIVEN": "support_provided_code",
    "RJ_TAKEN_UP": "engaged_rj_code",
}


def shape_movements(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of CW_CASE_MOVEMENT."""
    ids = rows["transfer_id"]
    return {
        "MOVEMENT_REF": number_objects("movement", ids),
        "MOVEMENT_DT": write_days(rows["transfer_date"]),
        "MOVEMENT": words.name_codes("transfer", rows["transfer_code"], ids),
    }


def shape_offences(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of CW_OFFENCE."""
    ids, kinds = rows["offence_id"], rows["offence_category_code"]
    return {
        "OFFENCE_REF": number_objects("offence", ids),
        "COMMITTED_DT": write_days(rows["offence_date"]),
        "ARRESTED_DT": write_days(rows["arrest_date"]),
        "CJS_CODE": rows["cjs_code"],
        "OFFENCE_TITLE": rows["offence_description"],
        "YJB_CATEGORY": words.name_codes("offence_category", kinds, ids),
        "GRAVITY": rows["seriousness_score"],
        "AGE_THEN": rows["age_at_arrest_or_offence"],
        "AGE_AT_COURT": rows["age_on_first_hearing"],
        "KNIFE_CRIME": write_flags(rows["is_knife_related"].astype(float)),
    }


def shape_appearances(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of CW_COURT_APPEARANCE."""
    ids, decisions = rows["hearing_id"], rows["remand_decision_code"]
    kinds = rows["court_type"].str.replace("_", " ").str.title()
    return {
        "APPEARANCE_REF": number_objects("hearing", ids),
        "APPEARANCE_DT": write_days(rows["hearing_date"]),
        "COURT": rows["court_name"],
        "COURT_KIND": kinds,
        "BAIL_DECISION": words.name_codes("remand_decision", decisions, ids),
    }


def shape_programmes(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of CW_PROGRAMME."""
    ids = rows["programme_id"]
    kinds = find_true_codes(rows["disposal_type_code"], rows["cms_disposal_type"])
    return {
        "PROGRAMME_REF": number_objects("programme", ids),
        "PROGRAMME_KIND": words.name_codes("disposal_type", kinds, ids),
        "BEGAN_DT": write_days(rows["start_date"]),
        "FINISHED_DT": write_days(rows["end_date"]),
        "COMPLETED_OK": write_flags(rows["is_successfully_completed"]),
    }


def shape_victims(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of CW_VICTIM."""
    ids = rows["victim_intervention_id"]
    answers = {
        column: words.name_codes("victim_answer", rows[name], ids)
        for column, name in ANSWERS.items()
    }
    return {
        "VICTIM_WORK_REF": number_objects("victim_work", ids),
        "VICTIM_REF": number_objects("victim", rows["victim_id"]),
        **answers,
        "CONTACTED_DT": write_days(rows["contact_date"]),
        "UPDATES_WANTED_DT": write_days(rows["progress_requested_date"]),
        "UPDATES_GIVEN_DT": write_days(rows["progress_provided_date"]),
        "RJ_FROM_DT": write_days(rows["engaged_rj_start"]),
        "RJ_TO_DT": write_days(rows["engaged_rj_end"]),
    }


def shape_assessments(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:  # noqa: ARG001
    """Return the columns of CW_ASSESSMENT."""
    return {
        "ASSESSMENT_REF": number_objects("assessment", rows["assessment_id"]),
        "SIGNED_OFF_DT": write_days(rows["assessment_date"]),
        "ASSESSMENT_KIND": rows["assessment_type"],
        "REOFFENDING_LEVEL": rows["likelihood_of_reoffending"],
        "HARM_LEVEL": rows["risk_of_serious_harm"],
        "SAFETY_LEVEL": rows["safety_and_wellbeing"],
    }


def shape_stages(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:  # noqa: ARG001
    """Return the columns of CW_CASE_STAGE: a programme is a case in intervention."""
    return {
        "STAGE_REF": number_objects("stage", rows["programme_id"]),
        "STAGE": pd.Series("Intervention", rows.index, dtype="str"),
        "ENTERED_DT": write_days(rows["start_date"]),
        "LEFT_DT": write_days(rows["end_date"]),
    }
