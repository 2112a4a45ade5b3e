"""The manifest of a SystmOne set: which files it has and how many rows each.

Reading the manifest and holding it against the files belongs here. Reading the
tables does not.
"""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sources._shared.byte_sources import ASK_AGAIN, ByteSource, opened
from sources._shared.contract import CsvFormat
from sources._shared.delivery import FileRefused
from sources._shared.encodings import find_encoding
from sources.systmone.settings import MANIFEST

COLUMNS = ("FileName", "RowCount", "DateFrom", "DateTo", "IsDelta")


@dataclass(frozen=True)
class Promise:
    """What a manifest says of a set: rows by file name in lower case, last day."""

    rows: dict[str, int]
    last_day: date | None


def read_manifest(source: ByteSource, form: CsvFormat) -> Promise:
    """Read a manifest.

    Raises:
        FileRefused: It lacks a column, or a count is not a number.
    """
    with opened(source) as stream:
        text = io.TextIOWrapper(stream, encoding=find_encoding(source), newline="")
        reader = csv.DictReader(text, delimiter=form.delimiter)
        missing = [name for name in COLUMNS if name not in (reader.fieldnames or [])]
        if missing:
            what = f"{MANIFEST} lacks the column {missing[0]}"
            raise FileRefused("bad_manifest", what, ASK_AGAIN, column=missing[0])
        rows, days = {}, []
        for number, record in enumerate(reader, start=2):
            rows[(record["FileName"] or "").strip().lower()] = _count(record, number)
            days.append(_day(record["DateTo"], form))
    return Promise(rows, max((day for day in days if day), default=None))


def _count(record: dict[str, str | None], number: int) -> int:
    count = (record["RowCount"] or "").strip()
    if not count.isdecimal():
        what = f"{MANIFEST}, row {number}: RowCount is not a number"
        raise FileRefused("bad_manifest", what, ASK_AGAIN, column="RowCount")
    return int(count)


def _day(text: str | None, form: CsvFormat) -> date | None:
    for pattern in form.date_formats:
        try:
            return datetime.strptime((text or "").strip(), pattern).date()
        except ValueError:
            continue
    return None


def check_files(promise: Promise, present: Iterable[str]) -> None:
    """Hold the files of a set against its manifest.

    Raises:
        FileRefused: A promised file is not there, or one is there unpromised.
    """
    there = {name.lower(): name for name in present}
    for name in promise.rows:
        if name not in there:
            what = f"its manifest promises {name}, which is not in the set"
            raise FileRefused(
                "set_incomplete", what, "ask the supplier for the whole set"
            )
    for name, written in there.items():
        if name not in promise.rows:
            what = f"it holds {written}, of which its manifest knows nothing"
            raise FileRefused(
                "set_incomplete", what, "ask the supplier for the whole set"
            )
