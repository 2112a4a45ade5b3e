"""Case documents: one return per JSON file, or a case file of several.

Opening a file and gathering its rows by entity belongs here; the schema and the
places of the rows have their own modules.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sources._shared.contract import Contract
from sources._shared.csv_adapter import day_in_name
from sources._shared.delivery import (
    Batch,
    Delivery,
    Fetched,
    FileRefused,
    RejectedRow,
    find_files,
)
from sources.case_document.flattening import Item, as_text, list_records
from sources.case_document.identifying import (
    find_false_identity,
    return_of,
    ypids_of,
)
from sources.case_document.items import list_item_records
from sources.case_document.reading import CaseFile, read_case_file
from sources.case_document.settings import BOARD_MEETINGS, EMPTY_DATES, ROWS_PER_BATCH
from sources.case_document.validation import find_breach

EXPORT_AGAIN = "mend it in the case system and export the return again"


def build_adapter(contract: Contract) -> "CaseDocumentAdapter":
    """Return the adapter; the day in the file's name, else the sign-off, counts."""
    return CaseDocumentAdapter(contract)


class CaseDocumentAdapter:
    """Reads JSON case files."""

    def __init__(self, contract: Contract) -> None:
        self.contract = contract

    def find_deliveries(self, folder: Path) -> list[Delivery]:
        """Return the files below a folder."""
        return find_files(self.contract.supplier, folder)

    def recognises(self, delivery: Delivery) -> bool:
        """Return whether the name is that of a case file."""
        return self.contract.entity_of_file(delivery.plain_name) is not None

    def date_of_name(self, delivery: Delivery) -> date | None:
        """Return the day in the name."""
        return day_in_name(delivery.name)

    def fetch(self, delivery: Delivery) -> Fetched:
        """Open a file.

        Raises:
            FileRefused: It is not JSON, or not a single document fits the schema.
        """
        case_file = read_case_file(delivery.path)
        sound, rejected = _sort_documents(case_file.documents)
        if not sound and not case_file.board_meetings:
            raise _refuse(rejected)
        day = day_in_name(delivery.name) or find_document_date(sound)
        batches = self._gather(case_file, sound, rejected)
        return Fetched(day, batches, ("returns",), is_empty_confirmed=True)

    def _gather(
        self, case_file: CaseFile, sound: dict[int, Item], rejected: list[RejectedRow]
    ) -> Iterator[Batch]:
        gathering = _Gathering(self.contract)
        gathering.batch("returns").rejected.extend(rejected)
        for number, document in sound.items():
            for entity, values in list_records(document):
                # a return bears the number of its document, as a refused one does
                ordinal = number if entity == "returns" else None
                yield from gathering.add(entity, values, ordinal)
            for values in list_item_records(document, number):
                yield from gathering.add("items", values)
        for meeting in case_file.board_meetings:
            yield from gathering.add(BOARD_MEETINGS, meeting)
        yield from gathering.rest()


class _Gathering:
    """Rows by entity, handed on as soon as a batch is full."""

    def __init__(self, contract: Contract) -> None:
        self._entities = {entity.name: entity for entity in contract.entities}
        self._batches: dict[str, Batch] = {}
        self._counts: dict[str, int] = {}

    def batch(self, entity: str) -> Batch:
        """Return the batch that is being filled."""
        empty = Batch(self._entities[entity], [], [], [])
        return self._batches.setdefault(entity, empty)

    def add(
        self, entity: str, values: Item, number: int | None = None
    ) -> Iterator[Batch]:
        """Add a record; yield its batch when that is full."""
        batch = self.batch(entity)
        self._counts[entity] = number or self._counts.get(entity, 0) + 1
        names = self._entities[entity].column_names
        batch.rows.append([as_text(values.get(name)) for name in names])
        batch.row_numbers.append(self._counts[entity])
        if len(batch.rows) >= ROWS_PER_BATCH:
            yield self._batches.pop(entity)

    def rest(self) -> Iterator[Batch]:
        """Yield what is left."""
        yield from self._batches.values()


def _refuse(rejected: list[RejectedRow]) -> FileRefused:
    """Say why a case file without a single usable document is refused."""
    if not rejected:
        return FileRefused("empty_file", "holds not one document", EXPORT_AGAIN)
    first = rejected[0]
    return FileRefused(
        first.reason_code, first.reason, EXPORT_AGAIN, column=first.column
    )


def _sort_documents(
    documents: list[Item],
) -> tuple[dict[int, Item], list[RejectedRow]]:
    """Return the documents that can be used, by number, and the others."""
    sound, rejected = {}, []
    ypids: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for number, document in enumerate(documents, start=1):
        breach = find_breach(document) or find_false_identity(document, ypids)
        if breach is None:
            sound[number] = document
            ypids[return_of(document)] |= set(ypids_of(document))
        else:
            path, words = breach
            reason = f"document {number}: {path} {words}"
            raw = as_text(document) or ""
            rejected.append(RejectedRow(number, "breaks_schema", reason, path, raw))
    return sound, rejected


def find_document_date(documents: dict[int, Item]) -> date | None:
    """Return the newest sign-off, or end of a return that is not signed off."""
    days = []
    for document in documents.values():
        part = document["return_part"]
        signed = part["signoff_date"]
        day = part["returnenddate"] if signed in (None, *EMPTY_DATES) else signed
        if day not in (None, *EMPTY_DATES):
            days.append(_as_day(day))
    return max((day for day in days if day), default=None)


def _as_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:  # the schema checks the form of a date, not its calendar
        return None
