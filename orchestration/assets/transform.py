"""Stage, identify, conform, mart and measure: the dbt project as assets.

The asset that builds belongs here. How dbt's graph becomes Dagster's belongs to
``dbt_graph.py``, the build itself to ``warehouse/building.py``.
"""

from collections.abc import Iterator

import dagster as dg
from dagster_dbt import dbt_assets

from orchestration.dbt_graph import (
    CASE_RECORD,
    RoadTranslator,
    case_record_tables,
    control_tables,
    events,
)
from orchestration.resources import WarehouseResource
from orchestration.runs import keep_inputs, name_of_run, reasons_shown
from warehouse.building import build
from warehouse.models import manifest_as_json
from yjdw.road import forget_old_builds, keep_build_result, require_something_landed


@dg.multi_asset(specs=case_record_tables(), name=CASE_RECORD)
def case_record_assets() -> Iterator[dg.MaterializeResult]:
    """Every case system's tables under the names of the case record.

    The build makes the views themselves. This is a step all the same: a check that
    blocks stops only what is made from its own asset by a step.
    """
    for table in case_record_tables():
        systems = sorted({dep.asset_key.path[0] for dep in table.deps})
        yield dg.MaterializeResult(asset_key=table.key, metadata={"systems": systems})


@dbt_assets(
    manifest=manifest_as_json(),
    name="dbt_models",
    dagster_dbt_translator=RoadTranslator(),
)
def dbt_models(
    context: dg.AssetExecutionContext, warehouse: WarehouseResource
) -> Iterator[dg.MaterializeResult | dg.AssetCheckResult]:
    """Every model and every test, in one build file that nobody else reads."""
    layout, configuration = warehouse.layout, warehouse.configuration
    run_id = name_of_run(context.instance, context.run.run_id)
    with reasons_shown(), warehouse.writing():
        require_something_landed(layout)
        forget_old_builds(layout)
        keep_inputs(layout, configuration, run_id)
        result = build(layout, configuration, run_id=run_id)
        yield from events(context, layout.build(run_id))
        keep_build_result(layout, run_id, result)


transform_assets: list[dg.AssetSpec | dg.AssetsDefinition] = [
    *control_tables(),
    case_record_assets,
    dbt_models,
]
