"""Write the truth beside the extracts: who is who, and which faults were planted.

Files under ``truth/`` belong here, but for the measures. Nothing that the warehouse
runs may read them.
"""

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import pandas as pd

from simulation.plan import Plan
from simulation.suppliers import (
    capita_one,
    careworks,
    childview_children,
    core_plus_persons,
    niche,
    school_census,
    ssda903,
    systmone,
)
from simulation.suppliers._files import DeliveredFile
from simulation.world import World

PERSON_COLUMNS = ("supplier", "supplier_person_id", "true_child_id")


@dataclass(frozen=True)
class Fault:
    """One planted fault.

    Attributes:
        supplier: whose extract it is in.
        file: the delivered file's path below the supplier's drop folder.
        row_number: the line of a CSV file, or the ordinal of the item within its
            entity of a JSON file; None when the whole file is at fault.
        fault: the kind of fault, in snake case.
        what_should_happen: what the warehouse must do with it.
    """

    supplier: str
    file: str
    row_number: int | None
    fault: str
    what_should_happen: str


class PersonsTruth:
    """Writes truth/persons.csv. Grain: one row per supplier's person id."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        """Start the file in the truth folder."""
        self.plan = plan
        self._file = DeliveredFile(folder / "persons.csv", PERSON_COLUMNS)

    def write(self, world: World, seen: Mapping[str, World] | None = None) -> None:
        """Append everyone of one chunk, for each simulated supplier.

        Args:
            world: the chunk.
            seen: what a supplier holds of it, for those that do not hold all of it.
        """
        for supplier, list_persons in PERSON_LISTS.items():
            if supplier not in self.plan.suppliers:
                continue
            persons = list_persons((seen or {}).get(supplier, world), self.plan)
            frame = pd.DataFrame(
                {
                    "supplier": supplier,
                    "supplier_person_id": persons["supplier_person_id"],
                    "true_child_id": name_children(persons["child"]),
                }
            )
            self._file.append(frame)

    def finish(self) -> None:
        """Close the file."""
        self._file.close()


def name_children(children: pd.Series) -> pd.Series:
    """Return true_child_id: T and the world's number of the child."""
    return "T" + children.astype("int64").astype("str")


def list_case_document_persons(world: World, plan: Plan) -> pd.DataFrame:
    """Return ``yjs_name|ypid`` and child: the ypid is the case system's PERSON_ID."""
    persons = core_plus_persons.list_persons(world, plan)
    ids = plan.service + "|" + persons["supplier_person_id"]
    return persons.assign(supplier_person_id=ids)


def add_person_ids(folder: Path, renamed: dict[tuple[str, str], str]) -> None:
    """Append to truth/persons.csv the ids under which some people appear as well.

    Args:
        folder: the truth folder.
        renamed: the further id, by supplier and the id already in the file.
    """
    path = folder / "persons.csv"
    if not renamed:
        return
    with path.open(encoding="utf-8", newline="") as file:
        rows = (row for row in csv.reader(file) if (row[0], row[1]) in renamed)
        added = [[row[0], renamed[row[0], row[1]], row[2]] for row in rows]
    with path.open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(added)


def write_faults(folder: Path, faults: Iterable[Fault]) -> None:
    """Write truth/faults.csv, sorted; with no fault it holds its heading alone."""
    with (folder / "faults.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(field.name for field in fields(Fault))
        for fault in sorted(faults, key=_place):
            writer.writerow(astuple(fault))


def _place(fault: Fault) -> tuple[str, str, int, str]:
    return fault.supplier, fault.file, fault.row_number or 0, fault.fault


PERSON_LISTS: dict[str, Callable[[World, Plan], pd.DataFrame]] = {
    "core_plus": core_plus_persons.list_persons,
    "careworks": careworks.list_persons,
    "childview": childview_children.list_persons,
    "capita_one": capita_one.list_persons,
    "case_document": list_case_document_persons,
    "niche": niche.list_persons,
    "school_census": school_census.list_persons,
    "ssda903": ssda903.list_persons,
    "systmone": systmone.list_persons,
}
