"""Hold rows against their contract: filled where required, of the promised type.

A row that cannot be used is set aside; a cell that is not of its type is listed and
stays as sent. No value is changed here, and no message quotes one.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from sources._shared.contract import Column, CsvFormat, Entity
from sources._shared.delivery import Batch, RejectedRow

REMEMBERED = 50_000  # judged values per column; dates and numbers repeat a lot
Cells = tuple[str | None, ...]
EMPTY = ""


@dataclass(frozen=True)
class RefusedCell:
    """A cell that is not of its type; ``raw`` is for quarantine alone."""

    row_number: int
    reason_code: str
    reason: str
    column: str
    raw: str


@dataclass
class Screened:
    """A batch after screening: columns of the rows that land, and what does not."""

    columns: list[Cells]
    row_numbers: list[int]
    rejected: list[RejectedRow]
    refused_cells: list[RefusedCell]


@dataclass
class _Judge:
    """Says whether a filled cell is of its column's type; remembers its answers."""

    column: Column
    is_of_type: Callable[[str], bool]
    known: dict[str, bool] = field(default_factory=dict)

    def accepts(self, value: str) -> bool:
        answer = self.known.get(value)
        if answer is None:
            if len(self.known) >= REMEMBERED:
                self.known.clear()
            answer = self.known[value] = self.is_of_type(value)
        return answer


class Screen:
    """Screens all batches of one entity of one delivery."""

    def __init__(self, entity: Entity, form: CsvFormat) -> None:
        self._entity = entity
        self._judges = {
            place: _Judge(column, _type_test(column, form))
            for place, column in enumerate(entity.columns)
            if column.type != "text"
        }
        self._expected = {
            "date": f"a date ({', '.join(form.date_formats)})",
            "timestamp": f"a moment ({', '.join(form.timestamp_formats)})",
            "boolean": f"one of {', '.join(form.booleans)}",
            "integer": "a whole number",
            "decimal": "a number",
        }

    def screen(self, batch: Batch) -> Screened:
        """Return what lands and what does not."""
        columns: list[Cells] = list(zip(*batch.rows, strict=True))
        aside: dict[int, RejectedRow] = {}
        cells: dict[tuple[int, int], RefusedCell] = {}
        for place, values in enumerate(columns):
            column = self._entity.columns[place]
            if column.name in self._entity.must_be_filled:
                for row in _blank_rows(values):
                    aside.setdefault(row, self._reject_blank(batch, row, column))
            if place in self._judges:
                self._judge(batch, place, values, aside, cells)
        kept = [cell for (row, _), cell in sorted(cells.items()) if row not in aside]
        return _set_aside(batch, columns, aside, kept)

    def _judge(
        self,
        batch: Batch,
        place: int,
        values: Cells,
        aside: dict[int, RejectedRow],
        cells: dict[tuple[int, int], RefusedCell],
    ) -> None:
        judge = self._judges[place]
        wrong = {v for v in set(values) if v and v.strip() and not judge.accepts(v)}
        if not wrong:
            return
        column = judge.column
        code = f"not_{column.type}"
        reason = f"{column.name} is not {self._expected[column.type]}"
        for row, value in enumerate(values):
            if value is None or value not in wrong:
                continue
            if column.name in self._entity.must_be_filled:
                aside.setdefault(row, _reject(batch, row, code, reason, column.name))
            else:
                number = batch.row_numbers[row]
                cell = RefusedCell(number, code, reason, column.name, value)
                cells[(row, place)] = cell

    def _reject_blank(self, batch: Batch, row: int, column: Column) -> RejectedRow:
        reason = f"{column.name} is empty, and a row is of no use without it"
        return _reject(batch, row, "empty_cell", reason, column.name)


def _blank_rows(values: Cells) -> list[int]:
    if all(value and value.strip() for value in set(values)):
        return []
    return [row for row, value in enumerate(values) if not (value and value.strip())]


def _reject(batch: Batch, row: int, code: str, reason: str, column: str) -> RejectedRow:
    raw = json.dumps(batch.rows[row], ensure_ascii=False)
    return RejectedRow(batch.row_numbers[row], code, reason, column, raw)


def _set_aside(
    batch: Batch,
    columns: list[Cells],
    aside: dict[int, RejectedRow],
    cells: list[RefusedCell],
) -> Screened:
    rejected = [*batch.rejected, *(aside[row] for row in sorted(aside))]
    if not columns:
        empty: Cells = ()
        columns = [empty for _ in batch.entity.columns]
    if not aside:
        return Screened(columns, batch.row_numbers, rejected, cells)
    kept = [row for row in range(len(batch.rows)) if row not in aside]
    numbers = [batch.row_numbers[row] for row in kept]
    columns = [tuple(values[row] for row in kept) for values in columns]
    return Screened(columns, numbers, rejected, cells)


def _type_test(column: Column, form: CsvFormat) -> Callable[[str], bool]:
    """Return the question asked of a filled cell of a column."""
    if column.type in ("date", "timestamp"):
        is_date = column.type == "date"
        formats = form.date_formats if is_date else form.timestamp_formats
        known = tuple(formats)
        return lambda value: _is_moment(value.strip(), known)
    if column.type == "boolean":
        words = {word.casefold() for word in form.booleans}
        return lambda value: value.strip().casefold() in words
    return _is_integer if column.type == "integer" else _is_decimal


@lru_cache(maxsize=REMEMBERED)  # all deliveries of a run hold much the same days
def _is_moment(value: str, formats: tuple[str, ...]) -> bool:
    for pattern in formats:
        try:
            datetime.strptime(value, pattern)
        except ValueError:
            continue
        return True
    return False


def _is_integer(value: str) -> bool:
    """Return whether it is a whole number; staging reads 15.0 as 15 too."""
    whole, _, part = value.strip().removeprefix("-").partition(".")
    return whole.isdecimal() and not part.strip("0")


def _is_decimal(value: str) -> bool:
    whole, _, part = value.strip().removeprefix("-").partition(".")
    return (whole + part).isdecimal()
