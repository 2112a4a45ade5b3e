"""Say what changed between two frozen versions of a return.

Figures that moved, the children who moved them and the suppliers' rows that changed
belong here. Printing belongs to ``yjdw``.
"""

import json
from typing import Any

import duckdb

from returns.submissions.key import SubmissionKey
from returns.submissions.sealing import MEMBERS, RECORDS
from warehouse.layout import Layout
from warehouse.refusal import WrongUse

Figure = dict[str, Any]
MOVED_MEMBERS = """
with old as (select * from read_parquet($old)), new as (select * from read_parquet($new))
select
    coalesce(old.measure, new.measure) as measure,
    coalesce(old.breakdown, new.breakdown) as breakdown,
    coalesce(old.unit_id, new.unit_id) as unit_id,
    coalesce(new.child_id, old.child_id) as child_id,
    old.in_numerator as was_in_numerator,
    new.in_numerator as is_in_numerator,
    old.in_denominator as was_in_denominator,
    new.in_denominator as is_in_denominator
from old
full join new using (measure, breakdown, unit_id, unit_part)
where
    old.in_numerator is distinct from new.in_numerator
    or old.in_denominator is distinct from new.in_denominator
order by all
"""
# a row of a supplier is the same when it says the same, in whichever file it stands
CHANGED_RECORDS = """
with
old as (select {said} from read_parquet($old)),
new as (select {said} from read_parquet($new)),
changed as (
    select 'before' as side, * from (from old except from new)
    union all
    select 'now' as side, * from (from new except from old)
)
select * from changed order by all
""".format(said="topic, point, unit_id, fact, verdict, supplier, entity")


def compare(
    layout: Layout, old: SubmissionKey, new: SubmissionKey
) -> dict[str, list[Figure]]:
    """Return figures, members and records that differ, one entry each.

    Raises:
        WrongUse: One of them is not frozen, or has no figures.
    """
    folders = old.frozen(layout), new.frozen(layout)
    for key, folder in zip((old, new), folders, strict=True):
        if not (folder / MEMBERS).is_file():
            raise WrongUse(f"{key} has no frozen figures; freeze a KPI return first")
    before, now = (_read_figures(folder / "measures.json") for folder in folders)
    return {
        "figures": [
            {"measure": measure, "breakdown": json.loads(breakdown), **moved}
            for (measure, breakdown) in sorted({*before, *now})
            if (moved := _moved(before, now, (measure, breakdown)))
        ],
        "members": _ask(MOVED_MEMBERS, *(folder / MEMBERS for folder in folders)),
        "records": _ask(CHANGED_RECORDS, *(folder / RECORDS for folder in folders)),
    }


def _read_figures(path: Any) -> dict[tuple[str, str], Figure]:
    told = json.loads(path.read_text(encoding="utf-8"))["measures"]
    return {
        (item["measure"], json.dumps(item["breakdown"], sort_keys=True)): item
        for item in told
    }


def _moved(
    before: dict[tuple[str, str], Figure],
    now: dict[tuple[str, str], Figure],
    key: tuple[str, str],
) -> Figure:
    """Return both values of what differs in one figure; nothing when none does."""
    old, new = before.get(key, {}), now.get(key, {})
    parts = ("numerator", "denominator", "value")
    if all(old.get(part) == new.get(part) for part in parts):
        return {}
    return {
        side: {part: told.get(part) for part in parts}
        for side, told in (("before", old), ("now", new))
    }


def _ask(sql: str, old: Any, new: Any) -> list[Figure]:
    with duckdb.connect(":memory:") as connection:
        found = connection.execute(sql, {"old": str(old), "new": str(new)})
        names = [column[0] for column in found.description or []]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
