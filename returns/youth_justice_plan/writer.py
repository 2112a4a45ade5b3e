"""Write the yearly tables of the Youth Justice Plan, or nothing at all.

The order of the steps belongs here. What a table holds belongs to ``composing``, what is
expected to ``gate``, the look of a sheet to ``workbook``.
"""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb

from returns._shared.evidence import keep_evidence
from returns._shared.gate import refuse_if_blocked
from returns._shared.manifest import Document, describe_origin, describe_warnings
from returns._shared.versions import Written, keep, unfinished_folder
from returns.youth_justice_plan import gate
from returns.youth_justice_plan.composing import compose_tables
from returns.youth_justice_plan.tables import PlanAsked, PlanTable
from returns.youth_justice_plan.workbook import as_text, write_workbook
from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.refusal import DataRefused, Reason, WrongUse
from warehouse.releases import Release

WORKBOOK, TABLE = "youth_justice_plan.xlsx", "youth_justice_plan.csv"
NOTHING = (
    "no staff and no budget of that year have landed: put staffing.csv and budget.csv"
    " into the drop folder of service_office and run yjdw run"
)


def ask_for_plan(
    connection: duckdb.DuckDBPyConnection, year: int, service: str | None
) -> PlanAsked:
    """Return what is asked, with the one service there is when none is named.

    Raises:
        DataRefused: There is no line of that year, of whatever service.
        WrongUse: There are several services, and none is named.
    """
    if service:
        return PlanAsked(year, service)
    rows = connection.execute(
        "select service from fct_staffing where starting_year = $year"
        " union select service from fct_budget where starting_year = $year order by 1",
        {"year": year},
    ).fetchall()
    named = [str(name) for (name,) in rows if name]
    if len(named) > 1:
        raise WrongUse(f"say which service with --service: {', '.join(named)}")
    if not named:
        told = f"the plan's tables of {year} were not written"
        raise DataRefused([Reason("P-LINES", NOTHING)], told)
    return PlanAsked(year, named[0])


def write_return(
    layout: Layout,
    configuration: Configuration,
    connection: duckdb.DuckDBPyConnection,
    release: Release,
    asked: PlanAsked,
    explanations: Mapping[str, str] | None = None,
) -> Written:
    """Check the year and write a new version of its tables.

    When the last version of the same question says the same to the byte, nothing is
    written and that version is returned.

    Args:
        layout: The home.
        configuration: The bound of a change on the year before.
        connection: The identified zone of the release.
        release: Which release that is.
        asked: Year and service, as ``ask_for_plan`` gives them.
        explanations: New explanations of changes, by total: staffing, budget.

    Raises:
        DataRefused: A check failed; nothing is written, the reasons name file and row.
        WrongUse: An explanation is of no total.
    """
    tables = compose_tables(connection, asked)
    explained = gate.explain(layout, asked, explanations or {})
    results = gate.hold_return(
        layout, configuration, connection, release, asked, tables
    )
    refuse_if_blocked(
        results, f"the plan's tables of {asked.financial_year} were not written"
    )
    with unfinished_folder(layout, str(asked.year), gate.NAME) as folder:
        write_files(folder, asked, tables)
        files, evidence = keep_evidence(folder, results)
        told: Document = {
            "return": gate.NAME,
            "year": asked.financial_year,
            "service": asked.service,
            "explanations": explained,
            "warnings": describe_warnings(results),
            "files": files,
            "evidence": evidence,
        }
        told |= describe_origin(layout, release)
        return keep(folder, told)


def write_files(folder: Path, asked: PlanAsked, tables: Sequence[PlanTable]) -> None:
    """Write the two files whose bytes follow from the tables alone."""
    write_workbook(folder / WORKBOOK, asked, tables)
    write_csv(folder / TABLE, tables)


def write_again(
    folder: Path,
    connection: duckdb.DuckDBPyConnection,
    release: Release,  # noqa: ARG001 - the tables do not say of which release they are
    told: Document,
) -> None:
    """Write the files that a manifest tells of from a release built again."""
    asked = PlanAsked(int(told["year"].split("/")[0]), told["service"])
    write_files(folder, asked, compose_tables(connection, asked))


def write_csv(path: Path, tables: Sequence[PlanTable]) -> None:
    """Write every cell of every table, totals included, one a line."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["table", "row", "column", "unit", "value"])
        for table in tables:
            for row in table.rows:
                for column, value in zip(table.columns, table.row(row), strict=True):
                    text = as_text(value, table.unit)
                    writer.writerow([table.name, row, column, table.unit, text])
