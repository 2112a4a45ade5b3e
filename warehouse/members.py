"""Read the members of one figure, and the suppliers' rows behind each member.

Asking the tables of members and records belongs here. Finding the figure belongs to
``explaining``, saying in words what the records decided to ``reasons``.
"""

from dataclasses import dataclass, field

import duckdb

from warehouse.figures import Answer, Asked, breakdown_text

# A member of several quarters is named quarter|unit: see the list of measures.
MEMBERS_SQL = """
select
    unit_id,
    child_id,
    unit_part,
    in_numerator,
    in_denominator,
    case when $of_year then split_part(unit_id, '|', 1) else quarter end,
    case when $of_year then substr(unit_id, strpos(unit_id, '|') + 1) else unit_id end
from fct_measure_members
where
    rule_version = $rules and service = $service and quarter = $quarter
    and measure = $measure and breakdown = $breakdown
order by unit_id, unit_part
"""
RECORDS_SQL = """
select
    records.quarter, records.unit_id, records.topic, records.point, records.fact,
    records.verdict, records.supplier, records.entity, records.file_sha256,
    records.row_number
from fct_measure_records as records
inner join rules.measure_topics as looked_at
    on records.topic = looked_at.topic
    and (
        looked_at.point is null
        or records.point = case
            when looked_at.point = 'breakdown' then $point else looked_at.point
        end
    )
where
    records.rule_version = $rules and records.service = $service
    and records.quarter in (select unnest($quarters))
    and looked_at.measure = $measure
order by
    looked_at.rowid, records.point, records.entity, records.file_sha256,
    records.row_number, records.fact
"""


@dataclass(frozen=True)
class Record:
    """One source row, and what it says about a member of a figure."""

    topic: str
    point: str
    fact: str | None
    verdict: str | None
    supplier: str
    entity: str
    file_sha256: str
    row_number: int

    @property
    def row(self) -> tuple[str, str, str, int]:
        """Return what names the source row."""
        return self.supplier, self.entity, self.file_sha256, self.row_number


@dataclass(frozen=True)
class Member:
    """One unit that a figure counts, or has in its base, with its records.

    ``unit_part`` tells apart the places in which a measure counts one unit twice.
    """

    unit_id: str
    child_id: str | None
    unit_part: str
    in_numerator: bool
    in_denominator: bool
    records: list[Record] = field(default_factory=list)


def read_members(
    connection: duckdb.DuckDBPyConnection, asked: Asked, figure: Answer
) -> list[Member]:
    """Return the members of a figure as published, each with its records."""
    breakdown = figure["breakdown"]
    asked_for = {"rules": asked.rules, "service": asked.service}
    asked_for["measure"] = figure["measure"]
    rows = connection.execute(
        MEMBERS_SQL,
        {
            **asked_for,
            "quarter": asked.quarter,
            "breakdown": breakdown_text(breakdown),
            "of_year": breakdown.get("period") == "12m",
        },
    ).fetchall()
    quarters = sorted({row[5] for row in rows})
    parameters = {"quarters": quarters, "point": breakdown.get("point", "headline")}
    found: dict[tuple[str, str], list[Record]] = {}
    for quarter, unit, *record in connection.execute(
        RECORDS_SQL, {**asked_for, **parameters}
    ).fetchall():
        found.setdefault((quarter, unit), []).append(Record(*record))
    return [
        Member(unit, child, part, counted, based, found.get((key_quarter, key), []))
        for unit, child, part, counted, based, key_quarter, key in rows
    ]
