"""What is made from each column of the case record, kept until a model changes.

Asking the lineage for every mart, measure and field, and keeping its answers, belong
here. Following columns belongs to ``graph``, saying what falls to ``dependents``.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from warehouse import models
from warehouse.lineage.branches import ROWS
from warehouse.plan import compiled_plan, without_switch
from warehouse.seeds import read_seed

KEPT = "lineage.json"
MEASURES = "marts.fct_measures"
FIGURE = ("numerator", "denominator", "value")
OF_COHORTS = ("state",)  # provisional or final; other figures have none

# column of the case record ("offences.cjs_code") to what is made from it
Uses = dict[str, dict[str, list[str]]]


def read_uses() -> Uses:
    """Return what is made from each column of the case record.

    Worked out once after a change of the models, some twenty seconds, and kept. Per
    column: ``models``, ``marts`` (``table.column``), ``measures`` and ``document`` (the
    fields of the national case document, ``kind.field``), each by name.
    """
    kept = models.kept_file(KEPT, lambda _folder: json.dumps(find_uses()).encode())
    uses: Uses = json.loads(kept.read_text(encoding="utf-8"))
    return uses


def is_known() -> bool:
    """Return whether the answer has been worked out since the models changed."""
    return (models.kept_folder() / KEPT).exists()


def find_uses() -> Uses:
    """Work out what is made from each column of the case record."""
    from warehouse.lineage.graph import Graph

    # after a switch all hangs on the natural keys, by which records are paired
    counted = without_switch(compiled_plan())
    plan = [entry for entry in counted if entry["kind"] != "seed"]
    graph = Graph(plan, read_columns(), read_keys())
    uses: Uses = {}

    def note(kind: str, name: str, sources: Iterable[str]) -> None:
        for column in sources:
            uses.setdefault(column, {}).setdefault(kind, []).append(name)

    for relation, columns in graph.own_columns.items():
        schema, _, table = relation.partition(".")
        note("models", table, graph.sources(relation, columns))
        for column in (*columns, ROWS) if schema == "marts" else ():
            note("marts", f"{table}.{column}", graph.follow(relation, column, None))
    for row in read_seed("rules/measures"):
        columns = [*FIGURE, *(OF_COHORTS if row["period"] == "cohort" else ())]
        name = row["measure"]
        note("measures", name, graph.sources(MEASURES, columns, name))
    for relation, kind, part in graph.document_fields():
        field = f"{kind}.{part.partition('.')[2]}"
        note("document", field, graph.follow(relation, part, kind))
    return uses


def read_columns() -> dict[str, list[str]]:
    """Return the columns of every relation of a build: one is made, without a row."""
    from warehouse.calculating import calculate
    from warehouse.configuration import Configuration
    from warehouse.control import Scope
    from warehouse.layout import Layout

    every = [entry["name"] for entry in compiled_plan()]
    with TemporaryDirectory(prefix="yjdw-lineage-") as folder:
        layout = Layout(Path(folder))
        layout.prepare()
        with calculate(layout, Configuration(), Scope([]), every) as connection:
            rows = connection.execute(
                "select schema_name || '.' || table_name, column_name"
                " from duckdb_columns() where not internal order by 1, column_index"
            ).fetchall()
    columns: dict[str, list[str]] = {}
    for relation, column in rows:
        columns.setdefault(relation, []).append(column)
    return columns


def read_keys() -> dict[str, list[list[str]]]:
    """Return the keys of every relation, as the tests of the models hold them."""
    nodes = models.parsed_manifest().nodes
    keys: dict[str, list[list[str]]] = {}
    for node in nodes.values():
        test = getattr(node, "test_metadata", None)
        if test is not None and test.name in ("unique", "unique_together"):
            owner = nodes[node.attached_node]
            said = test.kwargs
            columns = said.get("columns") or [said["column_name"]]
            keys.setdefault(f"{owner.schema}.{owner.name}", []).append(columns)
    return keys
