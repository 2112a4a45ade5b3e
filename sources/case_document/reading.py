"""Read a case file: JSON of one document, a list of them, or the golden form.

Bytes to documents, and no further: how JSON is parsed and whether a document fits the
schema are asked elsewhere. A case file is held in memory whole; a council's is a few megabytes.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sources._shared.byte_sources import ASK_AGAIN, opened, unpack_file
from sources._shared.delivery import FileRefused
from sources._shared.encodings import find_encoding
from sources.case_document.flattening import Item
from sources.case_document.parsing import parse_json
from sources.case_document.settings import BOARD_MEETINGS

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
    return _sort_content(parse_json(text))


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
