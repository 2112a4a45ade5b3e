"""What landing has to say about a delivery: landed or not, why, what to do next.

The words for people and the counts for programs belong here. Deciding either does
not.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Literal

Status = Literal["landed", "repeated", "refused", "waiting", "failed"]
NAMED_ROWS = 5  # of a problem that many rows share; quarantine holds them all


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, or worth knowing, in one line.

    ``rows`` are the first lines of the delivered file it concerns, ``row_count`` all
    of them. No cell's value is ever part of it.
    """

    supplier: str
    file_name: str
    code: str
    what: str
    remedy: str
    entity: str | None = None
    column: str | None = None
    rows: tuple[int, ...] = ()
    row_count: int = 0

    def __str__(self) -> str:
        """Return the line: supplier, file, rows, what is wrong, what to do next."""
        place = f"{name_rows(self.rows, self.row_count)}: " if self.rows else ""
        return f"{self.supplier}: {self.file_name}: {place}{self.what}; {self.remedy}"


def name_rows(rows: Sequence[int], count: int) -> str:
    """Return ``row 12``, or ``rows 12, 15 and 97 more``."""
    named = ", ".join(str(row) for row in rows[:NAMED_ROWS])
    more = max(count, len(rows)) - min(len(rows), NAMED_ROWS)
    word = "row" if len(rows) == 1 and not more else "rows"
    return f"{word} {named}" + (f" and {more} more" if more else "")


@dataclass(frozen=True)
class Receipt:
    """What one delivery brought for one entity.

    rows_in = rows_landed + rows_quarantined, always; ``cells_refused`` counts cells
    that are not of their type in rows that landed all the same.
    """

    file_sha256: str
    supplier: str
    entity: str
    extract_date: date
    landed_at: datetime
    rows_in: int
    rows_landed: int
    rows_quarantined: int
    cells_refused: int


@dataclass(frozen=True)
class FileOutcome:
    """What became of one delivery.

    ``problems`` tell what could not be used; ``notes`` what is good to know
    (the same content again, a column nobody promised, a file still being written).
    """

    supplier: str
    file_name: str
    status: Status
    file_sha256: str | None = None
    extract_date: date | None = None
    receipts: tuple[Receipt, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = field(default=())

    @property
    def lines(self) -> list[str]:
        """Return one line for every problem and note."""
        return [str(item) for item in (*self.problems, *self.notes)]


@dataclass(frozen=True)
class LandedFile:
    """One immutable Parquet file of one entity of one delivery."""

    supplier: str
    entity: str
    file_sha256: str
    extract_date: date
    landed_at: datetime
    rows_landed: int
    path: Path
