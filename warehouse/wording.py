"""Say a figure in words: what it counts, of how many, in which unit and over which time.

Units and periods belong here, so that no figure is ever printed without them. The
texts themselves are data (the seeds ``measures`` and ``measure_texts``).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import duckdb

from warehouse.figures import Answer
from warehouse.seeds import read_seed

READ = """
select measures.*, texts.* exclude (measure)
from rules.measures inner join rules.measure_texts as texts using (measure)
"""
YEAR = "12m"


@dataclass(frozen=True)
class Words:
    """How the figures of one measure are said. ``period`` is quarter, 12m or cohort."""

    measure: str
    name: str
    value_unit: str
    count_unit: str
    denominator_kind: str
    period: str

    def value(self, figure: Answer) -> str:
        """Return the value with its unit: ``81.4 %``, ``133 per 100,000 children ...``."""
        if figure["value"] is None:
            return "no value: nobody is in the base"
        counted = figure["denominator"] is None
        return f"{figure['value']} {self.count_unit if counted else self.value_unit}"

    def count(self, figure: Answer) -> str:
        """Return what the value is made of: ``118 children of 145``."""
        numerator, base = f"{figure['numerator']:,}", figure["denominator"]
        if base is None:
            return f"{numerator} {self.count_unit}"
        if self.denominator_kind == "population":
            return f"{numerator} {self.count_unit}, population {base:,}"
        return f"{numerator} {self.count_unit} of {base:,}"

    def time(self, quarter: str, breakdown: Mapping[str, object]) -> str:
        """Return the period of a figure of a quarter: ``12 months to 30 June 2024``."""
        year = YEAR in (self.period, breakdown.get("period"))
        if self.period == "cohort":
            time = year_words(quarter) if year else quarter_words(quarter)
            return f"cohorts of the {time}" if year else f"cohort of {time}"
        return year_words(quarter) if year else quarter_words(quarter)


def words_of(rows: Iterable[Mapping[str, Any]]) -> dict[str, Words]:
    """Return the words of each measure from the joined rows of the two seeds."""
    names = tuple(Words.__dataclass_fields__)
    return {
        row["measure"]: Words(**{name: str(row[name]) for name in names})
        for row in rows
    }


def read_words(connection: duckdb.DuckDBPyConnection) -> dict[str, Words]:
    """Return the words of each measure as a release holds them."""
    cursor = connection.execute(READ)
    columns = [column[0] for column in cursor.description or []]
    rows = cursor.fetchall()
    return words_of(dict(zip(columns, row, strict=True)) for row in rows)


def seed_words() -> dict[str, Words]:
    """Return the words of each measure as the reference rows have them."""
    texts = {row["measure"]: row for row in read_seed("rules/measure_texts")}
    measures = read_seed("rules/measures")
    return words_of({**row, **texts[row["measure"]]} for row in measures)


def breakdown_words(breakdown: Mapping[str, object]) -> str:
    """Return a breakdown as a person types it: ``order_type=ro, point=end``."""
    return ", ".join(f"{key}={part}" for key, part in breakdown.items())


def quarter_words(quarter: str) -> str:
    """Return a quarter in words: 2024Q4 is January to March 2025."""
    first, last = days_of(quarter)
    return f"{first:%B} to {last:%B %Y}"


def year_words(quarter: str) -> str:
    """Return the twelve months that end with a quarter, in words."""
    _, last = days_of(quarter)
    return f"12 months to {last.day} {last:%B %Y}"


def quarter_on(day: date) -> str:
    """Return the quarter in which a day lies: 31 March 2025 is in 2024Q4."""
    months = 12 * day.year + day.month - 4  # from the April that began the year
    return f"{months // 12}Q{months % 12 // 3 + 1}"


def days_of(quarter: str) -> tuple[date, date]:
    """Return the first and the last day of a quarter; financial years start in April."""
    year, number = int(quarter[:4]), int(quarter[-1])
    months = 12 * year + 3 * number  # of the first day, counted from year 0
    first = date(months // 12, months % 12 + 1, 1)
    following = months + 3
    last = date(following // 12, following % 12 + 1, 1) - timedelta(days=1)
    return first, last
