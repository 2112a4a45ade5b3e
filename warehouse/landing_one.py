"""Land one delivery: recognise, read, judge, place, write the receipt, take away.

What happens to a single delivery, and in which order, belongs here. A kill at any
moment leaves nothing of it or all of it.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from sources._shared.contract import Contract
from sources._shared.delivery import Delivery, Fetched, FileRefused
from sources.registry import adapter_for
from warehouse import guards
from warehouse.configuration import Configuration
from warehouse.intake import hash_delivery, take_away
from warehouse.landing_rows import RowWriter
from warehouse.layout import Layout
from warehouse.outcomes import FileOutcome, Problem, Receipt
from warehouse.parquet_files import PendingFiles
from warehouse.quarantine import keep_refused
from warehouse.receipts import SeenFile, find_landed, record
from warehouse.stillness import Stamp, take_stamps


@dataclass(frozen=True)
class Landing:
    """Everything that landing a delivery of one supplier needs to know."""

    layout: Layout
    contract: Contract
    configuration: Configuration
    accept_shrink: bool = False

    def wait(self, delivery: Delivery) -> FileOutcome:
        """Leave a delivery that is still being written for the next time."""
        what = "is still being written"
        remedy = "it lands with the next yjdw land once it is finished"
        note = Problem(delivery.supplier, delivery.name, "unfinished", what, remedy)
        return FileOutcome(delivery.supplier, delivery.name, "waiting", notes=(note,))

    def land(self, delivery: Delivery) -> FileOutcome:
        """Land one finished delivery, or say why not.

        Raises:
            OSError: The disk is full, or the delivery may not be read.
            sqlite3.OperationalError: The state could not be written.
        """
        stamps = take_stamps(delivery.files())
        sha256, size = hash_delivery(delivery)
        first_name = find_landed(self.layout, delivery.supplier, sha256)
        if first_name is not None:
            return self._repeat(delivery, sha256, size, first_name)
        try:
            with PendingFiles() as files:
                return self._land_new(delivery, sha256, size, stamps, files)
        except FileRefused as refusal:
            if take_stamps(delivery.files()) != stamps:
                return self.wait(delivery)
            return self._refuse(delivery, sha256, size, refusal)

    def _land_new(
        self,
        delivery: Delivery,
        sha256: str,
        size: int,
        stamps: dict[Path, Stamp],
        files: PendingFiles,
    ) -> FileOutcome:
        fetched = adapter_for(delivery.supplier).fetch(delivery)
        writer = self._write_rows(fetched, sha256, files)
        receipts, problems = writer.receipts(), writer.problems(delivery.name)
        self._judge(fetched, receipts, problems)
        if take_stamps(delivery.files()) != stamps:
            return self.wait(delivery)
        files.place()
        day = receipts[0].extract_date
        seen = SeenFile(sha256, delivery.supplier, delivery.name, size, day, "landed")
        record(self.layout, seen, receipts)
        return FileOutcome(
            delivery.supplier,
            delivery.name,
            "landed",
            sha256,
            day,
            receipts,
            problems,
            (*_list_notes(delivery, fetched), *self._take_away(delivery, sha256)),
        )

    def _write_rows(
        self, fetched: Fetched, sha256: str, files: PendingFiles
    ) -> RowWriter:
        writer = RowWriter(
            self.layout,
            self.contract,
            files,
            file_sha256=sha256,
            extract_date=fetched.extract_date or date.today(),
            landed_at=datetime.now(UTC).replace(tzinfo=None),
        )
        for name in fetched.always:
            writer.begin(self.contract.entity(name))
        for batch in fetched.batches:
            writer.write(batch)
        return writer

    def _judge(
        self,
        fetched: Fetched,
        receipts: tuple[Receipt, ...],
        problems: tuple[Problem, ...],
    ) -> None:
        guards.check_some_rows_usable(receipts, problems)
        if self.accept_shrink:
            return
        guards.check_has_rows(self.contract, fetched, receipts)
        limit = self.configuration.shrink_limit_percent
        guards.check_not_shrunk(self.layout, self.contract, receipts, limit)

    def _repeat(
        self, delivery: Delivery, sha256: str, size: int, first_name: str
    ) -> FileOutcome:
        """Recognise content that has landed before, under whatever name."""
        adapter = adapter_for(delivery.supplier)
        day = adapter.date_of_name(delivery)
        seen = SeenFile(sha256, delivery.supplier, delivery.name, size, day, "repeated")
        record(self.layout, seen)
        what = f"has the same content as {first_name}, which has landed"
        remedy = "nothing to do, unless something new was meant to be sent"
        note = Problem(delivery.supplier, delivery.name, "repeated", what, remedy)
        notes = (note, *self._take_away(delivery, sha256))
        return FileOutcome(
            delivery.supplier, delivery.name, "repeated", sha256, day, notes=notes
        )

    def _refuse(
        self, delivery: Delivery, sha256: str, size: int, refusal: FileRefused
    ) -> FileOutcome:
        problem = Problem(
            delivery.supplier,
            delivery.name,
            refusal.code,
            refusal.what,
            refusal.remedy,
            column=refusal.column,
            rows=(refusal.row,) if refusal.row else (),
        )
        with suppress(OSError):  # it still lies where it was delivered
            keep_refused(self.layout, delivery, sha256)
        day = adapter_for(delivery.supplier).date_of_name(delivery)
        seen = SeenFile(
            sha256, delivery.supplier, delivery.name, size, day, "refused", str(problem)
        )
        record(self.layout, seen)
        return FileOutcome(
            delivery.supplier, delivery.name, "refused", sha256, day, (), (problem,)
        )

    def _take_away(self, delivery: Delivery, sha256: str) -> tuple[Problem, ...]:
        try:
            take_away(self.layout, delivery, sha256)
        except OSError:
            what = "has landed but could not be moved to drop/.done"
            remedy = "move it away by hand, or give yjdw the right to"
            note = (delivery.supplier, delivery.name, "not_moved", what, remedy)
            return (Problem(*note),)
        return ()


def _list_notes(delivery: Delivery, fetched: Fetched) -> tuple[Problem, ...]:
    return tuple(
        Problem(
            delivery.supplier,
            delivery.name,
            note.code,
            note.what,
            note.remedy,
            column=note.column,
        )
        for note in fetched.notes
    )
