"""The adapter of every supplier that sends one table per CSV file.

Finding the entity and the extract date by the file's name belongs here. The
supplier's own way of naming is handed in.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

from sources._shared.byte_sources import ByteSource, unpack_file
from sources._shared.contract import Contract, Entity
from sources._shared.csv_records import CsvTable
from sources._shared.delivery import Batch, Delivery, Fetched, FileRefused, find_files

DAY_IN_NAME = re.compile(r"(?<!\d)(\d{8})(?!\d)")


def day_in_name(name: str) -> date | None:
    """Return the day written ``yyyymmdd`` in a name, if there is one."""
    for digits in DAY_IN_NAME.findall(name):
        try:
            return datetime.strptime(digits, "%Y%m%d").date()
        except ValueError:
            continue
    return None


class CsvAdapter:
    """Reads a supplier whose every file is one table."""

    def __init__(
        self,
        contract: Contract,
        find_extract_date: Callable[[str], date | None] = day_in_name,
    ) -> None:
        self.contract = contract
        self._find_extract_date = find_extract_date

    def find_deliveries(self, folder: Path) -> list[Delivery]:
        """Return the files below a folder, those with a promised name first."""
        found = find_files(self.contract.supplier, folder)
        return sorted(found, key=lambda delivery: not self.recognises(delivery))

    def recognises(self, delivery: Delivery) -> bool:
        """Return whether the name, or that of the file in a ZIP, is promised."""
        return self.contract.entity_of_file(delivery.plain_name) is not None

    def date_of_name(self, delivery: Delivery) -> date | None:
        """Return the extract date that the file's name tells."""
        return self._find_extract_date(delivery.plain_name)

    def fetch(self, delivery: Delivery) -> Fetched:
        """Open one table.

        Raises:
            FileRefused: No such table is promised, or it is not of the shape.
        """
        source = unpack_file(delivery.path)
        name, entity = self._name_entity(delivery, source)
        table = CsvTable(source, entity, self.contract.format)
        table.check_heading()
        fetched = Fetched(
            self._find_extract_date(name), iter(()), (entity.name,), table.notes()
        )
        fetched.batches = _note_empty(table, fetched)
        return fetched

    def _name_entity(
        self, delivery: Delivery, source: ByteSource
    ) -> tuple[str, Entity]:
        """Return the name that tells the entity: the file's, or that inside a ZIP."""
        for name in (delivery.plain_name, source.name):
            entity = self.contract.entity_of_file(name)
            if entity:
                return name, entity
        promised = ", ".join(sorted({entity.file for entity in self.contract.entities}))
        raise FileRefused(
            "unknown_file",
            "bears no name that the contract promises",
            f"rename it to one of {promised}, or add it to contract.yml",
        )


def _note_empty(table: CsvTable, fetched: Fetched) -> Iterator[Batch]:
    """Yield the batches; a footer that counts 0 rows confirms an empty table."""
    yield from table.batches()
    fetched.is_empty_confirmed = table.footer_rows == 0
