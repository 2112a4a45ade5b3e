"""The dbt graph as Dagster sees it: keys, groups, and what a build's results say.

Translating between the two belongs here. Running dbt belongs to
``warehouse/models.py``, meaning to ``dbt_project/``.
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
from dagster_dbt import DagsterDbtTranslator

from sources._shared.case_record import case_record
from sources.registry import mapped_systems, mappings_of
from warehouse import models

CONTROL = "control"
CASE_RECORD = "case_system"
RELATIONS = ("model", "seed")
PASSED = ("success", "pass")
NEVER_RAN = ("skipped", "no-op")


class RoadTranslator(DagsterDbtTranslator):
    """Name and group dbt's nodes as addresses on the road.

    A model's key is ``[schema, model]`` and a source's ``[supplier, entity]``, which
    is the key of the landed asset: lineage joins by name alone.
    """

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str | None:
        """Return layer and folder: ``staging_niche``, ``marts_cases``, ``mappings``."""
        folders = dbt_resource_props["fqn"][1:-1]
        return "_".join(folders) or None


@cache
def manifest() -> dict[str, Any]:
    """Return dbt's manifest, read once, parsed anew only when a model has changed."""
    return dict(json.loads(models.manifest_as_json().read_text(encoding="utf-8")))


def nodes() -> dict[str, Any]:
    """Return the manifest's models, seeds and tests by their unique id."""
    return dict(manifest()["nodes"])


def control_tables() -> list[dg.AssetSpec]:
    """Return what the program writes into a build before dbt starts, for the graph."""
    return [
        dg.AssetSpec(
            [CONTROL, source["name"]],
            description=source["description"],
            group_name=CONTROL,
        )
        for source in manifest()["sources"].values()
        if source["source_name"] == CONTROL
    ]


def case_record_tables() -> list[dg.AssetSpec]:
    """Return the case record, which every mapped case system's tables lead to."""
    told = [
        dg.AssetSpec(
            [CASE_RECORD, entity.name],
            deps=mapped_tables(entity.name),
            description=f"Grain: {entity.grain}, of every mapped case system.",
            group_name=CASE_RECORD,
        )
        for entity in case_record().values()
    ]
    left_out = dg.AssetSpec(
        [CASE_RECORD, "left_out"],
        deps=mapped_tables(None),
        description="Rows and look-ups that no mapping takes.",
        group_name=CASE_RECORD,
    )
    return [*told, left_out]


def mapped_tables(entity: str | None) -> list[dg.AssetKey]:
    """Return the case systems' tables that fill an entity of the case record, or any.

    A line of ``fields.csv`` that says what a system never holds names no table.
    """
    tables = {
        (supplier, field.source_entity)
        for supplier in mapped_systems()
        for field in mappings_of(supplier).fields
        if field.source_entity and entity in (None, field.entity)
    }
    return [dg.AssetKey(list(table)) for table in sorted(tables)]


def keys_in(schema: str) -> list[dg.AssetKey]:
    """Return the keys of all relations of one schema."""
    return [
        dg.AssetKey([schema, node["name"]])
        for node in nodes().values()
        if node["resource_type"] in RELATIONS and node["schema"] == schema
    ]


def events(
    context: dg.AssetExecutionContext, build_file: Path
) -> Iterator[dg.MaterializeResult | dg.AssetCheckResult]:
    """Yield what a build did as Dagster's events: relations made, tests answered.

    Args:
        context: The run, which knows the checks it waits for.
        build_file: The build whose results dbt has left beside it.
    """
    results = json.loads(
        (build_file.parent / "target" / "run_results.json").read_text()
    )
    rows = row_counts(build_file)
    checks = {key.name: key for key in context.selected_asset_check_keys}
    for result in results["results"]:
        node = nodes()[result["unique_id"]]
        if node["resource_type"] in RELATIONS and result["status"] in PASSED:
            yield materialisation(node, result, rows)
        elif node["name"] in checks and result["status"] not in NEVER_RAN:
            yield verdict(checks[node["name"]], result)


def materialisation(
    node: Mapping[str, Any], result: Mapping[str, Any], rows: Mapping[str, int]
) -> dg.MaterializeResult:
    """Return one relation as made, with its time and, for a table, its rows."""
    metadata: dict[str, Any] = {"seconds": round(result["execution_time"], 3)}
    address = f"{node['schema']}.{node['name']}"
    if address in rows:
        metadata["dagster/row_count"] = rows[address]
    return dg.MaterializeResult(
        asset_key=[node["schema"], node["name"]], metadata=metadata
    )


def verdict(key: dg.AssetCheckKey, result: Mapping[str, Any]) -> dg.AssetCheckResult:
    """Return one test as answered; how many rows failed, and none of them."""
    warned = result["status"] == "warn"
    return dg.AssetCheckResult(
        asset_key=key.asset_key,
        check_name=key.name,
        passed=result["status"] in PASSED,
        severity=dg.AssetCheckSeverity.WARN if warned else dg.AssetCheckSeverity.ERROR,
        metadata={"failing_rows": result["failures"] or 0},
    )


def row_counts(build_file: Path) -> dict[str, int]:
    """Return the rows of every table of a build, by ``schema.table``.

    Views are not counted: that would compute each a second time.
    """
    with duckdb.connect(str(build_file), read_only=True) as connection:
        counted = connection.execute(
            "select schema_name || '.' || table_name, estimated_size"
            " from duckdb_tables() where not temporary"
        ).fetchall()
    return {str(address): int(rows) for address, rows in counted}
