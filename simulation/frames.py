"""Turning arrays into tables of the world belongs here.

What the rows mean does not.
"""

import numpy as np
import pandas as pd

from simulation.world import TABLES


def make_table(name: str, **columns: object) -> pd.DataFrame:
    """Return one table of the world from its columns, in the world's order.

    Args:
        name: a table of `simulation.world.TABLES`.
        columns: an array or a single value for every column of that table.

    Raises:
        KeyError: a column of the table is missing.
    """
    return pd.DataFrame(
        {column: _tidy(columns[column]) for column in TABLES[name]}
    ).reset_index(drop=True)


def empty_table(name: str) -> pd.DataFrame:
    """Return a table of the world without rows."""
    return pd.DataFrame({column: [] for column in TABLES[name]})


def stack_tables(name: str, *tables: pd.DataFrame) -> pd.DataFrame:
    """Return several parts of one table as one, ordered by child and start."""
    stacked = pd.concat([table for table in tables if len(table)] or [tables[0]])
    return stacked.reset_index(drop=True)[list(TABLES[name])]


def _tidy(values: object) -> object:
    if isinstance(values, pd.Series):
        values = values.to_numpy()
    if isinstance(values, np.ndarray):
        if values.dtype.kind == "M" and values.dtype != np.dtype("datetime64[s]"):
            return values.astype("datetime64[s]")
        if values.dtype.kind == "U":
            return values.astype(object)
    return values
