"""Hold the identifiers of one case document to what they promise: to name one thing.

A schema cannot say that two items differ; that is asked here. Everything a schema can
say belongs to it.
"""

from collections.abc import Iterator, Mapping

from sources.case_document.flattening import Item

Breach = tuple[str, str]  # path, wording without any value
Return = tuple[str, ...]  # what identifies a return

# list of a child: the field that is unique in it
UNIQUE_IDS = {
    "offence": "offenceID",
    "hearing": "hearingID",
    "intervention_programme": "interventionProgrammeID",
    "victim_intervention": "victimInterventionID",
}
HEADER_IDS = ("source_return_id", "yjs_name")


def find_false_identity(
    document: Item, earlier: Mapping[Return, set[str]]
) -> Breach | None:
    """Return the first identifier of a valid document that names nothing or two.

    Args:
        document: A document that fits the schema.
        earlier: Children of the earlier documents of the file, by return.
    """
    return next(_false_identities(document, earlier), None)


def ypids_of(document: Item) -> list[str]:
    """Return the identifiers of the children, in document order."""
    return [child["ypid"].strip() for child in document["children"]]


def return_of(document: Item) -> Return:
    """Return what identifies the return of a document."""
    return tuple(document["return_part"][name].strip() for name in HEADER_IDS)


def _false_identities(
    document: Item, earlier: Mapping[Return, set[str]]
) -> Iterator[Breach]:
    for name in HEADER_IDS:
        if not document["return_part"][name].strip():
            yield f"return_part.{name}", "must not be blank"
    yield from _repeats(document["children"], "ypid", "children")
    for place, child in enumerate(document["children"]):
        path = f"children[{place}]"
        if child["person_details"]["ypid"].strip() != child["ypid"].strip():
            yield f"{path}.person_details.ypid", "must equal the child's own ypid"
        for list_name, id_name in UNIQUE_IDS.items():
            items = child.get(list_name) or []
            yield from _repeats(items, id_name, f"{path}.{list_name}")
        if child["ypid"].strip() in earlier.get(return_of(document), ()):
            yield f"{path}.ypid", "stands in an earlier document too"


def _repeats(items: list[Item], id_name: str, path: str) -> Iterator[Breach]:
    first: dict[str, int] = {}
    for place, item in enumerate(items):
        given = item[id_name].strip()
        if not given:
            yield f"{path}[{place}].{id_name}", "must not be blank"
        if given in first:
            yield (
                f"{path}[{place}].{id_name}",
                f"repeats that of {path}[{first[given]}]",
            )
        first.setdefault(given, place)
