"""Keep apart what could not be used, with its reason, where only engineers look.

Rows and cells go to one Parquet file per delivery and entity, refused deliveries are
copied whole. Deciding what is refused does not belong here.
"""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from sources._shared.delivery import Delivery, RejectedRow
from warehouse.layout import Layout
from warehouse.parquet_files import UNFINISHED, PendingFiles
from warehouse.screening import RefusedCell

# kind: 'row' when the whole row is kept apart; 'cell' when the row landed as sent
SCHEMA = pa.schema(
    [
        ("_row_number", pa.int64()),
        ("kind", pa.string()),
        ("reason_code", pa.string()),
        ("reason", pa.string()),
        ("column_name", pa.string()),
        ("raw", pa.string()),
    ]
)


def write_quarantine(
    files: PendingFiles,
    path: Path,
    rejected: Sequence[RejectedRow],
    cells: Sequence[RefusedCell],
) -> None:
    """Append rows and cells to the quarantine of one entity of one delivery."""
    if not rejected and not cells:
        return
    items: list[tuple[str, RejectedRow | RefusedCell]] = [
        *(("row", row) for row in rejected),
        *(("cell", cell) for cell in cells),
    ]
    columns: list[list[object]] = [
        [item.row_number for _, item in items],
        [kind for kind, _ in items],
        [item.reason_code for _, item in items],
        [item.reason for _, item in items],
        [item.column for _, item in items],
        [item.raw for _, item in items],
    ]
    arrays = [
        pa.array(values, field.type)
        for values, field in zip(columns, SCHEMA, strict=True)
    ]
    files.open(path, SCHEMA).write(arrays)


def keep_refused(layout: Layout, delivery: Delivery, file_sha256: str) -> None:
    """Copy a refused delivery into quarantine; the delivery stays where it lies."""
    target = layout.refused(delivery.supplier, file_sha256, delivery.name)
    if target.exists():
        return
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}{UNFINISHED}")
    try:
        if delivery.path.is_dir():
            temporary.mkdir(exist_ok=True)
            for file in delivery.files():
                shutil.copyfile(file, temporary / file.name)
        else:
            shutil.copyfile(delivery.path, temporary)
        temporary.replace(target)
    except OSError:
        if temporary.is_dir():
            shutil.rmtree(temporary, ignore_errors=True)
        else:
            temporary.unlink(missing_ok=True)
        raise
