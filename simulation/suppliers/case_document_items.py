"""The items of the national case document, one table of the world each, belong here.

Names are the national ones, letter for letter. How items are nested and which children
a return names does not belong here.
"""

from collections.abc import Callable

import numpy as np
import pandas as pd

NO_DATE = "1900-01-01"
# texts of the case system behind which an Outcome 22 hides: its code is not mapped
UNMAPPED = {
    "Outcome 22": "NOT_KNOWN",
    "~Outcome 22": "NOT_KNOWN",
    "Outcome 22 - Temp code": "OTHER",
    "Deferred Prosecution Outcome 22": "NOT_KNOWN",
    "Deferred Prosecution Outcome 22 - Other Outcome": "OTHER",
}
HEALTH_DATES = {
    "DateScreened": "screened_date",
    "DateReferred": "referred_date",
    "DateOffered": "offered_date",
    "DateAttendedStart": "attended_start_date",
    "DateAttendedEnd": "attended_end_date",
}

Columns = dict[str, pd.Series]


def write_days(dates: pd.Series) -> pd.Series:
    """Return ISO days; no date is 1900-01-01."""
    texts = np.datetime_as_string(dates.to_numpy().astype("datetime64[D]"))
    days = np.where(texts == "NaT", NO_DATE, texts).astype(object)
    return pd.Series(days, index=dates.index, dtype=object)


def write_numbers(ids: pd.Series) -> pd.Series:
    """Return ids as text."""
    return pd.Series([str(each) for each in ids.tolist()], ids.index, dtype=object)


def write_booleans(flags: pd.Series) -> pd.Series:
    """Return true, false or None for 1, 0 or not stated."""
    values = [None if pd.isna(each) else bool(each) for each in flags]
    return pd.Series(values, index=flags.index, dtype=object)


def shape_transfers(rows: pd.DataFrame) -> Columns:
    """Return `transfer`."""
    return {
        "date": write_days(rows["transfer_date"]),
        "description": rows["transfer_code"],
    }


def shape_hearings(rows: pd.DataFrame) -> Columns:
    """Return `hearing`."""
    return {
        "hearingID": write_numbers(rows["hearing_id"]),
        "hearingDate": write_days(rows["hearing_date"]),
        "courtType": rows["court_type"],
        "courtName": rows["court_name"],
        "remandDecision": rows["remand_decision_code"],
    }


def shape_programmes(rows: pd.DataFrame) -> Columns:
    """Return `intervention_programme`."""
    return {
        "interventionProgrammeID": write_numbers(rows["programme_id"]),
        "startDate": write_days(rows["start_date"]),
        "endDate": write_days(rows["end_date"]),
        "disposalType": rows["disposal_type_code"],
        "cmsdisposalType": rows["cms_disposal_type"],
        "kpi6SuccessfullyCompleted": write_booleans(rows["is_successfully_completed"]),
    }


def shape_residences(rows: pd.DataFrame) -> Columns:
    """Return `residence`."""
    return {
        "date": write_days(rows["start_date"]),
        "kpi1EndDate": write_days(rows["end_date"]),
        "kpi1PrimaryResidence": rows["is_primary"].astype(bool),
        "kpi1AccommodationType": rows["accommodation_type_code"],
        "kpi1AccommodationSuitability": rows["suitability_code"],
    }


def shape_ete(rows: pd.DataFrame) -> Columns:
    """Return `ete_status`."""
    return {
        "startDate": write_days(rows["start_date"]),
        "endDate": write_days(rows["end_date"]),
        "provisionType": rows["provision_type_code"],
        "suitability": rows["suitability_code"],
        "hoursOffered": rows["hours_offered"].astype("int64"),
        "hours": rows["hours_attended"].astype("int64"),
    }


def shape_send(rows: pd.DataFrame) -> Columns:
    """Return `sendaln`."""
    return {
        "kpi3IdentifiedSENDALN": rows["identified_code"],
        "kpi3SENDFormalPlan": rows["formal_plan_code"],
        "kpi3SENDStartDate": write_days(rows["start_date"]),
        "kpi3SENDEndDate": write_days(rows["end_date"]),
    }


