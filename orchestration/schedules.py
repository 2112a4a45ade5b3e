"""When jobs start by the clock.

Cron lines belong here, each with its reason. What a job does does not; which day a
return asks for belongs to ``returns/calendar.py``.
"""

from collections.abc import Iterator

import dagster as dg

from orchestration import jobs
from orchestration.assets.prechecks import PRE_CHECKED, RETURNS
from orchestration.partitions import (
    TIMEZONE,
    last_ended,
    partition_of,
    quarter_of,
)
from orchestration.resources import WarehouseResource
from returns.calendar import run_days
from returns.deadlines import Deadline, find_deadline, list_deadlines

Asked = dg.RunRequest | dg.SkipReason
RUN_DAYS = ",".join(str(day) for day in run_days())

every_night = dg.ScheduleDefinition(
    name="every_night",
    job=jobs.nightly,
    cron_schedule="30 2 * * *",
    execution_timezone=TIMEZONE,
    description="After the partners' overnight exports, before anybody is at work.",
)
custody_twice_a_day = dg.ScheduleDefinition(
    name="custody_twice_a_day",
    job=jobs.custody_list,
    cron_schedule="45 6,14 * * *",
    execution_timezone=TIMEZONE,
    description="Before the morning's court list and before the afternoon's handover.",
)
every_morning = dg.ScheduleDefinition(
    name="every_morning",
    job=jobs.watch,
    cron_schedule="0 7 * * *",
    execution_timezone=TIMEZONE,
    description="After the night, when somebody can still act on it the same day.",
)
every_sunday = dg.ScheduleDefinition(
    name="every_sunday",
    job=jobs.verify_frozen,
    cron_schedule="0 5 * * 0",
    execution_timezone=TIMEZONE,
    description="Every frozen byte is read again, in an hour in which nobody waits.",
)


@dg.schedule(
    job=jobs.pre_check,
    cron_schedule="30 6 * * 1",
    execution_timezone=TIMEZONE,
    description="Monday, so that a week is left to mend what is found.",
)
def every_week_before_a_deadline(
    context: dg.ScheduleEvaluationContext, warehouse: WarehouseResource
) -> Iterator[Asked]:
    """Pre-check what is due within six weeks and not sent; else say why not."""
    found = standing(context, warehouse)
    asked = [item for item in found if item.is_open and not item.is_missed]
    if not asked:
        yield dg.SkipReason(why_nothing_is_open(found))
    for quarter in sorted({item.period for item in asked}):
        names = [item.name for item in asked if item.period == quarter]
        yield dg.RunRequest(
            run_key=f"{quarter} {context.scheduled_execution_time:%Y-%m-%d}",
            partition_key=partition_of(quarter),
            asset_selection=[dg.AssetKey([PRE_CHECKED, name]) for name in names],
        )


@dg.schedule(
    job=jobs.quarterly_return,
    cron_schedule=f"0 6 {RUN_DAYS} 1,4,7,10 *",
    execution_timezone=TIMEZONE,
    description="The calendar's day: late enough for practitioners to enter what"
    " belongs to the quarter, early enough to mend what is found.",
)
def after_every_quarter(
    context: dg.ScheduleEvaluationContext, warehouse: WarehouseResource
) -> Asked:
    """Write the returns of the quarter that ended last, unless all were sent."""
    partition = last_ended(context.scheduled_execution_time)
    quarter, today = quarter_of(partition), context.scheduled_execution_time.date()
    layout, configuration = warehouse.layout, warehouse.configuration
    found = [
        find_deadline(layout, configuration, name, quarter, today) for name in RETURNS
    ]
    if all(item.is_sent for item in found):
        return dg.SkipReason(f"every return of {quarter} has been sent")
    return dg.RunRequest(run_key=quarter, partition_key=partition)


def standing(
    context: dg.ScheduleEvaluationContext, warehouse: WarehouseResource
) -> list[Deadline]:
    """Return where the quarterly returns stand at the moment of a schedule."""
    today = context.scheduled_execution_time.date()
    found = list_deadlines(warehouse.layout, warehouse.configuration, today)
    return [item for item in found if item.name in RETURNS]


def why_nothing_is_open(found: list[Deadline]) -> str:
    """Return what was sent, and when the next pre-checks begin."""
    told = [
        f"{item.name} of {item.period}, due {item.due}: "
        + ("sent" if item.is_sent else f"opens on {item.opens}")
        for item in found
        if not item.is_missed
    ]
    return (
        f"no unsent return is within its weeks before the deadline ({'; '.join(told)})"
    )


schedules = [
    every_night,
    custody_twice_a_day,
    every_morning,
    every_sunday,
    every_week_before_a_deadline,
    after_every_quarter,
]
