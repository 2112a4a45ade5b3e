"""How each kind of setting is read, and the one text form it has in the models.

Reading one value belongs here; which key is of which kind is data, in
``dbt_project/seeds/rules/rule_settings.csv``. Every reader takes a value as a person
or a JSON file writes it, with what is allowed, and raises ValueError saying so.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from warehouse.seeds import read_seed

NONE = "none"  # no list at all: an empty text would look forgotten
FLAGS = {"yes": "YES", "true": "YES", "no": "NO", "false": "NO"}
BANDS = re.compile(r"\d+-\d+(,\d+-\d+)*")
MONTH_DAY = re.compile(r"\d{2}-\d{2}")
QUARTERS = 4
NO_LEAP_YEAR = 2001  # a due day must exist in every year


def read_boolean(value: object, _allowed: str) -> str:
    """Return ``true`` or ``false``."""
    text = str(value).strip().lower()
    if text not in ("true", "false"):
        raise ValueError("must be true or false")
    return text


def read_whole_number(value: object, allowed: str) -> str:
    """Return a whole number within the bounds ``low..high``."""
    low, high = (int(bound) for bound in allowed.split(".."))
    text = str(value).strip()
    whole = re.fullmatch(r"-?\d{1,9}", text) and not isinstance(value, bool)
    if not whole or not low <= int(text) <= high:
        raise ValueError(f"must be a whole number from {low} to {high}")
    return str(int(text))


def read_word(value: object, allowed: str) -> str:
    """Return one of the words allowed, in their spelling."""
    words = {word.lower(): word for word in allowed.split()}
    text = str(value).strip().lower()
    if text not in words:
        raise ValueError(f"must be one of {', '.join(words.values())}")
    return words[text]


def read_words(value: object, allowed: str) -> str:
    """Return some of the words allowed, joined by commas, in the order given."""
    return ",".join(_once([read_word(item, allowed) for item in _items(value)]))


def read_codes(value: object, allowed: str) -> str:
    """Return codes of a reference table joined by commas, or ``none``."""
    known = _codes_of(allowed)
    return ",".join(_once([_known(item, known, allowed) for item in _items(value)]))


def read_flags(value: object, allowed: str) -> str:
    """Return ``CODE=YES`` or ``=NO`` joined by commas, or ``none``; YES may be left out.

    Takes a JSON object of codes and answers, or text of that form.
    """
    known = _codes_of(allowed)
    flags = [
        f"{_known(code, known, allowed)}={_flag(answer)}"
        for code, answer in _pairs(value)
    ]
    _once([flag.partition("=")[0] for flag in flags])
    return ",".join(sorted(flags)) or NONE


def read_date(value: object, allowed: str) -> str:
    """Return an ISO day, or one of the words allowed."""
    text = str(value).strip()
    if text.lower() in allowed.split():
        return text.lower()
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        words = ", ".join(allowed.split())
        raise ValueError(f"must be a day like 2025-04-01, or {words}") from None


def read_bands(value: object, _allowed: str) -> str:
    """Return age bands such as ``10-14,15-17``."""
    text = ",".join(_items(value))
    if not BANDS.fullmatch(text):
        raise ValueError("must be age bands like 10-14,15-17")
    return text


def read_due_days(value: object, allowed: str) -> str:
    """Return the due days of the returns of Q1 to Q4, or one of the words allowed."""
    items = _items(value)
    if len(items) == 1 and items[0].lower() in allowed.split():
        return items[0].lower()
    if len(items) != QUARTERS or not all(_is_month_day(item) for item in items):
        words = "".join(f", or {word}" for word in allowed.split())
        raise ValueError(
            "must be the month and day for Q1 to Q4, like 07-31,10-31,01-31,04-30"
            f"{words}"
        )
    return ",".join(items)


def read_fixed(value: object, allowed: str) -> str:
    """Return the one value that there is."""
    if str(value).strip().lower() != allowed:
        raise ValueError(
            f"is fixed at {allowed}: the counting rules leave no choice here"
        )
    return allowed


READERS: dict[str, Callable[[object, str], str]] = {
    "boolean": read_boolean,
    "whole_number": read_whole_number,
    "word": read_word,
    "words": read_words,
    "codes": read_codes,
    "flags": read_flags,
    "date": read_date,
    "bands": read_bands,
    "due_days": read_due_days,
    "fixed": read_fixed,
}


def _items(value: object) -> list[str]:
    """Return the parts of a list, or of text divided by commas."""
    parts = value if isinstance(value, list | tuple) else str(value).split(",")
    return [str(part).strip() for part in parts if str(part).strip()] or [NONE]


def _pairs(value: object) -> list[tuple[str, object]]:
    if isinstance(value, Mapping):
        return [(str(code), answer) for code, answer in value.items()]
    items = [item for item in _items(value) if item.lower() != NONE]
    split = [item.partition("=") for item in items]
    return [(code, answer if sign else "YES") for code, sign, answer in split]


def _flag(answer: object) -> str:
    word = FLAGS.get(str(answer).strip().lower())
    if word is None:
        raise ValueError("must be CODE=YES or CODE=NO, divided by commas")
    return word


def _codes_of(reference: str) -> set[str]:
    return {row["code"] for row in read_seed(f"reference/{reference}")}


def _known(item: str, known: set[str], reference: str) -> str:
    """Return a code as the reference spells it; ``none`` stands for no code."""
    code = item.strip().upper()
    if code in known:
        return code
    if code == NONE.upper():
        return NONE
    raise ValueError(f"{code} is not in the reference table {reference}")


def _once(items: Sequence[str]) -> Sequence[str]:
    """Return the items as they are.

    Raises:
        ValueError: One is given twice, or ``none`` beside others.
    """
    if len(set(items)) != len(items) or (NONE in items and len(items) > 1):
        raise ValueError("must name each only once")
    return items


def _is_month_day(text: str) -> bool:
    if not MONTH_DAY.fullmatch(text):
        return False
    try:
        date(NO_LEAP_YEAR, int(text[:2]), int(text[3:]))
    except ValueError:
        return False
    return True
