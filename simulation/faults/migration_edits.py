"""How one record is spoilt on its way into another case system.

Each edit takes the new system's world and one row of a table, and returns the world in
which that row came over otherwise. Which rows suffer it belongs to the catalogue.
"""

from collections.abc import Callable
from dataclasses import replace

import pandas as pd

from simulation.identifiers import shorten_pnc_numbers
from simulation.reference import list_texts
from simulation.world import CASE_TABLES, World

Edit = Callable[[World, str, pd.Series], World]

COPIES_FROM = 10**11  # ids of records that came over twice
SPLIT_FROM = 30_000_001  # person ids of records that were one before
NO_DATE = pd.Timestamp(1900, 1, 1)
WEEKS = {3: 13, 6: 26, 9: 39, 12: 52, 18: 78}  # months: weeks, a day and a half apart
# what a type is taken for; every list of texts has all of them
TAKEN_FOR = {
    "YOUTH_CAUTION": "YOUTH_CONDITIONAL_CAUTION",
    "YOUTH_CONDITIONAL_CAUTION": "YOUTH_CAUTION",
    "REFERRAL_ORDER": "YOUTH_REHABILITATION_ORDER",
    "YOUTH_REHABILITATION_ORDER": "REFERRAL_ORDER",
}
# what the service works with while it splits a child in two: no link leads to them
OF_SECOND = ("assessments", "residences")


def put(world: World, table: str, row: pd.Series, **values: object) -> World:
    """Return the world with some cells of one row replaced."""
    rows = getattr(world, table).copy()
    for column, value in values.items():
        rows.loc[row.name, column] = value
    return replace(world, **{table: rows})


def lose(world: World, table: str, row: pd.Series) -> World:
    """Leave the row out."""
    return replace(world, **{table: getattr(world, table).drop(row.name)})


def lose_child(world: World, table: str, row: pd.Series) -> World:  # noqa: ARG001
    """Leave out the child with all its records."""
    names = ("children", *CASE_TABLES)
    tables = {name: getattr(world, name) for name in names}
    kept = {name: rows[rows["child"] != row["child"]] for name, rows in tables.items()}
    return replace(world, **kept)


def repeat(key: str) -> Edit:
    """Return the edit that brings the row over twice, under two ids."""

    def edit(world: World, table: str, row: pd.Series) -> World:
        rows = getattr(world, table)
        copy = rows.loc[[row.name]].assign(**{key: row[key] + COPIES_FROM})
        return replace(world, **{table: pd.concat([rows, copy], ignore_index=True)})

    return edit


def shift(column: str, days: int) -> Edit:
    """Return the edit that moves a date."""

    def edit(world: World, table: str, row: pd.Series) -> World:
        moved = row[column] + pd.Timedelta(days=days)
        return put(world, table, row, **{column: moved})

    return edit


def write_no_date(column: str) -> Edit:
    """Return the edit that writes 1900-01-01 where no date was."""

    def edit(world: World, table: str, row: pd.Series) -> World:
        return put(world, table, row, **{column: NO_DATE})

    return edit


def swap(column: str, first: str, second: str) -> Edit:
    """Return the edit that puts one of two codes, whichever is not there."""

    def edit(world: World, table: str, row: pd.Series) -> World:
        other = second if row[column] == first else first
        return put(world, table, row, **{column: other})

    return edit


def retype_programme(world: World, table: str, row: pd.Series) -> World:
    """Take a programme for another kind, text and code alike."""
    code = TAKEN_FOR[row["disposal_type_code"]]
    text = list_texts("disposal_type")[code][0]
    return put(world, table, row, disposal_type_code=code, cms_disposal_type=text)


def round_term(world: World, table: str, row: pd.Series) -> World:
    """Write a term of months in whole weeks."""
    weeks = WEEKS[int(row["term_months"])]
    return put(world, table, row, term_months=0, term_weeks=weeks)


def merge_persons(world: World, table: str, row: pd.Series) -> World:
    """Bring both records of a child over as one."""
    united = {name: _hold(world, name, row["child"], 0) for name in CASE_TABLES}
    world = replace(world, **united)
    return put(world, table, row, second_person_id="", second_previous_id="")


def split_person(world: World, table: str, row: pd.Series) -> World:
    """Bring a child over as two records; the second one holds homes and assessments."""
    moved = {name: _hold(world, name, row["child"], 1) for name in OF_SECOND}
    second = str(SPLIT_FROM + row["child"])
    return put(replace(world, **moved), table, row, second_person_id=second)


def _hold(world: World, table: str, child: int, record: int) -> pd.DataFrame:
    rows = getattr(world, table)
    held = rows["record"].mask(rows["child"] == child, record)
    return rows.assign(record=held)


def ask_again(day: pd.Timestamp) -> Edit:
    """Return the edit that asks a child for its ethnicity again, on a day."""

    def edit(world: World, table: str, row: pd.Series) -> World:
        known = row["ethnicity_code"]
        told = "MIXED_OTHER" if known != "MIXED_OTHER" else "WHITE_OTHER"
        return put(world, table, row, ethnicity_code=told, changed_on=day)

    return edit


def shorten_pnc(world: World, table: str, row: pd.Series) -> World:
    """Write the police number in its short form."""
    [short] = shorten_pnc_numbers([row["pnc_number"]])
    return put(world, table, row, pnc_number=str(short))


def shout_surname(world: World, table: str, row: pd.Series) -> World:
    """Write the surname in capitals."""
    return put(world, table, row, surname=row["surname"].upper())
