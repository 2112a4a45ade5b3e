"""Land what every supplier delivered: one asset for each entity of its contract.

A delivery may hold several entities and is read once, so a supplier is one step.
Landing itself belongs to ``warehouse/landing.py``.
"""

from collections.abc import Iterator
from typing import Any

import dagster as dg

from orchestration.resources import WarehouseResource
from sources._shared.contract import Contract
from sources.registry import CONTRACTS
from warehouse.landing import land
from warehouse.standing import Standing, standings


def build_landing_asset(contract: Contract) -> dg.AssetsDefinition:
    """Build the step that lands one supplier's deliveries."""
    supplier = contract.supplier
    specs = [
        dg.AssetSpec(
            [supplier, entity.name],
            description=f"Grain: {entity.grain}, as sent by {contract.name}.",
            group_name=f"landing_{supplier}",
            kinds={"parquet"},
        )
        for entity in contract.entities
    ]

    @dg.multi_asset(
        specs=specs,
        name=f"land_{supplier}",
        description=f"Read each delivery of {contract.name} once, keep it as sent.",
    )
    def landing_asset(
        context: dg.AssetExecutionContext, warehouse: WarehouseResource
    ) -> Iterator[dg.MaterializeResult]:
        layout, configuration = warehouse.layout, warehouse.configuration
        with warehouse.writing():
            outcomes = land(layout, suppliers=[supplier], configuration=configuration)
        for line in (line for outcome in outcomes for line in outcome.lines):
            context.log.warning(line)
        for standing in standings(layout, supplier):
            yield landed(supplier, standing)

    return landing_asset


def landed(supplier: str, standing: Standing) -> dg.MaterializeResult:
    """Return one entity as landed: the rows, files and bytes that a build reads."""
    metadata: dict[str, Any] = {
        "dagster/row_count": standing.rows,
        "files": len(standing.files),
        "size_bytes": standing.size_bytes,
    }
    if standing.newest:
        metadata["newest_file_sha256"] = standing.newest.file_sha256
        metadata["newest_extract_date"] = standing.newest.extract_date.isoformat()
    return dg.MaterializeResult(
        asset_key=[supplier, standing.entity.name], metadata=metadata
    )


landing_assets = [build_landing_asset(contract) for contract in CONTRACTS.values()]
