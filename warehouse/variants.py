"""Count one quarter under many settings at once, in memory.

Running the models for several calculations, and again for others over the same
records, belongs here. Which settings are worth comparing belongs to the caller.
"""

from collections.abc import Sequence
from typing import Any

import duckdb

from warehouse import models
from warehouse.building import fill
from warehouse.calculating import make_relations, needed, tables_read, worked_out
from warehouse.configuration import Configuration
from warehouse.control import Scope, asked_tables, write_rows
from warehouse.layout import Layout
from warehouse.plan import compiled_plan

MARTS = (
    *("fct_measures", "fct_measure_members", "fct_order_statuses"),
    *("fct_proven_offences", "fct_orders_ended", "fct_orders_not_counted"),
    "dim_rule_settings",
)
TARGETS = (
    *(f"model.youth_justice.{name}" for name in MARTS),
    "seed.youth_justice.kpi_return_rows",
)
MEMBERS = "model.youth_justice.int_measures__members"
ASKED = frozenset(
    {
        "model.youth_justice.stg_control__calculations",
        "model.youth_justice.stg_control__settings",
    }
)
UNITS = "model.youth_justice.int_orders__units"
QUARTERS = "model.youth_justice.int_rules__quarters"


def count_variants(
    layout: Layout, configuration: Configuration, scope: Scope
) -> duckdb.DuckDBPyConnection:
    """Return a database in memory with the figures of the scope's quarters alone.

    Twelve-month sums of quarterly figures are not whole in it: their other quarters
    are left out, for a comparison of one quarter asks for none of them.

    Raises:
        duckdb.Error: A model does not run: a fault of the program.
    """
    connection = duckdb.connect(":memory:")
    connection.execute(f"attach ':memory:' as {models.CATALOG}")
    connection.execute(f"use {models.CATALOG}")
    entries = needed(compiled_plan(), TARGETS)
    fill(connection, layout, configuration, scope, tables_read(entries))
    entries = [
        limited(entry, scope.quarters) for entry in worked_out(connection, entries)
    ]
    make_relations(connection, entries)
    return connection


def count_others(
    connection: duckdb.DuckDBPyConnection,
    scope: Scope,
    children: Sequence[str] | None = None,
) -> None:
    """Replace the calculations of a database and count its members again.

    Only ``int_measures__members`` and what it is made from are of the new calculations.

    Args:
        connection: What ``count_variants`` gave.
        scope: The other calculations, of the same quarters and services.
        children: The ypids to count, with everybody who shares a record with them;
            none means all.
    """
    for columns, rows in asked_tables(scope, []):
        relation = f"control.{columns.partition('(')[0]}"
        if relation in ("control.calculations", "control.settings"):
            connection.execute(f"delete from {relation}")  # noqa: S608 - our names
            write_rows(connection, relation, rows)
    connection.execute("create or replace table control.children (ypid varchar)")
    write_rows(connection, "control.children", [(ypid,) for ypid in children or ()])
    changed = below(needed(compiled_plan(), [MEMBERS]), {*ASKED, UNITS})
    for entry in changed:
        kind = "view" if entry["kind"] == "view" else "table"
        connection.execute(f"drop {kind} {entry['relation']}")
    few = children is not None
    make_relations(
        connection, [limited(entry, scope.quarters, few=few) for entry in changed]
    )


def limited(
    entry: dict[str, Any], quarters: Sequence[str], *, few: bool = False
) -> dict[str, Any]:
    """Return an entry of the plan that holds the quarters (and children) asked for."""
    if entry["name"] == QUARTERS:
        asked = ", ".join(f"'{quarter}'" for quarter in quarters)  # checked before
        wanted = f"quarter in ({asked})"
    elif entry["name"] == UNITS and few:
        wanted = "ypid in (select ypid from control.children)"
    else:
        return entry
    return {**entry, "sql": f"select * from ({entry['sql']}) where {wanted}"}  # noqa: S608


def below(plan: Sequence[dict[str, Any]], changed: set[str]) -> list[dict[str, Any]]:
    """Return the part of a plan that holds or reads what has changed, in its order."""
    touched = set(changed)
    for entry in plan:
        if touched & set(entry["parents"]):
            touched.add(entry["name"])
    return [entry for entry in plan if entry["name"] in touched]
