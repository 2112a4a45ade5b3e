"""Write each return from what was published, ready for a person to sign off.

The assets belong here, one for each return. Writing belongs to ``returns/``.
"""

import csv
from pathlib import Path

import dagster as dg

from orchestration.partitions import kpi_quarters, quarter_of
from orchestration.resources import WarehouseResource
from orchestration.runs import reasons_shown
from returns._shared.versions import Written
from returns.yjb_kpi.writer import write_return
from warehouse.figures import ask_for
from warehouse.querying import open_zone, release_of
from warehouse.zones import IDENTIFIED


@dg.asset(
    key=["returned", "yjb_kpi"],
    deps=[dg.AssetKey(["published", IDENTIFIED])],
    group_name="returns",
    partitions_def=kpi_quarters,
    kinds={"excel"},
)
def yjb_kpi_return(
    context: dg.AssetExecutionContext, warehouse: WarehouseResource
) -> dg.MaterializeResult:
    """The key performance indicators of one quarter. Grain: one folder per version."""
    layout, configuration = warehouse.layout, warehouse.configuration
    quarter = quarter_of(context.partition_key)
    with reasons_shown(), open_zone(layout, IDENTIFIED) as connection:
        asked = ask_for(connection, quarter, None, configuration.service.name)
        release = release_of(connection)
        written = write_return(layout, configuration, connection, release, asked)
    return as_written(written, quarter)


def as_written(written: Written, quarter: str) -> dg.MaterializeResult:
    """Return a version as Dagster shows it: which, where, and how many lines."""
    return dg.MaterializeResult(
        metadata={
            "dagster/row_count": count_lines(written.folder / "kpi_return.csv"),
            "quarter": quarter,
            "version": written.version,
            "is_new": written.is_new,
            "folder": dg.MetadataValue.path(str(written.folder)),
            "warnings": list(written.warnings),
        }
    )


def count_lines(file: Path) -> int:
    """Return the lines of a CSV file below its heading."""
    with file.open(encoding="utf-8", newline="") as lines:
        return sum(1 for _ in csv.reader(lines)) - 1
