"""One case system's delivered files, read and written again with cells changed.

Finding a cell by the case record's own words belongs here, and giving the files another
day. What is changed, and what should come of it, belongs to the tests.
"""

import csv
import io
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sources._shared.contract import Contract, Entity
from sources._shared.delivery import Delivery
from sources._shared.mapping_files import Field
from sources.registry import CONTRACTS, adapter_for, mappings_of

DAY_STYLES = ("%Y%m%d", "%Y-%m-%d", "%Y_%m_%d", "%d%m%Y", "%d-%m-%Y", "%d_%m_%Y")


@dataclass(frozen=True)
class Spot:
    """Where a record of the case record stands: the supplier's entity and the row."""

    entity: str
    row: int


@dataclass
class Table:
    """One delivered table: what stands above it, its heading, its rows by their line."""

    path: Path
    encoding: str
    above: list[list[str]] = field(default_factory=list)
    heading: list[str] = field(default_factory=list)
    rows: dict[int, list[str]] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path, entity: Entity, delimiter: str) -> "Table":
        """Read a CSV table, whatever titles it has; it has no footer."""
        table = cls(path, encoding_of(path))
        text = path.read_bytes().decode(table.encoding)
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        start = 1
        for cells in reader:
            if table.heading:
                table.rows[start] = cells
            elif set(entity.promised_names) <= set(cells):
                table.heading = cells
            else:
                table.above.append(cells)
            start = reader.line_num + 1
        return table

    def write(self, path: Path, delimiter: str) -> None:
        """Write the table as it was read."""
        with path.open("w", encoding=self.encoding, newline="") as file:
            writer = csv.writer(file, delimiter=delimiter)
            writer.writerows([*self.above, self.heading, *self.rows.values()])

    def drop_column(self, column: str) -> None:
        """Take a column away, its heading with it."""
        place = self.heading.index(column)
        for cells in (self.heading, *self.rows.values()):
            del cells[place]

    def drop(self, column: str, value: str) -> None:
        """Take away the rows that hold a value."""
        place = self.heading.index(column)
        self.rows = {
            line: cells for line, cells in self.rows.items() if cells[place] != value
        }


@dataclass
class Extract:
    """All tables that one case system delivered on a day, ready to be changed."""

    system: str
    folder: Path
    tables: dict[str, Table] = field(default_factory=dict)

    @property
    def contract(self) -> Contract:
        """Return what the system promises."""
        return CONTRACTS[self.system]

    @classmethod
    def read(cls, system: str, folder: Path) -> "Extract":
        """Read every file of a folder that bears a promised name."""
        extract = cls(system, folder)
        for path in sorted(folder.iterdir()):
            entity = extract.contract.entity_of_file(path.name)
            if entity:
                delimiter = extract.contract.format.delimiter
                extract.tables[entity.name] = Table.read(path, entity, delimiter)
        return extract

    @property
    def day(self) -> date:
        """Return the day in the name of the first file: all are of one day."""
        table = next(iter(self.tables.values()))
        day = adapter_for(self.system).date_of_name(Delivery(self.system, table.path))
        assert day is not None, f"{table.path.name} names no extract date"
        return day

    def source_of(self, entity: str, column: str, spot: Spot) -> Field:
        """Return what fills a column of the case record in the table of a record."""
        return next(
            item
            for item in mappings_of(self.system).fields
            if (item.entity, item.column) == (entity, column)
            and item.source_entity == spot.entity
            and item.source_column
        )

    def put(self, entity: str, column: str, spot: Spot, value: object) -> None:
        """Write a value where the system keeps a column of the case record."""
        name = self.source_of(entity, column, spot).source_column
        table = self.tables[spot.entity]
        cells = table.rows[spot.row]
        cells[table.heading.index(name)] = self.word(spot.entity, name, value)

    def word(self, entity: str, column: str, value: object) -> str:
        """Return a value as the contract says that the column is written."""
        form = self.contract.format
        promised = self.contract.entity(entity)
        kind = next(item.type for item in promised.columns if item.name == column)
        if isinstance(value, bool):
            return form.booleans[0 if value else 1]
        if isinstance(value, date):
            style = form.timestamp_formats if kind == "timestamp" else form.date_formats
            return value.strftime(style[0])
        return str(value)

    def add_copy(self, entity: str, key: str, spot: Spot, value: str) -> None:
        """Add a row equal to another but for the column that holds a key."""
        table = self.tables[spot.entity]
        table.rows[max(table.rows) + 1] = list(table.rows[spot.row])
        self.put(entity, key, Spot(spot.entity, max(table.rows)), value)

    def drop_child(self, person_id: str) -> None:
        """Take all rows of a child away, as when the system has forgotten them."""
        named = {
            (item.source_entity, item.source_column)
            for item in mappings_of(self.system).fields
            if item.column == "person_id"
        }
        for entity, column in named:
            if entity in self.tables:
                self.tables[entity].drop(column, person_id)

    def write(self, folder: Path, day: date) -> None:
        """Write every table as delivered on a day."""
        folder.mkdir(parents=True, exist_ok=True)
        delimiter = self.contract.format.delimiter
        for table in self.tables.values():
            table.write(folder / rename(table.path.name, self.day, day), delimiter)


def encoding_of(path: Path) -> str:
    """Return one of the encodings that case systems write."""
    try:
        path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def rename(name: str, before: date, after: date) -> str:
    """Return a file's name with its day replaced, in the style it is written in."""
    for style in DAY_STYLES:
        if before.strftime(style) in name:
            return name.replace(before.strftime(style), after.strftime(style))
    raise AssertionError(f"{name} does not hold {before} in any known style")
