"""The dbt project as something to run: parsed once, built in process, or as plain SQL.

Knowing how dbt is called belongs here, and nowhere else. What the models mean belongs
to ``dbt_project/``; the tables they start from belong to ``warehouse/building.py``.
"""

import hashlib
import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from warehouse.configuration import building_in
from warehouse.locking import one_maker

PROJECT = Path(__file__).parents[1] / "dbt_project"
PARTS = ("dbt_project.yml", "profiles.yml", "models", "macros", "seeds", "data_tests")
KEPT_BEFORE = 3  # other checkouts of the models that may still be in use
CATALOG = "warehouse"  # the stem of every build file's name, see Layout.build


@dataclass(frozen=True)
class BuildFailure:
    """One model or test that did not end well; the message holds no data."""

    node: str
    status: str
    message: str


@dataclass(frozen=True)
class BuildResult:
    """What dbt did: how many nodes ended well, and those that did not."""

    passed: int
    failures: list[BuildFailure] = field(default_factory=list)


class ModelError(Exception):
    """The models could not be parsed or compiled: a fault of the program."""


def fingerprint() -> str:
    """Return the sha256 of everything that the models are made of."""
    digest = hashlib.sha256()
    for part in PARTS:
        path = PROJECT / part
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                digest.update(file.relative_to(PROJECT).as_posix().encode())
                digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def kept_folder() -> Path:
    """Return the folder of what was worked out from the models as they now are."""
    return PROJECT / "target" / "kept" / fingerprint()[:16]


def kept_file(name: str, make: Callable[[Path], bytes]) -> Path:
    """Return a file of what is worked out from the models, made once for all processes.

    Args:
        name: The name of the file.
        make: Works its content out, given the folder that it will lie in. Whoever
            else asks for the file meanwhile waits for it.
    """
    kept = kept_folder() / name
    if not kept.exists():
        with one_maker(kept):
            if not kept.exists():
                write_whole(kept, make(kept.parent))
    return kept


def parsed_manifest() -> Any:
    """Return dbt's manifest, parsed once and kept until a model changes."""
    from dbt.contracts.graph.manifest import Manifest
    from dbt.parser.manifest import extended_mashumuro_decoder

    kept = kept_file("manifest.msgpack", parse)
    return Manifest.from_msgpack(kept.read_bytes(), extended_mashumuro_decoder)


def parse(folder: Path) -> bytes:
    """Let dbt parse the models, its files in a folder, and forget older models."""
    from dbt.parser.manifest import extended_mashumaro_encoder

    manifest = invoke(["parse", "--no-partial-parse"], folder / "warehouse.duckdb")
    forget_older(folder)
    return bytes(manifest.to_msgpack(extended_mashumaro_encoder))


def manifest_as_json() -> Path:
    """Return the file in which dbt wrote the manifest while it parsed the models."""
    kept = kept_file("manifest.msgpack", parse)
    return kept.parent / "target" / "manifest.json"


def forget_older(newest: Path) -> None:
    """Remove what was kept for earlier models, but for the last few of them."""
    others = [folder for folder in newest.parent.iterdir() if folder != newest]
    others.sort(key=lambda folder: folder.stat().st_mtime, reverse=True)
    for folder in others[KEPT_BEFORE:]:
        shutil.rmtree(folder, ignore_errors=True)


def build(
    build_file: Path, *, select: Sequence[str] = (), exclude: Sequence[str] = ()
) -> BuildResult:
    """Build and test the models in one prepared build file.

    Raises:
        ModelError: dbt could not start; a failing model or test is in the result.
    """
    arguments = ["build", "--exclude", "test_type:unit", *exclude]
    if select:
        arguments += ["--select", *select]
    results = invoke(arguments, build_file, manifest=parsed_manifest())
    failures = [
        BuildFailure(result.node.name, str(result.status), first_line(result.message))
        for result in results
        if str(result.status) in ("error", "fail", "runtime error")
    ]
    return BuildResult(len(results.results) - len(failures), failures)


def invoke(arguments: Iterable[str], build_file: Path, manifest: Any = None) -> Any:
    """Run one dbt command in process and return its result.

    Raises:
        ModelError: dbt raised, or stopped before it ran a node.
    """
    from dbt.cli.main import dbtRunner

    target = build_file.parent / "target"
    options = [
        *("--project-dir", str(PROJECT), "--profiles-dir", str(PROJECT)),
        *("--target-path", str(target), "--log-path", str(target)),
        *("--log-level", "none", "--log-level-file", "none"),
    ]
    build_file.parent.mkdir(parents=True, exist_ok=True)
    with building_in(build_file):
        done = dbtRunner(manifest=manifest).invoke([*arguments, *options])
        let_go()
    if done.exception is not None:
        raise ModelError(first_line(str(done.exception))) from done.exception
    return done.result


def let_go() -> None:
    """Close the file that dbt-duckdb keeps open for as long as the process lives.

    Without this nobody else, and no other settings, could open the build.
    """
    from dbt.adapters.duckdb import connections

    manager: Any = connections.DuckDBConnectionManager
    if manager._ENV is not None:
        manager._ENV.close()
        manager._ENV = None


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".partial")
    unfinished.write_bytes(content)
    unfinished.replace(path)


def first_line(message: str | None) -> str:
    """Return the first line of a message, which names the node and never a value."""
    return (message or "").strip().split("\n", maxsplit=1)[0]
