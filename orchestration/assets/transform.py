"""Stage, identify, conform, mart and measure: the dbt project as assets.

The asset that builds belongs here. How dbt's graph becomes Dagster's belongs to
``dbt_graph.py``, the build itself to ``warehouse/building.py``.
"""

from collections.abc import Iterator

import dagster as dg
from dagster_dbt import dbt_assets

from orchestration.dbt_graph import RoadTranslator, events, manifest_file
from orchestration.resources import WarehouseResource
from warehouse.building import build


@dbt_assets(
    manifest=manifest_file(),
    name="dbt_models",
    dagster_dbt_translator=RoadTranslator(),
)
def dbt_models(
    context: dg.AssetExecutionContext, warehouse: WarehouseResource
) -> Iterator[dg.MaterializeResult | dg.AssetCheckResult]:
    """Every model and every test, in one build file that nobody else reads."""
    layout, run_id = warehouse.layout, context.run_id
    result = build(layout, warehouse.configuration, run_id=run_id)
    yield from events(context, layout.build(run_id))
    if result.failures:
        names = [f"{failure.node}: {failure.status}" for failure in result.failures]
        raise dg.Failure("Models or tests failed.", metadata={"failures": names})
