"""Read the summary form as the Youth Justice Board reads it: cells added up.

Which cells make a headline belongs to ``spec/template.yml``, the units behind a cell
to ``returns/yjb_kpi``. Whether that is right does not belong here.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import duckdb
import yaml
from pydantic import BaseModel, ConfigDict

from returns.yjb_kpi.cells import find_units, read_rows
from returns.yjb_kpi.spec import Form
from returns.yjb_kpi.units import QuarterUnits

SPEC = Path(__file__).parent / "spec" / "template.yml"
Unit = tuple[str, str]


class Cells(BaseModel):
    """Some rows of a sheet, in the columns that match a pattern."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rows: tuple[int, ...]
    columns: str


class Reading(BaseModel):
    """The cells that the YJB adds up to one figure, and where its sum goes wrong."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    measure: str
    breakdown: dict[str, str] = {}
    numerator: tuple[Cells, ...]
    denominator: tuple[Cells, ...] = ()
    constant: int | None = None
    added: tuple[Cells, ...] = ()
    omitted: tuple[Cells, ...] = ()
    definition: str | None = None

    @property
    def kpi(self) -> str:
        """Return the sheet of the form that it reads."""
        return re.sub(r"[a-z]$", "", self.measure)


@dataclass(frozen=True)
class Summed:
    """What one sum holds: each unit as often as it is counted, and by which rows."""

    times: Counter[str] = field(default_factory=Counter)
    rows: dict[str, set[str]] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Return the number that the YJB reads."""
        return self.times.total()


@cache
def load_readings() -> tuple[Reading, ...]:
    """Return how each headline is read.

    Raises:
        ValidationError: The file has a key that does not belong there.
    """
    content = yaml.safe_load(SPEC.read_text(encoding="utf-8"))
    return tuple(Reading.model_validate(item) for item in content["figures"])


@dataclass(frozen=True)
class FilledForm:
    """The cells of one quarter, each with the units that it counts."""

    cells: dict[tuple[str, int, str], tuple[str, frozenset[Unit]]]

    def add_up(self, kpi: str, wanted: Sequence[Cells]) -> Summed:
        """Return the sum of some cells of one sheet."""
        summed = Summed()
        for label, units in self._find(kpi, wanted):
            for unit, _ in units:
                summed.times[unit] += 1
                summed.rows.setdefault(unit, set()).add(label)
        return summed

    def _find(
        self, kpi: str, wanted: Sequence[Cells]
    ) -> Iterator[tuple[str, frozenset[Unit]]]:
        for (sheet, order, column), (label, units) in self.cells.items():
            if sheet == kpi and any(
                order in cells.rows and re.fullmatch(cells.columns, column)
                for cells in wanted
            ):
                yield label, units


def fill_form(
    connection: duckdb.DuckDBPyConnection, units: QuarterUnits, form: Form
) -> FilledForm:
    """Return the form of a quarter; a cell that is not computed counts nobody."""
    cells = {}
    for kpi, order, _, label, columns in read_rows(connection):
        for column in columns:
            rule = form.filling(kpi, order, label, column)
            found = find_units(units, rule) if rule else None
            cells[kpi, order, column] = (label.strip(), found or frozenset())
    return FilledForm(cells)
