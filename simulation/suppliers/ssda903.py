"""Write the yearly looked-after children return, as eight CSV files a set.

Which children and episodes belong to which year's set belongs here. The smaller tables
are shaped in `ssda903_tables`; when a child was in care is decided by the world.
"""

from datetime import date
from pathlib import Path

import pandas as pd

from simulation.chance import draw, draw_bits, pick
from simulation.plan import Plan
from simulation.suppliers import _shape, ssda903_tables
from simulation.suppliers._files import Delivery
from simulation.world import OTHER_CHILDREN, World

_COLUMNS = {
    "header": "CHILD SEX DOB ETHNIC UPN MOTHER MC_DOB",
    "episodes": (
        "CHILD DECOM RNE LS CIN PLACE PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE "
        "HOME_POST PL_POST URN"
    ),
    "missing": "CHILD DOB MISSING MIS_START MIS_END",
    "oc2": (
        "CHILD DOB SDQ_SCORE SDQ_REASON CONVICTED HEALTH_CHECK IMMUNISATIONS "
        "TEETH_CHECK HEALTH_ASSESSMENT SUBSTANCE_MISUSE INTERVENTION_RECEIVED "
        "INTERVENTION_OFFERED"
    ),
    "oc3": "CHILD DOB IN_TOUCH ACTIV ACCOM",
    "previous_permanence": "CHILD DOB PREV_PERM LA_PERM DATE_PERM",
    "reviews": "CHILD DOB REVIEW REVIEW_CODE",
    "uasc": "CHILD SEX DOB DUC",
}
COLUMNS = {table: tuple(columns.split()) for table, columns in _COLUMNS.items()}
DAY = ssda903_tables.DAY
YEAR_END = (3, 31)
ENDINGS = ("E4A", "E4A", "E4B", "E13", "E3", "E8")  # mostly: returned home
ADULT_ENDING = "E7"  # moved to independent living
OWN_PROVISION, PRIVATE_PROVISION, PARENT_PROVISION = "PR1", "PR4", "PR0"


class Writer:
    """Writes one set a year to 31 March, and one to the last day."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan = plan
        self._delivery = Delivery(folder)

    def write(self, world: World) -> None:
        """Append the children and episodes of one chunk to every set."""
        spells = world.lac_spells.merge(world.everybody(), on="child")
        spells = spells.sort_values(["child", "start_date"], ignore_index=True)
        spells["child_code"] = number_children(spells["child"])
        spells = describe_ends(spells, self.plan.seed)
        for first, last in list_sets(self.plan):
            is_open = spells["end_date"].isna()
            has_begun = spells["start_date"] <= pd.Timestamp(last)
            is_due = has_begun & (is_open | (spells["end_date"] >= pd.Timestamp(first)))
            self._write_set(world, spells[is_due], spells, (first, last))

    def finish(self) -> None:
        """Close the sets; a set has no footer."""
        self._delivery.close()

    def _write_set(
        self,
        world: World,
        due: pd.DataFrame,
        spells: pd.DataFrame,
        period: tuple[date, date],
    ) -> None:
        people = due.drop_duplicates("child")
        tables = ssda903_tables.Tables(self.plan.seed, *period)
        silent = _shape.silent_children(world)
        frames = {
            "header": shape_header(people, ~people["child"].isin(silent), self.plan),
            "episodes": shape_episodes(due, world, period[1], self.plan.seed),
            "reviews": tables.reviews(due),
            "missing": tables.missing(due),
            "oc2": tables.outcomes(due, world.outcomes),
            "oc3": tables.leavers(spells),
            "previous_permanence": tables.previous_permanence(due),
            "uasc": tables.asylum_seekers(due),
        }
        for table, frame in frames.items():
            name = f"{table}_{period[1]:%Y%m%d}.csv"
            self._delivery.append(name, COLUMNS[table], frame)


def list_sets(plan: Plan) -> list[tuple[date, date]]:
    """Return first and last day of the year of each set, oldest first."""
    years = range(plan.first_day.year, plan.until.year + 1)
    ends = [date(year, *YEAR_END) for year in years]
    lasts = [end for end in ends if plan.first_day <= end < plan.until] + [plan.until]
    return [(_start_year(last), last) for last in lasts]


def list_persons(world: World, plan: Plan) -> pd.DataFrame:  # noqa: ARG001
    """Return supplier_person_id (CHILD) and child of everyone ever looked after."""
    children = world.lac_spells["child"].drop_duplicates(ignore_index=True)
    ids = number_children(children)
    return pd.DataFrame({"supplier_person_id": ids, "child": children})


def number_children(children: pd.Series) -> pd.Series:
    """Return CHILD, the council's number; odd for children unknown to the service."""
    is_other = children >= OTHER_CHILDREN
    numbers = (children % OTHER_CHILDREN) * 2 + is_other.astype("int64") + 200_000
    return numbers.astype("str")


