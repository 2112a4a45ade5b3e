"""Whether each quarterly return has been sent in time.

The checks belong here, one for each return over all its quarters: Dagster calls checks
by partition a preview. When a return is due belongs to ``returns/calendar.py``, where
it stands to ``returns/deadlines.py``.
"""

from collections.abc import Iterator, Sequence
from datetime import date

import dagster as dg

from orchestration.assets.prechecks import RETURNS
from orchestration.resources import WarehouseResource
from returns.deadlines import Deadline, list_deadlines, list_watched

NAME = "is_sent_in_time"
SHOWN = ("period", "due", "days_left", "state", "next_step")


@dg.multi_asset_check(
    specs=[
        dg.AssetCheckSpec(
            NAME,
            asset=["returned", name],
            description="Sent, or weeks away: a warning while open, an error once late.",
        )
        for name in RETURNS
    ],
    name=NAME,
)
def is_sent_in_time(warehouse: WarehouseResource) -> Iterator[dg.AssetCheckResult]:
    """Look at every quarter of each return that is open, late or next."""
    home = (warehouse.layout, warehouse.configuration, date.today())
    found, watched = list_deadlines(*home), list_watched(*home)
    for name in RETURNS:
        yield verdict(
            name,
            [item for item in found if item.name == name],
            [item for item in watched if item.name == name],
        )


def verdict(
    name: str, found: Sequence[Deadline], watched: Sequence[Deadline]
) -> dg.AssetCheckResult:
    """Return whether a return is sent or not yet asked for; late is an error."""
    late = any(item.is_missed for item in watched)
    told = [{key: str(getattr(item, key)) for key in SHOWN} for item in found]
    return dg.AssetCheckResult(
        asset_key=["returned", name],
        check_name=NAME,
        passed=not watched,
        severity=dg.AssetCheckSeverity.ERROR if late else dg.AssetCheckSeverity.WARN,
        metadata={"deadlines": dg.MetadataValue.json(told), "open": len(watched)},
    )


deadline_checks = [is_sent_in_time]
