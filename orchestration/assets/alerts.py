"""Tell people what went wrong or is due, as the last step of a morning.

The asset belongs here. What is told, and to whom, belongs to ``yjdw/alerts``.
"""

import dagster as dg

from orchestration.resources import WarehouseResource
from yjdw.alerts.telling import tell

# the mail server restarts: a quarter of an hour later it is there again
LATER = dg.RetryPolicy(max_retries=2, delay=900)


@dg.asset(key=["alerts", "told"], group_name="alerts", retry_policy=LATER)
def told_alerts(
    context: dg.AssetExecutionContext, warehouse: WarehouseResource
) -> dg.MaterializeResult:
    """What people were told today. Grain: one row per alert, or end of one."""
    layout, configuration = warehouse.layout, warehouse.configuration
    told = tell(layout, configuration, context.log.warning)
    if told.sent.failed and not told.sent.by:
        raise dg.Failure("no alert was sent", metadata=dict(told.sent.failed))
    metadata = {"kinds": sorted({alert.kind for alert in told.news.alerts})}
    metadata |= {"over": list(told.news.over), "sent_by": list(told.sent.by)}
    rows = len(told.news.alerts) + len(told.news.over)
    return dg.MaterializeResult(metadata={"dagster/row_count": rows, **metadata})