def describe_ends(spells: pd.DataFrame, seed: int) -> pd.DataFrame:
    """Add rne and rec: how each episode began and how it ended, if it has."""
    same = (spells["child"] == spells["child"].shift()) & (
        spells["spell"] == spells["spell"].shift()
    )
    is_new_status = spells["legal_status"] != spells["legal_status"].shift()
    is_new_place = spells["placement"] != spells["placement"].shift()
    began = pd.Series("P", index=spells.index).mask(is_new_status, "L")
    began = began.mask(is_new_status & is_new_place, "B").mask(~same, "S")
    is_followed = same.shift(-1, fill_value=False)
    adult = spells["birth_date"] + pd.DateOffset(years=18)
    last = pd.Series(pick(ENDINGS, spells["child"], seed, "903 end"), spells.index)
    last = last.mask(spells["end_date"] >= adult, ADULT_ENDING)
    ended = last.mask(is_followed, "X1").where(spells["end_date"].notna(), "")
    return spells.assign(rne=began, rec=ended)


def shape_header(people: pd.DataFrame, may_hide: pd.Series, plan: Plan) -> pd.DataFrame:
    """Return header.csv; UN4 hides a UPN not yet obtained, never a silent child's."""
    chance = draw(people["child"], plan.seed, "903 upn")
    reasons = pd.Series(
        pick(["UN1", "UN4", "UN5"], people["child"], plan.seed, "903 no upn"),
        index=people.index,
        dtype="str",
    )
    upns = people["upn"].mask(people["upn"] == "", reasons)
    ethnicity = _shape.code_ethnicity(people["ethnicity_code"], _shape.SCHOOLS)
    return pd.DataFrame(
        {
            "CHILD": people["child_code"],
            "SEX": people["sex"].where(people["sex"].isin(["1", "2"]), "1"),
            "DOB": _shape.format_dates(people["birth_date"], DAY),
            "ETHNIC": ethnicity,
            "UPN": upns.mask(may_hide & (chance < 1 / 25), "UN4"),
        }
    )


def shape_episodes(
    due: pd.DataFrame, world: World, last: date, seed: int
) -> pd.DataFrame:
    """Return episodes.csv as known on the set's last day: later ends are blank."""
    ended = due["end_date"].where(due["end_date"] <= pd.Timestamp(last))
    homes = _shape.find_postcodes(due, world.moves, last)
    is_with_parents = due["placement"].str.startswith("P")
    is_foster = due["placement"].str.startswith("U")
    provider = pd.Series(PRIVATE_PROVISION, index=due.index)
    provider = provider.mask(is_foster, OWN_PROVISION)
    is_moved = (due["rec"] == "X1") & ended.notna()
    numbers = draw_bits(due["child"] * 100 + due["spell"], seed, "903 urn") % 9_000_000
    urns = pd.Series(numbers + 1_000_000, index=due.index).astype("str")
    return pd.DataFrame(
        {
            "CHILD": due["child_code"],
            "DECOM": _shape.format_dates(due["start_date"], DAY),
            "RNE": due["rne"],
            "LS": due["legal_status"],
            "CIN": due["need"],
            "PLACE": due["placement"],
            "PLACE_PROVIDER": provider.mask(is_with_parents, PARENT_PROVISION),
            "DEC": _shape.format_dates(ended, DAY),
            "REC": due["rec"].where(ended.notna(), ""),
            "REASON_PLACE_CHANGE": pd.Series("", due.index).mask(is_moved, "CARPL"),
            "HOME_POST": homes,
            "PL_POST": homes.where(is_with_parents, ""),
            "URN": urns.where(~is_with_parents, ""),
        }
    )


def _start_year(last: date) -> date:
    is_late = (last.month, last.day) > YEAR_END
    return date(last.year - (not is_late), 4, 1)
