"""Find what people must be told: how things stand now, from the state of the home.

Which things are worth an alert belongs here. Whether one was told already belongs to
``memory``.
"""

import json
from collections.abc import Iterator
from datetime import date

from returns.deadlines import Deadline, list_watched
from returns.submissions.verifying import find_faults
from sources.registry import CONTRACTS
from warehouse.configuration import Configuration
from warehouse.freshness import Freshness, read_freshness
from warehouse.layout import Layout
from warehouse.refusal import WrongUse
from warehouse.state import connect
from yjdw.alerts.alert import Alert

DAYS_BEFORE = (1, 3, 7, 14)  # a deadline this near is told, each once
UNWELL = ("refused", "failed")
LAST_RUN = """
select run_id, outcome, detail from runs where outcome is not null
order by finished_at desc, run_id desc limit 1
"""
BROKEN_RULES = """
select code, units from check_results
where run_id = ? and not passed and severity = 'must_fix' order by suite, code
"""


def find_alerts(
    layout: Layout, configuration: Configuration, on: date | None = None
) -> list[Alert]:
    """Return everything that is not as it should be on a day, today by default."""
    day = on or date.today()
    return [
        *_of_last_run(layout),
        *_of_seals(layout),
        *_of_deadlines(layout, configuration, day),
        *_of_suppliers(layout, configuration, on),
    ]


def _of_last_run(layout: Layout) -> Iterator[Alert]:
    with connect(layout) as state:
        last = state.execute(LAST_RUN).fetchone()
        if last is None or last["outcome"] not in UNWELL:
            return
        broken = state.execute(BROKEN_RULES, [last["run_id"]]).fetchall()
    outcome, detail = last["outcome"], last["detail"]
    counted = [_count_units(row["code"], row["units"]) for row in broken]
    why = ", ".join(counted) or detail
    yield Alert(
        kind="run",
        about="the road",
        state=f"{outcome}: {detail}",
        what=f"a run {'was refused' if outcome == 'refused' else 'failed'}: {why}",
        where=f"run {last['run_id']} of this home; yjdw status",
        next_step="docs/runbooks/a-failed-run.md; then yjdw run",
    )


def _count_units(code: str, units: str) -> str:
    count = len(json.loads(units))
    return f"{code} ({count} records)" if count else code


def _of_seals(layout: Layout) -> Iterator[Alert]:
    try:
        faults = find_faults(layout)
    except WrongUse:  # what was frozen is no longer there to be looked for
        faults = {"a frozen submission": ["its written version is gone"]}
    for name, found in faults.items():
        if found:
            yield Alert(
                kind="seal",
                about=name,
                state="; ".join(found),
                what=f"a seal does not hold: {name}: {found[0]}",
                where="submissions/ of this home; yjdw submission verify",
                next_step="find who changed it; take the files back from a backup",
            )


def _of_deadlines(
    layout: Layout, configuration: Configuration, on: date
) -> Iterator[Alert]:
    for item in list_watched(layout, configuration, on):
        near = next((days for days in DAYS_BEFORE if item.days_left <= days), None)
        if near is not None:
            yield _near_or_missed(item, "passed" if item.is_missed else f"{near} days")


def _near_or_missed(item: Deadline, state: str) -> Alert:
    when = (
        f"was due on {item.due} and has not been sent"
        if item.is_missed
        else f"is due on {item.due}, in {item.days_left} days"
    )
    return Alert(
        kind="deadline",
        about=f"{item.name} {item.period}",
        state=state,
        what=f"the return {item.name} of {item.period} {when} ({item.state})",
        where=item.submission or "no version is written; yjdw calendar",
        next_step=item.next_step,
    )


def _of_suppliers(
    layout: Layout, configuration: Configuration, on: date | None
) -> Iterator[Alert]:
    for item in read_freshness(layout, configuration, on):
        if item.age_days is None or not item.is_stale or _is_retired(item):
            continue
        yield Alert(
            kind="stale",
            about=item.supplier,
            state=str(item.last_extract_date),
            what=f"{item.supplier} is stale: {item.age_days} days old,"
            f" limit {item.limit_days}",
            where=f"newest usable extract of {item.entity}: {item.last_extract_date}",
            next_step="docs/runbooks/a-stale-supplier.md",
        )


def _is_retired(item: Freshness) -> bool:
    """Return whether it is a case system that the service no longer works in."""
    return CONTRACTS[item.supplier].kind == "case_system" and not item.is_required
