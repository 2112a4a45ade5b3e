"""Bytes of a delivered file, unpacked where it is packed, as often as needed.

What a file is goes by its first bytes, never by its name: a ``.gz`` that is a ZIP is
read as a ZIP. What the bytes mean does not belong here.
"""

import errno
import gzip
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from sources._shared.delivery import FileRefused

GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
ENCRYPTED = 0x1
WORKBOOK_PART = "[Content_Types].xml"  # every Office document is a ZIP that holds it
ASK_AGAIN = "ask the supplier to send it again"
BROKEN = "the packed file is broken or cut off"


@dataclass(frozen=True)
class ByteSource:
    """Some bytes that can be opened several times, and the name they bear."""

    name: str
    open: Callable[[], IO[bytes]]


def unpack_file(path: Path) -> ByteSource:
    """Return the one table inside a delivered file.

    Raises:
        FileRefused: It is a workbook, or a ZIP that does not hold exactly one file.
    """
    start = read_start(path)
    if start.startswith((ZIP, EMPTY_ZIP)):
        return _only_member(path)
    if start.startswith(GZIP):
        return ByteSource(path.name, lambda: cast("IO[bytes]", gzip.open(path)))
    return plain_source(path)


def plain_source(path: Path) -> ByteSource:
    """Return the bytes of a file as they lie."""
    return ByteSource(path.name, lambda: path.open("rb"))


def read_start(path: Path) -> bytes:
    """Return the first bytes of a file."""
    with path.open("rb") as file:
        return file.read(8)


def list_members(path: Path) -> list[ByteSource]:
    """Return the files inside a ZIP, without what a Mac adds.

    Raises:
        FileRefused: The ZIP is broken, locked, or really a workbook.
    """
    with _named_faults():
        archive = zipfile.ZipFile(path)
    members = [
        member
        for member in archive.infolist()
        if not member.is_dir() and not member.filename.startswith("__MACOSX/")
    ]
    if any(member.filename == WORKBOOK_PART for member in members):
        raise FileRefused(
            "not_csv",
            "is an Excel workbook (or another Office document), not a table of text",
            "ask the supplier for the CSV export",
        )
    if any(member.flag_bits & ENCRYPTED for member in members):
        raise FileRefused(
            "locked_zip",
            "is a ZIP under a password",
            "unpack it by hand into the drop folder, or agree on another way",
        )
    return [_member_source(archive, member) for member in members]


def _member_source(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> ByteSource:
    return ByteSource(Path(member.filename).name, lambda: archive.open(member))


def _only_member(path: Path) -> ByteSource:
    members = list_members(path)
    if len(members) != 1:
        raise FileRefused(
            "zip_of_several",
            f"is a ZIP of {len(members)} files where one table is promised",
            "unpack it into the drop folder, or ask for one file per ZIP",
        )
    return members[0]


@contextmanager
def _named_faults() -> Iterator[None]:
    """Turn what a broken packing raises into a refusal."""
    try:
        yield
    except (EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise FileRefused("broken_packing", BROKEN, ASK_AGAIN) from error
    except OSError as error:  # gzip's own fault is one, and has no number
        # a ZIP whose directory points nowhere makes zipfile seek before the start
        if error.errno not in (None, errno.EINVAL):
            raise
        raise FileRefused("broken_packing", BROKEN, ASK_AGAIN) from error
    except NotImplementedError as error:  # such as Windows' Deflate64
        what = "is packed in a way that cannot be unpacked here"
        remedy = "unpack it by hand into the drop folder"
        raise FileRefused("broken_packing", what, remedy) from error


@contextmanager
def opened(source: ByteSource) -> Iterator[IO[bytes]]:
    """Open the bytes; a packing that turns out broken becomes a refusal."""
    with _named_faults(), source.open() as stream:
        yield stream
