"""Land what every supplier delivered: one asset for each entity of its contract.

A delivery may hold several entities and is read once, so a supplier is one step.
Landing itself belongs to ``warehouse/landing.py``.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

import dagster as dg

from orchestration.resources import WarehouseResource
from sources._shared.contract import Contract
from sources.registry import CONTRACTS
from warehouse.database_extracts import DATABASE
from warehouse.landing import land
from warehouse.outcomes import FileOutcome
from warehouse.standing import Standing, standings

DELIVERED = "delivered"
# a share that is not mounted, a state that somebody is reading: gone in a minute
AGAIN_SOON = dg.RetryPolicy(
    max_retries=2, delay=60, backoff=dg.Backoff.EXPONENTIAL, jitter=dg.Jitter.PLUS_MINUS
)
DATABASE_TRIES, SECONDS_BETWEEN = 3, 120  # a database away for longer is away tonight


def build_landing_asset(contract: Contract) -> dg.AssetsDefinition:
    """Build the step that lands one supplier's deliveries."""
    supplier = contract.supplier
    specs = [
        dg.AssetSpec(
            [supplier, entity.name],
            deps=[dg.AssetKey([DELIVERED, supplier])],
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
        can_subset=is_file_by_file(contract),
        retry_policy=AGAIN_SOON,
    )
    def landing_asset(
        context: dg.AssetExecutionContext, warehouse: WarehouseResource
    ) -> Iterator[dg.MaterializeResult]:
        names = {key.path[-1] for key in context.selected_asset_keys}
        land_supplier(context, warehouse, contract, names)
        for standing in standings(warehouse.layout, supplier):
            if standing.entity.name in names:
                yield landed(supplier, standing)

    return landing_asset


def is_file_by_file(contract: Contract) -> bool:
    """Return whether each entity comes in a file of its own, to be landed alone."""
    return contract.delivery == "csv"


def land_supplier(
    context: dg.AssetExecutionContext,
    warehouse: WarehouseResource,
    contract: Contract,
    names: set[str],
) -> None:
    """Land one supplier's deliveries, or those of some of its entities.

    Raises:
        dagster.RetryRequested: Its database could not be read. After the last try
            the night goes on with what landed before.
    """
    is_whole = len(names) == len(contract.entities)
    with warehouse.writing():
        outcomes = land(
            warehouse.layout,
            suppliers=[contract.supplier],
            entities=None if is_whole else names,
            configuration=warehouse.configuration,
        )
    for line in (line for outcome in outcomes for line in outcome.lines):
        context.log.warning(line)
    report_delivered(context.instance, contract.supplier, outcomes)
    is_away = any(outcome.file_name == DATABASE for outcome in outcomes)
    if is_away and context.retry_number < DATABASE_TRIES - 1:
        raise dg.RetryRequested(DATABASE_TRIES - 1, SECONDS_BETWEEN)


def report_delivered(
    instance: dg.DagsterInstance, supplier: str, outcomes: Sequence[FileOutcome]
) -> None:
    """Tell Dagster that a supplier delivered something new that could be used.

    The landed assets are made every night, so only this event shows how old they are.
    """
    landed_now = [item for item in outcomes if item.status == "landed"]
    days = [item.extract_date.isoformat() for item in landed_now if item.extract_date]
    if landed_now:
        metadata: dict[str, Any] = {"files": len(landed_now)}
        metadata["newest_extract_date"] = max(days, default=None)
        event = dg.AssetMaterialization([DELIVERED, supplier], metadata=metadata)
        instance.report_runless_asset_event(event)


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


# what lies outside: nothing here makes it, and its age is the contract's business
delivered_assets = [
    dg.AssetSpec(
        [DELIVERED, supplier],
        description=f"Grain: one event per landing of new deliveries of {contract.name}.",
        group_name=f"landing_{supplier}",
        freshness_policy=dg.FreshnessPolicy.time_window(
            timedelta(days=contract.freshness_days)
        ),
    )
    for supplier, contract in CONTRACTS.items()
]
landing_assets = [build_landing_asset(contract) for contract in CONTRACTS.values()]
