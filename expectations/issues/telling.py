"""Tell issues to people: their state, age and owner, what is wrong and how to mend it.

Putting rule, waiver and case worker beside an issue belongs here, and choosing which
issues somebody wants to see. Keeping issues belongs to ``ledger``.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any

import duckdb

from expectations.issues.ledger import Issue
from expectations.library import all_rules
from expectations.rules import Owner
from expectations.waivers import Waiver

NOBODY = "nobody"
Told = dict[str, Any]


@dataclass(frozen=True)
class Wanted:
    """Which issues are asked for; what is not said does not matter.

    ``worker`` is a case worker, who sees children of their own and no other, or
    ``nobody`` for children that no case worker holds. ``scope`` is a part of the name
    of a return, such as ``yjb_kpi 2024Q1``.
    """

    state: str | None = None
    rule: str | None = None
    owner: str | None = None
    worker: str | None = None
    scope: str | None = None

    def has(self, told: Told) -> bool:
        """Return whether an issue is one of those asked for."""
        is_open = told["state"] != "resolved"
        return (
            (is_open if self.state is None else told["state"] == self.state)
            and self.rule in (None, told["rule"])
            and self.owner in (None, told["owner"])
            and self.worker in (None, told["case_worker"])
            and (self.scope or "") in told["scope"]
        )


def tell(
    issues: Iterable[Issue],
    waivers: Sequence[Waiver],
    workers: Mapping[str, str],
    today: date | None = None,
) -> list[Told]:
    """Return issues with all that a person needs to mend them, oldest first.

    Args:
        issues: Of the ledger.
        waivers: All that were given; those that hold count.
        workers: The case worker of each child.
        today: The day on which ages and waivers are judged.
    """
    day = today or datetime.now(UTC).date()
    find = _finder([waiver for waiver in waivers if waiver.holds(day)])
    return [_tell(issue, find(issue), workers, day) for issue in issues]


def _tell(
    issue: Issue, waiver: Waiver | None, workers: Mapping[str, str], day: date
) -> Told:
    rule = all_rules().get(issue.rule)
    first = datetime.fromisoformat(issue.first_seen_at).date()
    last = issue.resolved_at and datetime.fromisoformat(issue.resolved_at).date()
    told = asdict(issue)
    told.pop("issue_key")
    return told | {
        "state": _state(issue, waiver),
        "age_days": ((last or day) - first).days,
        "case_worker": _worker(issue, workers),
        "waiver": waiver.waiver_id if waiver else None,
        "severity": rule.severity.value if rule else None,
        "message": rule.message if rule else "a rule that is no more",
        "remedy": rule.remedy if rule else "",
        "clause": rule.clause if rule else "",
    }


def _state(issue: Issue, waiver: Waiver | None) -> str:
    if issue.resolved_at:
        return "resolved"
    if waiver:
        return "waived"
    return "new" if issue.is_new else "persisting"


def _worker(issue: Issue, workers: Mapping[str, str]) -> str | None:
    if issue.owner != Owner.CASE_WORKER or issue.child_id is None:
        return None
    return workers.get(issue.child_id, NOBODY)


def _finder(waivers: Sequence[Waiver]) -> Callable[[Issue], Waiver | None]:
    """Return what finds the waiver of an issue: its own, or that of its rule."""
    single = {waiver.issue_id: waiver for waiver in waivers if waiver.issue_id}
    whole = {waiver.rule: waiver for waiver in waivers if not waiver.issue_id}

    def find(issue: Issue) -> Waiver | None:
        if found := single.get(issue.issue_id):
            return found
        rule = whole.get(issue.rule)
        is_same = rule and {rule.period, f"returns.{rule.return_name}"} <= set(
            issue.scope.split()
        )
        return rule if is_same else None

    return find


def read_workers(connection: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Return the case worker of each child of an open identified zone.

    Empty for a release of before case workers were known.
    """
    there = connection.execute(
        "select 1 from information_schema.columns where table_name = 'child_details'"
        " and column_name = 'case_worker_id'"
    ).fetchone()
    if there is None:
        return {}
    rows = connection.execute(
        "select child_id, case_worker_id from child_details"
        " where case_worker_id is not null"
    ).fetchall()
    return {str(child_id): str(worker) for child_id, worker in rows}
