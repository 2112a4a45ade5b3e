"""Count a quarter both ways and find every unit that is in one count only.

Running the counts and holding them side by side belong here. Words, files and the
summary form belong to the other modules of this folder.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb

from returns.yjb_preview.differences import (
    CODE,
    OURS,
    known_differences,
    probing_calculations,
)
from returns.yjb_preview.reasons import Reason, find_reason
from warehouse.control import Calculation, Scope
from warehouse.figures import Asked
from warehouse.variants import count_others

SIDES = Path(__file__).with_name("sides.sql")
RELATED = Path(__file__).with_name("related.sql")


@dataclass(frozen=True)
class Differing:
    """One unit on one side of one figure, counted by us or by them but not by both."""

    measure: str
    breakdown: str
    side: str
    unit_id: str
    in_ours: bool
    reason: Reason | None = None


def differing_units(
    connection: duckdb.DuckDBPyConnection, asked: Asked
) -> list[Differing]:
    """Return every unit in one of the two counts only, without its reason."""
    read_sides(connection, asked)
    connection.execute(
        "create or replace temp table differing as"
        " select measure, figure, side, unit_id,"
        " bool_or(calculation_id = ?) as in_ours from sides"
        " where calculation_id in (?, ?) group by all"
        " having count(distinct calculation_id) = 1",
        [OURS, OURS, CODE],
    )
    rows = connection.execute("select * from differing order by all").fetchall()
    return [Differing(*row) for row in rows]


def read_sides(connection: duckdb.DuckDBPyConnection, asked: Asked) -> None:
    """Write who is on which side of each figure into the table ``sides``."""
    connection.execute(
        SIDES.read_text(encoding="utf-8"),
        {"service": asked.service, "quarter": asked.quarter},
    )


def explain_units(
    connection: duckdb.DuckDBPyConnection,
    scope: Scope,
    asked: Asked,
    found: Sequence[Differing],
    report: Callable[[str], None],
) -> list[Differing]:
    """Return the same units, each with its reason, by counting those children again.

    Args:
        connection: What ``count_variants`` gave, with the differing units found in it.
        scope: The scope of the first count; its first calculation is ours.
        asked: Quarter, rule version and service.
        found: What ``differing_units`` gave.
        report: Told what is being done.
    """
    if not found:
        return []
    ours = next(item for item in scope.calculations if item.calculation_id == OURS)
    probes = probing_calculations(ours.rule_version, ours.settings)
    related = [
        row[0]
        for row in connection.execute(RELATED.read_text(encoding="utf-8")).fetchall()
    ]
    report(f"asking why of {len(related)} children")
    counted = _count_again(connection, scope, probes, asked, related)
    if not _same(found, counted):
        # a child depends on one that was left out: count them all
        report("asking why of all children")
        counted = _count_again(connection, scope, probes, asked, None)
    return [_with_reason(unit, counted.get(_key(unit), frozenset())) for unit in found]


def _with_reason(unit: Differing, counted_in: frozenset[str]) -> Differing:
    reason = find_reason(
        in_ours=unit.in_ours,
        counted_in=counted_in,
        differences=known_differences(CODE),
    )
    return replace(unit, reason=reason)


Key = tuple[str, str, str, str]


def _key(unit: Differing) -> Key:
    return (unit.measure, unit.breakdown, unit.side, unit.unit_id)


def _count_again(
    connection: duckdb.DuckDBPyConnection,
    scope: Scope,
    probes: Sequence[Calculation],
    asked: Asked,
    children: Sequence[str] | None,
) -> dict[Key, frozenset[str]]:
    """Return, of each differing unit and side, the calculations that count it."""
    count_others(connection, replace(scope, calculations=probes), children)
    read_sides(connection, asked)
    rows = connection.execute(
        "select measure, figure, side, unit_id,"
        " list(distinct calculation_id) from sides"
        " semi join differing using (measure, figure, side, unit_id)"
        " group by all"
    ).fetchall()
    return {tuple(row[:4]): frozenset(row[4]) for row in rows}


def _same(found: Sequence[Differing], counted: dict[Key, frozenset[str]]) -> bool:
    """Return whether the few children were counted as among all."""
    return all(
        {OURS, CODE} & counted.get(_key(unit), frozenset())
        == {OURS if unit.in_ours else CODE}
        for unit in found
    )
