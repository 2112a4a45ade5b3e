"""The receipts: which delivery was seen, what it brought, what became of it.

Reading and writing the tables ``files`` and ``receipts`` belongs here. Deciding what
lands does not.
"""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, date, datetime

from warehouse.layout import Layout
from warehouse.outcomes import Receipt, Status
from warehouse.state import connect

KEEP_FILE = """
insert into files
    (file_sha256, supplier, file_name, size_bytes, extract_date, received_at, status,
     reason)
values (?, ?, ?, ?, ?, ?, ?, ?)
on conflict (file_sha256, supplier, file_name) do update set
    extract_date = excluded.extract_date, received_at = excluded.received_at,
    status = excluded.status, reason = excluded.reason
where files.status <> 'landed'
"""

# one row per entity that ever landed; extract date of the newest usable content, be it
# sent again under a newer name
SUMMARY = """
select
    receipts.supplier,
    receipts.entity,
    max(max(receipts.extract_date, coalesce(again.extract_date, ''))) as
        last_extract_date,
    count(*) as files,
    sum(receipts.rows_in) as rows_in,
    sum(receipts.rows_landed) as rows_landed,
    sum(receipts.rows_quarantined) as rows_quarantined,
    sum(receipts.cells_refused) as cells_refused
from receipts
left join (
    select file_sha256, supplier, max(extract_date) as extract_date
    from files
    where status = 'repeated' and (:day is null or extract_date <= :day)
    group by file_sha256, supplier
) as again using (file_sha256, supplier)
where :day is null or receipts.extract_date <= :day
group by receipts.supplier, receipts.entity
order by receipts.supplier, receipts.entity
"""

# a refused delivery is settled once its content, or a newer file of its name, landed
REFUSED = """
select supplier, file_name, extract_date, received_at, reason
from files as refused
where
    status = 'refused'
    and not exists (
        select 1 from files as landed
        where
            landed.supplier = refused.supplier
            and landed.status <> 'refused'
            and (
                landed.file_sha256 = refused.file_sha256
                or (
                    landed.file_name = refused.file_name
                    and landed.received_at >= refused.received_at
                )
            )
    )
order by supplier, received_at
"""


@dataclass(frozen=True)
class SeenFile:
    """One delivery as the state knows it; size in bytes, the reason when refused."""

    file_sha256: str
    supplier: str
    file_name: str
    size_bytes: int
    extract_date: date | None
    status: Status
    reason: str | None = None


@dataclass(frozen=True)
class EntitySummary:
    """Everything that ever landed of one entity. Grain: one per entity."""

    supplier: str
    entity: str
    last_extract_date: str
    files: int
    rows_in: int
    rows_landed: int
    rows_quarantined: int
    cells_refused: int


@dataclass(frozen=True)
class RefusedFile:
    """A delivery that could not be used and that nothing has replaced since."""

    supplier: str
    file_name: str
    extract_date: str | None
    received_at: str
    reason: str


def record(layout: Layout, seen: SeenFile, receipts: tuple[Receipt, ...] = ()) -> None:
    """Write a delivery and its receipts in one transaction."""
    with connect(layout) as state:
        _keep_file(state, seen)
        state.executemany(
            "insert or replace into receipts values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    receipt.file_sha256,
                    receipt.supplier,
                    receipt.entity,
                    receipt.extract_date.isoformat(),
                    receipt.landed_at.isoformat(),
                    receipt.rows_in,
                    receipt.rows_landed,
                    receipt.rows_quarantined,
                    receipt.cells_refused,
                )
                for receipt in receipts
            ],
        )


def _keep_file(state: sqlite3.Connection, seen: SeenFile) -> None:
    values = (
        seen.file_sha256,
        seen.supplier,
        seen.file_name,
        seen.size_bytes,
        seen.extract_date.isoformat() if seen.extract_date else None,
        datetime.now(UTC).isoformat(),
        seen.status,
        seen.reason,
    )
    state.execute(KEEP_FILE, values)


def find_landed(layout: Layout, supplier: str, file_sha256: str) -> str | None:
    """Return the name under which this content landed, if it did."""
    with connect(layout) as state:
        row = state.execute(
            "select file_name from files"
            " where file_sha256 = ? and supplier = ? and status = 'landed'",
            [file_sha256, supplier],
        ).fetchone()
    return row["file_name"] if row else None


def list_receipts(layout: Layout, supplier: str, entity: str) -> list[Receipt]:
    """Return the receipts of one entity, oldest extract first."""
    with connect(layout) as state:
        rows = state.execute(
            "select * from receipts where supplier = ? and entity = ?"
            " order by extract_date, landed_at",
            [supplier, entity],
        ).fetchall()
    return [_as_receipt(row) for row in rows]


def _as_receipt(row: sqlite3.Row) -> Receipt:
    values = dict(row)
    values["extract_date"] = date.fromisoformat(values["extract_date"])
    values["landed_at"] = datetime.fromisoformat(values["landed_at"])
    return Receipt(**values)


def summarise(layout: Layout, known_at: date | None = None) -> list[EntitySummary]:
    """Return one summary per entity that landed, by supplier and entity.

    Of what was known on a day only, where one is given.
    """
    day = {"day": known_at.isoformat() if known_at else None}
    with connect(layout) as state:
        return [EntitySummary(**dict(row)) for row in state.execute(SUMMARY, day)]


def list_refused(layout: Layout) -> list[RefusedFile]:
    """Return the refused deliveries that nothing has replaced, oldest first."""
    with connect(layout) as state:
        return [RefusedFile(**dict(row)) for row in state.execute(REFUSED)]
