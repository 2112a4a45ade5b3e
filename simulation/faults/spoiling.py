"""Spoil the bytes of one delivered file in one way each.

Every function takes the supplier and the file and returns the file that is at fault
now. Which file suffers what belongs to the catalogue.
"""

import shutil
import zipfile
from pathlib import Path

from simulation.faults.delivered_lines import DeliveredLines, join_cells
from simulation.suppliers.systmone_sets import ZIP_MOMENT

RENAMED_END = "_NEW"
KEPT_SHARE = 9 / 10  # of a file that is cut off


def lose_a_third(supplier: str, path: Path) -> Path:
    """Leave out the last third of the rows, in whole rows."""
    file = DeliveredLines.read(supplier, path)
    del file.lines[file.last - len(file.rows) // 3 - 1 : file.last]
    file.write()
    return path


def rename_last_column(supplier: str, path: Path) -> Path:
    """Give the last column another name."""
    file = DeliveredLines.read(supplier, path)
    *names, last = file.cells(file.first - 1)
    file.put_cells(file.first - 1, [*names, last + RENAMED_END])
    file.write()
    return path


def drop_last_column(supplier: str, path: Path) -> Path:
    """Leave out the last column, heading and all."""
    file = DeliveredLines.read(supplier, path)
    for place in (file.first - 1, *file.rows):
        file.put_cells(place, file.cells(place)[:-1])
    file.write()
    return path


def add_column(supplier: str, path: Path) -> Path:
    """Append a column that nobody promised."""
    file = DeliveredLines.read(supplier, path)
    file.put_cells(file.first - 1, [*file.cells(file.first - 1), "NOTE"])
    for place in file.rows:
        file.put_cells(place, [*file.cells(place), "checked"])
    file.write()
    return path


def empty(supplier: str, path: Path) -> Path:  # noqa: ARG001
    """Leave nothing at all."""
    path.write_bytes(b"")
    return path


def keep_heading(supplier: str, path: Path) -> Path:
    """Leave the heading and no row."""
    file = DeliveredLines.read(supplier, path)
    del file.lines[file.first : file.last]
    file.write()
    return path


def use_semicolons(supplier: str, path: Path) -> Path:
    """Divide every cell by semicolons instead of commas."""
    file = DeliveredLines.read(supplier, path)
    for place in (file.first - 1, *file.rows):
        line = file.lines[place]
        end = line[len(line.rstrip("\r\n")) :]
        file.lines[place] = join_cells(file.cells(place), delimiter=";") + end
    file.write()
    return path


def cut_off(supplier: str, path: Path) -> Path:
    """Stop in the middle of a row, as a broken transfer does."""
    file = DeliveredLines.read(supplier, path)
    place = file.rows[int(len(file.rows) * KEPT_SHARE)] if file.rows else file.first - 1
    line = file.lines[place]
    file.lines[place:] = [line[: line.index(",")]]
    file.write()
    return path


def cut_off_copy(supplier: str, path: Path) -> Path:  # noqa: ARG001
    """Deliver a second, broken copy of a document; the whole one stays."""
    copy = path.with_name(f"{path.stem}_again{path.suffix}")
    content = path.read_bytes()
    copy.write_bytes(content[: int(len(content) * KEPT_SHARE)])
    return copy


def make_pdf(supplier: str, path: Path) -> Path:  # noqa: ARG001
    """Put the start of a PDF under the name of a table."""
    path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\n")
    return path


def zip_as_gz(supplier: str, path: Path) -> Path:  # noqa: ARG001
    """Pack a file as a ZIP and call it .gz."""
    packed = path.with_name(path.name + ".gz")
    with zipfile.ZipFile(packed, "w") as archive:
        _add_member(archive, path.name, path.read_bytes())
    path.unlink()
    return packed


def copy_under_other_name(supplier: str, path: Path) -> Path:  # noqa: ARG001
    """Deliver the same bytes a second time under another name."""
    copy = path.with_name(f"{path.stem}_copy{path.suffix}")
    shutil.copyfile(path, copy)
    return copy


def lose_footer(supplier: str, path: Path) -> Path:
    """Leave out the footer, and the last row with it."""
    file = DeliveredLines.read(supplier, path)
    del file.lines[file.last - 1 :]
    file.write()
    return path


def promise_a_row_more(supplier: str, path: Path) -> Path:  # noqa: ARG001
    """Let the manifest of a packed set count one row more of its first file."""
    with zipfile.ZipFile(path) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    heading, first, *others = contents["SRManifest.csv"].decode().splitlines()
    name, count, *rest = first.split(",")
    changed = ",".join([name, str(int(count) + 1), *rest])
    manifest = "\n".join([heading, changed, *others, ""])
    contents["SRManifest.csv"] = manifest.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for member, content in contents.items():
            _add_member(archive, member, content)
    return path


def _add_member(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, ZIP_MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)
