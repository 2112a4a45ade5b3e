"""Read a case file: JSON of one document, a list of them, or the golden form.

Bytes to documents, and no further: whether a document fits the schema is asked
elsewhere. A case file is held in memory whole; a council's is a few megabytes.
"""

import json
from dataclasses import dataclass, field
from math import isinf
from pathlib import Path
from typing import Any, NoReturn

from sources._shared.byte_sources import ASK_AGAIN, opened, unpack_file
from sources._shared.delivery import FileRefused
from sources._shared.encodings import find_encoding
from sources.case_document.flattening import Item
from sources.case_document.settings import BOARD_MEETINGS, EOF_MARGIN

NOT_A_CASE_FILE = "is JSON, but neither a case document nor a case file of several"


@dataclass
class CaseFile:
    """The documents and the board meetings of one file, in the order sent."""

    documents: list[Item]
    board_meetings: list[Item] = field(default_factory=list)


def read_case_file(path: Path) -> CaseFile:
    """Read a file.

    Raises:
        FileRefused: It is empty, cut off, not JSON, or JSON of another kind.
    """
    source = unpack_file(path)
    encoding = find_encoding(source)
    with opened(source) as stream:
        text = stream.read().decode(encoding)
    if not text.strip():
        raise FileRefused("empty_file", "holds nothing", ASK_AGAIN)
    return _sort_content(_parse(text))


def _parse(text: str) -> Any:
    try:
        return json.loads(
            text, parse_constant=_refuse_constant, parse_float=_read_number
        )
    except RecursionError as error:
        raise FileRefused("not_json", "nests too deep", ASK_AGAIN) from error
    except json.JSONDecodeError as error:
        is_at_end = error.pos >= len(text.rstrip()) - EOF_MARGIN
        if is_at_end or error.msg.startswith("Unterminated string"):
            what = "ends in the middle of a document: the file is cut off"
            raise FileRefused("cut_off", what, ASK_AGAIN, row=error.lineno) from error
        what = f"is not JSON: {error.msg} at character {error.colno}"
        raise FileRefused("not_json", what, ASK_AGAIN, row=error.lineno) from error


def _refuse_constant(name: str) -> NoReturn:
    raise FileRefused("not_json", f"holds {name}, which JSON does not know", ASK_AGAIN)


def _read_number(text: str) -> float:
    number = float(text)
    if isinf(number):  # could not be written as JSON again
        raise FileRefused("not_json", "holds a number too large to keep", ASK_AGAIN)
    return number


def _sort_content(content: Any) -> CaseFile:
    if isinstance(content, dict) and not {"documents", BOARD_MEETINGS}.isdisjoint(
        content
    ):
        meetings = content.get(BOARD_MEETINGS) or []
        case_file = CaseFile(content.get("documents") or [], meetings)
    elif isinstance(content, list):
        case_file = CaseFile(content)
    elif isinstance(content, dict) and (
        "return_part" in content or "children" in content
    ):
        case_file = CaseFile([content])
    else:
        raise FileRefused("not_a_case_file", NOT_A_CASE_FILE, ASK_AGAIN)
    for part in (case_file.documents, case_file.board_meetings):
        if not isinstance(part, list) or not all(
            isinstance(item, dict) for item in part
        ):
            raise FileRefused("not_a_case_file", NOT_A_CASE_FILE, ASK_AGAIN)
    return case_file
