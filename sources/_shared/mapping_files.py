"""A case system's mappings: ``fields.csv`` and ``codes.csv`` in its own folder.

Reading the two files and refusing one that contradicts the contract belong here. What
a mapping does to a record belongs to ``warehouse/conforming.py`` and ``dbt_project/``.
"""

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from sources._shared.case_record import case_record, code_lists
from sources._shared.contract import Contract

Day = Annotated[date | None, BeforeValidator(lambda text: text or None)]


class MappingRefused(ValueError):  # noqa: N818 - reads as what happened
    """A mapping file cannot be used; the message names the file and the line."""


class _Row(BaseModel):
    """A line of a mapping file: unknown columns are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    valid_from: Day = None
    valid_to: Day = None
    note: str = ""

    def overlaps(self, other: Self) -> bool:
        """Return whether both lines hold on some day; both days are included."""
        first = max(self.valid_from or date.min, other.valid_from or date.min)
        return first <= min(self.valid_to or date.max, other.valid_to or date.max)


class Field(_Row):
    """One column of the case record, and where a system's extract says it.

    A column comes from a column of the system or is a constant; ``when_column`` keeps
    only rows with one value there. The dates are those of the extract. A line without
    a source says why the system never holds the column, ``*`` all of the entity.
    """

    entity: str
    column: str
    source_entity: str = ""
    source_column: str = ""
    when_column: str = ""
    when_value: str = ""
    constant: str = ""

    @property
    def whole_entity(self) -> tuple[str, ...]:
        """Return what stands for all columns, where the line may say it."""
        return () if self.source_entity else ("*",)

    def fault(self, contract: Contract) -> str | None:
        """Return why the line contradicts the case record or the contract."""
        entity = case_record().get(self.entity)
        known = () if entity is None else (*entity.columns, *self.whole_entity)
        if self.column not in known:
            return f"the case record has no column {self.entity}.{self.column}"
        if not self.source_entity:
            said = self.source_column or self.constant or self.when_column
            silent = not said and self.note
            return None if silent else "give a source, or only a note why there is none"
        if self.source_entity not in {item.name for item in contract.entities}:
            return f"the contract has no entity {self.source_entity}"
        promised = contract.entity(self.source_entity).column_names
        for name in filter(None, (self.source_column, self.when_column)):
            if name not in promised:
                return f"the contract has no column {self.source_entity}.{name}"
        if bool(self.source_column) == bool(self.constant):
            return "give either source_column or constant"
        return None


class Code(_Row):
    """One code or text of a system, and the national code that it means."""

    code_list: str
    source_code: str = ""
    source_text: str = ""
    national_code: str
    flag: Literal["", "interim", "known_false"] = ""

    @property
    def keys(self) -> set[tuple[str, str]]:
        """Return what the line is looked up by: its list with its code, and its text."""
        said = {self.source_code.strip().upper(), self.source_text.strip().upper()}
        return {(self.code_list, key) for key in said - {""}}

    def fault(self) -> str | None:
        """Return why the line says nothing, or nothing that is known."""
        if not self.keys:
            return "give source_code, source_text or both"
        if self.code_list not in code_lists():
            return f"the case record has no code list {self.code_list}"
        if self.valid_from and self.valid_to and self.valid_from > self.valid_to:
            return "valid_from is after valid_to"
        return None


class Mappings(BaseModel):
    """Both mapping files of one case system.

    ``never_held`` are the columns that it says it has nothing for.
    """

    model_config = ConfigDict(frozen=True)

    fields: tuple[Field, ...]
    never_held: frozenset[tuple[str, str]] = frozenset()
    codes: tuple[Code, ...]

    @classmethod
    def of(cls, folder: Path, contract: Contract) -> Self:
        """Read and check the mappings of one supplier's folder.

        Raises:
            MappingRefused: A line contradicts the contract or the case record.
        """
        fields = read_rows(folder / "fields.csv", Field)
        codes = read_rows(folder / "codes.csv", Code)
        faults = [(2 + line, item.fault(contract)) for line, item in enumerate(fields)]
        refuse(folder / "fields.csv", faults)
        silent = [(2 + line, item.fault()) for line, item in enumerate(codes)]
        refuse(folder / "codes.csv", [*silent, *find_overlaps(codes)])
        return cls(
            fields=tuple(item for item in fields if item.source_entity),
            never_held=frozenset(name_never_held(fields)),
            codes=tuple(codes),
        )

    @property
    def filled(self) -> set[tuple[str, str]]:
        """Return the columns of the case record that some column or constant fills."""
        return {(item.entity, item.column) for item in self.fields}


def name_never_held(fields: Sequence[Field]) -> Iterator[tuple[str, str]]:
    """Yield each column of the case record that a line says is never held."""
    for item in fields:
        if not item.source_entity:
            columns = case_record()[item.entity].columns
            for column in columns if item.column == "*" else (item.column,):
                yield item.entity, column


def find_overlaps(codes: Sequence[Code]) -> Iterator[tuple[int, str]]:
    """Yield each line that says again what a line before it says on the same days.

    A record looked up by such a text would be counted once for every line.
    """
    said: dict[tuple[str, str], list[tuple[int, Code]]] = {}
    for line, code in enumerate(codes, start=2):
        for key in code.keys:
            for earlier, other in said.setdefault(key, []):
                if code.overlaps(other):
                    yield line, f"line {earlier} says this text too, on the same days"
            said[key].append((line, code))


Kind = TypeVar("Kind", bound=_Row)


def read_rows(path: Path, kind: type[Kind]) -> list[Kind]:
    """Return the lines of a mapping file.

    Raises:
        MappingRefused: A line does not have the form of its file.
    """
    rows = []
    with path.open(encoding="utf-8", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), start=2):
            try:
                rows.append(kind.model_validate(row))
            except ValidationError as error:
                problem = error.errors()[0]
                where = ".".join(str(part) for part in problem["loc"])
                raise MappingRefused(
                    f"{path.name} line {line}, {where}: {problem['msg']}"
                ) from error
    return rows


def refuse(path: Path, faults: Sequence[tuple[int, str | None]]) -> None:
    """Refuse a file with the first line at fault.

    Raises:
        MappingRefused: There is one.
    """
    for line, fault in faults:
        if fault:
            raise MappingRefused(f"{path.parent.name}/{path.name} line {line}: {fault}")
