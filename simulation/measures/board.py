"""Counting KPI 8 belongs here, from the meetings that were invented.

The form of an answer does not. Source: counting rules 2, KPI 8 (several meetings: any).
"""

import pandas as pd

from simulation.board import STATUTORY, make_meetings
from simulation.measures.orders import V8
from simulation.measures.quarters import name_quarter
from simulation.plan import Plan

MEASURES = {
    "kpi8": ("attendee_level", "senior"),
    "kpi8b": ("attendee_level", "delegate"),
    "kpi8_data_shared": ("shares_disproportionality_data", "yes"),
}
Counts = dict[tuple[str, str, str], tuple[int, int | None]]


def count_board(plan: Plan, rules: tuple[str, ...]) -> Counts:
    """Return numerator and denominator by quarter, rules and measure.

    Since v8 a sector counts once; before, every attendance counts and has no base. A
    quarter without a meeting has no count.
    """
    meetings = make_meetings(plan)
    meetings = meetings[meetings["sector"].isin(STATUTORY)]
    quarters = meetings["meeting_date"].map(name_quarter)
    counts: Counts = {}
    for quarter, rows in meetings.groupby(quarters):
        for version in rules:
            for measure, (column, answer) in MEASURES.items():
                key = (str(quarter), version, measure)
                counts[key] = _count(rows[rows[column] == answer], version)
    return counts


def _count(rows: pd.DataFrame, version: str) -> tuple[int, int | None]:
    if version == V8:
        return int(rows["sector"].nunique()), len(STATUTORY)
    return len(rows), None
