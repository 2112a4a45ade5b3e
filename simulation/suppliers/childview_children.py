"""ChildView's records of children: one in each team that knows the child.

What is recorded about them is in `childview_reports`.
"""

from dataclasses import replace

import pandas as pd

from simulation.dice import Dice
from simulation.plan import Plan
from simulation.suppliers import core_plus_persons
from simulation.suppliers._shape import format_dates
from simulation.suppliers.childview_texts import (
    MOMENT,
    number_children,
    write_days,
    write_flags,
)
from simulation.suppliers.core_plus_texts import Words
from simulation.world import World

TWO_TEAMS = 0.1  # of the children with a usable number of their first service
OTHER_TEAM_FROM = 20_000_001  # person ids of the records that a second team made
# what the second team records of a child
OF_OTHER_TEAM = ("assessments", "mental_health", "substance_misuse")


def add_team_records(plan: Plan, world: World) -> World:
    """Return the world with a second record of the children known to two teams.

    Nobody is, in a service that moves into ChildView: children are brought over once.
    """
    if plan.cutover and plan.cutover.new == "childview":
        return world
    children = world.children
    usable = children["originating_id"].str.startswith("O-")
    drawn = Dice(plan.seed).chance(children["child"].to_numpy(), "two teams", TWO_TEAMS)
    added = usable & (children["second_person_id"] == "") & drawn
    second = (children["child"] + OTHER_TEAM_FROM).astype("str")
    tables = {
        name: _move(getattr(world, name), children.loc[added, "child"])
        for name in OF_OTHER_TEAM
    }
    ids = children["second_person_id"].mask(added, second)
    return replace(world, children=children.assign(second_person_id=ids), **tables)


def _move(rows: pd.DataFrame, children: pd.Series) -> pd.DataFrame:
    return rows.assign(record=rows["record"].mask(rows["child"].isin(children), 1))


def list_persons(world: World, plan: Plan) -> pd.DataFrame:
    """Return supplier_person_id (ChildNo) and child, records of all teams included."""
    persons = core_plus_persons.list_persons(add_team_records(plan, world), plan)
    names = number_children(persons["supplier_person_id"])
    return persons.assign(supplier_person_id=names)


def shape_children(words: Words, rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Return the columns of the report of children; rows are records of persons."""
    ids, ethnicities = rows["child"], rows["ethnicity_code"]
    is_second = (rows["person_id"] == rows["second_person_id"]) & ~rows["is_deleted"]
    previous = rows["previous_id"].where(~is_second, rows["second_previous_id"])
    return {
        "ChildNo": number_children(rows["person_id"]),
        "TeamNo": is_second.map({True: "2", False: "1"}),
        "FormerSystemNo": previous.where(~rows["is_deleted"], ""),
        "FirstServiceNo": rows["originating_id"],
        "FamilyName": rows["surname"],
        "GivenName": rows["forename"],
        "BirthDate": write_days(rows["birth_date"]),
        "Sex": words.name_codes("sex", rows["sex"], ids),
        "Gender": pd.Series("", rows.index, dtype="str"),
        "Ethnicity": words.name_codes("ethnicity", ethnicities, ids),
        "NhsNumber": rows["nhs_number"],
        "Upn": rows["upn"],
        "PncNumber": rows["pnc_number"],
        "Postcode": rows["postcode"],
        "CaseManager": rows["case_worker_id"],
        "AmendedAt": format_dates(
            core_plus_persons.find_updates(words.dice, rows), MOMENT
        ),
        "Voided": write_flags(rows["is_deleted"]),
    }
