"""The quarters of the youth justice year belong here.

Which records fall into them does not. Source: counting rules 0.3.
"""

from datetime import date, timedelta

import pandas as pd

from simulation.plan import Plan

FIRST_KPI_DAY = date(2023, 4, 1)
YEAR_STARTS = 4  # April
MONTHS = 3


def name_quarter(day: date) -> str:
    """Return the label, such as 2024Q4 for a day in January to March 2025."""
    year = day.year - (day.month < YEAR_STARTS)
    return f"{year}Q{(day.month - YEAR_STARTS) % 12 // MONTHS + 1}"


def name_quarters(days: pd.Series) -> pd.Series:
    """Return the label of every day; none for NaT."""
    year = days.dt.year - (days.dt.month < YEAR_STARTS)
    nth = (days.dt.month - YEAR_STARTS) % 12 // MONTHS + 1
    label = year.astype("Int64").astype(str) + "Q" + nth.astype("Int64").astype(str)
    return label.where(days.notna(), None)


def bound_quarter(quarter: str) -> tuple[date, date]:
    """Return first and last day of a quarter."""
    months = int(quarter[:4]) * 12 + YEAR_STARTS - 1 + MONTHS * (int(quarter[5]) - 1)
    first = date(months // 12, months % 12 + 1, 1)
    after = months + MONTHS
    return first, date(after // 12, after % 12 + 1, 1) - timedelta(days=1)


def list_quarters(first: date, last: date) -> list[str]:
    """Return the quarters from the one of the first day to the one of the last."""
    quarters, day = [], first
    while day <= last:
        quarters.append(name_quarter(day))
        day = bound_quarter(quarters[-1])[1] + timedelta(days=1)
    return quarters


def list_kpi_quarters(plan: Plan) -> list[str]:
    """Return the quarters for which the simulation states the KPIs."""
    first = max(FIRST_KPI_DAY, plan.first_day)
    return [
        quarter
        for quarter in list_quarters(first, plan.until)
        if bound_quarter(quarter)[0] >= first
    ]


def list_year_quarters(plan: Plan) -> list[str]:
    """Return the quarters that close twelve months within the simulated years."""
    return [
        quarter
        for quarter in list_quarters(plan.first_day, plan.until)
        if start_year(quarter) >= plan.first_day
        and bound_quarter(quarter)[1] <= plan.until
    ]


def start_year(quarter: str) -> date:
    """Return the first day of the twelve months that end with a quarter."""
    after = bound_quarter(quarter)[1] + timedelta(days=1)
    return after.replace(year=after.year - 1)


def list_quarters_of_year(quarter: str) -> list[str]:
    """Return the four quarters that end with a quarter."""
    return list_quarters(start_year(quarter), bound_quarter(quarter)[1])
