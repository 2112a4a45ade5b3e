"""Plant the faults of one level into the finished extracts and list them all.

Choosing rows and the order of planting belongs here. What can go wrong is in the
catalogues, how a file is spoilt in the modules beside this one.
"""

from pathlib import Path

import numpy as np

from simulation.chance import draw
from simulation.faults.delivered_lines import DeliveredLines, find_newest
from simulation.faults.documents import spoil_documents
from simulation.faults.file_faults import spoil_files
from simulation.faults.row_catalogue import CUT_OFF, ROW_FAULTS, SURPLUS, RowFault
from simulation.plan import Plan
from simulation.truth import Fault, write_faults

ROWS_PER_FAULT = {"none": 0, "light": 1, "heavy": 3}
FEWEST_ROWS = 10  # in a smaller file the faults would be most of it


def plant(plan: Plan, out: Path) -> list[Fault]:
    """Spoil the extracts below ``out/drop`` and write ``out/truth/faults.csv``.

    Light spoils single rows; heavy more of them, and whole files. What a fault cannot
    be planted in (a supplier not simulated, a file with a handful of rows) goes free,
    and is then not listed. The same plan spoils the same bytes.
    """
    faults: list[Fault] = []
    if plan.faults != "none":
        faults += _spoil_rows(plan, out / "drop")
        faults += spoil_documents(plan, out / "drop")
    if plan.faults == "heavy":
        faults += spoil_files(plan, out / "drop")
    write_faults(out / "truth", faults)
    return faults


def _spoil_rows(plan: Plan, drop: Path) -> list[Fault]:
    planted: list[Fault] = []
    spoilt: set[tuple[Path, int]] = set()
    for fault in ROW_FAULTS:
        path = find_newest(drop / fault.supplier, fault.pattern)
        if fault.supplier in plan.suppliers and path is not None:
            planted += _spoil_rows_of_file(plan, drop, path, fault, spoilt)
    return planted


def _spoil_rows_of_file(
    plan: Plan, drop: Path, path: Path, fault: RowFault, spoilt: set[tuple[Path, int]]
) -> list[Fault]:
    file = DeliveredLines.read(fault.supplier, path)
    if len(file.rows) < FEWEST_ROWS:
        return []
    name = path.relative_to(drop / fault.supplier).as_posix()
    column = file.column(fault.column)
    purpose = f"fault {name} {fault.fault} {fault.column}"
    order = np.argsort(draw(np.arange(len(file.rows)), plan.seed, purpose))
    planted: list[Fault] = []
    for place in (file.rows[int(row)] for row in order):
        if len(planted) == ROWS_PER_FAULT[plan.faults]:
            break
        cells = file.cells(place)
        if (path, place) in spoilt or not cells[column]:
            continue
        spoilt.add((path, place))
        file.put_cells(place, _spoil(cells, column, fault.value))
        line = place + 1
        what = fault.what_should_happen
        planted.append(Fault(fault.supplier, name, line, fault.fault, what))
    file.write()
    return planted


def _spoil(cells: list[str], column: int, value: str) -> list[str]:
    if value == CUT_OFF:
        return cells[: len(cells) // 2]
    if value == SURPLUS:
        return [*cells, "surplus"]
    return [*cells[:column], value, *cells[column + 1 :]]
