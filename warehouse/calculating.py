"""Run the same models in memory, for figures that nothing else will read.

Walking the compiled plan belongs here. It is dbt that compiled it, so a figure here
and a figure of a published release come from the same SQL; see docs/decisions.
"""

from collections.abc import Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from graphlib import TopologicalSorter
from typing import Any

import duckdb

from warehouse import models
from warehouse.building import fill
from warehouse.configuration import Configuration
from warehouse.control import Scope
from warehouse.layout import Layout
from warehouse.plan import compiled_plan, without_switch

TARGETS = (
    "model.youth_justice.fct_measures",
    "model.youth_justice.fct_measure_members",
    "model.youth_justice.fct_data_quality_findings",
)
SOURCE = "source.youth_justice."
# most models are too small for DuckDB to share one out between its own threads
AT_ONCE = 2


def calculate(
    layout: Layout,
    configuration: Configuration,
    scope: Scope,
    targets: Iterable[str] = TARGETS,
) -> duckdb.DuckDBPyConnection:
    """Return a database in memory that holds the figures of one scope.

    Args:
        layout: The home.
        configuration: The service's configuration.
        scope: What the figures are asked for.
        targets: The models that are wanted, with all they are made from.

    Raises:
        duckdb.Error: A model does not run: a fault of the program.
    """
    connection = duckdb.connect(":memory:")
    connection.execute(f"attach ':memory:' as {models.CATALOG}")
    connection.execute(f"use {models.CATALOG}")
    wanted = tuple(targets)
    entries = needed(compiled_plan(), wanted)
    fill(connection, layout, configuration, scope, tables_read(entries))
    make_relations(connection, worked_out(connection, entries, wanted))
    return connection


def needed(
    plan: Sequence[dict[str, Any]], targets: Iterable[str]
) -> list[dict[str, Any]]:
    """Return the part of a plan that leads to the targets, in its order."""
    wanted = set(targets)
    for entry in reversed(plan):
        if entry["name"] in wanted:
            wanted |= set(entry["parents"])
    return [entry for entry in plan if entry["name"] in wanted]


def worked_out(
    connection: duckdb.DuckDBPyConnection,
    entries: Sequence[dict[str, Any]],
    targets: Iterable[str] = (),
) -> list[dict[str, Any]]:
    """Return what there is to make: less where the service has one case system."""
    row = connection.execute("select count(*) from control.case_systems").fetchone()
    has_switched = bool(row and row[0] > 1)
    return list(entries) if has_switched else without_switch(entries, targets)


def tables_read(entries: Iterable[dict[str, Any]]) -> set[str]:
    """Return the suppliers' tables that some entries read, as ``supplier.entity``."""
    parents = {parent for entry in entries for parent in entry["parents"]}
    return {name.removeprefix(SOURCE) for name in parents if name.startswith(SOURCE)}


def make_relations(
    connection: duckdb.DuckDBPyConnection, entries: Sequence[dict[str, Any]]
) -> None:
    """Make the tables and views of a plan, each after those that it is made from.

    Raises:
        duckdb.Error: A model does not run: a fault of the program.
    """
    for schema in sorted({schema_of(entry) for entry in entries}):
        connection.execute(f"create schema if not exists {schema}")
    by_name = {entry["name"]: entry for entry in entries}
    order = TopologicalSorter(
        {
            name: by_name.keys() & set(entry["parents"])
            for name, entry in by_name.items()
        }
    )
    order.prepare()
    waiting: dict[Future[None], str] = {}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        while order.is_active():
            for name in order.get_ready():
                # a connection runs one statement at a time
                own = connection.cursor()
                own.execute(f"use {models.CATALOG}")
                waiting[pool.submit(make_relation, own, by_name[name])] = name
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for finished in done:
                finished.result()
                order.done(waiting.pop(finished))


def schema_of(entry: dict[str, Any]) -> str:
    """Return the schema of an entry of the plan."""
    schema: str = entry["relation"].partition(".")[0]
    return schema


def make_relation(connection: duckdb.DuckDBPyConnection, entry: dict[str, Any]) -> None:
    """Make the table or view of one entry of the plan, in a schema that is there."""
    if entry["kind"] == "seed":
        load_seed(connection, entry)
        return
    kind = "view" if entry["kind"] == "view" else "table"
    connection.execute(f"create {kind} {entry['relation']} as {entry['sql']}")


def load_seed(connection: duckdb.DuckDBPyConnection, entry: dict[str, Any]) -> None:
    """Read one seed as dbt does: the declared types, an empty field is null."""
    connection.execute(
        f"create table {entry['relation']} as "  # noqa: S608
        "select * from read_csv($file, header = true, delim = ',', quote = '\"', "
        "escape = '\"', columns = $types, nullstr = '')",
        {"file": str(models.PROJECT / entry["file"]), "types": entry["types"]},
    )
