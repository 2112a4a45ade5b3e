"""SystmOne: a folder or ZIP of tables with a manifest, whole or not at all.

Recognising a set and reading its tables together belongs here; the manifest has its
own module, columns are in the contract.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from sources._shared.byte_sources import (
    ZIP,
    ByteSource,
    list_members,
    plain_source,
    read_start,
)
from sources._shared.contract import Contract, Entity
from sources._shared.csv_adapter import day_in_name
from sources._shared.csv_records import CsvTable
from sources._shared.delivery import (
    Batch,
    Delivery,
    Fetched,
    FileRefused,
    Note,
    find_files,
    is_finished,
)
from sources.systmone.manifest import Promise, check_files, read_manifest
from sources.systmone.settings import MANIFEST, SET_NAME


def build_adapter(contract: Contract) -> "SystmOneAdapter":
    """Return the adapter; the day in the set's name is the extract date."""
    return SystmOneAdapter(contract)


class SystmOneAdapter:
    """Reads sets: every table in one go, so that a set lands whole."""

    def __init__(self, contract: Contract) -> None:
        self.contract = contract

    def find_deliveries(self, folder: Path) -> list[Delivery]:
        """Return the sets below a folder; a folder of loose files is one set too."""
        sets: dict[Path, None] = {}  # a set that keeps its order
        for file in find_files(self.contract.supplier, folder):
            path = file.path
            is_loose = path.suffix.lower() == ".csv" and path != folder
            sets[path.parent if is_loose else path] = None
        return [Delivery(self.contract.supplier, path) for path in sorted(sets)]

    def recognises(self, delivery: Delivery) -> bool:
        """Return whether this can be a set: it has its manifest."""
        if delivery.path.is_dir():
            return any(_is_manifest(path.name) for path in delivery.files())
        return bool(SET_NAME.search(delivery.name))

    def date_of_name(self, delivery: Delivery) -> date | None:
        """Return the day in the name."""
        return day_in_name(delivery.name)

    def fetch(self, delivery: Delivery) -> Fetched:
        """Open a set.

        Raises:
            FileRefused: The set has no manifest, or is not what its manifest says.
        """
        members = {member.name: member for member in _list_files(delivery)}
        manifests = [name for name in members if _is_manifest(name)]
        if not manifests:
            raise FileRefused(
                "set_incomplete",
                f"has no {MANIFEST}, so nobody can say whether it is whole",
                "ask the supplier for the whole set",
            )
        promise = read_manifest(members.pop(manifests[0]), self.contract.format)
        check_files(promise, members)
        tables = self._open_tables(members)
        return Fetched(
            find_set_date(delivery.name, promise),
            _read_tables(tables, promise),
            tuple(table.entity.name for table in tables),
            tuple(_list_notes(tables, members)),
            is_empty_confirmed=True,
        )

    def _open_tables(self, members: dict[str, ByteSource]) -> list[CsvTable]:
        tables = []
        for name, source in members.items():
            entity = self.contract.entity_of_file(name)
            if entity:
                tables.append(_open_table(source, entity, self.contract))
        return tables


def _open_table(source: ByteSource, entity: Entity, contract: Contract) -> CsvTable:
    table = CsvTable(source, entity, contract.format)
    with _naming(source.name):
        table.check_heading()
    return table


@contextmanager
def _naming(table: str) -> Iterator[None]:
    """Put the table's name before what is wrong: the delivery is the whole set."""
    try:
        yield
    except FileRefused as refusal:
        refusal.what = f"{table} {refusal.what}"
        raise


def _list_files(delivery: Delivery) -> list[ByteSource]:
    if delivery.path.is_dir():
        return [plain_source(path) for path in delivery.files() if is_finished(path)]
    if not read_start(delivery.path).startswith(ZIP):
        raise FileRefused(
            "not_a_set", "is neither a folder nor a ZIP", "ask for the set as a ZIP"
        )
    return list_members(delivery.path)


def _is_manifest(name: str) -> bool:
    return name.lower() == MANIFEST.lower()


def find_set_date(name: str, promise: Promise) -> date | None:
    """Return the day in the set's name, else the last day its manifest covers."""
    return day_in_name(name) or promise.last_day


def _list_notes(tables: list[CsvTable], members: dict[str, ByteSource]) -> list[Note]:
    notes = [note for table in tables for note in table.notes()]
    known = {table.source.name for table in tables}
    return notes + [
        Note(
            "extra_table",
            f"holds {name}, which is not promised and not landed",
            "add it to contract.yml if it is wanted",
        )
        for name in members
        if name not in known
    ]


def _read_tables(tables: list[CsvTable], promise: Promise) -> Iterator[Batch]:
    for table in tables:
        with _naming(table.source.name):
            yield from table.batches()
        promised = promise.rows[table.source.name.lower()]
        if table.rows_seen != promised:
            what = (
                f"{table.source.name} holds {table.rows_seen} rows, "
                f"the manifest promises {promised}"
            )
            raise FileRefused(
                "count_differs", what, "ask the supplier for the whole set"
            )
