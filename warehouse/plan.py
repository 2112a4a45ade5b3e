"""The models as a plan: every relation in running order, as SQL that dbt compiled.

Asking dbt for the SQL and keeping it belong here. Running it belongs to
``warehouse/calculating.py``, calling dbt to ``warehouse/models.py``.
"""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from warehouse import models


def compiled_plan() -> list[dict[str, Any]]:
    """Return seeds and models in the order to run them, as plain DuckDB SQL.

    Compiled by dbt and kept until a model changes. One entry a relation: ``kind``
    (seed, view, table), ``relation``, and ``sql`` or ``file``, with ``types`` of columns.
    ``only_after_switch``: it holds no row while the service has one case system.
    """
    kept = models.kept_file("plan.json", compile_plan)
    plan: list[dict[str, Any]] = json.loads(kept.read_text(encoding="utf-8"))
    return plan


def compile_plan(folder: Path) -> bytes:
    """Let dbt compile every model and put the relations into running order."""
    from graphlib import TopologicalSorter

    # apart from the parsed manifest, which dbt would write again
    build_file = folder / "compiled" / "warehouse.duckdb"
    results = models.invoke(["compile"], build_file, manifest=models.parsed_manifest())
    nodes = {
        result.node.unique_id: result.node
        for result in results
        if result.node.resource_type in ("model", "seed")
    }
    edges = {
        name: [
            parent
            for parent in getattr(node.depends_on, "nodes", [])  # a seed has none
            if parent in nodes
        ]
        for name, node in nodes.items()
    }
    order = TopologicalSorter(edges).static_order()
    return json.dumps([plan_entry(nodes[name]) for name in order]).encode()


def plan_entry(node: Any) -> dict[str, Any]:
    """Return what the plan must know of one seed or model."""
    relation = f'"{node.schema}"."{node.name}"'
    if node.resource_type == "seed":
        return {
            "name": node.unique_id,
            "parents": [],
            "kind": "seed",
            "relation": relation,
            "file": node.original_file_path,
            "types": node.config.column_types,
        }
    return {
        "name": node.unique_id,
        "kind": node.config.materialized,
        "relation": relation,
        "sql": node.compiled_code,
        "parents": node.depends_on.nodes,
        "only_after_switch": bool(node.config.meta.get("only_after_switch")),
        "types": {column.name: column.data_type for column in node.columns.values()},
    }


def without_switch(
    entries: Sequence[dict[str, Any]], targets: Iterable[str] = ()
) -> list[dict[str, Any]]:
    """Return a plan without what only a change of case system fills, in its order.

    What of it another entry reads, or is a target, is made with its columns alone.
    """
    read = set(targets)
    for entry in entries:
        read |= set() if entry.get("only_after_switch") else set(entry["parents"])
    return [
        without_rows(entry) if entry.get("only_after_switch") else entry
        for entry in entries
        if not entry.get("only_after_switch") or entry["name"] in read
    ]


def without_rows(entry: dict[str, Any]) -> dict[str, Any]:
    """Return an entry that makes the columns of another and no row."""
    columns = [f'null::{kind} as "{name}"' for name, kind in entry["types"].items()]
    return entry | {"sql": f"select {', '.join(columns)} where false"}
