"""The shape of ChildView's narrow reports, in which a row is one record, belongs here.

Reports in which a row holds a record beside another are in `childview_wide`.
"""

import pandas as pd

from simulation.suppliers.childview_texts import (
    number_records,
    write_days,
    write_flags,
)
from simulation.suppliers.core_plus_texts import Words, write_hours

Columns = dict[str, pd.Series]


def shape_homes(words: Words, rows: pd.DataFrame) -> Columns:
    """Return the columns of the circumstances about homes."""
    ids, kinds = rows["residence_id"], rows["accommodation_type_code"]
    suitability = rows["suitability_code"]
    return {
        **_shape_entry("home", "Home", ids, rows),
        "MainHome": write_flags(rows["is_primary"]),
        "Home": words.name_codes("accommodation_type", kinds, ids),
        "HomeSuitable": words.name_codes("suitability", suitability, ids),
        "HomePostcode": rows["postcode"],
    }


def shape_education(words: Words, rows: pd.DataFrame) -> Columns:
    """Return the columns of the circumstances about education and work."""
    ids, kinds = rows["ete_id"], rows["provision_type_code"]
    suitability = rows["suitability_code"]
    return {
        **_shape_entry("education", "Education", ids, rows),
        "Provision": words.name_codes("ete_provision", kinds, ids),
        "ProvisionSuitable": words.name_codes("ete_suitability", suitability, ids),
        "HoursOffered": write_hours(rows["hours_offered"]),
        "HoursTaken": write_hours(rows["hours_attended"]),
    }


def shape_send(words: Words, rows: pd.DataFrame) -> Columns:
    """Return the columns of the circumstances about special educational needs."""
    ids, plans = rows["send_id"], rows["formal_plan_code"]
    return {
        **_shape_entry("send", "SEND", ids, rows),
        "HasNeed": words.name_codes("send_answer", rows["identified_code"], ids),
        "HasPlan": words.name_codes("send_answer", plans, ids),
    }


def shape_care(words: Words, rows: pd.DataFrame) -> Columns:
    """Return the columns of the circumstances about social care."""
    ids = rows["care_id"]
    return {
        **_shape_entry("care", "Care", ids, rows),
        "CareStatus": words.name_codes("care_status", rows["status_text"], ids),
    }


def shape_mental_health(words: Words, rows: pd.DataFrame) -> Columns:
    """Return the columns of the health episodes about mental health."""
    ids, steps = rows["health_id"], rows["intervention_type_code"]
    return {
        **_shape_episode("mental_health", "Mental health", rows),
        "MentalHealthStep": words.name_codes("mh_intervention", steps, ids),
    }


def shape_substance_misuse(words: Words, rows: pd.DataFrame) -> Columns:
    """Return the columns of the health episodes about substances."""
    ids, steps = rows["health_id"], rows["intervention_type_code"]
    return {
        **_shape_episode("substance_misuse", "Substance misuse", rows),
        "SubstanceStep": words.name_codes("sm_intervention", steps, ids),
    }


def shape_transfers(words: Words, rows: pd.DataFrame) -> Columns:
    """Return the columns of the report of transfers."""
    ids = rows["transfer_id"]
    return {
        "TransferNo": number_records("transfer", ids),
        "TransferDate": write_days(rows["transfer_date"]),
        "Transfer": words.name_codes("transfer", rows["transfer_code"], ids),
    }


def shape_assessments(words: Words, rows: pd.DataFrame) -> Columns:  # noqa: ARG001
    """Return the columns of the report of assessments."""
    return {
        "AssessmentNo": number_records("assessment", rows["assessment_id"]),
        "CompletedDate": write_days(rows["assessment_date"]),
        "AssessmentType": rows["assessment_type"],
        "Reoffending": rows["likelihood_of_reoffending"],
        "Harm": rows["risk_of_serious_harm"],
        "Safety": rows["safety_and_wellbeing"],
    }


def _shape_entry(kind: str, area: str, ids: pd.Series, rows: pd.DataFrame) -> Columns:
    return {
        "EntryNo": number_records(kind, ids),
        "Area": pd.Series(area, rows.index, dtype="str"),
        "FromDate": write_days(rows["start_date"]),
        "ToDate": write_days(rows["end_date"]),
    }


def _shape_episode(kind: str, area: str, rows: pd.DataFrame) -> Columns:
    return {
        "EpisodeNo": number_records(kind, rows["health_id"]),
        "Area": pd.Series(area, rows.index, dtype="str"),
        "Screened": write_days(rows["screened_date"]),
        "Referred": write_days(rows["referred_date"]),
        "Offered": write_days(rows["offered_date"]),
        "Started": write_days(rows["attended_start_date"]),
        "Finished": write_days(rows["attended_end_date"]),
    }
