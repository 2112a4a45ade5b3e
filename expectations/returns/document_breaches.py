"""Find what breaks the form of a national case document: fields, ids, links.

Walking the tree and naming child and field belong here; a value is never named. What
the rules are called, and what they mean, belongs to ``case_level``.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from sources.case_document.identifying import UNIQUE_IDS
from sources.case_document.validation import find_breach

Item = dict[str, Any]
Finder = Callable[[Item], Iterable[str]]

# list of a child: the field that names one item of it
IDENTIFIERS = UNIQUE_IDS | {"parenting_intervention": "parentingInterventionID"}
# link of a child: the lists that its two fields point into
LINKS = {
    "link_hearing_offence": ("hearing", "offence"),
    "link_offence_intervention_programme": ("offence", "intervention_programme"),
    "link_hearing_intervention_programme": ("hearing", "intervention_programme"),
    "link_offence_victim_intervention": ("offence", "victim_intervention"),
    "link_intervention_programme_parenting_intervention": (
        "intervention_programme",
        "parenting_intervention",
    ),
}


def find_breaches(document: Item) -> Iterator[str]:
    """Yield the first breach of the head, and the first of each child."""
    head = {**document, "children": []}
    breach = find_breach(head)
    if breach is not None:
        yield " ".join(breach)
        return  # with a broken head every child would seem to break
    for child in document["children"]:
        breach = find_breach({**head, "children": [child]})
        if breach is not None:
            path, words = breach
            place = path.removeprefix("children[0]").removeprefix(".") or "child"
            yield f"{child.get('ypid')} {place} {words}"


def find_repeated_ids(children: list[Item]) -> Iterator[str]:
    """Yield each id that two items of a child bear, or two children."""
    counted = Counter(child.get("ypid") for child in children)
    yield from (f"{ypid} ypid" for ypid, count in counted.items() if count > 1)
    for child in children:
        ypid = child.get("ypid")
        if child.get("person_details", {}).get("ypid") != ypid:
            yield f"{ypid} person_details.ypid"
        for name, field in IDENTIFIERS.items():
            counted = Counter(_values(child, name, field))
            repeated = (value for value, count in counted.items() if count > 1)
            yield from (f"{ypid} {name}.{field} {value}" for value in repeated)


def find_open_links(children: list[Item]) -> Iterator[str]:
    """Yield each end of a link that leads nowhere."""
    for child in children:
        for link, ends in LINKS.items():
            for name in ends:
                field = IDENTIFIERS[name]
                there = set(_values(child, name, field))
                for value in _values(child, link, field):
                    if value not in there:
                        yield f"{child.get('ypid')} {link}.{field} {value}"


def _values(child: Item, name: str, field: str) -> list[Any]:
    """Return what the items of a list say in a field, unless they say nothing."""
    values = [item.get(field) for item in child.get(name, [])]
    return [value for value in values if value is not None]


FORM: Mapping[str, Finder] = {
    "C-SCHEMA": find_breaches,
    "C-IDS": lambda document: find_repeated_ids(document["children"]),
    "C-LINKS": lambda document: find_open_links(document["children"]),
}
