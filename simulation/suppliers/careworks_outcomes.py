"""CareWorks keeps what the police decided apart from what a court did: both are here.

So are the requirements of a court's orders. Programmes are in `careworks_tables`.
"""

import numpy as np
import pandas as pd

from simulation.suppliers.careworks_ids import number_objects
from simulation.suppliers.careworks_texts import (
    find_true_codes,
    find_words,
    write_days,
)
from simulation.suppliers.core_plus_texts import Words

# what an order of the court binds the child to
REQUIREMENTS = {
    "YOUTH_REHABILITATION_ORDER": ("Supervision", "Activity", "Curfew with tag"),
    "YOUTH_REHABILITATION_ORDER_ISS": ("ISS", "Supervision", "Curfew with tag"),
    "REFERRAL_ORDER": ("Panel contract", "Reparation hours", "Panel contract"),
}


def find_police_decisions(rows: pd.DataFrame) -> pd.Series:
    """Return whether each outcome is a decision of the police, not of a court."""
    true_codes = find_true_codes(rows["legal_outcome_code"], rows["cms_legal_outcome"])
    return true_codes.isin(find_words("pre_court_outcome"))


def shape_decisions(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of CW_PRE_COURT_OUTCOME."""
    shared = _shape_outcomes(words, rows)
    codes = find_true_codes(rows["legal_outcome_code"], rows["cms_legal_outcome"])
    return {
        "PRE_COURT_REF": number_objects("outcome", rows["outcome_id"]),
        "DECISION_DT": write_days(rows["outcome_date"]),
        "POLICE_DECISION": words.name_codes(
            "pre_court_outcome", codes, rows["outcome_id"]
        ),
        **shared,
    }


def shape_court_outcomes(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of CW_COURT_OUTCOME."""
    ids = rows["outcome_id"]
    codes = find_true_codes(rows["legal_outcome_code"], rows["cms_legal_outcome"])
    return {
        "COURT_OUTCOME_REF": number_objects("outcome", ids),
        "OUTCOME_DT": write_days(rows["outcome_date"]),
        "COURT_DISPOSAL": words.name_codes("court_outcome", codes, ids),
        "APPEAL": words.name_codes("appeal_status", rows["appeal_status"], ids),
        "TERM_DAYS": add_up_term(rows),
        **_shape_outcomes(words, rows),
    }


def add_up_term(rows: pd.DataFrame) -> pd.Series:
    """Return the whole term in days, '' for none: twelve months are 365 days."""
    days = (
        rows["term_days"]
        + rows["term_weeks"] * 7
        + rows["term_months"] * 365 / 12
        + rows["term_years"] * 365
    )
    written = days.round().astype("int64").astype("str")
    return written.where(days > 0, "")


def list_requirements(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the orders that have requirements, once for each: place and requirement."""
    orders = rows[rows["legal_outcome_code"].isin(REQUIREMENTS)]
    first = orders["outcome_id"].to_numpy(dtype=np.int64) % 2
    twice = pd.concat([orders.assign(place=first), orders.assign(place=2)])
    twice = twice.sort_values(["outcome_id", "place"], ignore_index=True)
    named = zip(twice["legal_outcome_code"], twice["place"], strict=True)
    return twice.assign(requirement=[REQUIREMENTS[code][at] for code, at in named])


def shape_requirements(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:  # noqa: ARG001
    """Return the columns of CW_REQUIREMENT."""
    ids = rows["outcome_id"] * len(REQUIREMENTS) + rows["place"]
    return {
        "REQUIREMENT_REF": number_objects("requirement", ids),
        "COURT_OUTCOME_REF": number_objects("outcome", rows["outcome_id"]),
        "REQUIREMENT": rows["requirement"],
        "FROM_DT": write_days(rows["outcome_date"]),
        "TO_DT": pd.Series("", rows.index, dtype="str"),
    }


def _shape_outcomes(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    ids = rows["outcome_id"]
    roles, homes = rows["main_or_other_code"], rows["residence_status_code"]
    return {
        "OFFENCE_REF": number_objects("offence", rows["offence_id"]),
        "OUTCOME_ROLE": words.name_codes("main_or_other", roles, ids),
        "RESIDENT": words.name_codes("residence_status", homes, ids),
    }
