"""Compare the cells of two written tables of the Youth Justice Plan.

Which cells differ belongs here; adding up, and what a table is, belong to the return.
"""

import csv
from pathlib import Path
from typing import Any

Entry = dict[str, Any]
PLACE = ("table", "row", "column", "unit")


def compare_cells(old: Path, new: Path) -> list[Entry]:
    """Return every cell that is not the same in two CSV files of the return.

    A cell that is in one file alone is null in the other.
    """
    before, now = _read(old), _read(new)
    return [
        {
            **dict(zip(PLACE, place, strict=True)),
            "before": before.get(place),
            "now": now.get(place),
        }
        for place in [*before, *(place for place in now if place not in before)]
        if before.get(place) != now.get(place)
    ]


def _read(path: Path) -> dict[tuple[str, ...], str]:
    with path.open(encoding="utf-8", newline="") as file:
        return {
            tuple(row[name] for name in PLACE): row["value"]
            for row in csv.DictReader(file)
        }
