"""The files of one case document: JSON, and the flat tables beside it.

Writing a document to disk belongs here; what it holds does not.
"""

import json
from pathlib import Path
from typing import Any

from returns.case_level.flat import write_flat

JSON_FILE, FLAT_FILE = "case_document.json", "case_document_csv.zip"


def write_files(folder: Path, document: dict[str, Any]) -> None:
    """Write both forms of a document into a folder."""
    write_json(document, folder / JSON_FILE)
    write_flat(document, folder / FLAT_FILE)


def write_json(document: dict[str, Any], path: Path) -> None:
    """Write a document as JSON, one child a line; equal documents give equal bytes."""
    head = {name: part for name, part in document.items() if name != "children"}
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("{")
        for name, part in head.items():
            file.write(f"{_text(name)}:{_text(part)},\n")
        file.write('"children":[')
        for place, child in enumerate(document["children"]):
            file.write(f"{',' if place else ''}\n{_text(child)}")
        file.write("\n]}\n")


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
