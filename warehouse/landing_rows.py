"""Write the rows of one delivery to Parquet and quarantine, and count them.

From batches to files and receipts. Whether the delivery may land as a whole is
decided in ``landing.py``.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime

import pyarrow as pa

from sources._shared.contract import Contract, Entity
from sources._shared.delivery import Batch, RejectedRow
from warehouse.layout import Layout
from warehouse.outcomes import NAMED_ROWS, Problem, Receipt
from warehouse.parquet_files import PendingFiles
from warehouse.quarantine import write_quarantine
from warehouse.screening import RefusedCell, Screen, Screened

LINEAGE = [
    ("_file_sha256", pa.string()),
    ("_row_number", pa.int64()),
    ("_landed_at", pa.timestamp("us")),
    ("_extract_date", pa.date32()),
]
MEND_ROW = "the row is in quarantine: have it mended at the source"
MEND_CELL = "the row landed with the cell as sent: have it mended at the source"


@dataclass
class _Tally:
    """Counts of one entity of one delivery, and its problems by kind."""

    entity: Entity
    screen: Screen
    rows_landed: int = 0
    rows_quarantined: int = 0
    cells_refused: int = 0
    kinds: Counter[tuple[str, str, str | None, str]] = field(default_factory=Counter)
    first_rows: dict[tuple[str, str, str | None, str], list[int]] = field(
        default_factory=dict
    )

    def note(self, item: RejectedRow | RefusedCell, remedy: str) -> None:
        """Count a problem; problems of one kind become one line."""
        kind = (item.reason_code, item.reason, item.column, remedy)
        self.kinds[kind] += 1
        rows = self.first_rows.setdefault(kind, [])
        if len(rows) < NAMED_ROWS:
            rows.append(item.row_number)


class RowWriter:
    """Writes all rows of one delivery."""

    def __init__(
        self,
        layout: Layout,
        contract: Contract,
        files: PendingFiles,
        *,
        file_sha256: str,
        extract_date: date,
        landed_at: datetime,
    ) -> None:
        self._layout, self._contract, self._files = layout, contract, files
        self._sha256 = file_sha256
        self._extract_date, self._landed_at = extract_date, landed_at
        self._tallies: dict[str, _Tally] = {}

    def begin(self, entity: Entity) -> _Tally:
        """Return the tally of an entity, begun at the first call with its file."""
        if entity.name not in self._tallies:
            self._tallies[entity.name] = _Tally(
                entity, Screen(entity, self._contract.format)
            )
            path = self._layout.landing(
                self._contract.supplier, entity.name, self._sha256
            )
            self._files.open(path, landing_schema(entity))
        return self._tallies[entity.name]

    def write(self, batch: Batch) -> None:
        """Screen a batch, write what lands and set aside what does not."""
        tally = self.begin(batch.entity)
        screened = tally.screen.screen(batch)
        tally.rows_landed += len(screened.row_numbers)
        tally.rows_quarantined += len(screened.rejected)
        tally.cells_refused += len(screened.refused_cells)
        for row in screened.rejected:
            tally.note(row, MEND_ROW)
        for cell in screened.refused_cells:
            tally.note(cell, MEND_CELL)
        supplier, entity = self._contract.supplier, batch.entity
        path = self._layout.landing(supplier, entity.name, self._sha256)
        self._files.open(path, landing_schema(entity)).write(self._arrays(screened))
        write_quarantine(
            self._files,
            self._layout.quarantine(supplier, entity.name, self._sha256),
            screened.rejected,
            screened.refused_cells,
        )

    def _arrays(self, screened: Screened) -> list[pa.Array]:
        count = len(screened.row_numbers)
        arrays = [pa.array(values, pa.string()) for values in screened.columns]
        lineage = (
            pa.repeat(pa.scalar(self._sha256), count),
            pa.array(screened.row_numbers, pa.int64()),
            pa.repeat(pa.scalar(self._landed_at, pa.timestamp("us")), count),
            pa.repeat(pa.scalar(self._extract_date), count),
        )
        return [*arrays, *lineage]

    def receipts(self) -> tuple[Receipt, ...]:
        """Return one receipt per entity begun."""
        return tuple(
            Receipt(
                file_sha256=self._sha256,
                supplier=self._contract.supplier,
                entity=name,
                extract_date=self._extract_date,
                landed_at=self._landed_at,
                rows_in=tally.rows_landed + tally.rows_quarantined,
                rows_landed=tally.rows_landed,
                rows_quarantined=tally.rows_quarantined,
                cells_refused=tally.cells_refused,
            )
            for name, tally in self._tallies.items()
        )

    def problems(self, file_name: str) -> tuple[Problem, ...]:
        """Return one problem per kind, with the first rows it concerns."""
        return tuple(
            Problem(
                self._contract.supplier,
                file_name,
                code,
                what if self._contract.delivery == "csv" else f"{name}: {what}",
                remedy,
                entity=name,
                column=column,
                rows=tuple(tally.first_rows[code, what, column, remedy]),
                row_count=count,
            )
            for name, tally in self._tallies.items()
            for (code, what, column, remedy), count in tally.kinds.items()
        )


def landing_schema(entity: Entity) -> pa.Schema:
    """Return the columns of a landed file: all text as sent, and the lineage."""
    sent = [(name, pa.string()) for name in entity.column_names]
    return pa.schema([*sent, *LINEAGE])
