"""Write Parquet so that a file is either there whole or not there at all.

Temporary names, durability and renaming belong here. What is written does not.
"""

import os
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import pyarrow as pa
import pyarrow.parquet as pq

UNFINISHED = ".unfinished"  # a leftover of a run that was killed bears this ending


class PendingFile:
    """A Parquet file being written under a temporary name in its own folder."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.path = path
        self.schema = schema
        self.temporary = path.with_name(f".{path.name}{UNFINISHED}")
        # a file of our own, so that a full disk shows as the OSError it is
        self._file = self.temporary.open("wb")
        self._writer = pq.ParquetWriter(self._file, schema, compression="zstd")

    def write(self, columns: list[pa.Array]) -> None:
        """Append rows, given as one array per column of the schema."""
        table = pa.Table.from_arrays(columns, schema=self.schema)
        if table.num_rows:
            self._writer.write_table(table)

    def finish(self) -> None:
        """Write the file to its end and wait until the disk holds it."""
        self._writer.close()
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def discard(self) -> None:
        """Remove the temporary file."""
        with suppress(OSError, pa.ArrowException):
            self._writer.close()
        with suppress(OSError):
            self._file.close()
        self.temporary.unlink(missing_ok=True)


class PendingFiles:
    """Files that appear together under their names, or not at all."""

    def __init__(self) -> None:
        self._pending: dict[Path, PendingFile] = {}
        self._placed: list[Path] = []

    def __enter__(self) -> "PendingFiles":
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Remove everything that was written when the block does not end well."""
        for pending in self._pending.values():
            pending.discard()
        if fault is not None:
            for path in self._placed:
                path.unlink(missing_ok=True)

    def open(self, path: Path, schema: pa.Schema) -> PendingFile:
        """Return the pending file of that path, begun at the first call."""
        if path not in self._pending:
            self._pending[path] = PendingFile(path, schema)
        return self._pending[path]

    def place(self) -> None:
        """Give every file its name, once all of them are whole."""
        for pending in self._pending.values():
            pending.finish()
        for path, pending in self._pending.items():
            pending.temporary.replace(path)
            self._placed.append(path)
        for folder in {path.parent for path in self._placed}:
            make_durable(folder)


def make_durable(folder: Path) -> None:
    """Wait until the disk holds the names in a folder."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sweep(folder: Path) -> int:
    """Remove what a killed run left unfinished below a folder; return how many."""
    leftovers = list(folder.rglob(f".*{UNFINISHED}"))
    for leftover in leftovers:
        leftover.unlink(missing_ok=True)
    return len(leftovers)
