"""How each entity stands: what of it a build would read, and whether that can be used.

Holding what has landed against its contract belongs here. Deciding about a single
delivery belongs to landing; how old an extract may be, to the return.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pyarrow.parquet as pq

from sources._shared.contract import Contract, Entity
from sources.registry import CONTRACTS
from warehouse.landing import current_files
from warehouse.layout import Layout
from warehouse.outcomes import LandedFile
from warehouse.receipts import RefusedFile, list_refused


@dataclass(frozen=True)
class Standing:
    """One entity of one supplier: the files in force, and what was refused since.

    ``refused`` are deliveries of the entity that nothing has replaced. ``required``
    says that a return cannot do without the supplier.
    """

    entity: Entity
    files: tuple[LandedFile, ...]
    refused: tuple[RefusedFile, ...]
    required: bool

    @property
    def rows(self) -> int:
        """Return the rows in force."""
        return sum(file.rows_landed for file in self.files)

    @property
    def size_bytes(self) -> int:
        """Return the bytes of the landed files in force that are there."""
        paths = [file.path for file in self.files]
        return sum(path.stat().st_size for path in paths if path.exists())

    @property
    def newest(self) -> LandedFile | None:
        """Return the file of the newest extract in force; null when there is none."""
        return self.files[-1] if self.files else None

    @cached_property
    def breaches(self) -> list[str]:
        """Return what stops a build: each names a file or what is missing."""
        lost = [file for file in self.files if not file.path.exists()]
        found = [f"{file.file_sha256}: the landed file is gone" for file in lost]
        if self.newest and self.newest not in lost:
            found += breaches_of(self.newest, self.entity)
        if self.required and self.refused and not self.files:
            found += [f"{self.refused[-1].file_name}: refused, and nothing before it"]
        return found

    @property
    def warnings(self) -> list[str]:
        """Return what a build can live with: it is served from an older extract."""
        since = self.newest.extract_date if self.newest else None
        served = f"served from the extract of {since}" if since else "nothing is served"
        return [f"{file.file_name}: refused; {served}" for file in self.refused]


def breaches_of(file: LandedFile, entity: Entity) -> list[str]:
    """Return how one landed file differs from its contract or its receipt."""
    metadata = pq.read_metadata(file.path)
    missing = sorted(set(entity.column_names) - set(metadata.schema.names))
    found = [f"{file.file_sha256}: no column {name}" for name in missing]
    if metadata.num_rows != file.rows_landed:
        found.append(
            f"{file.file_sha256}: {metadata.num_rows} rows,"
            f" the receipt says {file.rows_landed}"
        )
    return found


def standings(
    layout: Layout, supplier: str, as_known_at: date | None = None
) -> list[Standing]:
    """Return how every entity of a supplier stands, in the contract's order."""
    contract = CONTRACTS[supplier]
    refused = [file for file in list_refused(layout) if file.supplier == supplier]
    return [
        Standing(
            entity,
            tuple(current_files(layout, supplier, entity.name, as_known_at)),
            tuple(file for file in refused if concerns(file, contract, entity)),
            contract.required_for_return,
        )
        for entity in contract.entities
    ]


def concerns(file: RefusedFile, contract: Contract, entity: Entity) -> bool:
    """Return whether a refused delivery may have held an entity.

    A set or a document holds all of them; so may a file whose name fits none.
    """
    named = contract.entity_of_file(file.file_name)
    return contract.delivery != "csv" or named is None or named.name == entity.name
