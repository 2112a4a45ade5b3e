"""Whether each quarter's return has been sent in time.

The checks belong here, one for each return, by quarter. When a return is due belongs
to ``returns/calendar.py``, where it stands to ``returns/deadlines.py``.
"""

from datetime import date

import dagster as dg

from orchestration.assets.prechecks import RETURNS
from orchestration.partitions import kpi_quarters, quarter_of
from orchestration.resources import WarehouseResource
from returns.deadlines import Deadline, find_deadline

NAME = "is_sent_in_time"


def build_deadline_check(name: str) -> dg.AssetChecksDefinition:
    """Build the check on one return."""

    @dg.asset_check(
        asset=["returned", name],
        name=NAME,
        description="Sent, or its pre-checks have not begun; an error once it is late.",
        partitions_def=kpi_quarters,
    )
    def is_sent_in_time(
        context: dg.AssetCheckExecutionContext, warehouse: WarehouseResource
    ) -> dg.AssetCheckResult:
        layout, configuration = warehouse.layout, warehouse.configuration
        quarter = quarter_of(context.partition_key)
        return verdict(
            find_deadline(layout, configuration, name, quarter, date.today())
        )

    return is_sent_in_time


def verdict(item: Deadline) -> dg.AssetCheckResult:
    """Return whether a return is sent or not yet asked for; late is an error."""
    late = item.is_missed
    return dg.AssetCheckResult(
        passed=not item.is_open,
        severity=dg.AssetCheckSeverity.ERROR if late else dg.AssetCheckSeverity.WARN,
        description=f"{item.state}; next: {item.next_step}",
        metadata={
            "period": item.period,
            "due": item.due.isoformat(),
            "days_left": item.days_left,
            "state": item.state,
            "submission": item.submission or "none",
        },
    )


deadline_checks = [build_deadline_check(name) for name in RETURNS]
