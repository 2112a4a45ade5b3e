"""Open one state of a quarter's figures: as frozen, as written, or as a release has it.

Reading a state belongs here. Comparing two belongs to ``returns/differences``.
"""

import json
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq

from returns._shared import manifest
from returns._shared.evidence import MEMBERS, RECORDS, select_kept
from returns.differences.figures import Side, by_cell
from returns.submissions.key import SubmissionKey
from warehouse.conditions import read_settings
from warehouse.figures import Asked, read_figures
from warehouse.layout import Layout
from warehouse.refusal import WrongUse
from warehouse.releases import Release

Told = dict[str, Any]
ORIGIN = ("service", "rules", "as_known_at", "written_at")


def open_side(layout: Layout, key: SubmissionKey) -> Side:
    """Return a version as frozen; one that is not frozen yet, as it was written.

    Raises:
        WrongUse: It has no figures.
    """
    return read_side(key.kept(layout), str(key))


def read_side(folder: Path, name: str) -> Side:
    """Return what a written or frozen folder holds, finished or not.

    Raises:
        WrongUse: It has no figures.
    """
    _require_figures(manifest.read(folder), folder, name)
    members, records = (pq.read_table(folder / file) for file in (MEMBERS, RECORDS))
    return _side(folder, name, members, records)


def known_side(
    layout: Layout,
    connection: duckdb.DuckDBPyConnection,
    release: Release,
    asked: Asked,
) -> Side:
    """Return what an open identified zone says of a quarter."""
    members, records = _kept(connection, asked)
    known_at = release.as_known_at
    told = {
        "name": f"as known on {known_at}" if known_at else "as known now",
        "service": asked.service,
        "rules": asked.rules,
        "as_known_at": known_at,
        "written_at": None,
        "release": release.release,
        "published_at": release.published_at,
    }
    inputs = manifest.describe_inputs(layout, release)
    return Side(
        by_cell(read_figures(connection, asked)),
        members,
        records,
        told,
        read_settings(connection, asked),
        _names(inputs),
    )


def _side(folder: Path, name: str, members: Any, records: Any) -> Side:
    told = manifest.read(folder)
    figures = json.loads((folder / "measures.json").read_text(encoding="utf-8"))
    return Side(
        by_cell(figures["measures"]),
        members,
        records,
        describe_version(told, name),
        told.get("settings", {}),
        _names(told.get("inputs", [])),
    )


def describe_version(told: Told, name: str) -> Told:
    """Return what a difference says of one of its two versions."""
    return {
        "name": name,
        **{part: told.get(part) for part in ORIGIN},
        "release": told["release"]["release"],
    }


def _names(inputs: list[Told]) -> dict[str, str]:
    return {item["file_sha256"]: item["file_name"] for item in inputs}


def _kept(connection: duckdb.DuckDBPyConnection, asked: Asked) -> tuple[Any, Any]:
    members, records = (
        select_kept(connection, name, asked).to_arrow_table()
        for name in (MEMBERS, RECORDS)
    )
    return members, records


def _asked(told: Told) -> Asked:
    return Asked(told["quarter"], told["rules"], told["service"])


def _require_figures(told: Told, folder: Path, name: str) -> None:
    if "rules" not in told:
        raise WrongUse(f"{name} has no figures: only a KPI return has a bridge")
    if not (folder / MEMBERS).is_file():
        raise WrongUse(f"{name} was written without its members: write it again")
