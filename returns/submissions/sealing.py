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

import duckdb

from expectations.rules import CheckResult
from returns._shared import manifest
from returns.submissions import rules
from returns.submissions.comparing import difference_to_sent
from returns.submissions.journal import Event
from returns.submissions.key import SubmissionKey
from warehouse import models
from warehouse.layout import Layout
from warehouse.releases import make_durable

SEAL = "seal.json"
RULES, WAIVERS = "rules.json", "waivers.json"
DIFFERENCE = "difference.json"


def digests(folder: Path) -> dict[str, str]:
    """Return the sha256 of every file of a folder, the seal apart."""
    return {
        path.name: manifest.digest(path)
        for path in sorted(folder.iterdir())
        if path.name != SEAL
    }


def seal(
    layout: Layout,
    key: SubmissionKey,
    events: Sequence[Event],
    results: Sequence[CheckResult],
) -> str:
    """Make the frozen folder of a submission and return its seal.

    It holds the files and the evidence as signed, how the rules stand, the waivers,
    what differs from the version sent before, the events so far and the program. The seal is the sha256 of its ``seal.json``,
    which names the digest of every other file and of the last event.
    """
    unfinished = key.frozen(layout).with_name(f".{key.version}")
    shutil.rmtree(unfinished, ignore_errors=True)
    shutil.copytree(key.written(layout), unfinished)
    difference = difference_to_sent(layout, key, unfinished)
    if difference:
        _write(unfinished / DIFFERENCE, difference)
    _write(unfinished / RULES, [result.as_dict() for result in results])
    _write(unfinished / WAIVERS, rules.describe_waivers(layout, key))
    _write(unfinished / "events.json", [asdict(event) for event in events])
    _write(unfinished / "program.json", describe_program())
    document = {"submission": str(key), "files": digests(unfinished)}
    _write(unfinished / SEAL, document | {"follows": events[-1].digest})
    sealed = manifest.digest(unfinished / SEAL)
    _put_in_place(unfinished, key.frozen(layout))
    return sealed


def _put_in_place(unfinished: Path, frozen: Path) -> None:
    """Make a finished folder the frozen one, whole on disk before it has its name."""
    for path in unfinished.iterdir():
        make_durable(path)
    # what a crash left behind was never counted: no event names it
    shutil.rmtree(frozen, ignore_errors=True)
    unfinished.rename(frozen)
    make_durable(frozen.parent)


def describe_program() -> dict[str, str]:
    """Return which program made it: its version, and a digest of its models."""
    return {
        "yjdw": version("youth-justice-data-warehouse"),
        "duckdb": duckdb.__version__,
        "models": models.kept_folder().name,
    }


def _write(path: Path, document: object) -> None:
    text = json.dumps(
        document, indent=2, sort_keys=True, ensure_ascii=False, default=str
    )
    path.write_text(f"{text}\n", encoding="utf-8")
