"""Running one simulation from its plan to the finished folders belongs here.

Reading the plan from the command line, and what anything consists of, do not.
"""

import shutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Protocol

from simulation import faults
from simulation.cutover import plan_of, see_systems
from simulation.faults.migrated_rows import list_migration_faults
from simulation.faults.migration import spoil_migration
from simulation.generate import CHUNK, generate_chunks
from simulation.measures.truth import MeasuresTruth
from simulation.plan import Plan
from simulation.service_file import SERVICE_FILE, write_service_file
from simulation.truth import PERSON_LISTS, PersonsTruth
from simulation.world import World

UNFINISHED = ".simulating"  # extracts appear in drop/ only when they are whole


class ChunkWriter(Protocol):
    """Anything that takes the world a chunk at a time."""

    def write(self, world: World) -> None:
        """Take one chunk."""

    def finish(self) -> None:
        """Take the end."""


class FolderInUseError(Exception):
    """The folder already holds extracts or a truth, which must not be mixed."""


def simulate(plan: Plan, out: Path, report: Callable[[str], None]) -> list[Path]:
    """Write the extracts of a plan to out/drop and its truth to out/truth.

    Args:
        plan: what is asked for.
        out: the folder; made when missing.
        report: told in words how far it is.

    Returns:
        The files written, sorted.

    Raises:
        FolderInUseError: out/drop or out/truth holds something.
        ValueError: a supplier cannot write extracts of the plan's service.
    """
    refuse_used_folder(out, plan)
    made = out / UNFINISHED
    shutil.rmtree(made, ignore_errors=True)
    writers, persons, measures = _open_writers(plan, made)
    migration = None
    for number, world in enumerate(generate_chunks(plan), start=1):
        done = min(number * CHUNK, plan.children)
        report(f"writing {done:,} of {plan.children:,} children")
        seen = see_systems(plan, world, PERSON_LISTS)
        if number == 1 and plan.has_spoilt_migration:
            migration = spoil_migration(plan, seen)
        for supplier, writer in writers.items():
            writer.write(seen.get(supplier, world))
        persons.write(world, seen)
        measures.write(world)
    report("closing extracts")
    for each in (*writers.values(), persons, measures):
        each.finish()
    faults.plant(plan, made, list_migration_faults(plan, migration, made))
    files = _move_into_place(made, out)
    return [*files, *write_service_file(plan, out)]


def refuse_used_folder(out: Path, plan: Plan) -> None:
    """Refuse a folder that already holds extracts, a truth or another configuration.

    Raises:
        FolderInUseError: says which folder and what to do.
    """
    for folder in (out / "drop", out / "truth"):
        if folder.exists() and any(path.is_file() for path in folder.rglob("*")):
            raise FolderInUseError(
                f"{folder} is not empty: extracts of two simulations must not mix; "
                f"name another folder with --out, or remove {out / 'drop'} and "
                f"{out / 'truth'}"
            )
    if plan.cutover and (out / SERVICE_FILE).exists():
        raise FolderInUseError(
            f"{out / SERVICE_FILE} is there, and a change of case system writes its "
            "own; name another folder with --out, or remove the file"
        )


def _open_writers(
    plan: Plan, made: Path
) -> tuple[dict[str, ChunkWriter], PersonsTruth, MeasuresTruth]:
    truth = made / "truth"
    truth.mkdir(parents=True)
    writers: dict[str, ChunkWriter] = {}
    for supplier in plan.suppliers:
        folder = made / "drop" / supplier
        folder.mkdir(parents=True)
        module = import_module(f"simulation.suppliers.{supplier}")
        writers[supplier] = module.Writer(plan_of(plan, supplier), folder)
    return writers, PersonsTruth(plan, truth), MeasuresTruth(plan, truth)


def _move_into_place(made: Path, out: Path) -> list[Path]:
    """Move the finished folders and return their files."""
    folders = [*sorted((made / "drop").iterdir()), made / "truth"]
    for folder in folders:
        target = out / folder.relative_to(made)
        if target.exists():  # empty, or it would have been refused
            shutil.rmtree(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(target)
    shutil.rmtree(made)
    targets = [out / folder.relative_to(made) for folder in folders]
    return sorted(
        path for target in targets for path in target.rglob("*") if path.is_file()
    )
