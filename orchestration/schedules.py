"""When jobs start by the clock.

Cron lines belong here, each with its reason. What a job does does not.
"""

import dagster as dg

from orchestration.jobs import nightly, quarterly_return
from orchestration.partitions import last_ended

TIMEZONE = "Europe/London"

nightly_schedule = dg.ScheduleDefinition(
    name="every_night",
    job=nightly,
    cron_schedule="30 2 * * *",
    execution_timezone=TIMEZONE,
    description="After the partners' overnight exports, before anybody is at work.",
)


@dg.schedule(
    name="after_every_quarter",
    job=quarterly_return,
    cron_schedule="0 6 20 1,4,7,10 *",
    execution_timezone=TIMEZONE,
)
def quarterly_return_schedule(
    context: dg.ScheduleEvaluationContext,
) -> dg.RunRequest:
    """Write the return of the quarter that ended twenty days ago.

    Twenty days leave practitioners time to enter what belongs to the quarter.
    """
    return dg.RunRequest(partition_key=last_ended(context.scheduled_execution_time))
