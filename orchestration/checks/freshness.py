"""How old each supplier's newest usable extract is, against the contract's limit.

A stale supplier warns here and stops no night: partners deliver when they deliver.
Whether it blocks a return is decided by the return's own gate.
"""

from collections.abc import Iterator

import dagster as dg

from orchestration.resources import WarehouseResource
from sources.registry import CONTRACTS
from warehouse.freshness import Freshness, read_freshness

NAME = "is_fresh"
# of each supplier the first entity stands for all
ASSETS = {
    supplier: dg.AssetKey([supplier, contract.entities[0].name])
    for supplier, contract in CONTRACTS.items()
}


@dg.multi_asset_check(
    specs=[dg.AssetCheckSpec(NAME, asset=key) for key in ASSETS.values()],
    name="suppliers_are_fresh",
)
def suppliers_are_fresh(warehouse: WarehouseResource) -> Iterator[dg.AssetCheckResult]:
    """Hold the age of every supplier against its limit."""
    for item in read_freshness(warehouse.layout, warehouse.configuration):
        yield verdict(item)


def verdict(item: Freshness) -> dg.AssetCheckResult:
    """Return whether one supplier is fresh; one that never delivered is not asked."""
    return dg.AssetCheckResult(
        asset_key=ASSETS[item.supplier],
        check_name=NAME,
        passed=item.age_days is None or not item.is_stale,
        severity=dg.AssetCheckSeverity.WARN,
        metadata={"age_days": item.age_days, "limit_days": item.limit_days},
    )


freshness_checks = [suppliers_are_fresh]
