"""What of a record is held against the same record in the other system.

The shape of ``spec/records.yml`` and its reading belong here. Comparing belongs to
``records``.
"""

from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

FILE = Path(__file__).parent / "spec" / "records.yml"


class _Strict(BaseModel):
    """A part of the specification: unknown keys are refused, nothing changes later."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Compared(_Strict):
    """One value of a conformed record.

    Attributes:
        name: Column of the conformed table.
        made_from: Columns of the case record it is made of; its own name when none.
        code_list: Whose texts are mapped to national codes.
        form: How two spellings of one value may differ.
        private: Whether the value is compared and never shown.
        expression: How the value is made of several columns; the column when none.
    """

    name: str
    made_from: tuple[str, ...] = Field(default=(), alias="from")
    code_list: str = ""
    form: Literal["", "words", "number"] = ""
    private: bool = False
    expression: str = ""

    @property
    def sources(self) -> tuple[str, ...]:
        """Return the columns of the case record behind the value."""
        return self.made_from or (self.name,)

    @property
    def value(self) -> str:
        """Return the value as an expression over the conformed table, ``taken``."""
        return self.expression or f'taken."{self.name}"'


class After(_Strict):
    """The record before which a record cannot be: its date is the earliest of its own.

    ``link`` is the column that names the parent, by its key or (``linked_key``) by
    what the parent itself is linked to; ``through`` is the entity that holds the link.
    """

    link: str
    parent: str
    parent_key: Literal["record_key", "linked_key"] = "record_key"
    through: str = ""


class Record(_Strict):
    """One entity of the case record, and what of it is compared.

    ``is_circumstance`` is true of what may have begun before the service met the child.
    """

    name: str
    table: str
    dates: tuple[str, ...] = ()
    after: After | None = None
    is_circumstance: bool = False
    columns: tuple[Compared, ...] = ()


@cache
def compared_records() -> dict[str, Record]:
    """Return what is compared of each entity of the case record, by its name."""
    read = yaml.safe_load(FILE.read_text(encoding="utf-8"))["entities"]
    return {item["name"]: Record.model_validate(item) for item in read}
