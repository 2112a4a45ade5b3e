"""Compare two states of a quarter's figures: figures, children, records.

Finding what differs belongs here. Where a state comes from belongs to
``returns/submissions``, the arithmetic of one figure to ``bridges``.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import duckdb
import pyarrow as pa

from returns.differences.bridges import PARTS, bridge_figure
from warehouse.figures import breakdown_text
from warehouse.seeds import read_seed

Row = dict[str, Any]
Cell = tuple[str, str]  # measure, breakdown as JSON

MEASURES = "rules/measures"
MOVED_MEMBERS = """
select
    coalesce(old.measure, new.measure) as measure,
    coalesce(old.breakdown, new.breakdown) as breakdown,
    coalesce(old.unit_id, new.unit_id) as unit_id,
    coalesce(old.unit_part, new.unit_part) as unit_part,
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
select
    '{side}' as side, topic, point, unit_id, fact, verdict, supplier, entity,
    min(file_sha256) as file_sha256,
    arg_min(row_number, file_sha256) as row_number
from {these}_records as these
where not exists (
    select 1 from {others}_records as others
    where
        others.topic = these.topic and others.point = these.point
        and others.unit_id = these.unit_id
        and others.supplier = these.supplier and others.entity = these.entity
        and others.fact is not distinct from these.fact
        and others.verdict is not distinct from these.verdict
)
group by all
"""
SIDES = {"before": ("old", "new"), "now": ("new", "old")}


@dataclass(frozen=True)
class Side:
    """One state of a return: its figures, their members, the rows behind them.

    ``told`` says what it is: its name, knowledge, release; ``settings`` are those of
    the counting rules, ``files`` the names of delivered files by their sha256.
    """

    figures: dict[Cell, Row]
    members: pa.Table
    records: pa.Table
    told: Row = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)


def by_cell(figures: list[Row]) -> dict[Cell, Row]:
    """Return figures by measure and breakdown, as the members have them."""
    return {
        (item["measure"], breakdown_text(item["breakdown"])): item for item in figures
    }


def compare_figures(old: Side, new: Side) -> dict[str, list[Row]]:
    """Return figures, members, records and settings that differ, one entry each.

    Each figure has a bridge that adds up exactly. A figure that one child left and
    another entered has one too, though its numbers are the same (``is_same_number``).
    ``side_by_side`` has every figure of both states.
    """
    with duckdb.connect(":memory:") as connection:
        for name in ("members", "records"):
            connection.register(f"old_{name}", getattr(old, name))
            connection.register(f"new_{name}", getattr(new, name))
        members = _ask(connection, MOVED_MEMBERS)
        records = _ask(connection, _changed_records())
    return {
        "figures": _moved_figures(old, new, members),
        "members": members,
        "records": _tell_records(records, members, old.files | new.files),
        "settings": compare_settings(old.settings, new.settings),
        "side_by_side": [
            _named(cell) | {"before": _numbers(old, cell), "now": _numbers(new, cell)}
            for cell in sorted({*old.figures, *new.figures})
        ],
    }


def compare_settings(old: Mapping[str, str], new: Mapping[str, str]) -> list[Row]:
    """Return the settings that are not the same; none when one side tells none."""
    names = sorted({*old, *new}) if old and new else []
    return [
        {"setting": name, "before": old.get(name), "now": new.get(name)}
        for name in names
        if old.get(name) != new.get(name)
    ]


def _tell_records(
    records: list[Row], members: list[Row], names: Mapping[str, str]
) -> list[Row]:
    """Return the records with their files' names, those of a unit that moved first."""
    units = {row["unit_id"] for row in members}
    # a member of several quarters is named quarter|unit
    units |= {unit.partition("|")[2] for unit in units}
    told = [
        {
            **row,
            "file_name": names.get(row["file_sha256"]),
            "is_of_a_mover": row["unit_id"] in units,
        }
        for row in records
    ]
    return sorted(told, key=lambda row: not row["is_of_a_mover"])


def _changed_records() -> str:
    parts = [
        CHANGED_RECORDS.format(side=side, these=these, others=others)
        for side, (these, others) in SIDES.items()
    ]
    order = "unit_id, topic, point, side, supplier, entity, fact, verdict"
    return f"{' union all '.join(parts)} order by {order}"


def _moved_figures(old: Side, new: Side, members: list[Row]) -> list[Row]:
    movers: dict[Cell, list[Row]] = {}
    for row in members:
        movers.setdefault((row["measure"], row["breakdown"]), []).append(row)
    bases = {row["measure"]: row["denominator_kind"] for row in read_seed(MEASURES)}
    moved = []
    for cell in sorted({*old.figures, *new.figures}):
        before, now = _numbers(old, cell), _numbers(new, cell)
        bridge = bridge_figure(
            old.figures.get(cell, {}),
            new.figures.get(cell, {}),
            movers.get(cell, []),
            bases.get(cell[0]),
        )
        if before != now or any(item["entered"] for item in bridge.values()):
            states = {"before": before, "now": now, "is_same_number": before == now}
            moved.append({**_named(cell), **states, "bridge": bridge})
    return moved


def _named(cell: Cell) -> Row:
    return {"measure": cell[0], "breakdown": json.loads(cell[1])}


def _numbers(side: Side, cell: Cell) -> Row:
    figure = side.figures.get(cell, {})
    return {part: figure.get(part) for part in (*PARTS, "value")}


def _ask(connection: duckdb.DuckDBPyConnection, sql: str) -> list[Row]:
    found = connection.execute(sql)
    names = [column[0] for column in found.description or []]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
