"""Keep beside a written return what it follows from: how its checks ended, its members.

Writing and reading that evidence belong here. It is no part of what is sent, but of
what is signed and frozen.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb
import pyarrow.parquet as pq

from expectations.rules import CheckResult, Severity
from returns._shared.manifest import Document, describe_files
from warehouse.figures import Asked

CHECKS = "checks.json"
MEMBERS, RECORDS = "members.parquet", "records.parquet"
TABLES = {MEMBERS: "fct_measure_members", RECORDS: "fct_measure_records"}


def keep_evidence(
    folder: Path,
    results: Sequence[CheckResult],
    tables: Mapping[str, duckdb.DuckDBPyRelation] | None = None,
) -> tuple[Document, Document]:
    """Write the evidence into a return's folder, and describe files and evidence.

    Args:
        folder: Holds the files of the return and nothing else.
        results: How its checks ended.
        tables: What else is kept, by file name.
    """
    files = describe_files(folder)
    told = [result.as_dict() for result in results]
    text = json.dumps(told, indent=2, ensure_ascii=False)
    (folder / CHECKS).write_text(f"{text}\n", encoding="utf-8")
    for name, rows in (tables or {}).items():
        # a reader's connection may not write files itself
        pq.write_table(rows.to_arrow_table(), folder / name, compression="zstd")
    described = describe_files(folder)
    return files, {name: described[name] for name in described if name not in files}


def read_checks(folder: Path) -> list[CheckResult]:
    """Return how the checks of a written return ended, units and waivers included."""
    told = json.loads((folder / CHECKS).read_text(encoding="utf-8"))
    return [CheckResult.from_dict(item) for item in told]


def failing(folder: Path) -> list[tuple[str, tuple[str, ...]]]:
    """Return what stands against a written return, or would without a waiver."""
    if not (folder / CHECKS).is_file():
        return []
    return [
        (result.code, result.units)
        for result in read_checks(folder)
        if not result.passed and result.severity is not Severity.INFORMATION
    ]


def select_kept(
    connection: duckdb.DuckDBPyConnection, name: str, asked: Asked
) -> duckdb.DuckDBPyRelation:
    """Return the rows of one kept file as a release has them, in one order."""
    return connection.sql(
        f"select * from {TABLES[name]} where quarter = $quarter"  # noqa: S608 - ours
        " and rule_version = $rules and service = $service order by all",
        params={
            "quarter": asked.quarter,
            "rules": asked.rules,
            "service": asked.service,
        },
    )
