"""Write ChildView's reports: one full set on the last day.

Which reports there are belongs here. What stands in them is in `childview_children`,
`_reports` and `_wide`, words and numbers in `childview_texts`.
"""

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from simulation.plan import Plan
from simulation.suppliers import childview_reports as reports
from simulation.suppliers import childview_wide as wide
from simulation.suppliers import core_plus_persons
from simulation.suppliers._files import DeliveredFile, Dialect
from simulation.suppliers.childview_children import (
    add_team_records,
    list_persons,
    shape_children,
)
from simulation.suppliers.childview_texts import (
    find_words,
    list_teams,
    number_children,
)
from simulation.suppliers.core_plus import list_rows
from simulation.suppliers.core_plus_texts import Words
from simulation.world import World

__all__ = ["Writer", "list_persons"]

Shape = Callable[[Words, pd.DataFrame], dict[str, pd.Series]]

# report, table of the world, shape
NARROW: tuple[tuple[str, str, Shape], ...] = (
    ("Circumstances", "residences", reports.shape_homes),
    ("Circumstances", "ete", reports.shape_education),
    ("Circumstances", "send", reports.shape_send),
    ("Circumstances", "care", reports.shape_care),
    ("Health_Episodes", "mental_health", reports.shape_mental_health),
    ("Health_Episodes", "substance_misuse", reports.shape_substance_misuse),
    ("Transfers", "transfers", reports.shape_transfers),
    ("Assessments", "assessments", reports.shape_assessments),
)
# the reports that several tables share have the columns of all of them
SHARED = {
    "Circumstances": "EntryNo ChildNo Area FromDate ToDate MainHome Home HomeSuitable "
    "HomePostcode Provision ProvisionSuitable HoursOffered HoursTaken HasNeed HasPlan "
    "CareStatus",
    "Health_Episodes": "EpisodeNo ChildNo Area Screened Referred Offered Started "
    "Finished MentalHealthStep SubstanceStep",
}
# report, table of the world, shape, links, key of the table, kind and column of a number
LINKED: tuple[tuple[str, str, Shape, str, str, str, str], ...] = (
    (
        "Court_Lists",
        "hearings",
        wide.shape_hearings,
        "hearing_offences",
        "hearing_id",
        "hearing",
        "HearingNo",
    ),
    (
        "Intervention_Plans",
        "programmes",
        wide.shape_plans,
        "programme_offences",
        "programme_id",
        "plan",
        "PlanNo",
    ),
    (
        "Victim_Work",
        "victims",
        wide.shape_victims,
        "victim_offences",
        "victim_intervention_id",
        "victim_work",
        "VictimWorkNo",
    ),
)


class Writer:
    """Writes the reports of one full set.

    Raises:
        ValueError: the case system has no name for the plan's service.
    """

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan = plan
        self.folder = folder
        self._words = Words(plan.seed, find_words)
        self._files: dict[str, DeliveredFile] = {}
        self._append("Teams", list_teams(plan.service))

    def write(self, world: World) -> None:
        """Append the rows of one chunk to every report."""
        world = add_team_records(self.plan, world)
        records = core_plus_persons.list_records(self._words.dice, world.children)
        self._append("Children", pd.DataFrame(shape_children(self._words, records)))
        offences = self._shape(world, "offences", wide.shape_offences)
        disposals = pd.DataFrame(wide.shape_disposals(self._words, world.outcomes))
        self._append(
            "Offences_and_Disposals", wide.widen(offences, disposals, "OffenceNo")
        )
        for report, table, shape, links, key, kind, column in LINKED:
            linked = getattr(world, links)
            beside = wide.link_offences(kind, linked[key], linked["offence_id"])
            beside = beside.rename(columns={"number": column})
            rows = self._shape(world, table, shape)
            self._append(report, wide.widen(rows, beside, column))
        for report, table, shape in NARROW:
            self._append(report, self._shape(world, table, shape))

    def finish(self) -> None:
        """Close the reports; they have no footer."""
        for file in self._files.values():
            file.close()

    def _shape(self, world: World, table: str, shape: Shape) -> pd.DataFrame:
        """Return the rows of a table with the number of the child's record."""
        rows = list_rows(world, table)
        frame = pd.DataFrame(shape(self._words, rows))
        owners = core_plus_persons.name_owners(world.children, rows)
        children = number_children(pd.Series(owners, index=rows.index, dtype="str"))
        frame.insert(1, "ChildNo", children)
        return frame

    def _append(self, report: str, frame: pd.DataFrame) -> None:
        """Append rows to a report; one without rows is not sent."""
        if frame.empty:
            return
        if report not in self._files:
            name = f"ChildView_{report}_{self.plan.until:%Y%m%d}.csv"
            title = Dialect(
                title=f"{report.replace('_', ' ')} as at {self.plan.until}\n"
            )
            columns = SHARED[report].split() if report in SHARED else frame.columns
            self._files[report] = DeliveredFile(self.folder / name, columns, title)
        self._files[report].append(frame)
