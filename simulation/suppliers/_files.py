"""Write the files of one supplier's delivery in its own dialect, chunk by chunk.

Encoding, line ends, title and footer rows belong here. What stands in the columns
belongs to the supplier's own module.
"""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow as pa
from pyarrow import csv


@dataclass(frozen=True)
class Dialect:
    """How a supplier writes a file; ``footer`` may name ``{rows}``."""

    encoding: str = "utf-8"  # utf-8-sig for a byte order mark
    line_end: str = "\n"
    title: str = ""
    footer: str = ""
    delimiter: str = ","


PLAIN = Dialect()


class DeliveredFile:
    """One CSV file that grows by chunks; no byte depends on the size of chunks.

    Attributes:
        rows: data rows written so far.
    """

    def __init__(
        self, path: Path, columns: Iterable[str], dialect: Dialect = PLAIN
    ) -> None:
        """Start the file with its title and its heading, making its folder."""
        self.path = path
        self.columns = list(columns)
        self.dialect = dialect
        self.rows = 0
        path.parent.mkdir(parents=True, exist_ok=True)
        mark = b"\xef\xbb\xbf" if dialect.encoding == "utf-8-sig" else b""
        path.write_bytes(mark + self._encode(dialect.title))
        self._append_text(dialect.delimiter.join(self.columns) + "\n")

    def append(self, frame: pd.DataFrame) -> None:
        """Append rows; null is written as nothing, as is a column the frame lacks.

        Raises:
            ValueError: The frame holds a column that the heading does not name.
        """
        unknown = set(frame.columns) - set(self.columns)
        if unknown:
            raise ValueError(f"{self.path.name} has no column {sorted(unknown)}")
        self.rows += len(frame)
        self._append_text(_render(frame, self.columns, self.dialect.delimiter))

    def close(self) -> None:
        """Write the footer, if the dialect has one."""
        self._append_text(self.dialect.footer.format(rows=self.rows))

    def _append_text(self, text: str) -> None:
        with self.path.open("ab") as file:
            file.write(self._encode(text))

    def _encode(self, text: str) -> bytes:
        lines = text.replace("\n", self.dialect.line_end)
        return lines.encode(self.dialect.encoding.removesuffix("-sig"))


class Delivery:
    """The files of one folder; a file appears only once it has a row.

    A supplier that has nothing to say sends no file: a heading alone is one of the
    planted faults, never the normal state.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: dict[str, DeliveredFile] = {}

    def append(
        self,
        name: str,
        columns: Iterable[str],
        frame: pd.DataFrame,
        dialect: Dialect = PLAIN,
    ) -> None:
        """Append rows to the file of that name (a path below the folder)."""
        if frame.empty:
            return
        if name not in self._files:
            path = self.folder / name
            self._files[name] = DeliveredFile(path, columns, dialect)
        self._files[name].append(frame)

    def rows(self) -> dict[str, int]:
        """Return the rows written to each file, by name."""
        return {name: file.rows for name, file in self._files.items()}

    def close(self) -> None:
        """Close every file."""
        for file in self._files.values():
            file.close()


def _render(frame: pd.DataFrame, columns: list[str], delimiter: str) -> str:
    """Return the rows as CSV text, quoting only what needs quotes.

    Arrow writes some twenty times faster but can only quote all or nothing: at a
    million children pandas would take the better part of an hour over the 78 columns
    of a census. So pandas writes only the chunks in which some value needs quotes.
    """
    blank = pa.nulls(len(frame), pa.string())
    filled = dict.fromkeys(columns, blank)
    for name in frame.columns:
        filled[name] = pa.array(frame[name].astype("str"), pa.string())
    buffer = io.BytesIO()
    try:
        plain = csv.WriteOptions(
            include_header=False, quoting_style="none", delimiter=delimiter
        )
        csv.write_csv(pa.table(filled), buffer, plain)
    except pa.ArrowInvalid:
        whole = frame.reindex(columns=columns)
        return str(
            whole.to_csv(index=False, header=False, lineterminator="\n", sep=delimiter)
        )
    return buffer.getvalue().decode("utf-8")
