"""The model of a contract: what one supplier promises, column by column.

Reading and validating ``contract.yml`` belongs here; reading what the supplier
delivers does not.
"""

import re
from fnmatch import fnmatchcase
from functools import cached_property
from pathlib import Path
from typing import Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

ColumnType = Literal["text", "date", "timestamp", "integer", "decimal", "boolean"]
# full: the newest extract replaces; snapshot: one state per extract date, all are
# kept; delta: all files together, the newest record of a key wins
Mode = Literal["full", "snapshot", "delta"]


class _Strict(BaseModel):
    """A part of a contract: unknown keys are refused, nothing changes later."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Column(_Strict):
    """One column as sent.

    ``required`` means that every row must fill it, ``optional`` that the whole column
    may be absent: its cells are null then.
    """

    name: str
    type: ColumnType = "text"
    required: bool = False
    optional: bool = False
    code_list: str | None = None
    description: str = Field(min_length=3)


class Lookup(_Strict):
    """The columns of a table of look-ups: the code, and what staff see for it."""

    code: str
    text: str


class Entity(_Strict):
    """One kind of record: which file holds it, its grain, its key, its columns."""

    name: str
    file: str
    # in a reporting database, with its schema; without one the word of the file's name
    table: str | None = None
    grain: str
    primary_key: list[str]
    mode: Mode
    guards_shrink: bool = False
    # a system's own list of its codes, held against its codes.csv
    lookup: Lookup | None = None
    columns: list[Column] = Field(min_length=1)

    @model_validator(mode="after")
    def _key_is_made_of_columns(self) -> Self:
        names = [column.name for column in self.columns]
        if len(set(names)) != len(names):
            raise ValueError(f"{self.name}: a column is listed twice")
        lookup = (self.lookup.code, self.lookup.text) if self.lookup else ()
        strangers = {*self.primary_key, *lookup} - set(names)
        if strangers:
            raise ValueError(f"{self.name}: the key names no column: {strangers}")
        loose = {column.name for column in self.columns if column.optional}
        contradiction = loose & self.must_be_filled
        if contradiction:
            raise ValueError(f"{self.name}: filled, yet optional: {contradiction}")
        return self

    @cached_property
    def column_names(self) -> list[str]:
        """Return the names of the columns, in the order promised."""
        return [column.name for column in self.columns]

    @cached_property
    def file_stem(self) -> str:
        """Return the word of the file's name: ``PERSON`` of ``PERSON_[0-9]*.csv``."""
        return re.split(r"_?[\[*?.]", self.file, maxsplit=1)[0]

    @cached_property
    def table_name(self) -> str:
        """Return the table that holds it in a reporting database."""
        return self.table or self.file_stem

    @cached_property
    def must_be_filled(self) -> frozenset[str]:
        """Return the columns without which a row cannot be used."""
        required = {column.name for column in self.columns if column.required}
        return frozenset(required | set(self.primary_key))

    @cached_property
    def promised_names(self) -> list[str]:
        """Return the columns that must be there, in the order promised."""
        return [column.name for column in self.columns if not column.optional]

    def matches(self, file_name: str) -> bool:
        """Return whether a delivered file's name is this entity's, in any case."""
        return fnmatchcase(file_name.lower(), self.file.lower())


class CsvFormat(_Strict):
    """How a supplier writes its tables; formats are those of ``strptime``.

    ``booleans`` are words for yes and no in turn. The first of each is written when a
    table comes out of a database.
    """

    delimiter: str = Field(default=",", min_length=1, max_length=1)
    title_rows: Literal["none", "auto"] = "none"
    footer: list[str] = []
    footer_required: bool = False
    date_formats: list[str] = ["%Y-%m-%d"]
    timestamp_formats: list[str] = []
    booleans: list[str] = ["true", "false"]

    @cached_property
    def footer_patterns(self) -> list[re.Pattern[str]]:
        """Return the footer lines as patterns of whole lines."""
        return [re.compile(line) for line in self.footer]


class Contract(_Strict):
    """Everything one supplier promises."""

    supplier: str
    name: str
    version: str
    kind: Literal["case_system", "partner"]
    freshness_days: int = Field(gt=0)
    required_for_return: bool
    delivery: Literal["csv", "json", "csv_set"]
    # record: each record says itself when it became known (a signed-off return)
    known_by: Literal["extract", "record"] = "extract"
    format: CsvFormat = CsvFormat()
    entities: list[Entity] = Field(min_length=1)

    def entity(self, name: str) -> Entity:
        """Return the entity of that name.

        Raises:
            KeyError: The supplier promises no such entity.
        """
        for entity in self.entities:
            if entity.name == name:
                return entity
        raise KeyError(f"{self.supplier} promises no entity {name!r}")

    def entity_of_file(self, file_name: str) -> Entity | None:
        """Return the entity whose file name pattern fits, if any does."""
        fitting = [entity for entity in self.entities if entity.matches(file_name)]
        return fitting[0] if fitting else None


def load_contract(path: Path) -> Contract:
    """Read one ``contract.yml``.

    Raises:
        pydantic.ValidationError: The file breaks the model; it says where.
    """
    # libyaml reads the contracts in a twentieth of pure Python's time
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = path.read_text(encoding="utf-8")
    return Contract.model_validate(yaml.load(text, Loader=loader))  # noqa: S506 (safe)
