"""Publish a checked build: three zones, one release.

The assets belong here. What a zone may hold belongs to ``warehouse/zones.py``.
"""

from collections.abc import Iterator
from datetime import timedelta

import dagster as dg

from orchestration.dbt_graph import keys_in, row_counts
from orchestration.resources import WarehouseResource
from orchestration.runs import name_of_run, note, read_inputs
from warehouse.layout import ZONES
from warehouse.releases import current
from yjdw.road import publish_build

# the night begins at half past two and is over long before six
BY_MORNING = dg.FreshnessPolicy.cron(
    "0 6 * * *", lower_bound_delta=timedelta(hours=4), timezone="Europe/London"
)
GRAINS = {
    "identified": "names and dates of birth, for practitioners",
    "analyst": "the star schema under pseudonyms, for analysts",
    "aggregate": "suppressed figures, for anybody allowed to see them",
}


@dg.multi_asset(
    specs=[
        dg.AssetSpec(
            ["published", zone],
            deps=keys_in("marts"),
            description=f"Grain: one file per release; {GRAINS[zone]}.",
            group_name="publish",
            kinds={"duckdb"},
            freshness_policy=BY_MORNING,
        )
        for zone in ZONES
    ],
    name="publish",
)
def published_zones(
    context: dg.AssetExecutionContext, warehouse: WarehouseResource
) -> Iterator[dg.MaterializeResult]:
    """The build of this run, shown to its readers in one step."""
    layout, configuration = warehouse.layout, warehouse.configuration
    run_id = name_of_run(context.instance, context.run.run_id)
    inputs, shown = read_inputs(layout, run_id), current(layout)
    if shown and shown.inputs_fingerprint == inputs:
        note(layout, run_id, "nothing new", shown.release)
    else:
        with warehouse.writing():
            shown = publish_build(layout, configuration, run_id, None, inputs)
        note(layout, run_id, "published", shown.release)
    for zone in ZONES:
        yield published(warehouse, zone, shown.release)


def published(
    warehouse: WarehouseResource, zone: str, release: str
) -> dg.MaterializeResult:
    """Return one zone as published: its release, tables, rows and bytes."""
    file = warehouse.layout.release(zone, release)
    rows = row_counts(file)
    return dg.MaterializeResult(
        asset_key=["published", zone],
        metadata={
            "dagster/row_count": sum(rows.values()),
            "tables": len(rows),
            "size_bytes": file.stat().st_size,
            "release": release,
        },
    )
