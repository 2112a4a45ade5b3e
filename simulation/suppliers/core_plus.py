"""Write the case system's reporting export: one full extract on the last day.

Which tables go into which files belongs here. The shape of each table, its words and
the persons are in `core_plus_tables`, `core_plus_texts` and `core_plus_persons`.
"""

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from simulation.plan import Plan
from simulation.suppliers import core_plus_tables as tables
from simulation.suppliers._files import Delivery, Dialect
from simulation.suppliers.core_plus_persons import (
    ORG_ID,
    name_owners,
    shape_persons,
)
from simulation.suppliers.core_plus_texts import Words, name_organisation
from simulation.world import World

Shape = Callable[[Words, pd.DataFrame], dict[str, pd.Series]]

WINDOWS = Dialect(encoding="utf-8-sig", line_end="\r\n")
# file, table of the world, shape; PERSON_ID stands where the contract has it
EXPORTS: tuple[tuple[str, str, Shape, int], ...] = (
    ("PERSON_TRANSFER", "transfers", tables.shape_transfers, 1),
    ("PERSON_ACCOMMODATION", "residences", tables.shape_residences, 1),
    ("PERSON_ETE", "ete", tables.shape_ete, 1),
    ("PERSON_SEND", "send", tables.shape_send, 1),
    ("PERSON_CARE_STATUS", "care", tables.shape_care, 1),
    ("PERSON_MENTAL_HEALTH", "mental_health", tables.shape_mental_health, 1),
    ("PERSON_SUBSTANCE_MISUSE", "substance_misuse", tables.shape_substance_misuse, 1),
    ("OFFENCE", "offences", tables.shape_offences, 1),
    ("OFFENCE_OUTCOME", "outcomes", tables.shape_outcomes, 2),
    ("HEARING", "hearings", tables.shape_hearings, 1),
    ("INTERVENTION_PROGRAMME", "programmes", tables.shape_programmes, 1),
    ("VICTIM_CONTACT", "victims", tables.shape_victims, 1),
    ("ASSESSMENT", "assessments", tables.shape_assessments, 1),
)
LINKS = (
    ("HEARING_OFFENCE", "hearing_offences", "HEARING_ID", "hearing_id"),
    ("PROGRAMME_OFFENCE", "programme_offences", "PROGRAMME_ID", "programme_id"),
    (
        "VICTIM_CONTACT_OFFENCE",
        "victim_offences",
        "VICTIM_CONTACT_ID",
        "victim_intervention_id",
    ),
)


class Writer:
    """Writes the tables of one full extract.

    Raises:
        ValueError: the case system has no name for the plan's service.
    """

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan = plan
        self._words = Words(plan.seed)
        self._delivery = Delivery(folder)
        self._append("ORGANISATION", _shape_organisation(plan))

    def write(self, world: World) -> None:
        """Append the rows of one chunk to every table."""
        self._append("PERSON", shape_persons(self._words, world.children))
        for file, table, shape, place in EXPORTS:
            rows = list_rows(world, table)
            frame = pd.DataFrame(shape(self._words, rows))
            frame.insert(place, "PERSON_ID", name_owners(world.children, rows))
            self._append(file, frame)
        for file, table, column, key in LINKS:
            rows = getattr(world, table)
            frame = pd.DataFrame({column: rows[key], "OFFENCE_ID": rows["offence_id"]})
            frame["PERSON_ID"] = name_owners(world.children, rows)
            self._append(file, frame)

    def finish(self) -> None:
        """Close the tables; they have no footer."""
        self._delivery.close()

    def _append(self, file: str, frame: pd.DataFrame) -> None:
        name = f"{file}_{self.plan.until:%Y%m%d}.csv"
        self._delivery.append(name, frame.columns, frame, WINDOWS)


def list_rows(world: World, table: str) -> pd.DataFrame:
    """Return the rows that the case system holds of a table."""
    rows = getattr(world, table)
    if table != "send":
        return rows
    children = world.children
    told = children.loc[~children["is_send_silent"].astype(bool), "child"]
    return rows[rows["child"].isin(told)]


def _shape_organisation(plan: Plan) -> pd.DataFrame:
    name = name_organisation(plan.service)
    return pd.DataFrame(
        {"ORG_ID": [ORG_ID], "ORG_NAME": [name], "YOT_OU_CODE": ["YOT-001"]}
    )
