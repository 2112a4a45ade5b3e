"""Write the service's own tables: board, victims, staff, money, stated figures.

Rows and files, as somebody keeps them in spreadsheets, belong here. What is true is
decided by the world and the makers of the board and the staff.
"""

from collections import Counter
from datetime import date
from pathlib import Path

import pandas as pd

from simulation.board import make_meetings
from simulation.dice import Dice
from simulation.measures.answers import FORMS, round_half_up
from simulation.measures.quarters import (
    bound_quarter,
    list_year_quarters,
    name_quarter,
    start_year,
)
from simulation.measures.rates import find_first_entries
from simulation.plan import Plan
from simulation.reference import find_population
from simulation.staff import list_years, make_budget, make_staff
from simulation.suppliers._files import Delivery
from simulation.world import World

_COLUMNS = {
    "board_meetings": (
        "meeting_date sector attendee_level new_partner shares_disproportionality_data"
    ),
    "victims": "victim_id master_victim_id",
    "staffing": "year role contract_type full_time_equivalent sex ethnicity headcount",
    "budget": "year partner kind amount_gbp",
    "stated_figures": "service measure quarter source numerator denominator value",
}
COLUMNS = {table: tuple(columns.split()) for table, columns in _COLUMNS.items()}
ON_POLICE_COMPUTER = 0.93  # of first entries; the others were never keyed in
TOTAL = "total"


class Writer:
    """Writes the office's tables: each quarter's meetings, each year's plan tables."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan = plan
        self._delivery = Delivery(folder)
        self._entries: Counter[str] = Counter()

    def write(self, world: World) -> None:
        """Append the joined victims of one chunk; count its entrants."""
        self._append("victims", list_joined_victims(world.victims), self.plan.until)
        self._count_entries(world)

    def finish(self) -> None:
        """Write what does not hang on children, and close the files."""
        meetings = make_meetings(self.plan)
        quarters = meetings["meeting_date"].map(name_quarter)
        for quarter, rows in meetings.groupby(quarters, sort=True):
            day = min(bound_quarter(str(quarter))[1], self.plan.until)
            self._append("board_meetings", rows, day)
        for year in list_years(self.plan):
            due = date(year, 6, 30)
            self._append("staffing", shape_staff(self.plan, year), due)
            self._append("budget", shape_budget(self.plan, year), due)
        self._append("stated_figures", self._shape_figures(), self.plan.until)
        self._delivery.close()

    def _append(self, table: str, rows: pd.DataFrame, day: date) -> None:
        name = f"{table}_{day:%Y%m%d}.csv"
        self._delivery.append(name, COLUMNS[table], rows)

    def _count_entries(self, world: World) -> None:
        """Count the first entries that the Police National Computer holds."""
        entries = find_first_entries(world)
        dice = Dice(self.plan.seed)
        keyed = dice.chance(
            entries["offence_id"].to_numpy(), "on police computer", ON_POLICE_COMPUTER
        )
        held = entries.loc[keyed, "outcome_date"]
        for quarter in list_year_quarters(self.plan):
            first = pd.Timestamp(start_year(quarter))
            last = pd.Timestamp(bound_quarter(quarter)[1])
            self._entries[quarter] += int(held.between(first, last).sum())

    def _shape_figures(self) -> pd.DataFrame:
        """Return first time entrants as the Youth Data Summary states them."""
        service, rows = self.plan.service, []
        for quarter, entries in sorted(self._entries.items()):
            population = find_population(service, int(quarter[:4]) - 1)
            value = round_half_up(entries, population, *FORMS["fte"])
            figure = (service, "fte", quarter, "PNC_YDS", entries, population, value)
            rows.append(figure)
        return pd.DataFrame(rows, columns=list(COLUMNS["stated_figures"]))


def list_joined_victims(victims: pd.DataFrame) -> pd.DataFrame:
    """Return the ids of victims whom the case system holds more than once.

    Returns:
        Grain: one row per id: victim_id, master_victim_id (the lowest id, '' itself).
    """
    ids = victims[["victim_id", "true_victim_id"]].drop_duplicates()
    ids = ids.sort_values(["true_victim_id", "victim_id"], kind="stable")
    whole = ids.groupby("true_victim_id")["victim_id"]
    ids = ids.assign(lowest=whole.transform("min"), number=whole.transform("size"))
    ids = ids[ids["number"] > 1]
    master = ids["lowest"].astype(str).mask(ids["victim_id"] == ids["lowest"], "")
    return pd.DataFrame({"victim_id": ids["victim_id"], "master_victim_id": master})


def shape_staff(plan: Plan, year: int) -> pd.DataFrame:
    """Return the rows of staffing.csv of a year, its stated totals last."""
    keys = ["role", "contract_type", "sex", "ethnicity"]
    staff = make_staff(plan, year)
    rows = staff.groupby(keys, as_index=False, sort=True).sum()
    roles = staff.groupby("role", as_index=False, sort=True)[
        ["full_time_equivalent", "headcount"]
    ].sum()
    totals = pd.concat([roles, _add_up(staff)], ignore_index=True)
    totals = totals.assign(contract_type=TOTAL, sex="", ethnicity="")
    written = pd.concat([rows, totals], ignore_index=True)
    tenths = written["full_time_equivalent"]
    fte = (tenths // 10).astype(str) + "." + (tenths % 10).astype(str)
    return written.assign(
        year=f"{year}/{(year + 1) % 100:02d}", full_time_equivalent=fte
    )


def _add_up(staff: pd.DataFrame) -> pd.DataFrame:
    sums = staff[["full_time_equivalent", "headcount"]].sum()
    return pd.DataFrame([{"role": TOTAL, **sums}])


def shape_budget(plan: Plan, year: int) -> pd.DataFrame:
    """Return the rows of budget.csv of a year, its stated totals last."""
    rows = make_budget(plan, year)
    partners = rows.groupby("partner", as_index=False, sort=True)["amount_gbp"].sum()
    whole = pd.DataFrame([{"partner": TOTAL, "amount_gbp": rows["amount_gbp"].sum()}])
    totals = pd.concat([partners, whole], ignore_index=True).assign(kind=TOTAL)
    return pd.concat([rows, totals], ignore_index=True).assign(year=year)
