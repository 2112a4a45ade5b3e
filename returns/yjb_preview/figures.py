"""The three figures of each measure side by side, and which of theirs is shown.

Reading and printing numbers belong here; who is behind them belongs to ``lists``.
"""

import json
from collections.abc import Sequence
from typing import Any

import duckdb

from returns.yjb_preview.differences import CODE, OURS, named_difference
from returns.yjb_preview.form_differences import FormFigure
from warehouse.figures import Asked

# the point of KPI 7b and 7d is a difference of definition, not another figure
READ = """
select
    figures.calculation_id,
    figures.measure,
    case
        when figures.measure in ('kpi7b', 'kpi7d')
            then regexp_replace(figures.breakdown, '"point":"(end|during)",', '')
        else figures.breakdown
    end as figure,
    catalogue.name,
    catalogue.scale,
    catalogue.decimal_places,
    figures.numerator,
    figures.denominator,
    figures.value
from marts.fct_measures as figures
inner join rules.measures as catalogue on figures.measure = catalogue.measure
where
    figures.calculation_id in ('ours', 'code')
    and figures.service = ?
    and figures.quarter = ?
    and not regexp_matches(figures.measure, '^(reoffending|kpi8.)')
    and not contains(figures.breakdown, '"12m"')
order by figures.measure, figure <> '{}', figure
"""
PER_CENT = (100, 1)  # scale and decimal places of every part of KPI 3
NAMES = (
    "calculation",
    "measure",
    "figure",
    "name",
    "scale",
    "places",
    "n",
    "d",
    "value",
)


def read_figures(
    connection: duckdb.DuckDBPyConnection, asked: Asked, form: Sequence[FormFigure]
) -> list[dict[str, Any]]:
    """Return one entry per measure and breakdown: ours, code, template, shown.

    ``shown`` names which of theirs the YJB publishes when both were sent: the template
    whenever its numerator or denominator is above 0. Board attendance is in the
    template alone.
    """
    of_form = {(item.measure, item.breakdown): item for item in form}
    entries: dict[tuple[str, str], dict[str, Any]] = {}
    for values in connection.execute(READ, [asked.service, asked.quarter]).fetchall():
        row = dict(zip(NAMES, values, strict=True))
        key = (row["measure"], row["figure"])
        entry = entries.setdefault(key, _entry(row))
        if row["calculation"] == OURS:
            entry["template"] = _of_form(of_form.get(key), row)
        if row["calculation"] != CODE or not row["measure"].startswith("kpi8"):
            entry[row["calculation"]] = {
                "numerator": row["n"],
                "denominator": row["d"],
                "value": row["value"],
            }
    cross(entries)
    for (measure, figure), entry in entries.items():
        read = of_form.get((measure, figure))
        is_sent = read is not None and (read.is_filled or entry["code"] is None)
        entry["shown"] = "template" if is_sent else "code"
    return list(entries.values())


def _entry(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "measure": row["measure"],
        "name": row["name"],
        "breakdown": json.loads(row["figure"]),
        **dict.fromkeys(("ours", "code", "template", "shown")),
        "notes": [],
    }


def cross(entries: dict[tuple[str, str], dict[str, Any]]) -> None:
    """Divide their figures of two order types by each other's children, as they do."""
    one, other = (
        entries.get(("kpi3d", f'{{"order_type":"{kind}"}}')) for kind in ("ro", "yro")
    )
    if not one or not other or not one["code"] or not other["code"]:
        return
    bases = [other["code"]["denominator"], one["code"]["denominator"]]
    if bases[0] == bases[1]:
        return
    why = named_difference("figure.send_orders_crossed").why
    for entry, base in zip((one, other), bases, strict=True):
        numerator = entry["code"]["numerator"]
        value = printed(numerator, base, *PER_CENT)
        entry["code"] = {"numerator": numerator, "denominator": base, "value": value}
        entry["notes"].append(why)


def _of_form(figure: FormFigure | None, row: dict[str, Any]) -> dict[str, Any] | None:
    """Return the template's numbers; a population is the same for all."""
    if figure is None:
        return None
    base = row["d"] if figure.denominator is None else figure.denominator
    return {
        "numerator": figure.numerator,
        "denominator": base,
        "value": printed(figure.numerator, base, row["scale"], row["places"]),
    }


def printed(
    numerator: int, denominator: int | None, scale: int, places: int
) -> str | None:
    """Return a ratio as the return prints it: half up on the exact fraction."""
    if denominator is None:
        return str(numerator)
    if denominator == 0:
        return None
    unit = 10**places
    last = (2 * numerator * scale * unit + denominator) // (2 * denominator)
    return f"{last // unit}.{last % unit:0{places}d}" if places else str(last)
