"""Turning arrays into tables of the world belongs here.

What the rows mean does not.
"""

import numpy as np
import pandas as pd

from simulation.world import TABLES

DATE_ENDINGS = ("_date", "_start", "_end", "_at", "first_contact", "changed_on")
NUMBERS = ("child", "record", "family", "spell", "sessions", "outcome_type")
NUMBER_ENDINGS = (
    "_days",
    "_weeks",
    "_months",
    "_years",
    "_id",
    "_number",
    "_score",
    "_offence",
    "_hearing",
)
TEXTS = (
    "person_id", "second_person_id", "previous_id", "second_previous_id",
    "originating_id", "nhs_number", "pnc_number", "case_worker_id",
)  # fmt: skip
FRACTIONS = ("hours_offered", "hours_attended", "is_successfully_completed")


def make_table(name: str, **columns: object) -> pd.DataFrame:
    """Return one table of the world from its columns, in the world's order.

    Args:
        name: a table of `simulation.world.TABLES`.
        columns: an array or a single value for every column of that table.

    Raises:
        KeyError: a column of the table is missing.
    """
    tidy = {column: _tidy(columns[column]) for column in TABLES[name]}
    table = pd.DataFrame(tidy).reset_index(drop=True)
    return table if len(table) else empty_table(name)


def empty_table(name: str) -> pd.DataFrame:
    """Return a table of the world without rows, its columns of the right types."""
    return pd.DataFrame(
        {column: pd.Series(dtype=_find_type(column)) for column in TABLES[name]}
    )


def stack_tables(name: str, *tables: pd.DataFrame) -> pd.DataFrame:
    """Return several parts of one table as one."""
    filled = [table for table in tables if len(table)]
    if not filled:
        return empty_table(name)
    return pd.concat(filled, ignore_index=True)[list(TABLES[name])]


def _tidy(values: object) -> object:
    if isinstance(values, pd.Series):
        values = values.to_numpy()
    if isinstance(values, np.ndarray):
        if values.dtype.kind == "M" and values.dtype != np.dtype("datetime64[s]"):
            return values.astype("datetime64[s]")
        if values.dtype.kind == "U":
            return values.astype(object)
    return values


def _find_type(column: str) -> str:
    """Return the type of a column by its name."""
    if column.endswith(DATE_ENDINGS):
        return "datetime64[s]"
    if column in FRACTIONS:
        return "float64"
    if column.startswith("is_"):
        return "bool"
    is_number = column in NUMBERS or column.endswith(NUMBER_ENDINGS)
    return "int64" if is_number and column not in TEXTS else "str"
