"""The code location: every part of the road, listed in flow order.

Assembly only. No asset, check or resource is defined here.
"""

import dagster as dg

from orchestration.assets.landing import landing_assets
from orchestration.assets.publishing import published_zones
from orchestration.assets.returns import return_assets
from orchestration.assets.transform import transform_assets
from orchestration.checks.contracts import contract_checks
from orchestration.checks.expectations import expectation_checks
from orchestration.checks.freshness import freshness_checks
from orchestration.jobs import nightly, quarterly_return
from orchestration.resources import default_resources
from orchestration.schedules import nightly_schedule, quarterly_return_schedule
from orchestration.sensors import new_deliveries

defs = dg.Definitions(
    assets=[*landing_assets, *transform_assets, published_zones, *return_assets],
    asset_checks=[*contract_checks, *expectation_checks, *freshness_checks],
    jobs=[nightly, quarterly_return],
    schedules=[nightly_schedule, quarterly_return_schedule],
    sensors=[new_deliveries],
    resources=default_resources,
    executor=dg.in_process_executor,
)
