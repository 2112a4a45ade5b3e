"""Take a case document apart into its items, and put items together again.

Which lists of the schema hold items, and that nothing is lost on the way there and
back, belong here. What a field means, and the columns of an item, do not.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from sources.case_document.flattening import Item
from sources.case_document.validation import SCHEMA

DOCUMENT, CHILD = "document", "child"
# an object of its own rather than a list, one to its parent: kind and place
SINGLE_ITEMS = ("return_part", "person_details")
LIST_OF_CHILDREN = "children"


@dataclass(frozen=True)
class Kind:
    """One kind of item: where it lies in its parent, and what the schema says of it."""

    name: str
    parent: str
    path: tuple[str, ...]
    is_list: bool
    schema: Item


@dataclass(frozen=True)
class SentItem:
    """One item as sent: its own fields alone, an empty list where its items were.

    ``number`` is its place among its kind, from 1; ``parent_number`` that of the item
    it lies in, 0 for the document.
    """

    kind: str
    number: int
    parent_number: int
    ypid: str | None
    fields: Item

    @property
    def text(self) -> str:
        """Return the fields as landing keeps them."""
        return json.dumps(self.fields, ensure_ascii=False, separators=(",", ":"))


@cache
def list_kinds() -> dict[str, Kind]:
    """Return every kind of item by name, parents before what lies in them."""
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    whole = Kind(DOCUMENT, "", (), False, schema)
    return {kind.name: kind for kind in (whole, *_kinds_in(whole, schema, ()))}


def _kinds_in(parent: Kind, node: Item, path: tuple[str, ...]) -> Iterator[Kind]:
    for name, part in node.get("properties", {}).items():
        place, within = (*path, name), part.get("items", {})
        if name in SINGLE_ITEMS:
            yield from _kind_and_below(parent, place, part, is_list=False)
        elif part.get("type") == "array" and within.get("type") == "object":
            yield from _kind_and_below(parent, place, within, is_list=True)
        elif part.get("type") == "object":
            yield from _kinds_in(parent, part, place)


def _kind_and_below(
    parent: Kind, path: tuple[str, ...], schema: Item, *, is_list: bool
) -> Iterator[Kind]:
    above = () if parent.name in (DOCUMENT, CHILD) else (parent.name,)
    name = CHILD if path == (LIST_OF_CHILDREN,) else ".".join((*above, *path))
    kind = Kind(name, parent.name, path, is_list, schema)
    yield kind
    yield from _kinds_in(kind, schema, ())


@cache
def kinds_within(parent: str) -> tuple[Kind, ...]:
    """Return the kinds that lie directly in a kind."""
    return tuple(kind for kind in list_kinds().values() if kind.parent == parent)


def take_apart(document: Item) -> Iterator[SentItem]:
    """Yield the items of a valid document, each after the one it lies in."""
    yield from _take_apart(list_kinds()[DOCUMENT], document, 0, None, {})


def list_item_records(document: Item, document_number: int) -> Iterator[Item]:
    """Yield the items of a document as rows of the contract's entity ``items``."""
    part = document["return_part"]
    origin = {key: part[key] for key in ("source_return_id", "yjs_name")}
    for item in take_apart(document):
        yield {
            **origin,
            "ypid": item.ypid,
            "document_number": document_number,
            "kind": item.kind,
            "number": item.number,
            "parent_number": item.parent_number,
            "fields": item.text,
        }


def _take_apart(
    kind: Kind,
    item: Item,
    parent_number: int,
    ypid: str | None,
    counts: dict[str, int],
) -> Iterator[SentItem]:
    number = counts[kind.name] = counts.get(kind.name, 0) + 1
    ypid = item["ypid"] if kind.name == CHILD else ypid
    own, parts = dict(item), []
    for part in kinds_within(kind.name):
        own, held = _cut_out(own, part)
        parts += [(part, inner) for inner in held]
    yield SentItem(kind.name, number, parent_number, ypid, own)
    for part, inner in parts:
        yield from _take_apart(part, inner, number, ypid, counts)


def _cut_out(item: Item, kind: Kind) -> tuple[Item, list[Item]]:
    """Return an item with one place emptied, and what lay there."""
    name, *rest = kind.path
    if name not in item:
        return item, []
    if rest:
        below = Kind(kind.name, kind.parent, tuple(rest), kind.is_list, kind.schema)
        inner, held = _cut_out(item[name], below)
        return {**item, name: inner}, held
    held = item[name] if kind.is_list else [item[name]]
    return {**item, name: [] if kind.is_list else {}}, held


def put_together(items: Iterable[SentItem], root: str = DOCUMENT) -> list[Item]:
    """Return the documents, or the children, that some items make up, in order.

    Args:
        items: Every item of them, in any order; their fields are used up.
        root: ``document`` or ``child``.

    Raises:
        KeyError: An item lies in one that is not there.
    """
    ordered = sorted(items, key=lambda item: item.number)
    placed = {(item.kind, item.number): item.fields for item in ordered}
    for item in ordered:
        if item.kind != root:
            kind = list_kinds()[item.kind]
            _put_in(placed[kind.parent, item.parent_number], kind, item.fields)
    return [item.fields for item in ordered if item.kind == root]


def _put_in(parent: Item, kind: Kind, fields: Item) -> None:
    *containers, name = kind.path
    for container in containers:
        parent = parent.setdefault(container, {})
    if kind.is_list:
        parent.setdefault(name, []).append(fields)
    else:
        parent[name] = fields
