"""What lies in a drop folder, before anybody has read it.

Which files belong together as one delivery, and what can go wrong with a whole
file or a single row, are said here. How a format is read belongs to its reader.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from sources._shared.contract import Contract, Entity

UNFINISHED = (".part", ".tmp", ".filepart", ".crdownload")  # still being sent
COMPRESSED = (".gz", ".zip")

Row = Sequence[str | None]


class FileRefused(Exception):  # noqa: N818 - it is a refusal, not an error of ours
    """A delivered file cannot be used as a whole.

    Args:
        code: One of the reason codes of ``sources/README.md``.
        what: What is wrong, without any value of a cell.
        remedy: What a person does next.
        column: The column it concerns, where it is one.
        row: Line of the delivered file, where it is one.
    """

    def __init__(
        self,
        code: str,
        what: str,
        remedy: str,
        *,
        column: str | None = None,
        row: int | None = None,
    ) -> None:
        super().__init__(what)
        self.code, self.what, self.remedy = code, what, remedy
        self.column, self.row = column, row


@dataclass(frozen=True)
class RejectedRow:
    """A row that is not of the promised shape; ``raw`` is for quarantine alone."""

    row_number: int
    reason_code: str
    reason: str
    column: str | None
    raw: str


@dataclass
class Batch:
    """Rows of one entity in the order sent, cells in the order of the contract."""

    entity: Entity
    rows: list[Row]
    row_numbers: list[int]
    rejected: list[RejectedRow]


@dataclass(frozen=True)
class Delivery:
    """One thing that lands whole or not at all: a file, or a folder of a set."""

    supplier: str
    path: Path

    @property
    def name(self) -> str:
        """Return the name under which it was delivered."""
        return self.path.name

    @property
    def plain_name(self) -> str:
        """Return the name without the ending of a compressed file."""
        name = self.name
        for ending in COMPRESSED:
            if name.lower().endswith(ending):
                return name[: -len(ending)]
        return name

    def files(self) -> list[Path]:
        """Return its files, sorted by name."""
        if self.path.is_dir():
            return sorted(path for path in self.path.iterdir() if path.is_file())
        return [self.path]


@dataclass(frozen=True)
class Note:
    """Something to know about a delivery that lands all the same."""

    code: str
    what: str
    remedy: str
    column: str | None = None


@dataclass
class Fetched:
    """A delivery opened for reading.

    ``always`` names the entities that have a receipt even without a single row;
    ``notes`` tell what a person should know although the delivery lands;
    ``is_empty_confirmed`` says that the delivery itself promises to be empty.
    """

    extract_date: date | None
    batches: Iterator[Batch]
    always: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    is_empty_confirmed: bool = False


class Adapter(Protocol):
    """How one supplier is read: an adapter fetches and does not improve."""

    contract: Contract

    def find_deliveries(self, folder: Path) -> list[Delivery]:
        """Return what lies in a drop folder, the well-named ones first."""
        ...

    def recognises(self, delivery: Delivery) -> bool:
        """Return whether the name is one that the contract promises."""
        ...

    def date_of_name(self, delivery: Delivery) -> date | None:
        """Return the extract date that the name tells, if it tells one."""
        ...

    def fetch(self, delivery: Delivery) -> Fetched:
        """Open a delivery; every cell as text, as sent.

        Raises:
            FileRefused: The delivery cannot be used; also while batches are read.
        """
        ...


def is_finished(path: Path) -> bool:
    """Return whether a name is that of a finished file, not one being sent."""
    name = path.name.lower()
    return not name.startswith((".", "~$")) and not name.endswith(UNFINISHED)


def find_files(supplier: str, folder: Path) -> list[Delivery]:
    """Return every finished file below a folder, hidden folders left out."""
    if folder.is_file():
        return [Delivery(supplier, folder)]
    found = []
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        is_hidden = any(part.startswith(".") for part in inside)
        if path.is_file() and is_finished(path) and not is_hidden:
            found.append(Delivery(supplier, path))
    return found
