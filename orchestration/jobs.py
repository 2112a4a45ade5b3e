"""Named units of work that a person or a schedule may start.

What a job takes in and why it exists belongs here. Order does not: it is the
asset graph's.
"""

from functools import partial

import dagster as dg

from orchestration.checks.deadlines import deadline_checks
from orchestration.checks.freshness import freshness_checks
from orchestration.checks.seals import seal_checks
from orchestration.runs import note_failure

RETURNED = dg.AssetSelection.groups("returns")
# what is not of the road: asked for by the calendar, or by a person
BESIDE_THE_ROAD = dg.AssetSelection.groups("pre_checks", "submissions", "alerts")
ROAD = dg.AssetSelection.all() - BESIDE_THE_ROAD - RETURNED
CUSTODY = dg.AssetKey(["niche", "custody_records"])


# two processes that open one DuckDB file lock each other out at random; a failure is
# noted for the status
define_job = partial(
    dg.define_asset_job,
    executor_def=dg.in_process_executor,
    hooks={note_failure},
)

nightly = define_job(
    name="nightly",
    description="From the drop folders to a published release, through both gates.",
    selection=ROAD,
)
custody_list = define_job(
    name="custody_list",
    description="Land the police's list of who is in custody, and nothing else.",
    selection=dg.AssetSelection.assets(CUSTODY),
)
quarterly_return = define_job(
    name="quarterly_return",
    description="The nightly road, and then the returns of one quarter (a partition).",
    selection=ROAD | RETURNED,
)
pre_check = define_job(
    name="pre_check",
    description="What the returns of one quarter (a partition) would be refused for.",
    selection=dg.AssetSelection.groups("pre_checks"),
)
watch = define_job(
    name="watch",
    description="How old each supplier's data is, how near each deadline; tell people.",
    selection=dg.AssetSelection.groups("alerts")
    | dg.AssetSelection.checks(*freshness_checks, *deadline_checks),
)
verify_frozen = define_job(
    name="verify_frozen",
    description="Whether everything that was ever frozen is as it was frozen.",
    selection=dg.AssetSelection.checks(*seal_checks),
)

jobs = [
    nightly,
    custody_list,
    quarterly_return,
    pre_check,
    watch,
    verify_frozen,
]
