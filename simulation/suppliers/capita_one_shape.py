"""How Capita One writes a value: numbers, codes of look-ups, days, flags.

Which columns there are is in `capita_one_columns`.
"""

from collections.abc import Callable, Iterable
from functools import cache

import pandas as pd

from simulation.people import FIRST_PERSON_ID
from simulation.reference import read_list
from simulation.suppliers._shape import format_dates
from simulation.suppliers.capita_one_columns import Column
from simulation.suppliers.careworks_texts import find_true_codes
from simulation.world import OTHER_CHILDREN

DAY, MOMENT, NO_DAY = "%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "1900-01-01"
STUDENTS_FROM = 60_000_000  # the education base had as many people before
OTHERS_FROM = 600_000_000  # above every number of a child of the service
RECORDS_FROM = 70_000_000_001  # and its tables as many rows of other modules
DAYS_A_WEEK, MONTHS_A_YEAR = 7, 12


def shape_rows(rows: pd.DataFrame, columns: Iterable[Column]) -> dict[str, pd.Series]:
    """Return the columns of a table of the export, by their names."""
    told = _add_true_codes(rows)
    return {
        name: _write_term(told, source)
        if how == "term"
        else WAYS[how](told[source])
        if how in WAYS
        else _find_codes(how, told[source])
        for name, how, source in columns
    }


def number_students(person_ids: pd.Series) -> pd.Series:
    """Return STUD_ID of each record of a person: the education base's own number."""
    return (person_ids.astype("int64") + STUDENTS_FROM).astype("str")


def number_pupils(children: pd.Series) -> pd.Series:
    """Return STUD_ID of everybody in the base, known to the service or not."""
    known = children < OTHER_CHILDREN
    numbers = children + FIRST_PERSON_ID + STUDENTS_FROM
    others = children - OTHER_CHILDREN + OTHERS_FROM
    return numbers.where(known, others).astype("str")


@cache
def read_codes(lookup: str) -> dict[str, str]:
    """Return the codes of one look-up by the national code that they stand for."""
    lookups = read_list("capita_one_lookups")
    own = lookups[lookups["lookup_type"] == lookup]
    return dict(zip(own["national_code"], own["code"].astype("str"), strict=True))


def _find_codes(lookup: str, national: pd.Series) -> pd.Series:
    codes = national.map(read_codes(lookup))
    if codes.isna().any():
        raise KeyError(f"look-up {lookup} lacks {set(national[codes.isna()])}")
    return codes.astype("str")


def _add_true_codes(rows: pd.DataFrame) -> pd.DataFrame:
    """Add what a disposal truly is, where the world says how it is sent."""
    for code, text, added in (
        ("legal_outcome_code", "cms_legal_outcome", "true_outcome_code"),
        ("disposal_type_code", "cms_disposal_type", "true_programme_code"),
    ):
        if code in rows.columns:
            rows = rows.assign(**{added: find_true_codes(rows[code], rows[text])})
    return rows


def _write_term(rows: pd.DataFrame, unit: str) -> pd.Series:
    """Return the months of a term, years among them, or its days, weeks among them."""
    few, many, each = {
        "months": ("term_months", "term_years", MONTHS_A_YEAR),
        "days": ("term_days", "term_weeks", DAYS_A_WEEK),
    }[unit]
    total = rows[few] + rows[many] * each
    return total.astype("str").where(total > 0, "")


def _write_days(dates: pd.Series) -> pd.Series:
    return format_dates(dates, DAY)


WAYS: dict[str, Callable[[pd.Series], pd.Series]] = {
    "text": lambda values: values.astype("str"),
    "number": lambda ids: (ids.astype("int64") * 2 + RECORDS_FROM).astype("str"),
    "student": number_students,
    "day": _write_days,
    "open_day": lambda dates: _write_days(dates).replace("", NO_DAY),
    "moment": lambda moments: format_dates(moments, MOMENT),
    "flag": lambda flags: flags.astype(float).map({1.0: "T", 0.0: "F"}).fillna(""),
    "hours": lambda hours: hours.astype("int64").astype("str"),
    "initials": lambda kinds: kinds.str[0] + "C",
}
