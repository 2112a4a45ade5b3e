"""The first gate: every landed entity keeps its contract, or the night stops here.

The checks belong here. What keeping a contract means belongs to
``warehouse/standing.py``.
"""

from collections.abc import Iterator

import dagster as dg

from orchestration.resources import WarehouseResource
from sources._shared.contract import Contract
from sources.registry import CONTRACTS
from warehouse.releases import word_shown
from warehouse.standing import Standing, standings

NAME = "keeps_contract"


def build_contract_check(contract: Contract) -> dg.AssetChecksDefinition:
    """Build the blocking checks on the entities of one supplier."""
    supplier = contract.supplier
    specs = [
        dg.AssetCheckSpec(
            NAME,
            asset=[supplier, entity.name],
            blocking=True,
            description="What a build would read has every column and row promised.",
        )
        for entity in contract.entities
    ]

    @dg.multi_asset_check(specs=specs, name=f"{supplier}_{NAME}", can_subset=True)
    def contract_check(
        context: dg.AssetCheckExecutionContext, warehouse: WarehouseResource
    ) -> Iterator[dg.AssetCheckResult]:
        asked = {key.asset_key for key in context.selected_asset_check_keys}
        for standing in standings(warehouse.layout, supplier):
            if dg.AssetKey([supplier, standing.entity.name]) in asked:
                yield verdict(supplier, standing, word_shown(warehouse.layout))

    return contract_check


def verdict(supplier: str, standing: Standing, shown: str) -> dg.AssetCheckResult:
    """Return whether an entity keeps its contract, and what readers see if it stops.

    A refused delivery warns while an older extract serves; it stops the night when a
    required supplier has nothing else.
    """
    stops = bool(standing.breaches)
    return dg.AssetCheckResult(
        asset_key=[supplier, standing.entity.name],
        check_name=NAME,
        passed=not standing.breaches and not standing.warnings,
        severity=dg.AssetCheckSeverity.ERROR if stops else dg.AssetCheckSeverity.WARN,
        description=f"the night stops here; {shown}" if stops else None,
        metadata={"breaches": standing.breaches, "warnings": standing.warnings},
    )


contract_checks = [build_contract_check(contract) for contract in CONTRACTS.values()]
