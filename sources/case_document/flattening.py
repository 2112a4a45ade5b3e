"""Turn one valid case document into rows of the entities of the contract.

Where a value comes from belongs here; no value is changed. Validating a document, and
what its values mean, do not belong here.
"""

import json
from collections.abc import Iterator
from typing import Any

from sources.case_document.settings import (
    CHILD_LISTS,
    EXTENSION,
    WHOLE_ITEMS,
)

Item = dict[str, Any]
Named = tuple[str, Item]  # entity, values by column


def list_records(document: Item) -> Iterator[Named]:
    """Yield entity and values of every record of a document, in document order."""
    part = document["return_part"]
    origin = {key: part[key] for key in ("source_return_id", "yjs_name")}
    yield "returns", _with_extensions(part, _own_extensions(document))
    for child in document["children"]:
        yield from _list_child(child, {**origin, "ypid": child["ypid"]})


def _list_child(child: Item, key: Item) -> Iterator[Named]:
    yield (
        "persons",
        _with_extensions(
            {**child["person_details"], **key}, _container_extensions(child)
        ),
    )
    for entity, path in CHILD_LISTS.items():
        for item in _items(child, path):
            yield entity, _with_extensions({**item, **key})
    for offence in child.get("offence") or []:
        yield from _list_offence(offence, {**key, "offenceID": offence["offenceID"]})
    for hearing in child.get("hearing") or []:
        hearing_key = {**key, "hearingID": hearing["hearingID"]}
        for proposal in hearing.get("sentenceProposal") or []:
            yield "sentence_proposals", _with_extensions({**proposal, **hearing_key})
    for entity, name in WHOLE_ITEMS.items():
        for item in child.get(name) or []:
            yield entity, {**key, "body": item}


def _list_offence(offence: Item, key: Item) -> Iterator[Named]:
    outcomes = offence.get("offenceLegalOutcome") or []
    for number, outcome in enumerate(outcomes, start=1):
        numbered = {**key, "outcome_number": number}
        yield "legal_outcomes", _with_extensions({**outcome, **numbered})
        for requirement in outcome.get("lorequirements") or []:
            yield "lo_requirements", _with_extensions({**requirement, **numbered})
    for bail in offence.get("policeBail") or []:
        yield "police_bails", _with_extensions({**bail, **key})


def _items(child: Item, path: tuple[str, ...]) -> list[Item]:
    """Return the list at the end of a path, empty where a part is absent."""
    node: Any = child
    for name in path:
        node = (node or {}).get(name)
    return node or []


def _own_extensions(item: Item) -> Item:
    return {name: item[name] for name in item if name.startswith(EXTENSION)}


def _container_extensions(child: Item) -> Item:
    """Return the extensions of a child and of the containers around its lists."""
    found = _own_extensions(child)
    health = child.get("health") or {}
    for container in (health, *(health.get(name) or {} for name in _HEALTH)):
        found |= _own_extensions(container)
    return found


_HEALTH = ("mentalHealth", "substanceMisuse")


def _with_extensions(item: Item, more: Item | None = None) -> Item:
    """Return the item with all its extensions in the one column ``x_fields``."""
    extensions = {**(more or {}), **_own_extensions(item)}
    return {**item, "x_fields": extensions} if extensions else item


def as_text(value: object) -> str | None:
    """Return a JSON value as landing keeps it: null stays null, '' stays ''."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return json.dumps(value, ensure_ascii=False)
