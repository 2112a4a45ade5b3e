"""The persons of the case system, those held twice or deleted included, belong here.

What is recorded about them does not.
"""

import numpy as np
import pandas as pd

from simulation.dice import Dice
from simulation.plan import Plan
from simulation.suppliers._shape import format_dates
from simulation.suppliers.core_plus_texts import (
    MOMENT,
    Words,
    write_dates,
    write_flags,
)
from simulation.world import World

DELETED_FROM = 8_000_001  # person ids of records made in error and deleted softly
DELETED_SHARE = 0.01
ORG_ID = "1"


def shape_persons(words: Words, children: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of PERSON."""
    rows = list_records(words.dice, children)
    sexes = words.name_codes("sex", rows["sex"], rows["child"])
    ethnicities = words.name_codes("ethnicity", rows["ethnicity_code"], rows["child"])
    return pd.DataFrame(
        {
            "PERSON_ID": rows["person_id"],
            "ORG_ID": ORG_ID,
            "ORIGINATING_YOT_PERSON_ID": rows["originating_id"],
            "SURNAME": rows["surname"],
            "FORENAME": rows["forename"],
            "DATE_OF_BIRTH": write_dates(rows["birth_date"]),
            "SEX": sexes,
            "GENDER": "",
            "ETHNICITY": ethnicities,
            "NHS_NUMBER": rows["nhs_number"],
            "UPN": rows["upn"],
            "PNC_NUMBER": rows["pnc_number"],
            "POSTCODE": rows["postcode"],
            "ALLOCATED_WORKER": rows["case_worker_id"],
            "LAST_UPDATED": format_dates(find_updates(words.dice, rows), MOMENT),
            "IS_DELETED": write_flags(rows["is_deleted"].astype(float)),
        }
    )


def list_records(dice: Dice, children: pd.DataFrame) -> pd.DataFrame:
    """Return the records of persons: every child, some twice, some with a deleted one.

    A deleted record has no other rows; its child's own record stands.

    Returns:
        The columns of `children`, with the record's own person_id, and is_deleted.
    """
    first = children.assign(is_deleted=False)
    twice = children[children["second_person_id"] != ""]
    twice = twice.assign(person_id=twice["second_person_id"], is_deleted=False)
    deleted = children[find_deleted(dice, children)]
    deleted = deleted.assign(person_id=number_deleted(deleted), is_deleted=True)
    return pd.concat([first, twice, deleted], ignore_index=True)


def find_deleted(dice: Dice, children: pd.DataFrame) -> pd.Series:
    """Return whether a second record of the child was made in error and deleted."""
    child = children["child"].to_numpy()
    return pd.Series(dice.chance(child, "deleted", DELETED_SHARE), children.index)


def number_deleted(children: pd.DataFrame) -> pd.Series:
    """Return the person ids of deleted records."""
    return (children["child"] + DELETED_FROM).astype("str")


def list_persons(world: World, plan: Plan) -> pd.DataFrame:  # noqa: ARG001
    """Return supplier_person_id (PERSON_ID) and child, second records included."""
    children = world.children
    records = pd.concat(
        [
            children[["person_id", "child"]],
            children[["second_person_id", "child"]].rename(
                columns={"second_person_id": "person_id"}
            ),
        ]
    )
    records = records[records["person_id"] != ""].sort_values("child", kind="stable")
    return records.rename(columns={"person_id": "supplier_person_id"})


def name_owners(children: pd.DataFrame, rows: pd.DataFrame) -> np.ndarray:
    """Return PERSON_ID of the record that holds each row."""
    ids = children.set_index("child")[["person_id", "second_person_id"]]
    held = ids.loc[rows["child"]]
    second = rows["record"].to_numpy() == 1
    return np.where(second, held["second_person_id"], held["person_id"])


def find_updates(dice: Dice, rows: pd.DataFrame) -> pd.Series:
    """Return the moment in working hours at which each record was last changed."""
    minutes = dice.whole(rows["child"].to_numpy(), "updated", 8 * 60, 18 * 60)
    return rows["changed_on"] + pd.to_timedelta(minutes, unit="m")
