"""Write the termly school census out of a council's education base.

Which pupils stand on which roll at which census, and into which file they go, belongs
here. The columns of a pupil are shaped in `school_census_rows`.
"""

from datetime import date, timedelta
from pathlib import Path

import pandas as pd

from simulation.chance import draw, draw_hex
from simulation.identifiers import make_upns
from simulation.plan import Plan, census_days
from simulation.suppliers import _shape, school_census_rows
from simulation.suppliers._files import Delivery
from simulation.suppliers.capita_one_shape import number_pupils
from simulation.suppliers.school_census_columns import COLUMNS
from simulation.world import OTHER_CHILDREN, World

RENEWING_AUTHORITY = (
    998  # gives the UPNs that replace a former one; no authority either
)
TERM_DAYS = 110  # before the first census there is no earlier one to count from
ROLLS = {"onroll": "pupilonroll", "offroll": "pupilnolongeronroll"}


class Writer:
    """Writes one export per census day: pupils, leavers, addresses, exclusions."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan = plan
        self._delivery = Delivery(folder)
        # only Capita One's base is shared with the case system
        self._is_shared = "capita_one" in plan.suppliers

    def write(self, world: World) -> None:
        """Append the pupils of one chunk to every census."""
        for label, before, day in list_censuses(self.plan):
            for roll in ROLLS:
                pupils = list_pupils(world, self.plan, roll, label)
                self._write_roll(world, pupils, roll, (label, before, day))

    def finish(self) -> None:
        """Close the exports; a census has no footer."""
        self._delivery.close()

    def _write_roll(
        self,
        world: World,
        pupils: pd.DataFrame,
        roll: str,
        census: tuple[str, date, date],
    ) -> None:
        label, before, day = census
        exclusions = world.exclusions.rename(columns={"start_date": "excluded_on"})
        is_recent = exclusions["excluded_on"].between(
            pd.Timestamp(before), pd.Timestamp(day), inclusive="right"
        )
        excluded = pupils.merge(exclusions[is_recent], on=["child", "school"])
        pupils["postcode"] = _shape.find_postcodes(pupils, world.moves, day)
        pupils["provision"] = find_provisions(pupils, world, day)
        shape = school_census_rows.Shape(self.plan.seed, label, day, roll)
        self._append(label, ROLLS[roll], self._number_pupils(pupils, shape))
        self._append(label, f"addresses{roll}", shape.addresses(pupils))
        self._append(label, f"termlyexclusions{roll}", shape.exclusions(excluded))
        self._append(label, f"termlysessiondetails{roll}", shape.sessions(pupils))

    def _number_pupils(
        self, pupils: pd.DataFrame, shape: school_census_rows.Shape
    ) -> pd.DataFrame:
        """Return the pupils' rows, under the case system's numbers if it shares them."""
        rows = shape.pupils(pupils)
        if self._is_shared:
            rows["studid"] = number_pupils(pupils["child"]) + ".0"
        return rows

    def _append(self, label: str, table: str, frame: pd.DataFrame) -> None:
        columns = list(COLUMNS[table])
        if "studid" in frame.columns:
            columns.append("studid")
        self._delivery.append(f"{label}_{table}.csv", columns, frame)


def list_censuses(plan: Plan) -> list[tuple[str, date, date]]:
    """Return (label, day of the census before, census day), oldest first."""
    days = census_days(plan.first_day, plan.until)
    first = days[0][1] - timedelta(days=TERM_DAYS) if days else plan.first_day
    befores = [first, *(day for _, day in days)]
    return [
        (label, before, day)
        for (label, day), before in zip(days, befores, strict=False)
    ]


def list_persons(world: World, plan: Plan) -> pd.DataFrame:
    """Return supplier_person_id and child of every pupil of every census.

    The id is the UPN; a pupil whose UPN changed has two. A pupil who has none yet is
    named by school and table id, which no other census repeats.
    """
    found = [
        list_pupils(world, plan, roll, label)
        for label, _, _ in list_censuses(plan)
        for roll in ROLLS
    ]
    pupils = pd.concat(found, ignore_index=True)
    unnamed = pupils["school"] + "|" + pupils["table_id"]
    ids = pupils["upn"].mask(pupils["upn"] == "", unnamed)
    persons = pd.DataFrame({"supplier_person_id": ids, "child": pupils["child"]})
    return persons.drop_duplicates(ignore_index=True)


def list_pupils(world: World, plan: Plan, roll: str, label: str) -> pd.DataFrame:
    """Return the pupils of one roll of one census, with their UPNs of that day."""
    order = [name for name, _, _ in list_censuses(plan)].index(label)
    _, before, day = list_censuses(plan)[order]
    schools = world.schools
    if roll == "onroll":
        places = _shape.in_force(schools, day)
    else:
        ends = schools["end_date"]
        has_left = (ends >= pd.Timestamp(before)) & (ends < pd.Timestamp(day))
        places = schools[has_left]
    pupils = places.merge(world.everybody(), on="child")
    pupils = pupils.drop_duplicates(["child", "school"], ignore_index=True)
    # one pupil at two schools at once needs two table ids
    numbers = pupils["child"] * 1000 + pupils["school"].str[3:].astype("int64") % 1000
    ids = pd.Series(draw_hex(numbers, plan.seed, f"{label} table id"), dtype="str")
    pupils["table_id"] = ids.str[:8] + "-" + ids.str[8:11]
    pupils["is_silent"] = pupils["child"].isin(_shape.silent_children(world))
    pupils["is_new"] = pupils["start_date"] > pd.Timestamp(before)
    return _issue_upns(pupils, plan.seed, order)


def find_provisions(pupils: pd.DataFrame, world: World, day: date) -> pd.Series:
    """Return what the census shows on its day: E, K or N (none known is N)."""
    records = _shape.in_force(world.send, day).sort_values("start_date", kind="stable")
    latest = records.drop_duplicates("child", keep="last")
    return pupils["child"].map(latest.set_index("child")["provision"]).fillna("N")


def _issue_upns(pupils: pd.DataFrame, seed: int, order: int) -> pd.DataFrame:
    """Add the UPNs that schools use; may_blur where it is also the case system's.

    Schools know a UPN where the case system does not; a few pupils get a new one from
    some census on, and a few have none at their first. None of this befalls a child of
    whom education alone knows SEND: the UPN is what links them.
    """
    children, known = pupils["child"], pupils["upn"]
    chance = draw(children, seed, "school census new upn")
    is_changed = (children < OTHER_CHILDREN) & ~pupils["is_silent"]
    is_renewed = is_changed & (known != "") & (chance < 3 / 100)
    is_renewed &= order > chance * 1000  # from one of the first thirty censuses on
    is_nameless = is_changed & pupils["is_new"] & (chance > 99 / 100)
    schools_own = make_upns(children % OTHER_CHILDREN, RENEWING_AUTHORITY)
    own = pd.Series(schools_own, pupils.index, dtype="str")
    upns = known.mask(is_renewed | (is_changed & (known == "")), own)
    pupils["former_upn"] = known.where(is_renewed & ~is_nameless, "")
    pupils["upn"] = upns.mask(is_nameless, "")
    pupils["may_blur"] = ~pupils["is_silent"] & (pupils["upn"] == known) & (known != "")
    return pupils
