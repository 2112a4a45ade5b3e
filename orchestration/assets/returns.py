"""Write each return from what was published, ready for a person to sign off.

The assets belong here, one for each return. Writing belongs to ``returns/``.
"""

import csv
from pathlib import Path

import dagster as dg

from orchestration.partitions import kpi_quarters, quarter_of
from orchestration.resources import WarehouseResource
from orchestration.runs import reasons_shown
from returns._shared.manifest import read
from returns._shared.versions import Written
from returns.case_level import writer as case_level
from returns.case_level.documents import ask_for_case
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
    return as_written(written, quarter, count_lines(written.folder / "kpi_return.csv"))


@dg.asset(
    key=["returned", "case_level"],
    deps=[dg.AssetKey(["published", IDENTIFIED])],
    group_name="returns",
    partitions_def=kpi_quarters,
    kinds={"json"},
)
def case_level_return(
    context: dg.AssetExecutionContext, warehouse: WarehouseResource
) -> dg.MaterializeResult:
    """The national case document of one quarter. Grain: one folder per version."""
    layout, configuration = warehouse.layout, warehouse.configuration
    quarter = quarter_of(context.partition_key)
    with reasons_shown(), open_zone(layout, IDENTIFIED) as connection:
        asked = ask_for_case(connection, quarter, configuration.service.name)
        written = case_level.write_return(
            layout, configuration, connection, release_of(connection), asked
        )
    return as_written(written, quarter, read(written.folder)["children"])


return_assets = [yjb_kpi_return, case_level_return]


def as_written(written: Written, quarter: str, rows: int) -> dg.MaterializeResult:
    """Return a version as Dagster shows it: which, where, and how many rows."""
    return dg.MaterializeResult(
        metadata={
            "dagster/row_count": rows,
            "quarter": quarter,
            "due": read(written.folder).get("due") or "not known",
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
