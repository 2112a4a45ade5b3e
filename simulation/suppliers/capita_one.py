"""Write Capita One's youth justice tables out of the base that education shares.

Which rows go into which files belongs here; columns and ways of writing are in
`capita_one_columns` and `capita_one_shape`.
"""

from pathlib import Path

import pandas as pd

from simulation.plan import Plan
from simulation.reference import read_list
from simulation.suppliers import core_plus_persons
from simulation.suppliers._files import Delivery, Dialect
from simulation.suppliers.capita_one_columns import STUDENT, TABLES
from simulation.suppliers.capita_one_shape import number_students, shape_rows
from simulation.suppliers.careworks_texts import name_team
from simulation.suppliers.core_plus import list_rows
from simulation.suppliers.core_plus_texts import Words
from simulation.world import World

PIPES = Dialect(delimiter="|")
BASE_ID = "12"
LOOKUP = ["LOOKUP_TYPE", "CODE", "DESCRIPTION", "ACTIVE"]


class Writer:
    """Writes the tables of one full extract.

    Raises:
        ValueError: the case system has no name for the plan's service.
    """

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan = plan
        self._dice = Words(plan.seed).dice
        self._delivery = Delivery(folder)
        base = {
            "BASE_ID": [BASE_ID],
            "BASE_NAME": [name_team(plan.service)],
            "OU_CODE": ["YOT-001"],
        }
        self._append("yj_base", pd.DataFrame(base))
        lookups = read_list("capita_one_lookups").rename(columns=str.upper)
        self._append("yj_lookup", lookups.assign(ACTIVE="T")[LOOKUP])

    def write(self, world: World) -> None:
        """Append the rows of one chunk to every table."""
        children = world.children
        records = core_plus_persons.list_records(self._dice, children)
        changed = core_plus_persons.find_updates(self._dice, records)
        students = shape_rows(records.assign(changed_at=changed), STUDENT)
        frame = pd.DataFrame({**students, "GENDER_IDENTITY": ""})
        self._append("yj_student", frame.assign(BASE_ID=BASE_ID))
        for file, (table, columns) in TABLES.items():
            rows = list_rows(world, table)
            frame = pd.DataFrame(shape_rows(rows, columns))
            owners = core_plus_persons.name_owners(children, rows)
            frame.insert(1, "STUD_ID", number_students(pd.Series(owners, rows.index)))
            self._append(file, frame)

    def finish(self) -> None:
        """Close the tables; they have no footer."""
        self._delivery.close()

    def _append(self, file: str, frame: pd.DataFrame) -> None:
        name = f"{file}_{self.plan.until:%Y%m%d}.csv"
        self._delivery.append(name, frame.columns, frame, PIPES)


def list_persons(world: World, plan: Plan) -> pd.DataFrame:
    """Return supplier_person_id (STUD_ID) and child, second records included."""
    persons = core_plus_persons.list_persons(world, plan)
    numbers = number_students(persons["supplier_person_id"])
    return persons.assign(supplier_person_id=numbers)
