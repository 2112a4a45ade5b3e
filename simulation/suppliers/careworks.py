"""Write CareWorks' export: one full extract on the last day, a table a file.

Which tables go into which files belongs here. The shape of each table, its words and
its numbers are in `careworks_people`, `_outcomes`, `_tables`, `_texts` and `_ids`.
"""

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from simulation.plan import Plan
from simulation.suppliers import careworks_outcomes as outcomes
from simulation.suppliers import careworks_people as people
from simulation.suppliers import careworks_tables as tables
from simulation.suppliers import core_plus_persons
from simulation.suppliers._files import Delivery, Dialect
from simulation.suppliers.careworks_ids import name_clients, number_objects
from simulation.suppliers.careworks_texts import find_words, name_team
from simulation.suppliers.core_plus import list_rows
from simulation.suppliers.core_plus_texts import Words
from simulation.world import World

Shape = Callable[[Words, pd.DataFrame], dict[str, pd.Series]]

WINDOWS = Dialect(encoding="cp1252", line_end="\r\n")
TEAM_REF = "T1"
# table of the export, table of the world, shape
EXPORTS: tuple[tuple[str, str, Shape], ...] = (
    ("CW_CASE_MOVEMENT", "transfers", tables.shape_movements),
    ("CW_CLIENT_ADDRESS", "residences", people.shape_addresses),
    ("CW_EDUCATION", "ete", people.shape_education),
    ("CW_SPECIAL_NEED", "send", people.shape_special_needs),
    ("CW_SOCIAL_CARE", "care", people.shape_social_care),
    ("CW_HEALTH", "mental_health", people.shape_mental_health),
    ("CW_HEALTH", "substance_misuse", people.shape_substance_use),
    ("CW_OFFENCE", "offences", tables.shape_offences),
    ("CW_COURT_APPEARANCE", "hearings", tables.shape_appearances),
    ("CW_PROGRAMME", "programmes", tables.shape_programmes),
    ("CW_VICTIM", "victims", tables.shape_victims),
    ("CW_ASSESSMENT", "assessments", tables.shape_assessments),
    ("CW_CASE_STAGE", "programmes", tables.shape_stages),
)
# table of the export, table of the world, its key there, its key here and their kind
LINKS = (
    (
        "CW_APPEARANCE_OFFENCE",
        "hearing_offences",
        "hearing_id",
        "APPEARANCE_REF",
        "hearing",
    ),
    (
        "CW_PROGRAMME_OFFENCE",
        "programme_offences",
        "programme_id",
        "PROGRAMME_REF",
        "programme",
    ),
    (
        "CW_VICTIM_OFFENCE",
        "victim_offences",
        "victim_intervention_id",
        "VICTIM_WORK_REF",
        "victim_work",
    ),
)


class Writer:
    """Writes the tables of one full extract.

    Raises:
        ValueError: the case system has no name for the plan's service.
    """

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan = plan
        self._words = Words(plan.seed, find_words)
        self._delivery = Delivery(folder)
        team = {
            "TEAM_REF": [TEAM_REF],
            "TEAM_TITLE": [name_team(plan.service)],
            "OU_CODE": ["YOT-001"],
        }
        self._append("CW_TEAM", pd.DataFrame(team))

    def write(self, world: World) -> None:
        """Append the rows of one chunk to every table."""
        children = world.children
        records = core_plus_persons.list_records(self._words.dice, children)
        clients = people.shape_clients(self._words, records)
        self._append("CW_CLIENT", pd.DataFrame(clients).assign(TEAM_REF=TEAM_REF))
        for file, table, shape in EXPORTS:
            self._write_rows(file, children, list_rows(world, table), shape)
        self._write_outcomes(world)
        for file, table, key, column, kind in LINKS:
            rows = getattr(world, table)
            frame = pd.DataFrame({column: number_objects(kind, rows[key])})
            frame["OFFENCE_REF"] = number_objects("offence", rows["offence_id"])
            self._append(file, frame.assign(CLIENT_REF=name_owners(children, rows)))

    def finish(self) -> None:
        """Close the tables; they have no footer."""
        self._delivery.close()

    def _write_outcomes(self, world: World) -> None:
        rows = world.outcomes
        is_police = outcomes.find_police_decisions(rows)
        court = rows[~is_police]
        for file, part, shape in (
            ("CW_PRE_COURT_OUTCOME", rows[is_police], outcomes.shape_decisions),
            ("CW_COURT_OUTCOME", court, outcomes.shape_court_outcomes),
            (
                "CW_REQUIREMENT",
                outcomes.list_requirements(court),
                outcomes.shape_requirements,
            ),
        ):
            self._write_rows(file, world.children, part, shape)

    def _write_rows(
        self, file: str, children: pd.DataFrame, rows: pd.DataFrame, shape: Shape
    ) -> None:
        frame = pd.DataFrame(shape(self._words, rows))
        frame.insert(1, "CLIENT_REF", name_owners(children, rows))
        self._append(file, frame)

    def _append(self, file: str, frame: pd.DataFrame) -> None:
        name = f"{file}_{self.plan.until:%Y%m%d}.csv"
        self._delivery.append(name, frame.columns, frame, WINDOWS)


def name_owners(children: pd.DataFrame, rows: pd.DataFrame) -> pd.Series:
    """Return CLIENT_REF of the record that holds each row."""
    owners = core_plus_persons.name_owners(children, rows)
    return name_clients(pd.Series(owners, index=rows.index, dtype="str"))


def list_persons(world: World, plan: Plan) -> pd.DataFrame:
    """Return supplier_person_id (CLIENT_REF) and child, second records included."""
    persons = core_plus_persons.list_persons(world, plan)
    names = name_clients(persons["supplier_person_id"])
    return persons.assign(supplier_person_id=names)
