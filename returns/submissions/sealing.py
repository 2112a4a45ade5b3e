"""Keep a signed submission with all that its figures follow from, under one seal.

What a frozen folder holds, and its seal, belong here. Whether a sealed folder is still
whole belongs to ``verifying``.
"""

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

import duckdb

from returns._shared import manifest
from returns.submissions.journal import Event
from returns.submissions.key import SubmissionKey
from warehouse import models
from warehouse.figures import Asked
from warehouse.layout import Layout
from warehouse.refusal import DataRefused, Reason
from warehouse.releases import make_durable

SEAL = "seal.json"
MEMBERS, RECORDS = "members.parquet", "records.parquet"
KEPT = {
    MEMBERS: "fct_measure_members",
    RECORDS: "fct_measure_records",
}


def digests(folder: Path) -> dict[str, str]:
    """Return the sha256 of every file of a folder, the seal apart."""
    return {
        path.name: manifest.digest(path)
        for path in sorted(folder.iterdir())
        if path.name != SEAL
    }


def seal(layout: Layout, key: SubmissionKey, events: Sequence[Event]) -> str:
    """Make the frozen folder of a submission and return its seal.

    The seal is the sha256 of the folder's ``seal.json``, which names the digest of
    every other file and of the last event before it.

    Raises:
        DataRefused: The release that the return was made from is no longer kept.
    """
    unfinished = key.frozen(layout).with_name(f".{key.version}")
    shutil.rmtree(unfinished, ignore_errors=True)
    shutil.copytree(key.written(layout), unfinished)
    told = manifest.read(unfinished)
    _keep_members(layout, key, told, unfinished)
    _write(unfinished / "events.json", [asdict(event) for event in events])
    _write(unfinished / "program.json", describe_program())
    _write(
        unfinished / SEAL,
        {
            "submission": str(key),
            "files": digests(unfinished),
            "follows": events[-1].digest,
        },
    )
    sealed = manifest.digest(unfinished / SEAL)
    for path in unfinished.iterdir():
        make_durable(path)
    # what a crash left behind was never counted: no event names it
    shutil.rmtree(key.frozen(layout), ignore_errors=True)
    unfinished.rename(key.frozen(layout))
    make_durable(key.frozen(layout).parent)
    return sealed


def describe_program() -> dict[str, str]:
    """Return which program made it: its version, and a digest of its models."""
    return {
        "yjdw": version("youth-justice-data-warehouse"),
        "duckdb": duckdb.__version__,
        "models": models.kept_folder().name,
    }


def _keep_members(
    layout: Layout, key: SubmissionKey, told: dict[str, Any], folder: Path
) -> None:
    """Write the members of every figure, and the suppliers' rows behind them.

    A return of documents or of yearly tables has no figures: its files are all.
    """
    if "rules" not in told:
        return
    release = told["release"]["release"]
    database = layout.release("identified", release)
    if not database.is_file():
        why = f"release {release} is no longer kept: write the return again"
        raise DataRefused([Reason("SUBMISSION", why)], f"{key} cannot be frozen")
    asked = Asked(told["quarter"], told["rules"], told["service"])
    with duckdb.connect(str(database), read_only=True) as connection:
        for name in KEPT:
            rows = select_kept(connection, name, asked)
            rows.write_parquet(str(folder / name), compression="zstd")


def select_kept(
    connection: duckdb.DuckDBPyConnection, name: str, asked: Asked
) -> duckdb.DuckDBPyRelation:
    """Return the rows of one kept file as a release has them, in one order."""
    return connection.sql(
        f"select * from {KEPT[name]} where quarter = $quarter"  # noqa: S608 - ours
        " and rule_version = $rules and service = $service order by all",
        params={
            "quarter": asked.quarter,
            "rules": asked.rules,
            "service": asked.service,
        },
    )


def _write(path: Path, document: object) -> None:
    text = json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False)
    path.write_text(f"{text}\n", encoding="utf-8")
