"""Parse JSON strictly: what another reader might take otherwise is refused.

Numbers, repeated fields and half characters belong here. Whether the content is a case
file, and whether a document fits the schema, do not.
"""

import json
import re
import sys
from collections.abc import Iterator
from math import isfinite
from typing import Any, NoReturn

from sources._shared.byte_sources import ASK_AGAIN
from sources._shared.delivery import FileRefused
from sources.case_document.settings import EOF_MARGIN

# an escape such as \ud83d: half of a character, right only beside its other half
HALF_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
HALF = re.compile("[\ud800-\udfff]")


def parse_json(text: str) -> Any:
    """Return the content of a JSON text.

    A number that Python cannot read stays text, so that the schema refuses its field.

    Raises:
        FileRefused: It is cut off, no JSON, or JSON that readers take differently.
    """
    try:
        content = json.loads(
            text,
            parse_constant=_refuse_constant,
            parse_int=_whole_number,
            parse_float=_number,
            object_pairs_hook=_fields_once,
        )
        if HALF_ESCAPE.search(text):
            _refuse_half_characters(content)
    except RecursionError as error:
        raise FileRefused("not_json", "nests too deep", ASK_AGAIN) from error
    except json.JSONDecodeError as error:
        raise _refusal(text, error) from error
    return content


def _refusal(text: str, error: json.JSONDecodeError) -> FileRefused:
    is_at_end = error.pos >= len(text.rstrip()) - EOF_MARGIN
    if error.msg.startswith("Unterminated string") or (
        is_at_end and error.msg != "Extra data"
    ):
        what = "ends in the middle of a document: the file is cut off"
        return FileRefused("cut_off", what, ASK_AGAIN, row=error.lineno)
    what = f"is not JSON: {error.msg} at character {error.colno}"
    return FileRefused("not_json", what, ASK_AGAIN, row=error.lineno)


def _refuse_constant(name: str) -> NoReturn:
    raise FileRefused("not_json", f"holds {name}, which JSON does not know", ASK_AGAIN)


def _whole_number(digits: str) -> int | str:
    return int(digits) if len(digits) < sys.get_int_max_str_digits() else digits


def _number(digits: str) -> float | str:
    number = float(digits)
    return number if isfinite(number) else digits


def _fields_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    item = dict(pairs)
    if len(item) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        what = f"holds the field {twice!r} twice in one item: which is meant?"
        raise FileRefused("field_twice", what, ASK_AGAIN, column=twice)
    return item


def _refuse_half_characters(content: Any) -> None:
    for path in _half_characters(content, ""):
        what = f"{path} holds half of a character: the text was cut"
        raise FileRefused("half_character", what, ASK_AGAIN, column=path)


def _half_characters(node: Any, path: str) -> Iterator[str]:
    """Yield the path of every text that cannot be written as UTF-8."""
    if isinstance(node, str) and HALF.search(node):
        yield path.removeprefix(".") or "the file"
    elif isinstance(node, list):
        for place, item in enumerate(node):
            yield from _half_characters(item, f"{path}[{place}]")
    elif isinstance(node, dict):
        for name, value in node.items():
            yield from _half_characters(name, f"{path} (the name of a field)")
            yield from _half_characters(value, f"{path}.{name}")
