"""Hold our headlines against what the YJB reads off the summary form.

Finding the units that the sum of cells counts otherwise belongs here. The sum itself
belongs to ``form_reading``, case-level records to ``comparison``.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import duckdb

from returns.yjb_kpi.spec import load_form
from returns.yjb_kpi.units import read_units
from returns.yjb_preview.differences import (
    CODE,
    FORM_RULES,
    OURS,
    TEMPLATE,
    Difference,
    known_differences,
    named_difference,
)
from returns.yjb_preview.form_reading import (
    Cells,
    FilledForm,
    Reading,
    fill_form,
    load_readings,
)
from warehouse.figures import Asked, breakdown_text

Sides = dict[tuple[str, str, str, str], frozenset[str]]


@dataclass(frozen=True)
class FormDiffering:
    """One unit that the sum of cells counts otherwise than we do."""

    measure: str
    breakdown: str
    side: str
    unit_id: str
    in_ours: bool
    times: int
    rows: tuple[str, ...]
    difference: Difference


@dataclass(frozen=True)
class FormFigure:
    """The numerator and denominator that the YJB reads; none is a population.

    ``is_filled`` says whether the form holds anything for it, a base of its own kind
    (the population, the five sectors) left out.
    """

    measure: str
    breakdown: str
    numerator: int
    denominator: int | None
    is_filled: bool


def read_filled_form(connection: duckdb.DuckDBPyConnection, asked: Asked) -> FilledForm:
    """Return the summary form of a quarter as we would send it."""
    for table in ("fct_measures", "fct_measure_members", "fct_order_statuses"):
        _narrow(connection, table)
    for table in ("fct_proven_offences", "dim_rule_settings"):
        _narrow(connection, table)
    of_form = Asked(asked.quarter, FORM_RULES, asked.service)
    return fill_form(connection, read_units(connection, of_form), load_form())


def _narrow(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    connection.execute(
        f"create or replace temp table {table} as"  # noqa: S608 - our names
        f" select * from marts.{table} where calculation_id = ?",
        [TEMPLATE],
    )


def read_form_figures(form: FilledForm) -> list[FormFigure]:
    """Return the headlines that the YJB reads off a form."""
    return [_read_figure(form, reading) for reading in load_readings()]


def _read_figure(form: FilledForm, reading: Reading) -> FormFigure:
    numerator = form.add_up(reading.kpi, reading.numerator).total
    base = form.add_up(reading.kpi, reading.denominator).total
    return FormFigure(
        measure=reading.measure,
        breakdown=breakdown_text(reading.breakdown),
        numerator=numerator,
        denominator=base if reading.denominator else reading.constant,
        is_filled=numerator > 0 or base > 0,
    )


def find_form_differences(form: FilledForm, sides: Sides) -> list[FormDiffering]:
    """Return the units that the YJB counts otherwise from the form.

    Args:
        form: The filled form.
        sides: Who is on which side of each figure, by calculation (ours and the
            form's own rule version), measure, breakdown and side.
    """
    return [
        unit for reading in load_readings() for unit in _differing(form, sides, reading)
    ]


def _differing(
    form: FilledForm, sides: Sides, reading: Reading
) -> Iterator[FormDiffering]:
    figure = breakdown_text(reading.breakdown)
    for side in ("numerator", "denominator"):
        cells = getattr(reading, side)
        if not cells or reading.constant is not None:
            continue  # nobody's records are behind a board's sectors
        summed = form.add_up(reading.kpi, cells)
        ours, fair = (
            sides.get((name, reading.measure, figure, side), frozenset())
            for name in (OURS, TEMPLATE)
        )
        for unit in sorted(ours | set(summed.times)):
            times, in_ours, in_fair = summed.times[unit], unit in ours, unit in fair
            if times == in_ours:
                continue
            asked_for = in_ours != in_fair and in_fair == (times > 0)
            yield FormDiffering(
                *(reading.measure, figure, side, unit, in_ours, times),
                rows=tuple(sorted(summed.rows.get(unit, ()))),
                difference=_reason(form, reading, unit, times, asked_for),
            )


def _reason(
    form: FilledForm,
    reading: Reading,
    unit: str,
    times: int,
    asked_for: bool,
) -> Difference:
    """Return why the sum counts a unit otherwise than we do.

    Args:
        form: The filled form.
        reading: How the headline is read.
        unit: The unit.
        times: How often the sum counts it.
        asked_for: Whether the form's own rule version makes the difference, and not
            the sum.
    """
    cells = {0: reading.omitted, 1: reading.added}.get(times, ())
    if asked_for:
        return _of_measure(reading) or named_difference("form.own_definition")
    if times > 1:
        return named_difference("form.counted_more_than_once")
    if unit in _in_cells(form, reading, cells):
        return named_difference("form.row_added" if times else "form.row_left_out")
    for row in known_differences(CODE):
        if row.setting_key == reading.definition:
            return row
    return named_difference("form.own_definition" if times else "form.no_row")


def _of_measure(reading: Reading) -> Difference | None:
    """Return the definition in which the form's rule version differs in a measure."""
    prefix = f"cfg.{reading.measure}."
    rows = known_differences(TEMPLATE)
    return next((row for row in rows if row.setting_key.startswith(prefix)), None)


def _in_cells(form: FilledForm, reading: Reading, cells: tuple[Cells, ...]) -> set[str]:
    return set(form.add_up(reading.kpi, cells).times)
