"""Keep the versions of a return: one folder each, written whole, never changed.

Folders and version numbers belong here; what lies in a folder belongs to the return.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from returns._shared import evidence, manifest
from warehouse.layout import Layout
from warehouse.releases import make_durable


@dataclass(frozen=True)
class Written:
    """One version of a return; ``is_new`` is false when it was there already."""

    folder: Path
    version: str
    is_new: bool
    warnings: tuple[str, ...] = ()


@contextmanager
def unfinished_folder(layout: Layout, period: str, name: str) -> Iterator[Path]:
    """Yield an empty folder beside the versions; what is left in it goes.

    Args:
        layout: The home.
        period: Quarter or year of the return.
        name: The return.
    """
    folder = layout.returned(period, name, ".unfinished")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def keep(unfinished: Path, document: dict[str, Any]) -> Written:
    """Make a finished folder the next version, unless the last one says the same.

    It does when it has the same files, and the same stands against it: a return that
    was let through by a waiver is another once its records are mended.

    Args:
        unfinished: The folder with every file but the manifest.
        document: The manifest, all but its version.

    Raises:
        OSError: The disk refused, or somebody was faster; no version is changed.
    """
    place = unfinished.parent
    warnings = tuple(
        f"{item['code']}: {item['message']}" for item in document["warnings"]
    )
    numbers = sorted(int(path.name[1:]) for path in place.glob("v[0-9]*"))
    last = _last_of_the_same(place, numbers, document)
    if last and _says_the_same(last, unfinished, document):
        return Written(last, last.name, False, warnings)
    version = f"v{numbers[-1] + 1 if numbers else 1}"
    text = json.dumps({"version": version, **document}, indent=2, ensure_ascii=False)
    (unfinished / manifest.NAME).write_text(f"{text}\n", encoding="utf-8")
    for path in unfinished.iterdir():
        make_durable(path)
    folder = place / version
    unfinished.rename(folder)
    make_durable(place)
    return Written(folder, version, True, warnings)


def _says_the_same(last: Path, unfinished: Path, document: dict[str, Any]) -> bool:
    is_same = manifest.read(last)["files"] == document["files"]
    return is_same and evidence.failing(last) == evidence.failing(unfinished)


def _last_of_the_same(
    place: Path, numbers: list[int], document: dict[str, Any]
) -> Path | None:
    """Return the newest version of the same question."""
    for number in reversed(numbers):
        folder = place / f"v{number}"
        if manifest.asks_the_same(manifest.read(folder), document):
            return folder
    return None
