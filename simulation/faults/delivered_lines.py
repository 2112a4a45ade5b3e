"""The lines of one delivered CSV file, so that a cell can be spoilt in place.

Finding the heading and the rows, and changing cells of a row, belongs here. Which cell
is spoilt does not.
"""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

TITLE_LINES = {"niche": 2, "childview": 1}  # above the heading
FOOTER_LINES = {"niche": 2}
TERM_ORDER = {"_spring_": "_1_", "_summer_": "_2_", "_autumn_": "_3_"}
DELIMITERS = {"capita_one": "|"}
ENCODINGS = {"niche": "cp1252", "careworks": "cp1252", "core_plus": "utf-8-sig"}


@dataclass
class DeliveredLines:
    """A file's lines with their own ends; ``first`` to ``last`` are its rows."""

    path: Path
    encoding: str
    lines: list[str]
    first: int
    last: int
    delimiter: str = ","

    @classmethod
    def read(cls, supplier: str, path: Path) -> "DeliveredLines":
        """Read a file as the supplier writes it."""
        encoding = ENCODINGS.get(supplier, "utf-8")
        text = path.read_bytes().decode(encoding)
        lines = list(io.StringIO(text, newline=""))  # splits at line ends alone
        first = TITLE_LINES.get(supplier, 0) + 1
        last = len(lines) - _footers(supplier)
        delimiter = DELIMITERS.get(supplier, ",")
        return cls(path, encoding, lines, first, last, delimiter)

    @property
    def rows(self) -> range:
        """Return the places of the rows; a row's line number is its place + 1."""
        return range(self.first, self.last)

    def cells(self, place: int) -> list[str]:
        """Return the cells of one line."""
        return split_cells(self.lines[place], self.delimiter)

    def column(self, name: str) -> int:
        """Return the place of a column in the heading."""
        return self.cells(self.first - 1).index(name)

    def put_cells(self, place: int, cells: list[str]) -> None:
        """Replace one line by these cells, keeping its line end."""
        line = self.lines[place]
        end = line[len(line.rstrip("\r\n")) :]
        self.lines[place] = join_cells(cells, self.delimiter) + end

    def write(self) -> None:
        """Write the file back."""
        self.path.write_bytes("".join(self.lines).encode(self.encoding))


def find_newest(folder: Path, pattern: str) -> Path | None:
    """Return the newest file that fits: names sort by date, terms by their month."""

    def age(path: Path) -> str:
        name = path.as_posix()
        for term, order in TERM_ORDER.items():
            name = name.replace(term, order)
        return name

    return max(folder.glob(pattern), key=age, default=None)


def split_cells(line: str, delimiter: str = ",") -> list[str]:
    """Return the cells of one line of CSV, with or without its end."""
    return next(csv.reader([line.rstrip("\r\n")], delimiter=delimiter))


def join_cells(cells: list[str], delimiter: str = ",") -> str:
    """Return cells as one line of CSV without its end."""
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter, lineterminator="").writerow(cells)
    return buffer.getvalue()


def _footers(supplier: str) -> int:
    return FOOTER_LINES.get(supplier, 0)
