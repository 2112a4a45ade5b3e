"""Say what changed between two states of a return: figures, children, records.

Two frozen versions, or a frozen one and the published release, are compared here.
Printing belongs to ``yjdw``.
"""

import json
from dataclasses import dataclass
from functools import partial
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from returns._shared import manifest
from returns._shared.evidence import MEMBERS, RECORDS, select_kept
from returns.submissions.key import SubmissionKey
from warehouse.figures import Asked, read_figures
from warehouse.layout import Layout
from warehouse.refusal import WrongUse

Row = dict[str, Any]
Cell = tuple[str, str]  # measure, breakdown as JSON
PARTS = ("numerator", "denominator")
MOVED_MEMBERS = """
select
    coalesce(old.measure, new.measure) as measure,
    coalesce(old.breakdown, new.breakdown) as breakdown,
    coalesce(old.unit_id, new.unit_id) as unit_id,
    coalesce(new.child_id, old.child_id) as child_id,
    coalesce(old.in_numerator, false) as was_in_numerator,
    coalesce(new.in_numerator, false) as is_in_numerator,
    coalesce(old.in_denominator, false) as was_in_denominator,
    coalesce(new.in_denominator, false) as is_in_denominator
from old_members as old
full join new_members as new using (measure, breakdown, unit_id, unit_part)
where
    coalesce(old.in_numerator, false) != coalesce(new.in_numerator, false)
    or coalesce(old.in_denominator, false) != coalesce(new.in_denominator, false)
order by all
"""
# a row of a supplier is the same when it says the same, in whichever file it stands
CHANGED_RECORDS = """
with
old as (
    select topic, point, unit_id, fact, verdict, supplier, entity from old_records
),
new as (
    select topic, point, unit_id, fact, verdict, supplier, entity from new_records
),
changed as (
    select 'before' as side, * from (from old except from new)
    union all
    select 'now' as side, * from (from new except from old)
)
select * from changed order by all
"""


@dataclass(frozen=True)
class Side:
    """One state of a return: its figures, their members, the rows behind them."""

    figures: dict[Cell, Row]
    members: pa.Table
    records: pa.Table


def frozen_side(layout: Layout, key: SubmissionKey) -> Side:
    """Return what was frozen.

    Raises:
        WrongUse: It is not frozen, or has no figures.
    """
    folder = key.frozen(layout)
    if not (folder / MEMBERS).is_file():
        raise WrongUse(f"{key} has no frozen figures; freeze a KPI return first")
    told = json.loads((folder / "measures.json").read_text(encoding="utf-8"))
    members, records = (pq.read_table(folder / name) for name in (MEMBERS, RECORDS))
    return Side(_by_cell(told["measures"]), members, records)


def published_side(
    layout: Layout, key: SubmissionKey, connection: duckdb.DuckDBPyConnection
) -> Side:
    """Return the same question answered by the open release, as known there."""
    told = manifest.read(key.written(layout))
    asked = Asked(told["quarter"], told["rules"], told["service"])
    members, records = (
        select_kept(connection, name, asked).to_arrow_table()
        for name in (MEMBERS, RECORDS)
    )
    return Side(_by_cell(read_figures(connection, asked)), members, records)


def compare(old: Side, new: Side) -> dict[str, list[Row]]:
    """Return figures, members and records that differ, one entry each.

    Each figure has a bridge: what was, the units that entered and left, whatever is no
    unit of ours (a population, a sum), and what is; it adds up exactly.
    """
    with duckdb.connect(":memory:") as connection:
        for name in ("members", "records"):
            connection.register(f"old_{name}", getattr(old, name))
            connection.register(f"new_{name}", getattr(new, name))
        members = _ask(connection, MOVED_MEMBERS)
        records = _ask(connection, CHANGED_RECORDS)
    figures = [
        {"measure": cell[0], "breakdown": json.loads(cell[1]), **moved}
        for cell in sorted({*old.figures, *new.figures})
        if (moved := _moved(old, new, cell, members))
    ]
    return {"figures": figures, "members": members, "records": records}


def _moved(old: Side, new: Side, cell: Cell, members: list[Row]) -> Row:
    """Return both values of a figure and the bridge; nothing when it did not move."""
    before, now = old.figures.get(cell, {}), new.figures.get(cell, {})
    parts = (*PARTS, "value")
    if all(before.get(part) == now.get(part) for part in parts):
        return {}
    movers = [row for row in members if (row["measure"], row["breakdown"]) == cell]
    return {
        "before": {part: before.get(part) for part in parts},
        "now": {part: now.get(part) for part in parts},
        "bridge": {part: _bridge(part, before, now, movers) for part in PARTS},
    }


def _bridge(part: str, before: Row, now: Row, movers: list[Row]) -> dict[str, int]:
    was, is_now = before.get(part) or 0, now.get(part) or 0
    entered = {row["unit_id"] for row in movers if row[f"is_in_{part}"]}
    entered -= {row["unit_id"] for row in movers if row[f"was_in_{part}"]}
    left = {row["unit_id"] for row in movers if row[f"was_in_{part}"]}
    left -= {row["unit_id"] for row in movers if row[f"is_in_{part}"]}
    return {
        "before": was,
        "entered": len(entered),
        "left": len(left),
        "other": is_now - was - len(entered) + len(left),
        "now": is_now,
    }


def _by_cell(figures: list[Row]) -> dict[Cell, Row]:
    # as the members have it: compact, sorted
    as_text = partial(json.dumps, sort_keys=True, separators=(",", ":"))
    return {(item["measure"], as_text(item["breakdown"])): item for item in figures}


def _ask(connection: duckdb.DuckDBPyConnection, sql: str) -> list[Row]:
    found = connection.execute(sql)
    names = [column[0] for column in found.description or []]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
