"""Hold each return's rules against what is published, weeks before it is due.

The assets belong here, one for each return of a quarter. Asking the rules belongs to
``yjdw/prechecks.py``; nothing is written.
"""

import dagster as dg

from orchestration.checks.rules import rule_checks, rule_verdicts
from orchestration.partitions import begun_quarters, quarter_of
from orchestration.resources import WarehouseResource
from orchestration.runs import reasons_shown
from warehouse.zones import IDENTIFIED
from yjdw.prechecks import pre_check

PRE_CHECKED = "pre_checked"
RETURNS = ("yjb_kpi", "case_level")  # those of a quarter


def build_pre_check(name: str) -> dg.AssetsDefinition:
    """Build the pre-check of one return."""
    key = [PRE_CHECKED, name]

    @dg.asset(
        key=key,
        deps=[dg.AssetKey(["published", IDENTIFIED])],
        group_name="pre_checks",
        partitions_def=begun_quarters,
        check_specs=rule_checks(key),
        description=f"What {name} would be refused for. Grain: one result per rule.",
    )
    def pre_checked(
        context: dg.AssetExecutionContext, warehouse: WarehouseResource
    ) -> dg.MaterializeResult:
        layout, configuration = warehouse.layout, warehouse.configuration
        quarter = quarter_of(context.partition_key)
        with reasons_shown():
            results = pre_check(layout, configuration, name, quarter)
        return dg.MaterializeResult(
            metadata={"dagster/row_count": len(results), "quarter": quarter},
            check_results=rule_verdicts(key, results),
        )

    return pre_checked


pre_check_assets = [build_pre_check(name) for name in RETURNS]
