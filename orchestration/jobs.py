"""Named units of work that a person or a schedule may start.

What a job takes in and why it exists belongs here. Order does not: it is the
asset graph's.
"""

import dagster as dg

from orchestration.runs import note_failure

RETURNS = dg.AssetSelection.groups("returns")

# One process: two that open one DuckDB file lock each other out at random.
nightly = dg.define_asset_job(
    name="nightly",
    description="From the drop folders to a published release, through both gates.",
    selection=dg.AssetSelection.all() - RETURNS,
    executor_def=dg.in_process_executor,
    hooks={note_failure},
)

quarterly_return = dg.define_asset_job(
    name="quarterly_return",
    description="The nightly road, and then the return of one quarter (a partition).",
    selection=dg.AssetSelection.all(),
    executor_def=dg.in_process_executor,
    hooks={note_failure},
)
