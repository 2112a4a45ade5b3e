"""The second gate: the figures meet their suites, or nothing is published.

The check belongs here. What is expected belongs to ``expectations/``.
"""

import dagster as dg

from orchestration.resources import WarehouseResource
from orchestration.runs import name_of_run
from warehouse.releases import word_shown
from yjdw.road import check_build

FIGURES = dg.AssetKey(["marts", "fct_measures"])


@dg.asset_check(
    asset=FIGURES,
    name="meets_expectations",
    blocking=True,
    description="Members and figures agree; every rule of the suites holds.",
)
def meets_expectations(
    context: dg.AssetCheckExecutionContext, warehouse: WarehouseResource
) -> dg.AssetCheckResult:
    """Hold the build of this run against the suites; ids of records, never values."""
    run_id = name_of_run(context.instance, context.run.run_id)
    results = check_build(warehouse.layout, run_id)
    failed = [result.as_reason().as_dict() for result in results if not result.passed]
    blocks = any(result.blocks for result in results)
    return dg.AssetCheckResult(
        passed=not failed,
        severity=dg.AssetCheckSeverity.ERROR if blocks else dg.AssetCheckSeverity.WARN,
        description=f"nothing is published; {word_shown(warehouse.layout)}"
        if blocks
        else None,
        metadata={"rules": len(results), "failed": dg.MetadataValue.json(failed)},
    )


expectation_checks = [meets_expectations]
