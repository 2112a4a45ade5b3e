"""Find the lines in which a planted difference of a migration stands.

Writing each system's extract with and without the differences, and holding the lines
side by side, belongs here: so it works for every supplier, whatever its shape.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from simulation.cutover import plan_of
from simulation.faults.delivered_lines import DeliveredLines
from simulation.faults.main_files import MAIN_FILES, OWNERS
from simulation.faults.migration import Migration, Planted
from simulation.plan import Plan
from simulation.truth import PERSON_LISTS, Fault
from simulation.world import World


@dataclass(frozen=True)
class Line:
    """One line that one of two extracts has; ``number`` counts from 1."""

    file: str
    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Sides:
    """The lines of each child that only one of two extracts of a system has."""

    with_it: dict[int, list[Line]]
    without: dict[int, list[Line]]

    def tells(self, child: int) -> bool:
        """Return whether the two extracts differ in a line of the child."""
        return child in self.with_it or child in self.without


def list_migration_faults(
    plan: Plan, migration: Migration | None, made: Path
) -> list[Fault]:
    """Return every planted difference with its line, and write the unknown texts.

    One that left no line in the new system's extract is named by the old one's. What
    would change no line of either system, because it has no place for it or always
    writes it so, is no difference and not listed.

    Args:
        plan: the plan.
        migration: what was planted in the first chunk, if anything was.
        made: folder of the finished extracts.
    """
    cutover = plan.cutover
    if migration is None or cutover is None:
        return []
    new = _compare(plan, cutover.new, made, migration.told, migration.new)
    old = _compare(plan, cutover.old, made, migration.old, migration.held)
    faults = []
    for planted in migration.planted:
        kind = planted.kind
        supplier, sides = (
            (cutover.old, old) if kind.leaves_no_row else (cutover.new, new)
        )
        line = _find_line(supplier, planted, sides.with_it)
        if line is None or not old.tells(planted.child):
            continue
        if kind.text:
            _write_text(made / "drop" / supplier, supplier, line, planted, sides)
        fault, what = f"migration_{kind.name}", kind.what_should_happen
        faults.append(Fault(supplier, line.file, line.number, fault, what))
    return faults


def _compare(
    plan: Plan, supplier: str, made: Path, with_it: World, without: World
) -> Sides:
    """Write both worlds as a supplier does, and keep the lines of one alone."""
    owners = {
        row.supplier_person_id: int(row.child)
        for world in (with_it, without)
        for row in PERSON_LISTS[supplier](world, plan).itertuples()
    }
    folders = (made / "with", made / "without")
    for folder, world in zip(folders, (with_it, without), strict=True):
        folder.mkdir()
        module = import_module(f"simulation.suppliers.{supplier}")
        writer = module.Writer(plan_of(plan, supplier), folder)
        writer.write(world)
        writer.finish()
    ours, theirs = (_read(supplier, folder) for folder in folders)
    for folder in folders:
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
    return Sides(
        _only(supplier, ours, theirs, owners), _only(supplier, theirs, ours, owners)
    )


def _read(supplier: str, folder: Path) -> dict[str, DeliveredLines]:
    return {
        path.name: DeliveredLines.read(supplier, path)
        for path in sorted(folder.iterdir())
    }


def _only(
    supplier: str,
    ours: Mapping[str, DeliveredLines],
    theirs: Mapping[str, DeliveredLines],
    owners: Mapping[str, int],
) -> dict[int, list[Line]]:
    """Return the lines that the others lack, by the child whose record they are of."""
    found: dict[int, list[Line]] = {}
    for name, file in ours.items():
        if OWNERS[supplier] not in file.cells(file.first - 1):
            continue
        column = file.column(OWNERS[supplier])
        others = set(theirs[name].lines) if name in theirs else set()
        for place in file.rows:
            if file.lines[place] in others:
                continue
            cells = tuple(file.cells(place))
            child = owners.get(cells[column])
            if child is not None:
                found.setdefault(child, []).append(Line(name, place + 1, cells))
    return found


def _find_line(
    supplier: str, planted: Planted, lines: Mapping[int, list[Line]]
) -> Line | None:
    """Return the first line of the child in a file of the table, if there is one."""
    names = MAIN_FILES[supplier][planted.kind.table]
    for line in lines.get(planted.child, []):
        if line.file.rsplit("_", 1)[0] in names:
            return line
    return None


def _write_text(
    folder: Path, supplier: str, line: Line, planted: Planted, sides: Sides
) -> None:
    """Put the kind's text where the line differs from what it would have been."""
    was = _find_line(supplier, planted, sides.without)
    file = DeliveredLines.read(supplier, folder / line.file)
    cells = [
        planted.kind.text if was and cell != was.cells[place] else cell
        for place, cell in enumerate(line.cells)
    ]
    file.put_cells(line.number - 1, cells)
    file.write()
