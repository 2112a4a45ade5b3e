"""Arithmetic with whole days and ages, on arrays, belongs here.

Deciding when anything happens does not.
"""

from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

Days = NDArray[np.datetime64]

NO_DAY = np.datetime64("NaT", "D")
THURSDAY = 3  # of numpy's epoch week: 1970-01-01 was a Thursday, here Monday is 0


def as_days(values: object) -> Days:
    """Return dates of any make as whole days."""
    if isinstance(values, pd.Series):
        values = values.to_numpy()
    return np.asarray(values, dtype="datetime64[D]")


def day(value: date) -> np.datetime64:
    """Return one date as a whole day."""
    return np.datetime64(value, "D")


def ages_on(birth: ArrayLike, on: ArrayLike) -> NDArray[np.int64]:
    """Return completed years by birthday arithmetic; 29 February ages on 1 March."""
    born, then = _month_days(as_days(birth)), _month_days(as_days(on))
    years = _years(as_days(on)) - _years(as_days(birth))
    return years - (then < born)


def birthdays(birth: ArrayLike, age: ArrayLike) -> Days:
    """Return the day on which the age is reached; 29 February becomes 1 March."""
    born = as_days(birth)
    months = born.astype("datetime64[M]") + 12 * np.asarray(age, dtype=np.int64)
    offset = (born - born.astype("datetime64[M]")).astype(np.int64)
    return months.astype("datetime64[D]") + offset


def september(year: ArrayLike) -> Days:
    """Return 1 September of each year."""
    months = (np.asarray(year, dtype=np.int64) - 1970) * 12 + 8
    return months.astype("datetime64[M]").astype("datetime64[D]")


def avoid_thursdays(days: Days) -> Days:
    """Move Thursdays on by a day, so that nothing changes on a census day."""
    weekday = (days.astype(np.int64) + 3) % 7
    return np.where(weekday == THURSDAY, days + 1, days)


def year_eleven_ends(birth: ArrayLike) -> NDArray[np.int64]:
    """Return the year in whose summer a child leaves year 11 (age 16)."""
    born = as_days(birth)
    month = born.astype("datetime64[M]").astype(np.int64) % 12 + 1
    return _years(born) + 16 + (month >= 9)  # noqa: PLR2004 - school years start then


def last_known(end: Days, until: np.datetime64) -> Days:
    """Return the ends, open where they lie after the last known day."""
    return np.where(end > until, NO_DAY, end)


def _years(days: Days) -> NDArray[np.int64]:
    return np.asarray(days.astype("datetime64[Y]").astype(np.int64) + 1970)


def _month_days(days: Days) -> NDArray[np.int64]:
    months = days.astype("datetime64[M]")
    return (months.astype(np.int64) % 12) * 32 + (days - months).astype(np.int64)
