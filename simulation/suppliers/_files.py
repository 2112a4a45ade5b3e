"""Keep the many files of one supplier's delivery, each in the supplier's own dialect.

Opening a file when its first row comes, and closing all of them, belongs here. What
stands in the columns belongs to the supplier's own module.
"""

import io
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pyarrow as pa
from pyarrow import csv

from simulation.csv_extract import CsvExtract


@dataclass(frozen=True)
class Dialect:
    """How a supplier writes a file; ``footer`` may name ``{rows}``."""

    encoding: str = "utf-8"  # utf-8-sig for a byte order mark
    line_end: str = "\n"
    title: str = ""
    footer: str = ""


class PlainExtract(CsvExtract):
    """An extract whose values never need quotes, written some twenty times faster.

    A school census has 78 columns and a census a term: at a million children the
    quoting writer alone would take the better part of an hour.
    """

    def append(self, frame: pd.DataFrame) -> None:
        """Append rows; a column the frame lacks is written blank.

        Raises:
            ValueError: The frame holds a column that the heading does not name.
            pyarrow.ArrowInvalid: A value holds a comma, a quote or a line break.
        """
        unknown = set(frame.columns) - set(self.columns)
        if unknown:
            raise ValueError(f"{self.path.name} has no column {sorted(unknown)}")
        self.rows += len(frame)
        blank = pa.nulls(len(frame), pa.string())
        columns = dict.fromkeys(self.columns, blank)
        for name in frame.columns:
            columns[name] = pa.array(frame[name], pa.string(), from_pandas=True)
        buffer = io.BytesIO()
        plain = csv.WriteOptions(include_header=False, quoting_style="none")
        csv.write_csv(pa.table(columns), buffer, plain)
        text = buffer.getvalue().decode("utf-8")
        self._append_text(text.replace("\n", self.line_end))


class Delivery:
    """The files of one folder; a file appears only once it has a row.

    A supplier that has nothing to say sends no file: a heading alone is one of the
    planted faults, never the normal state.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: dict[str, tuple[PlainExtract, Dialect]] = {}

    def append(
        self,
        name: str,
        columns: tuple[str, ...],
        frame: pd.DataFrame,
        dialect: Dialect = Dialect(),
    ) -> None:
        """Append rows to the file of that name (a path below the folder)."""
        if frame.empty:
            return
        if name not in self._files:
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            extract = PlainExtract(
                path,
                list(columns),
                encoding=dialect.encoding,
                line_end=dialect.line_end,
                title=dialect.title,
            )
            self._files[name] = (extract, dialect)
        self._files[name][0].append(frame)

    def rows(self) -> dict[str, int]:
        """Return the rows written to each file, by name."""
        return {name: extract.rows for name, (extract, _) in self._files.items()}

    def close(self) -> None:
        """Write the footers."""
        for extract, dialect in self._files.values():
            if dialect.footer:
                extract.close(dialect.footer.format(rows=extract.rows))
