"""Whether everything that was ever frozen is still as it was frozen.

The checks belong here, one for each return. Comparing files, seals and the chain of
events belongs to ``returns/submissions/verifying.py``.
"""

from collections.abc import Iterator, Mapping, Sequence

import dagster as dg

from orchestration.assets.prechecks import RETURNS
from orchestration.resources import WarehouseResource
from orchestration.runs import reasons_shown
from returns.submissions.verifying import find_faults

NAME = "seals_hold"
CHAIN = "chain"


@dg.multi_asset_check(
    specs=[
        dg.AssetCheckSpec(
            NAME,
            asset=["frozen", name],
            description="Every frozen file, and the chain of events, is as it was.",
        )
        for name in RETURNS
    ],
    name=NAME,
)
def seals_hold(warehouse: WarehouseResource) -> Iterator[dg.AssetCheckResult]:
    """Hold every frozen version of each return, all quarters, against its seal."""
    with reasons_shown():
        faults = find_faults(warehouse.layout)
    for name in RETURNS:
        yield verdict(name, faults)


def verdict(name: str, faults: Mapping[str, Sequence[str]]) -> dg.AssetCheckResult:
    """Return whether one return's seals hold, and the chain that all stand in."""
    own = {key: found for key, found in faults.items() if is_of(name, key)}
    broken = [f"{key}: {fault}" for key, found in own.items() for fault in found]
    return dg.AssetCheckResult(
        asset_key=["frozen", name],
        check_name=NAME,
        passed=not broken,
        metadata={"frozen": len(own) - 1, "broken": broken},
    )


def is_of(name: str, key: str) -> bool:
    """Return whether a submission is a version of a return; the chain is of all."""
    return key == CHAIN or key.split("/")[1] == name


seal_checks = [seals_hold]
