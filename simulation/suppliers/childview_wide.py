"""ChildView's wide reports, in which a row is a record beside one of another kind.

An offence is repeated for each of its disposals, other records for each offence that
they are linked to. Reports of one kind of record are in `childview_reports`.
"""

import pandas as pd

from simulation.suppliers.careworks_texts import find_true_codes
from simulation.suppliers.childview_texts import (
    number_records,
    write_counts,
    write_days,
    write_flags,
)
from simulation.suppliers.core_plus_texts import Words

ANSWERS = {
    "Consents": "consent_code",
    "ViewSought": "view_prior_code",
    "WantsProgress": "progress_requested_code",
    "ToldProgress": "progress_provided_code",
    "WantsSupport": "support_requested_code",
    "GivenSupport": "support_provided_code",
    "TookPartRj": "engaged_rj_code",
}


def shape_offences(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns that every row of an offence repeats."""
    ids, kinds = rows["offence_id"], rows["offence_category_code"]
    return {
        "OffenceNo": number_records("offence", ids),
        "OffenceDate": write_days(rows["offence_date"]),
        "ArrestDate": write_days(rows["arrest_date"]),
        "CjsCode": rows["cjs_code"],
        "Offence": rows["offence_description"],
        "Category": words.name_codes("offence_category", kinds, ids),
        "Gravity": rows["seriousness_score"].astype("str"),
        "AgeThen": rows["age_at_arrest_or_offence"].astype("str"),
        "AgeFirstCourt": rows["age_on_first_hearing"].astype("str"),
        "Knife": write_flags(rows["is_knife_related"]),
    }


def shape_disposals(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of one disposal, and the offence that it ends."""
    ids = rows["outcome_id"]
    codes = find_true_codes(rows["legal_outcome_code"], rows["cms_legal_outcome"])
    lived_in = rows["residence_status_code"]
    return {
        "OffenceNo": number_records("offence", rows["offence_id"]),
        "DisposalNo": number_records("disposal", ids),
        "DisposalDate": write_days(rows["outcome_date"]),
        "Disposal": words.name_codes("legal_outcome", codes, ids),
        "OffenceRole": words.name_codes(
            "main_or_other", rows["main_or_other_code"], ids
        ),
        "Appeal": words.name_codes("appeal_status", rows["appeal_status"], ids),
        "LivedIn": words.name_codes("residence_status", lived_in, ids),
        "TermYears": write_counts(rows["term_years"]),
        "TermMonths": write_counts(rows["term_months"]),
        "TermDays": write_counts(rows["term_weeks"] * 7 + rows["term_days"]),
    }


def shape_hearings(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns that every row of a hearing repeats."""
    ids, decisions = rows["hearing_id"], rows["remand_decision_code"]
    return {
        "HearingNo": number_records("hearing", ids),
        "HearingDate": write_days(rows["hearing_date"]),
        "Court": rows["court_name"],
        "CourtType": rows["court_type"].str.replace("_", " ").str.title(),
        "BailOrRemand": words.name_codes("remand_decision", decisions, ids),
    }


def shape_plans(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns that every row of a plan repeats."""
    ids = rows["programme_id"]
    kinds = find_true_codes(rows["disposal_type_code"], rows["cms_disposal_type"])
    return {
        "PlanNo": number_records("plan", ids),
        "PlanType": words.name_codes("disposal_type", kinds, ids),
        "StartDate": write_days(rows["start_date"]),
        "EndDate": write_days(rows["end_date"]),
        "Completed": write_flags(rows["is_successfully_completed"]),
    }


def shape_victims(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns that every row of the work with a victim repeats."""
    ids = rows["victim_intervention_id"]
    answers = {
        column: words.name_codes("victim_answer", rows[name], ids)
        for column, name in ANSWERS.items()
    }
    return {
        "VictimWorkNo": number_records("victim_work", ids),
        "VictimNo": number_records("victim", rows["victim_id"]),
        **answers,
        "ContactDate": write_days(rows["contact_date"]),
        "WantsProgressDate": write_days(rows["progress_requested_date"]),
        "ToldProgressDate": write_days(rows["progress_provided_date"]),
        "RjStart": write_days(rows["engaged_rj_start"]),
        "RjEnd": write_days(rows["engaged_rj_end"]),
    }


def link_offences(kind: str, ids: pd.Series, offences: pd.Series) -> pd.DataFrame:
    """Return the numbers of linked records and of their offences, side by side."""
    return pd.DataFrame(
        {
            "number": number_records(kind, ids),
            "OffenceNo": number_records("offence", offences),
        }
    )


def widen(rows: pd.DataFrame, beside: pd.DataFrame, key: str) -> pd.DataFrame:
    """Return the records, repeated for each row beside them; '' where there is none.

    Args:
        rows: the records; their first column is their number.
        beside: what stands beside them; ``key`` names the record.
        key: the column of both.
    """
    wide = rows.merge(beside, on=key, how="left").fillna("")
    nth = wide.groupby(key, sort=False).cumcount() + 1
    wide.insert(0, "RowNo", wide[key] + "/" + nth.astype("str"))
    return wide
