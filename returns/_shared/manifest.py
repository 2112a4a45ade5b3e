"""Say what a written return is, what it was made from, and how to tell it is whole.

Digests, inputs, releases and ages belong here. What a return says of itself beyond
that, and its files, belong to the folder of the return.
"""

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from expectations.rules import CheckResult
from warehouse.freshness import Freshness
from warehouse.layout import Layout
from warehouse.past_configurations import find_configuration
from warehouse.releases import Release
from warehouse.state import connect

NAME = "manifest.json"

Document = dict[str, Any]


def digest(path: Path) -> str:
    """Return the sha256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def describe_files(folder: Path) -> Document:
    """Return sha256 and size of each file in a folder, the manifest apart."""
    return {
        path.name: {"sha256": digest(path), "size_bytes": path.stat().st_size}
        for path in sorted(folder.iterdir())
        if path.name != NAME
    }


def describe_inputs(layout: Layout, release: Release) -> list[Document]:
    """Return every supplier's file that had landed when the release was published."""
    with connect(layout) as state:
        rows = state.execute(
            "select supplier, file_name, file_sha256, extract_date from files"
            " where status = 'landed' and received_at <= ?"
            " order by supplier, file_name, file_sha256",
            [release.published_at],
        ).fetchall()
    return [dict(row) for row in rows]


def describe_origin(layout: Layout, release: Release) -> Document:
    """Return what a return was made from: release, configuration, files behind it."""
    return {
        "as_known_at": release.as_known_at,
        "written_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "release": {
            "release": release.release,
            "run_id": release.run_id,
            "published_at": release.published_at,
            "inputs_fingerprint": release.inputs_fingerprint,
        },
        "configuration": find_configuration(layout, release.release),
        "inputs": describe_inputs(layout, release),
    }


def describe_suppliers(suppliers: Sequence[Freshness]) -> list[Document]:
    """Return how old the data of each supplier is."""
    return [_age(supplier) for supplier in suppliers]


def describe_warnings(results: Sequence[CheckResult]) -> list[Document]:
    """Return the checks that failed without holding the return back."""
    return [
        result.as_reason().as_dict() | {"waived": result.is_waived}
        for result in results
        if not result.passed
    ]


def name_day(day: date | None) -> str | None:
    """Return a day as manifests write it."""
    return day.isoformat() if day else None


def _age(supplier: Freshness) -> Document:
    return {
        "supplier": supplier.supplier,
        "last_extract_date": name_day(supplier.last_extract_date),
        "age_days": supplier.age_days,
        "limit_days": supplier.limit_days,
        "is_stale": supplier.is_stale,
        "is_required": supplier.is_required,
    }


def read(folder: Path) -> Document:
    """Return the manifest of a written version."""
    document: Document = json.loads((folder / NAME).read_text(encoding="utf-8"))
    return document


def asks_the_same(old: Document, new: Document) -> bool:
    """Return whether two manifests are of one question: rules, service, knowledge."""
    keys = ("quarter", "year", "service", "rules", "as_known_at")
    return all(old.get(key) == new.get(key) for key in keys)
