"""Finish one SystmOne set: its manifest, and its ZIP.

What a set says of itself and how it is packed belong here. The rows of its tables do
not.
"""

import csv
import zipfile
from datetime import date
from pathlib import Path

MANIFEST = ("FileName", "RowCount", "DateFrom", "DateTo", "IsDelta")
DAY = "%d %b %Y"
ZIP_MOMENT = (2000, 1, 1, 0, 0, 0)  # fixed: the same arguments give the same bytes


def write_manifest(
    folder: Path, rows: dict[str, int], period: tuple[date, date], is_delta: bool
) -> None:
    """Write SRManifest.csv: what the set holds, for which days, and if it is all."""
    first, last = (f"{day:{DAY}}" for day in period)
    with (folder / "SRManifest.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(MANIFEST)
        for name, count in sorted(rows.items()):
            writer.writerow([name, count, first, last, "Y" if is_delta else "N"])


def zip_set(folder: Path) -> None:
    """Put a set's folder into one zip of the same name, and remove the folder."""
    archive = folder.with_suffix(".zip")
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for path in sorted(folder.iterdir()):
            entry = zipfile.ZipInfo(path.name, ZIP_MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, path.read_bytes())
            path.unlink()
    folder.rmdir()