def shape_care(rows: pd.DataFrame) -> Columns:
    """Return `care_status`."""
    return {
        "status": rows["status_text"],
        "startDate": write_days(rows["start_date"]),
        "endDate": write_days(rows["end_date"]),
    }


def shape_health(prefix: str) -> Callable[[pd.DataFrame], Columns]:
    """Return the shape of a health item whose names begin with a prefix."""

    def shape(rows: pd.DataFrame) -> Columns:
        columns = {
            f"{prefix}{name}": write_days(rows[column])
            for name, column in HEALTH_DATES.items()
        }
        columns[f"{prefix}InterventionType"] = rows["intervention_type_code"]
        return columns

    return shape


def shape_victims(rows: pd.DataFrame) -> Columns:
    """Return `victim_intervention`."""
    return {
        "victimInterventionID": write_numbers(rows["victim_intervention_id"]),
        "victimID": write_numbers(rows["victim_id"]),
        "consentYJSContact": rows["consent_code"],
        "yjscontactDate": write_days(rows["contact_date"]),
        "viewPrior": rows["view_prior_code"],
        "progressRequest": rows["progress_requested_code"],
        "progressRequestDate": write_days(rows["progress_requested_date"]),
        "progressProvided": rows["progress_provided_code"],
        "progressProvidedDate": write_days(rows["progress_provided_date"]),
        "additionalSupportRequest": rows["support_requested_code"],
        "additionalSupportProvided": rows["support_provided_code"],
        "engagedRJ": rows["engaged_rj_code"],
        "engagedRJStart": write_days(rows["engaged_rj_start"]),
        "engagedRJEnd": write_days(rows["engaged_rj_end"]),
    }


def shape_assessments(rows: pd.DataFrame) -> Columns:
    """Return `asset_plus`."""
    return {
        "assessmentID": write_numbers(rows["assessment_id"]),
        "date": write_days(rows["assessment_date"]),
        "likelihoodOfReoffending": rows["likelihood_of_reoffending"],
        "roshjudgement": rows["risk_of_serious_harm"],
        "safetyWellbeingJudgement": rows["safety_and_wellbeing"],
    }


def shape_offences(rows: pd.DataFrame) -> Columns:
    """Return `offence`, without its outcomes."""
    return {
        "offenceID": write_numbers(rows["offence_id"]),
        "offenceDate": write_days(rows["offence_date"]),
        "offenceDescription": rows["offence_description"],
        "cjscode": rows["cjs_code"],
        "yjboffenceCategory": rows["offence_category_code"],
        "yjbseriousnessScore": rows["seriousness_score"],
        "arrestDate": write_days(rows["arrest_date"]),
        "ageAtArrestOrOffence": rows["age_at_arrest_or_offence"],
        "ageOnFirstHearing": rows["age_on_first_hearing"],
        "knifeRelatedOffence": rows["is_knife_related"].map({True: "YES", False: "NO"}),
    }


def shape_outcomes(rows: pd.DataFrame) -> Columns:
    """Return `offenceLegalOutcome`; an Outcome 22 hides behind an unmapped code."""
    text = rows["cms_legal_outcome"]
    codes = zip(text.tolist(), rows["legal_outcome_code"].tolist(), strict=True)
    sent = [UNMAPPED.get(each, code) for each, code in codes]
    return {
        "outcomeDate": write_days(rows["outcome_date"]),
        "legalOutcome": pd.Series(sent, index=rows.index, dtype=object),
        "cmslegalOutcome": text,
        "mainOrOther": rows["main_or_other_code"],
        "outcomeAppealStatus": rows["appeal_status"],
        "residenceOnLegalOutcomeDate": rows["residence_status_code"],
        **{
            f"term{unit.title()}": rows[f"term_{unit}"].astype(object).replace(0, None)
            for unit in ("days", "weeks", "months", "years")
        },
    }
