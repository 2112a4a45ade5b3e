"""Spoil single rows of the newest CSV files, as the catalogue of rows says.

Choosing the rows and changing their cells belongs here. What is wrong with them, and
what must follow, is in the catalogue.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from simulation.chance import draw
from simulation.faults.delivered_lines import DeliveredLines, find_newest
from simulation.faults.row_catalogue import (
    BAD_FIRST,
    BAD_LAST,
    CUT_OFF,
    NEVER_A_CHECK_LETTER,
    ROW_FAULTS,
    SURPLUS,
    RowFault,
)
from simulation.plan import Plan
from simulation.truth import Fault

ROWS_PER_FAULT = {"light": 1, "heavy": 3}
FEWEST_ROWS = 10  # in a smaller file the faults would be most of it
PERSON_ID_COLUMNS = {"school_census": "upn"}  # spoilt, it names a person of its own

Renamed = dict[tuple[str, str], str]  # supplier and person id: the spoilt id


@dataclass
class _Planted:
    """What has been spoilt so far; a row is spoilt once."""

    faults: list[Fault] = field(default_factory=list)
    renamed: Renamed = field(default_factory=dict)
    places: set[tuple[Path, int]] = field(default_factory=set)


def spoil_rows(
    plan: Plan, drop: Path, refused: set[Path]
) -> tuple[list[Fault], Renamed]:
    """Spoil rows of the newest file of each fault's pattern, below ``drop``.

    Files in ``refused`` are left alone: they will be refused as a whole.
    """
    planted = _Planted()
    for fault in ROW_FAULTS:
        path = find_newest(drop / fault.supplier, fault.pattern)
        if fault.supplier not in plan.suppliers or path is None or path in refused:
            continue
        file = DeliveredLines.read(fault.supplier, path)
        if len(file.rows) >= FEWEST_ROWS:
            name = path.relative_to(drop / fault.supplier).as_posix()
            _spoil_file(plan, file, name, fault, planted)
    return planted.faults, planted.renamed


def _spoil_file(
    plan: Plan, file: DeliveredLines, name: str, fault: RowFault, planted: _Planted
) -> None:
    column = file.column(fault.column)
    places = _choose_places(plan, file, name, fault, planted)
    for place in places:
        cells = file.cells(place)
        spoilt = _spoil(cells, column, fault.value)
        file.put_cells(place, spoilt)
        planted.places.add((file.path, place))
        planted.faults.append(
            Fault(
                supplier=fault.supplier,
                file=name,
                row_number=place + 1,
                fault=fault.fault,
                what_should_happen=fault.what_should_happen,
            )
        )
        if PERSON_ID_COLUMNS.get(fault.supplier) == fault.column:
            planted.renamed[fault.supplier, cells[column]] = spoilt[column]
    file.write()


def _choose_places(
    plan: Plan, file: DeliveredLines, name: str, fault: RowFault, planted: _Planted
) -> list[int]:
    """Return the lines to spoil: not spoilt yet, and with something in the column."""
    purpose = f"fault {name} {fault.fault} {fault.column}"
    order = np.argsort(draw(np.arange(len(file.rows)), plan.seed, purpose))
    column = file.column(fault.column)

    def free() -> Iterator[int]:
        for row in order:
            place = file.rows[int(row)]
            if (file.path, place) not in planted.places and file.cells(place)[column]:
                yield place

    wanted = ROWS_PER_FAULT[plan.faults]
    return [place for place, _ in zip(free(), range(wanted), strict=False)]


def _spoil(cells: list[str], column: int, value: str) -> list[str]:
    if value == CUT_OFF:
        return cells[: len(cells) // 2]
    if value == SURPLUS:
        return [*cells, "surplus"]
    if value == BAD_FIRST:
        value = NEVER_A_CHECK_LETTER + cells[column][1:]
    if value == BAD_LAST:
        value = cells[column][:-1] + NEVER_A_CHECK_LETTER
    return [*cells[:column], value, *cells[column + 1 :]]
