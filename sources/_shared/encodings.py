"""Find out how a text file is encoded, in one pass and bounded memory.

UTF-8 with or without a mark, UTF-16 with a mark, Windows-1252: nothing else is
accepted. Splitting the text into rows does not belong here.
"""

import codecs
from dataclasses import dataclass

from sources._shared.byte_sources import ASK_AGAIN, ByteSource, opened
from sources._shared.delivery import FileRefused

CHUNK = 1 << 20
MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
NOT_IN_CP1252 = bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D])
# no table holds these; \x1a is the end mark of very old exports
NEVER_IN_TEXT = bytes(set(range(0x20)) - {0x09, 0x0A, 0x0C, 0x0D, 0x1A})
KNOWN_BINARIES = {
    b"%PDF": "a PDF document",
    b"\xd0\xcf\x11\xe0": "an old Excel or Word document",
    b"PAR1": "a Parquet file",
    b"\x89PNG": "a picture",
    b"SQLi": "a SQLite database",
}


@dataclass
class _Evidence:
    """What one pass over the bytes has shown so far."""

    is_utf8: bool = True
    is_cp1252: bool = True
    has_utf8_letters: bool = False  # letters outside ASCII, read as UTF-8


def find_encoding(source: ByteSource) -> str:
    """Return the Python name of the encoding.

    Raises:
        FileRefused: The bytes are not text, are cut off, or mix encodings.
    """
    with opened(source) as stream:
        start = stream.read(4)
    for mark, encoding in MARKS.items():
        if start.startswith(mark):
            _check_marked(source, encoding)
            return encoding
    for magic, words in KNOWN_BINARIES.items():
        if start == magic:
            raise _not_text(f"is {words}, not a table of text")
    return _weigh(source)


def _not_text(what: str) -> FileRefused:
    return FileRefused("not_csv", what, "ask the supplier for the CSV export")


def _cut_off(encoding: str) -> FileRefused:
    what = f"ends in the middle of a letter ({encoding}): the file is cut off"
    return FileRefused("cut_off", what, ASK_AGAIN)


def _check_marked(source: ByteSource, encoding: str) -> None:
    """Decode everything once, as the mark promises."""
    decoder = codecs.getincrementaldecoder(encoding)()
    with opened(source) as stream:
        try:
            while chunk := stream.read(CHUNK):
                decoder.decode(chunk)
        except UnicodeDecodeError as error:
            what = (
                f"begins with the mark of {encoding} but is not {encoding} throughout"
            )
            raise FileRefused("bad_encoding", what, ASK_AGAIN) from error
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            raise _cut_off(encoding) from error


def _weigh(source: ByteSource) -> str:
    """Decide between UTF-8 and Windows-1252 for a file without a mark."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    evidence = _Evidence()
    with opened(source) as stream:
        while chunk := stream.read(CHUNK):
            if len(chunk.translate(None, NEVER_IN_TEXT)) != len(chunk):
                raise _not_text("is binary, not a table of text")
            if len(chunk) == CHUNK and b"\n" not in chunk and b"\r" not in chunk:
                raise _not_text("has a line of over 1 MB, so it is no table")
            _weigh_chunk(chunk, decoder, evidence)
    if not evidence.is_utf8:
        return _fall_back(evidence)
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise _cut_off("utf-8") from error
    return "utf-8"


def _weigh_chunk(
    chunk: bytes, decoder: codecs.IncrementalDecoder, evidence: _Evidence
) -> None:
    if evidence.is_cp1252 and len(chunk.translate(None, NOT_IN_CP1252)) != len(chunk):
        evidence.is_cp1252 = False
    if not evidence.is_utf8 or (chunk.isascii() and not decoder.getstate()[0]):
        return
    try:
        decoder.decode(chunk)
        evidence.has_utf8_letters = True
    except UnicodeDecodeError as error:
        evidence.is_utf8 = False
        good = error.object[: error.start]
        evidence.has_utf8_letters |= not good.isascii()


def _fall_back(evidence: _Evidence) -> str:
    if evidence.has_utf8_letters or not evidence.is_cp1252:
        what = "mixes encodings: neither UTF-8 nor Windows-1252 throughout"
        remedy = "ask the supplier for the whole file in UTF-8"
        raise FileRefused("bad_encoding", what, remedy)
    return "cp1252"
