"""The differences that a migration leaves: which rows suffer them, and what follows.

The list belongs here. How a row is spoilt is in `migration_edits`, where it then stands
in the extract in `migrated_rows`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from simulation.faults import migration_edits as edits
from simulation.plan import Cutover
from simulation.world import World

Choose = Callable[[pd.DataFrame, World], "pd.Series[bool]"]

IMPORTED_TEXT = "Imported code 77"  # in no system's code list
SOON = pd.Timedelta(days=10)
LONG_ENOUGH = pd.Timedelta(days=60)
LATELY = pd.DateOffset(years=2)  # who was worked with since is not left behind


@dataclass(frozen=True)
class Kind:
    """One way in which a record comes over otherwise.

    Attributes:
        name: the kind of difference.
        table: table of the world whose row suffers it.
        verdict: what a rehearsal must say: unexplained, or explained and by which rule.
        edit: how the row is spoilt.
        choose: which rows can be; all of them without it.
        leaves_no_row: the new system has no row of it: the old one's is named.
        text: stands in the file where the edit changed a cell.
        is_late: the row is of the time since the change, else of the time before.
        is_of_two: the child must have two records, else one.
    """

    name: str
    table: str
    verdict: str
    edit: edits.Edit
    choose: Choose | None = None
    leaves_no_row: bool = False
    text: str = ""
    is_late: bool = False
    is_of_two: bool = False

    @property
    def what_should_happen(self) -> str:
        """Return the verdict first, then what it is about."""
        return f"{self.verdict}; {WORDS[self.name]}"


UNEXPLAINED = "unexplained"
WORDS = {
    "merged_persons": "two records of one child came over as one",
    "keyed_into_the_old_system": "keyed after the change, and into the old system alone",
    "rounded_term": "a term of months came over in weeks",
    "date_for_none": "1900-01-01 came over where there was no date",
    "recollected_ethnicity": "the child was asked again since the change",
    "shortened_number": "a police number came over in its short form",
    "capital_letters": "a surname came over in capitals",
    "duplicated_record": "a record came over twice, under two numbers",
    "changed_type": "a record came over as one of another kind",
    "shifted_date": "a date came over as another",
    "lost_link": "a link between two records did not come over",
    "lost_record": "a record did not come over",
    "unknown_text": "a text came over that no code list knows",
    "split_person": "one record of a child came over as two",
    "lost_child": "a child whom the service works with did not come over",
}


def _explained(rule: str) -> str:
    return f"explained: {rule}"


def _is_filled(column: str) -> Choose:
    return lambda rows, _: rows[column].notna() & (rows[column] != "")


def _is_empty(column: str) -> Choose:
    return lambda rows, _: rows[column].isna()


def _is_long(rows: pd.DataFrame, _: World) -> "pd.Series[bool]":
    return rows["end_date"] - rows["start_date"] > LONG_ENOUGH


def _can_be_taken(rows: pd.DataFrame, _: World) -> "pd.Series[bool]":
    return rows["disposal_type_code"].isin(edits.TAKEN_FOR)


def _is_last_outcome(rows: pd.DataFrame, _: World) -> "pd.Series[bool]":
    return ~rows.duplicated("offence_id", keep="last")


def _is_last_link(rows: pd.DataFrame, _: World) -> "pd.Series[bool]":
    return ~rows.duplicated("hearing_id", keep="last") & rows["hearing_id"].duplicated()


def _is_in_months(rows: pd.DataFrame, _: World) -> "pd.Series[bool]":
    others = rows[["term_days", "term_weeks", "term_years"]].sum(axis=1)
    return rows["term_months"].isin(edits.WEEKS) & (others == 0)


def _worked_with_since(day: pd.Timestamp) -> Choose:
    def choose(rows: pd.DataFrame, world: World) -> "pd.Series[bool]":
        lately = world.programmes[world.programmes["start_date"] >= day]
        return rows["child"].isin(lately["child"])

    return choose


def _is_voluntary(rows: pd.DataFrame, world: World) -> "pd.Series[bool]":
    return ~rows["programme_id"].isin(world.programme_offences["programme_id"])


def list_kinds(cutover: Cutover, until: date) -> list[Kind]:
    """Return all kinds of difference, those with the fewest rows to choose from first.

    Args:
        cutover: the change of case system.
        until: the last simulated day.
    """
    day = pd.Timestamp(cutover.day)
    asked_on = min(day + SOON, pd.Timestamp(until))
    return [
        *_list_scarce(day - LATELY),
        *_list_explained(asked_on),
        *_list_unexplained(),
    ]


def _list_scarce(lately: pd.Timestamp) -> list[Kind]:
    """Return the kinds that few children can suffer."""
    return [
        Kind("merged_persons", "children", _explained("MERGED-PERSON"),
             edits.merge_persons, leaves_no_row=True, is_of_two=True),
        Kind("keyed_into_the_old_system", "assessments", _explained("KEYED-LATE"),
             edits.lose, leaves_no_row=True, is_late=True),
        Kind("lost_child", "children", UNEXPLAINED,
             edits.lose_child, _worked_with_since(lately), leaves_no_row=True),
        Kind("split_person", "children", UNEXPLAINED, edits.split_person,
             _worked_with_since(lately)),
    ]  # fmt: skip


def _list_explained(asked_on: pd.Timestamp) -> list[Kind]:
    return [
        Kind("rounded_term", "outcomes", _explained("TERM-ROUNDING"),
             edits.round_term, _is_in_months),
        Kind("date_for_none", "offences", _explained("EMPTY-DATE"),
             edits.write_no_date("arrest_date"), _is_empty("arrest_date")),
        Kind("recollected_ethnicity", "children", _explained("RECOLLECTED"),
             edits.ask_again(asked_on)),
        Kind("shortened_number", "children", _explained("NUMBER-FORMAT"),
             edits.shorten_pnc, _is_filled("pnc_number")),
        Kind("capital_letters", "children", _explained("SPELLING"),
             edits.shout_surname),
    ]  # fmt: skip


def _list_unexplained() -> list[Kind]:
    return [
        Kind("duplicated_record", "programmes", UNEXPLAINED,
             edits.repeat("programme_id"), _is_voluntary),
        Kind("changed_type", "programmes", UNEXPLAINED,
             edits.retype_programme, _can_be_taken),
        Kind("shifted_date", "programmes", UNEXPLAINED,
             edits.shift("end_date", -14), _is_long),
        Kind("lost_link", "hearing_offences", UNEXPLAINED,
             edits.lose, _is_last_link, leaves_no_row=True),
        Kind("shifted_date", "hearings", UNEXPLAINED, edits.shift("hearing_date", 1)),
        Kind("lost_record", "outcomes", UNEXPLAINED,
             edits.lose, _is_last_outcome, leaves_no_row=True),
        Kind("changed_type", "ete", UNEXPLAINED,
             edits.swap("provision_type_code", "COLLEGE", "NONE")),
        Kind("unknown_text", "residences", UNEXPLAINED,
             edits.swap("accommodation_type_code", "HOSPITAL", "TRAVELLER_SITE"),
             text=IMPORTED_TEXT),
        Kind("lost_record", "residences", UNEXPLAINED, edits.lose, leaves_no_row=True),
        Kind("duplicated_record", "assessments", UNEXPLAINED,
             edits.repeat("assessment_id")),
    ]  # fmt: skip
