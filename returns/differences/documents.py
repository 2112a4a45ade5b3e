"""Compare two case documents: children, their items, and fields of an item.

Which item of one document is which of the other belongs here, and which values may be
shown. Reading the documents does not.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from sources.case_document.items import (
    CHILD,
    DOCUMENT,
    Kind,
    SentItem,
    list_kinds,
    take_apart,
)

Document = dict[str, Any]
Entry = dict[str, Any]
Key = tuple[Any, ...]

HEAD = "return_part"
PERSONAL = "birth"  # part of the name of each field from which a birth date follows
NOT_SENT = "not sent"
NUMBERS = {"integer", "number", "boolean", "null"}


def compare_documents(old: Document, new: Document) -> dict[str, list[Entry]]:
    """Return the children, the items and the fields of the head that differ.

    An item is ``added``, ``left`` or ``changed``; a changed one names each field that
    is not the same. Values are shown of codes, days and numbers alone: never a text
    that somebody typed, a birth date or a number of a child.
    """
    before, now = _index(old), _index(new)
    gone, come = ({key[1] for key in side if key[0] == CHILD} for side in (before, now))
    children = [
        {"ypid": ypid, "what": "added" if ypid in come else "left"}
        for ypid in sorted(gone ^ come, key=_as_number)
    ]
    stayed = gone & come
    changed = [
        entry
        for key in [*before, *(key for key in now if key not in before)]
        if key[0] == HEAD or (key[1] in stayed and key[0] != DOCUMENT)
        for entry in _compare_item(key, before.get(key), now.get(key))
    ]
    return {
        "children": children,
        "items": [entry for entry in changed if entry["kind"] != HEAD],
        "head": [
            field
            for entry in changed
            if entry["kind"] == HEAD
            for field in entry["fields"]
        ],
    }


def _as_number(ypid: str) -> tuple[int, str]:
    return (int(ypid), "") if ypid.isdecimal() else (0, ypid)


def _index(document: Document) -> dict[Key, SentItem]:
    """Return the items by what makes each the same one in both documents.

    Its kind, its child, the key of what it lies in, its own ids or else the day on
    which it began; the place among those of one key tells the last ones apart.
    """
    found: dict[Key, SentItem] = {}
    keys: dict[tuple[str, int], Key] = {}
    for item in take_apart(document):
        kind = list_kinds()[item.kind]
        above = keys.get((kind.parent, item.parent_number), ())
        own = tuple(str(item.fields.get(name)) for name in key_fields(item.kind))
        place = 0
        while (key := (item.kind, item.ypid, above[2:], own, place)) in found:
            place += 1
        found[key] = item
        keys[item.kind, item.number] = key
    return found


@cache
def key_fields(kind: str) -> tuple[str, ...]:
    """Return the fields that name an item among those of its kind."""
    fields = list_kinds()[kind].schema["properties"]
    if not list_kinds()[kind].is_list or kind == CHILD:
        return ()
    ids = [
        name
        for name, part in fields.items()
        if name.endswith("ID") and part.get("type") == "string"
    ]
    days = [name for name, part in fields.items() if "$ref" in part]
    begun = [name for name in days if "start" in name.lower() or name == "date"]
    return tuple(ids or (begun or days)[:1])


def _compare_item(
    key: Key, before: SentItem | None, now: SentItem | None
) -> Iterator[Entry]:
    item = now or before
    assert item is not None  # the key is of one side or the other
    kind = list_kinds()[item.kind]
    fields = list(_compare_fields(kind, before, now)) if before and now else []
    if before and now and not fields:
        return
    what = "changed" if before and now else "added" if now else "left"
    yield {
        "ypid": item.ypid,
        "kind": item.kind,
        "item": ", ".join(part for part in key[3] if part != "None") or None,
        "what": what,
        "fields": fields,
    }


def _compare_fields(kind: Kind, before: SentItem, now: SentItem) -> Iterator[Entry]:
    for name in dict.fromkeys([*before.fields, *now.fields]):
        was, is_now = (side.fields.get(name, NOT_SENT) for side in (before, now))
        if was != is_now:
            shown = all(_is_shown(kind, name, value) for value in (was, is_now))
            values = {"before": was, "now": is_now} if shown else {}
            yield {"field": name, **values}


def _is_shown(kind: Kind, name: str, value: object) -> bool:
    """Return whether a value may be shown: a code of a list, a day, a number."""
    if PERSONAL in name.lower():
        return False
    if kind.name == HEAD or value in (None, NOT_SENT):
        return True
    schema = kind.schema["properties"].get(name, {})
    is_code = any(
        value in part.get("enum", ()) for part in schema.get("anyOf", [schema])
    )
    return is_code or "$ref" in schema or _holds_numbers(schema)


def _holds_numbers(schema: Document) -> bool:
    kinds = schema.get("type", [])
    return set([kinds] if isinstance(kinds, str) else kinds or ["string"]) <= NUMBERS
