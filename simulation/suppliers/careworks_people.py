"""The shape of CareWorks' tables of children and their circumstances belongs here.

What they did and what was done about it is in `careworks_tables`.
"""

import pandas as pd

from simulation.suppliers._shape import format_dates
from simulation.suppliers.careworks_ids import name_clients, number_objects
from simulation.suppliers.careworks_texts import MOMENT, write_days, write_flags
from simulation.suppliers.core_plus_persons import find_updates
from simulation.suppliers.core_plus_texts import Words, write_hours


def shape_clients(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of CW_CLIENT; rows are the records of persons."""
    ids, ethnicities = rows["child"], rows["ethnicity_code"]
    return {
        "CLIENT_REF": name_clients(rows["person_id"]),
        "FIRST_YOT_REF": rows["originating_id"],
        "LAST_NAME": rows["surname"],
        "FIRST_NAME": rows["forename"],
        "BIRTH_DT": write_days(rows["birth_date"]),
        "GENDER_AT_BIRTH": words.name_codes("sex", rows["sex"], ids),
        "GENDER_IDENTITY": pd.Series("", rows.index, dtype="str"),
        "ETHNIC_ORIGIN": words.name_codes("ethnicity", ethnicities, ids),
        "NHS_NO": rows["nhs_number"],
        "PUPIL_NO": rows["upn"],
        "PNC_ID": rows["pnc_number"],
        "HOME_POSTCODE": rows["postcode"],
        "KEY_WORKER": rows["case_worker_id"],
        "MODIFIED_ON": format_dates(find_updates(words.dice, rows), MOMENT),
        "INACTIVE": write_flags(rows["is_deleted"].astype(float)),
    }


def shape_addresses(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of CW_CLIENT_ADDRESS."""
    ids, kinds = rows["residence_id"], rows["accommodation_type_code"]
    suitability = rows["suitability_code"]
    return {
        "ADDRESS_REF": number_objects("address", ids),
        **_shape_span(rows),
        "MAIN_ADDRESS": write_flags(rows["is_primary"].astype(float)),
        "ACCOMMODATION": words.name_codes("accommodation_type", kinds, ids),
        "ACCOM_SUITABLE": words.name_codes("suitability", suitability, ids),
        "POST_CODE": rows["postcode"],
    }


def shape_education(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of CW_EDUCATION."""
    ids, kinds = rows["ete_id"], rows["provision_type_code"]
    suitability = rows["suitability_code"]
    return {
        "EDUCATION_REF": number_objects("education", ids),
        **_shape_span(rows),
        "ETE_KIND": words.name_codes("ete_provision", kinds, ids),
        "ETE_SUITABLE": words.name_codes("ete_suitability", suitability, ids),
        "HRS_AVAILABLE": write_hours(rows["hours_offered"]),
        "HRS_TAKEN_UP": write_hours(rows["hours_attended"]),
    }


def shape_special_needs(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of CW_SPECIAL_NEED."""
    ids, plans = rows["send_id"], rows["formal_plan_code"]
    return {
        "NEED_REF": number_objects("special_need", ids),
        **_shape_span(rows),
        "HAS_NEED": words.name_codes("send_answer", rows["identified_code"], ids),
        "HAS_PLAN": words.name_codes("send_answer", plans, ids),
    }


def shape_social_care(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of CW_SOCIAL_CARE."""
    ids, statuses = rows["care_id"], rows["status_text"]
    return {
        "SOCIAL_CARE_REF": number_objects("social_care", ids),
        "SOCIAL_CARE_STATUS": words.name_codes("care_status", statuses, ids),
        **_shape_span(rows),
    }


def shape_mental_health(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of CW_HEALTH for rows about mental health."""
    return _shape_health(words, rows, "mental_health", ("EMH", "mh_intervention"))


def shape_substance_use(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of CW_HEALTH for rows about substances."""
    return _shape_health(words, rows, "substance_misuse", ("SU", "sm_intervention"))


def _shape_span(rows: pd.DataFrame) -> dict[str, pd.Series]:
    return {
        "FROM_DT": write_days(rows["start_date"]),
        "TO_DT": write_days(rows["end_date"]),
    }


def _shape_health(
    words: Words, rows: pd.DataFrame, kind: str, area: tuple[str, str]
) -> dict[str, pd.Series]:
    ids, codes = rows["health_id"], rows["intervention_type_code"]
    return {
        "HEALTH_REF": number_objects(kind, ids),
        "HEALTH_AREA": pd.Series(area[0], rows.index, dtype="str"),
        "SCREENED_DT": write_days(rows["screened_date"]),
        "REFERRED_DT": write_days(rows["referred_date"]),
        "OFFERED_DT": write_days(rows["offered_date"]),
        "STARTED_DT": write_days(rows["attended_start_date"]),
        "FINISHED_DT": write_days(rows["attended_end_date"]),
        "INTERVENTION": words.name_codes(area[1], codes, ids),
    }
