"""The models in memory as the program runs them, but for the figures that are asked.

Leaving out figures that no case asks belongs here: a figure of nobody is printed for
every service, and there are hundreds of services. Reading figures belongs to ``counting``.
"""

import duckdb

from warehouse import models
from warehouse.building import fill
from warehouse.calculating import make_relation, needed, schema_of, tables_read
from warehouse.configuration import Configuration, Service
from warehouse.control import Scope
from warehouse.handed_files import DOCUMENTS
from warehouse.layout import Layout
from warehouse.plan import compiled_plan

TARGETS = (
    "model.youth_justice.fct_measures",
    "model.youth_justice.fct_data_quality_findings",
)
PRINTED = "seed.youth_justice.measure_breakdowns"


def calculate_asked(
    home: Layout, scope: Scope, asked: set[tuple[str, str]]
) -> duckdb.DuckDBPyConnection:
    """Return a database with the figures of a scope, by measure and breakdown asked."""
    connection = duckdb.connect(":memory:")
    connection.execute(f"attach ':memory:' as {models.CATALOG}")
    connection.execute(f"use {models.CATALOG}")
    entries = needed(compiled_plan(), TARGETS)
    configuration = Configuration(service=Service(case_system=DOCUMENTS))
    fill(connection, home, configuration, scope, tables_read(entries))
    for entry in entries:
        connection.execute(f"create schema if not exists {schema_of(entry)}")
        make_relation(connection, entry)
        if entry["name"] == PRINTED:
            connection.execute(
                f"delete from {entry['relation']} where (measure, breakdown)"
                " not in (select unnest($1), unnest($2))",
                [list(part) for part in zip(*sorted(asked), strict=True)],
            )
    return connection
