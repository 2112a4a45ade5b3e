"""Nesting the items of a case document under their children belongs here.

The items themselves, and which children a return names, do not.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd

from simulation.suppliers import case_document_items as items
from simulation.suppliers.core_plus_persons import name_owners
from simulation.world import World

Item = dict[str, Any]
ItemsOf = dict[str, list[Item]]  # by ypid, in the order of the table

# item of the document: table of the world and its shape
ITEMS: dict[str, tuple[str, Callable[[pd.DataFrame], items.Columns]]] = {
    "transfer": ("transfers", items.shape_transfers),
    "hearing": ("hearings", items.shape_hearings),
    "intervention_programme": ("programmes", items.shape_programmes),
    "residence": ("residences", items.shape_residences),
    "ete_status": ("ete", items.shape_ete),
    "sendaln": ("send", items.shape_send),
    "mental": ("mental_health", items.shape_health("kpi4MH")),
    "substance": ("substance_misuse", items.shape_health("kpi5SM")),
    "care_status": ("care", items.shape_care),
    "victim_intervention": ("victims", items.shape_victims),
    "asset_plus": ("assessments", items.shape_assessments),
}
# link of the document: table, and the key and column of its other side
LINKS = {
    "link_hearing_offence": ("hearing_offences", "hearingID", "hearing_id"),
    "link_offence_intervention_programme": (
        "programme_offences",
        "interventionProgrammeID",
        "programme_id",
    ),
    "link_offence_victim_intervention": (
        "victim_offences",
        "victimInterventionID",
        "victim_intervention_id",
    ),
}


def list_children(world: World) -> list[Item]:
    """Return the children of a document; one held twice stands there twice."""
    parts = {
        name: _group(world, table, shape) for name, (table, shape) in ITEMS.items()
    }
    parts |= {name: _group_links(world, *link) for name, link in LINKS.items()}
    parts["offence"] = _group_offences(world)
    return [_nest(person, parts) for person in _list_persons(world.children)]


def _list_persons(children: pd.DataFrame) -> list[Item]:
    twice = children[children["second_person_id"] != ""]
    twice = twice.assign(person_id=twice["second_person_id"])
    rows = pd.concat([children, twice]).sort_values("child", kind="stable")
    frame = pd.DataFrame(
        {
            "ypid": rows["person_id"],
            "currentYOTID": rows["person_id"],
            "originatingYOTPersonID": rows["originating_id"],
            "dateOfBirth": items.write_days(rows["birth_date"]),
            "sex": rows["sex"],
            "ethnicity": rows["ethnicity_code"],
            "pncnumber": rows["pnc_number"],
        }
    )
    return _list_items(frame)


def _group(
    world: World, table: str, shape: Callable[[pd.DataFrame], items.Columns]
) -> ItemsOf:
    rows = getattr(world, table)
    if rows.empty:
        return {}
    frame = pd.DataFrame(shape(rows), index=rows.index)
    return _by_owner(name_owners(world.children, rows), frame)


def _group_links(world: World, table: str, key: str, column: str) -> ItemsOf:
    rows = getattr(world, table)
    if rows.empty:
        return {}
    offence = items.write_numbers(rows["offence_id"])
    other = items.write_numbers(rows[column])
    frame = pd.DataFrame({"offenceID": offence, key: other})
    return _by_owner(name_owners(world.children, rows), frame)


def _group_offences(world: World) -> ItemsOf:
    """Return offences with their outcomes nested in them."""
    if world.offences.empty:
        return {}
    outcomes = pd.DataFrame(items.shape_outcomes(world.outcomes))
    of_offence = _by_owner(world.outcomes["offence_id"], outcomes)
    rows = world.offences
    frame = pd.DataFrame(items.shape_offences(rows)).assign(
        offenceLegalOutcome=[of_offence.get(each, []) for each in rows["offence_id"]]
    )
    frame["policeBail"] = [[] for _ in range(len(frame))]
    return _by_owner(name_owners(world.children, rows), frame)


def _by_owner(owners: Iterable[str], frame: pd.DataFrame) -> ItemsOf:
    grouped: ItemsOf = defaultdict(list)
    for owner, item in zip(owners, _list_items(frame), strict=True):
        grouped[owner].append(item)
    return grouped


def _list_items(frame: pd.DataFrame) -> list[Item]:
    """Return rows as dictionaries, several times faster than pandas does."""
    names = list(frame.columns)
    columns = [frame[name].tolist() for name in names]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _nest(person: Item, parts: dict[str, ItemsOf]) -> Item:
    ypid = person["ypid"]
    of_child = {name: grouped.get(ypid, []) for name, grouped in parts.items()}
    mental, substance = of_child.pop("mental"), of_child.pop("substance")
    return {
        "ypid": ypid,
        "person_details": person,
        **of_child,
        "health": {
            "mentalHealth": {"kpi4MentalHealthWellbeing": mental},
            "substanceMisuse": {"kpi5SubstanceMisuse": substance},
        },
        "link_hearing_intervention_programme": [],
        "parenting_intervention": [],
        "assessment_stage": [],
    }
