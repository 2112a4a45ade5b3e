"""The code location: every part of the road, listed in flow order.

Assembly only. No asset, check or resource is defined here.
"""

import dagster as dg

from orchestration.assets.alerts import told_alerts
from orchestration.assets.landing import delivered_assets, landing_assets
from orchestration.assets.prechecks import pre_check_assets
from orchestration.assets.publishing import published_zones
from orchestration.assets.returns import return_assets
from orchestration.assets.submissions import submission_assets
from orchestration.assets.transform import transform_assets
from orchestration.checks.contracts import contract_checks
from orchestration.checks.deadlines import deadline_checks
from orchestration.checks.expectations import expectation_checks
from orchestration.checks.freshness import freshness_checks
from orchestration.checks.seals import seal_checks
from orchestration.jobs import jobs
from orchestration.resources import default_resources
from orchestration.schedules import schedules
from orchestration.sensors import sensors

defs = dg.Definitions(
    assets=[
        *(*delivered_assets, *landing_assets, *transform_assets, published_zones),
        *(*pre_check_assets, *return_assets, *submission_assets, told_alerts),
    ],
    asset_checks=[
        *(*contract_checks, *expectation_checks, *freshness_checks),
        *(*deadline_checks, *seal_checks),
    ],
    jobs=jobs,
    schedules=schedules,
    sensors=sensors,
    resources=default_resources,
    executor=dg.in_process_executor,
)
