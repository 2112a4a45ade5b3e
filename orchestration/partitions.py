"""Partition definitions, named for what they slice, and their names for people.

How returns are sliced in time belongs here. What a quarter means to a measure
belongs to dbt.
"""

from datetime import datetime

import dagster as dg

APRIL = 4  # the financial year begins
FIRST_QUARTER = "2023-04"  # the key performance indicators exist since April 2023

# A key is the month in which a quarter begins, because Dagster cuts time by dates:
# 2023-04 is the quarter 2023Q1. A quarter appears when it has ended.
TIMEZONE = "Europe/London"
EVERY_QUARTER = "0 0 1 1,4,7,10 *"
kpi_quarters = dg.TimeWindowPartitionsDefinition(
    start=FIRST_QUARTER, fmt="%Y-%m", cron_schedule=EVERY_QUARTER, timezone=TIMEZONE
)

# The quarter that is still running too: its pre-checks begin before it has ended.
begun_quarters = dg.TimeWindowPartitionsDefinition(
    start=FIRST_QUARTER,
    fmt="%Y-%m",
    cron_schedule=EVERY_QUARTER,
    timezone=TIMEZONE,
    end_offset=1,
)


def quarter_of(partition_key: str) -> str:
    """Return the quarter's label: ``2024-01`` is ``2023Q4``, by financial year."""
    year, month = (int(part) for part in partition_key.split("-"))
    number = (month - APRIL) // 3 % 4 + 1
    return f"{year - (month < APRIL)}Q{number}"


def partition_of(quarter: str) -> str:
    """Return the partition key of a quarter's label, the inverse of the above."""
    year, number = int(quarter[:4]), int(quarter[-1])
    month = (number * 3) % 12 + 1
    return f"{year + (month < APRIL)}-{month:02d}"


def last_ended(moment: datetime) -> str:
    """Return the partition key of the last quarter that had ended at a moment.

    Raises:
        LookupError: The moment lies before the end of the first quarter.
    """
    window = kpi_quarters.get_prev_partition_window(moment)
    if window is None:
        raise LookupError(f"no quarter of the indicators had ended at {moment}")
    return kpi_quarters.get_partition_key_for_timestamp(window.start.timestamp())
