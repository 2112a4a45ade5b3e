"""The record of a case system: the one shape to which every case system is brought.

The shape and its reading belong here. Which of a system's columns fill it belongs to
that system's ``fields.csv``.
"""

from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

SHAPE = Path(__file__).with_name("case_record.yml")


class CaseEntity(BaseModel):
    """One kind of record, such as a programme: its grain, keys and columns.

    ``primary_key`` is the system's own; by the columns of ``natural_key`` the same
    record of a child is known in another system too (none: it is not compared).
    ``code_lists`` says by which list the texts of a column get a national code beside
    them. ``national_codes`` names the columns that the models read as national codes
    alone, each with the list by which a system's own words are translated on the way.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    grain: str
    primary_key: tuple[str, ...]
    natural_key: tuple[str, ...] = ()
    columns: tuple[str, ...]
    code_lists: dict[str, str] = {}
    national_codes: dict[str, str] = {}


@cache
def case_record() -> dict[str, CaseEntity]:
    """Return the entities of the case record by name, in the order of the file."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    read = yaml.load(SHAPE.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 (safe)
    entities = [CaseEntity.model_validate(item) for item in read["entities"]]
    return {entity.name: entity for entity in entities}


@cache
def code_lists() -> frozenset[str]:
    """Return the code lists of the case record, whatever column they belong to."""
    return frozenset(
        name
        for entity in case_record().values()
        for name in (entity.code_lists | entity.national_codes).values()
    )
