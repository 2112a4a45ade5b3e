"""Which rows of the YJB's form a measure fills.

Reading the specification of the form the other way round, from measure to cell, belongs
here. Filling the form belongs to ``returns/yjb_kpi``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from returns.yjb_kpi.spec import CellRule, MemberSet, load_form
from warehouse.seeds import read_seed


@dataclass(frozen=True)
class FormCell:
    """A row of a sheet of the form, with the columns of it that a measure helps fill."""

    sheet: str
    row_label: str
    columns: str


def form_cells(measure: str) -> list[FormCell]:
    """Return the rows of the form whose cells count members of a measure."""
    return [cell for name, cell in _cells() if name == measure]


@cache
def _cells() -> tuple[tuple[str, FormCell], ...]:
    labels = {
        (row["kpi"], int(row["row_order"])): row["row_label_normalised"]
        for row in read_seed("reference/kpi_return_rows")
    }
    found = dict.fromkeys(
        (measure, FormCell(form.title, labels[kpi, row], rule.columns))
        for kpi, form in load_form().kpis.items()
        for rule in form.cells
        for row in rule.rows
        for measure in _measures(kpi, rule)
    )
    return tuple(found)


def _measures(kpi: str, rule: CellRule) -> Iterator[str]:
    """Yield the measures whose members a cell counts; else the headline of its sheet."""
    sets = (*rule.members, *rule.without, *rule.needs, *rule.unless)
    yield from (item.measure if isinstance(item, MemberSet) else kpi for item in sets)
