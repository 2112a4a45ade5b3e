"""The units that differ, the programmes that count nowhere, and what to mend.

Turning what was found into lists for people belongs here. Finding it belongs to
``comparison`` and ``form_differences``.
"""

import json
from collections.abc import Sequence
from typing import Any

import duckdb

from returns.yjb_preview.comparison import Differing
from returns.yjb_preview.differences import CODE, TEMPLATE, Difference
from returns.yjb_preview.form_differences import FormDiffering, Sides
from warehouse.figures import Asked

Entry = dict[str, Any]


def read_sides(connection: duckdb.DuckDBPyConnection) -> Sides:
    """Return who is on which side of each figure, by calculation."""
    rows = connection.execute(
        "select calculation_id, measure, figure, side, list(unit_id) from sides"
        " group by all"
    ).fetchall()
    return {tuple(row[:4]): frozenset(row[4]) for row in rows}


def read_children(
    connection: duckdb.DuckDBPyConnection, asked: Asked
) -> dict[str, str]:
    """Return the child behind each ypid of a service."""
    rows = connection.execute(
        "select ypid, child_id from intermediate.int_identity__case_children"
        " where service = ?",
        [asked.service],
    ).fetchall()
    return dict(rows)


def read_not_counted(
    connection: duckdb.DuckDBPyConnection, asked: Asked, calculations: tuple[str, str]
) -> list[Entry]:
    """Return the programmes ended in the quarter that count in neither figure."""
    rows = connection.execute(
        "select ours.programme_unit_id, ours.unit_id, ours.child_id,"
        " ours.disposal_type_code, cast(ours.start_date as varchar),"
        " cast(ours.end_date as varchar), ours.reason, ours.reason_name,"
        " ours.reason_clause, ours.what_to_mend"
        " from marts.fct_orders_not_counted as ours"
        " semi join marts.fct_orders_not_counted as theirs"
        " on ours.service = theirs.service and theirs.calculation_id = ?"
        " and ours.programme_unit_id = theirs.programme_unit_id"
        " where ours.calculation_id = ? and ours.service = ? and ours.quarter = ?"
        " order by ours.reason, ours.programme_unit_id",
        [calculations[1], calculations[0], asked.service, asked.quarter],
    ).fetchall()
    names = (
        *("programme", "unit", "child_id", "disposal_type", "start_date", "end_date"),
        *("reason", "why", "clause", "what_to_mend"),
    )
    return [dict(zip(names, row, strict=True)) for row in rows]


def list_differences(
    found: Sequence[Differing],
    of_form: Sequence[FormDiffering],
    children: dict[str, str],
) -> list[Entry]:
    """Return one entry per unit, reading and reason, with the figures it differs in."""
    entries: dict[tuple[Any, ...], Entry] = {}
    for item in found:
        if item.reason is None:
            continue
        key = (CODE, item.unit_id, item.in_ours, item.reason)
        if key not in entries:
            reasons = item.reason.differences
            entries[key] = _entry(CODE, item, reasons, item.reason.words, children)
            entries[key]["how"] = item.reason.how
        entries[key]["figures"].append(_figure(item))
    for cell in of_form:
        why = cell.difference
        of_cell = (TEMPLATE, cell.unit_id, cell.in_ours, why, cell.times)
        if of_cell not in entries:
            entries[of_cell] = _entry(TEMPLATE, cell, (why,), why.name, children)
            entries[of_cell]["how"] = "alone"
        figure = {**_figure(cell), "times": cell.times, "rows": list(cell.rows)}
        entries[of_cell]["figures"].append(figure)
    return sorted(
        entries.values(),
        key=lambda entry: (entry["reading"], entry["reason"], entry["unit"]),
    )


def _entry(
    reading: str,
    item: Differing | FormDiffering,
    reasons: Sequence[Difference],
    words: str,
    children: dict[str, str],
) -> Entry:
    return {
        "reading": reading,
        "unit": item.unit_id,
        "child_id": children.get(item.unit_id.split("|")[0]),
        "counts_in": "ours" if item.in_ours else "theirs",
        "reason": words,
        "reasons": [
            {
                name: getattr(reason, name)
                for name in (
                    *("setting_key", "kind", "name", "clause"),
                    *("why", "what_to_mend", "who"),
                )
            }
            for reason in reasons
        ],
        "figures": [],
    }


def _figure(item: Differing | FormDiffering) -> Entry:
    breakdown = json.loads(item.breakdown)
    return {"measure": item.measure, "breakdown": breakdown, "side": item.side}


def list_mends(
    differences: Sequence[Entry], not_counted: Sequence[Entry]
) -> list[Entry]:
    """Return what to do before sending, the tasks with most units first."""
    tasks: dict[tuple[str, str, str], set[str]] = {}
    for entry in differences:
        for reason in entry["reasons"]:
            task = (reason["what_to_mend"], reason["who"], reason["why"])
            tasks.setdefault(task, set()).add(entry["unit"])
    for entry in not_counted:
        task = (entry["what_to_mend"], "case manager", entry["why"])
        tasks.setdefault(task, set()).add(entry["programme"])
    return sorted(
        (
            {"what": what, "who": who, "why": why, "units": sorted(units)}
            for (what, who, why), units in tasks.items()
            if not what.startswith("Nothing")
        ),
        key=lambda task: (-len(task["units"]), task["what"]),
    )
