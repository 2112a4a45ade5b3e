"""Read the rows below a heading, one batch at a time, in bounded memory.

Rows that are not of the heading's width, quotes that do not pair, footers and a file
that was cut off are noticed here. What a cell says is not looked at.
"""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sources._shared.byte_sources import ASK_AGAIN, ByteSource, opened
from sources._shared.contract import CsvFormat, Entity
from sources._shared.delivery import Batch, FileRefused, Note, RejectedRow, Row
from sources._shared.encodings import find_encoding
from sources._shared.headings import Heading, find_heading

CELLS_PER_BATCH = 400_000  # about 40 MB of Python text
LONGEST_RAW = 10_000  # characters of a broken row that quarantine keeps


@dataclass
class LineTap:
    """Lines on their way to the CSV reader; those of the present record are kept."""

    lines: Iterator[str]
    record: list[str] = field(default_factory=list)
    number: int = 0

    def __iter__(self) -> "LineTap":
        """Return itself."""
        return self

    def __next__(self) -> str:
        """Return the next line and remember it."""
        line = next(self.lines)
        self.number += 1
        self.record.append(line)
        return line


@dataclass
class CsvTable:
    """One table being read; after the last batch ``rows_seen`` is what it held."""

    source: ByteSource
    entity: Entity
    form: CsvFormat
    rows_seen: int = 0
    footer_rows: int | None = None
    encoding: str = "utf-8"
    _heading: Heading = field(init=False)
    _tap: LineTap = field(init=False)
    _footers_seen: set[str] = field(default_factory=set)

    def check_heading(self) -> None:
        """Read as far as the heading.

        Raises:
            FileRefused: The file is not text, or its heading is not as promised.
        """
        self.encoding = find_encoding(self.source)
        with opened(self.source) as stream:
            lines = io.TextIOWrapper(stream, encoding=self.encoding, newline="")
            self._heading = find_heading(iter(lines), self.form, self.entity)

    def notes(self) -> tuple[Note, ...]:
        """Return a note for each column that nobody promised."""
        return tuple(
            Note(
                "extra_column",
                f"has the column {name!r}, which is not promised and not landed",
                "add it to contract.yml if it is wanted",
                name,
            )
            for name in self._heading.extra
        )

    def batches(self) -> Iterator[Batch]:
        """Yield the rows, cells in the order of the contract.

        Raises:
            FileRefused: The file is cut off, or lacks or contradicts its footer.
        """
        with opened(self.source) as stream:
            lines = io.TextIOWrapper(stream, encoding=self.encoding, newline="")
            self._tap = LineTap(iter(lines))
            for _ in range(self._heading.line):
                next(self._tap)
            self._tap.record.clear()
            size = max(1_000, CELLS_PER_BATCH // self._heading.width)
            batch = self._new_batch()
            for number, cells in self._records():
                self._take(batch, number, cells)
                if len(batch.rows) >= size:
                    yield batch
                    batch = self._new_batch()
            yield batch
        self._check_footer()

    def _new_batch(self) -> Batch:
        return Batch(self.entity, [], [], [])

    def _records(self) -> Iterator[tuple[int, list[str] | str]]:
        """Yield line number and cells of each record, or what is wrong with it."""
        reader = csv.reader(self._tap, delimiter=self.form.delimiter, strict=True)
        while True:
            first = self._tap.number + 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                if "unexpected end of data" in str(error):
                    raise _cut_off(first, "inside quotes") from error
                yield first, "its quotes do not pair"
            else:
                if cells:
                    yield first, cells
            self._tap.record.clear()

    def _take(self, batch: Batch, number: int, cells: list[str] | str) -> None:
        heading = self._heading
        if isinstance(cells, list) and self._is_footer(cells):
            return
        if self._footers_seen:
            raise FileRefused(
                "rows_below_footer",
                "goes on below its footer: several reports in one file",
                "ask the supplier for one report per file",
                row=number,
            )
        self.rows_seen += 1
        if isinstance(cells, list) and len(cells) == heading.width:
            batch.rows.append(_reorder(cells, heading))
            batch.row_numbers.append(number)
            return
        batch.rejected.append(self._reject(number, cells))

    def _reject(self, number: int, cells: list[str] | str) -> RejectedRow:
        raw = "".join(self._tap.record)
        if isinstance(cells, str):
            return RejectedRow(number, "bad_quotes", cells, None, raw[:LONGEST_RAW])
        width = self._heading.width
        if len(cells) < width and not raw.endswith(("\n", "\r")):
            raise _cut_off(number, f"after {len(cells)} of {width} cells")
        reason = f"has {len(cells)} cells where the heading has {width}"
        raw = json.dumps(cells, ensure_ascii=False)
        return RejectedRow(number, "wrong_width", reason, None, raw[:LONGEST_RAW])

    def _is_footer(self, cells: list[str]) -> bool:
        if not self.form.footer or any(cell.strip() for cell in cells[1:]):
            return False
        for pattern in self.form.footer_patterns:
            match = pattern.fullmatch(cells[0].strip())
            if match:
                self._footers_seen.add(pattern.pattern)
                self._count_from(match)
                return True
        return False

    def _count_from(self, match: re.Match[str]) -> None:
        if "rows" in match.re.groupindex:
            self.footer_rows = int(match["rows"])

    def _check_footer(self) -> None:
        if self.form.footer_required and not self._footers_seen:
            what = "ends without its footer: the file is cut off"
            raise FileRefused("cut_off", what, ASK_AGAIN, row=self._tap.number)
        if self.footer_rows is not None and self.rows_seen < self.footer_rows:
            what = (
                f"its footer counts {self.footer_rows} rows, it holds {self.rows_seen}"
            )
            raise FileRefused("rows_lost", what, ASK_AGAIN)


def _reorder(cells: list[str], heading: Heading) -> Row:
    if heading.is_as_promised:
        return cells
    return [None if place is None else cells[place] for place in heading.order]


def _cut_off(row: int, where: str) -> FileRefused:
    return FileRefused(
        "cut_off", f"the last row ends {where}: the file is cut off", ASK_AGAIN, row=row
    )
