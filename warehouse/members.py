"""Read the members behind one figure, and the suppliers' rows behind each member.

Asking the tables of members and records belongs here. The figures themselves belong
to ``figures``, saying in words what the records decided to ``reasons``.
"""

import json
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

import duckdb

from warehouse.figures import Answer, Asked, breakdown_text, read_figures
from warehouse.refusal import WrongUse

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
order by all
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


@dataclass(frozen=True)
class Explained:
    """A figure as published, and everybody behind it."""

    figure: Answer
    members: list[Member]


def explain(
    connection: duckdb.DuckDBPyConnection,
    asked: Asked,
    measure: str,
    breakdown: dict[str, str],
) -> Explained:
    """Return a figure with its members, each with the records it came from.

    Raises:
        WrongUse: There is no such figure; the message lists what there is.
    """
    figure = _find_figure(connection, asked, measure, breakdown)
    wanted = figure["breakdown"]
    parameters: dict[str, Any] = {
        "rules": asked.rules,
        "service": asked.service,
        "measure": measure,
    }
    rows = connection.execute(
        MEMBERS_SQL,
        {
            **parameters,
            "quarter": asked.quarter,
            "breakdown": breakdown_text(wanted),
            "of_year": wanted.get("period") == "12m",
        },
    ).fetchall()
    found: dict[tuple[str, str], list[Record]] = {}
    quarters = sorted({row[5] for row in rows})
    point = wanted.get("point", "")
    for quarter, unit, *record in connection.execute(
        RECORDS_SQL, {**parameters, "quarters": quarters, "point": point}
    ).fetchall():
        found.setdefault((quarter, unit), []).append(Record(*record))
    members = [Member(*row[:5], found.get((row[5], row[6]), [])) for row in rows]
    return Explained(figure, members)


def _find_figure(
    connection: duckdb.DuckDBPyConnection,
    asked: Asked,
    measure: str,
    breakdown: dict[str, str],
) -> Answer:
    """Return a figure as published: what is typed as a breakdown is always text."""
    figures = read_figures(connection, asked, measure)
    if not figures:
        raise WrongUse(_no_measure(connection, asked, measure))
    for figure in figures:
        known = figure["breakdown"]
        if {key: str(value) for key, value in known.items()} == breakdown:
            return figure
    texts = [breakdown_text(figure["breakdown"]) for figure in figures]
    given = breakdown_text(breakdown)
    near = get_close_matches(given, texts, n=3, cutoff=0.4) or texts[:3]
    raise WrongUse(
        f"{measure} has no {given}; nearest: {' '.join(near)}"
        f" (of {len(texts)}: yjdw measures --measure {measure} lists them)"
    )


def _no_measure(
    connection: duckdb.DuckDBPyConnection, asked: Asked, measure: str
) -> str:
    rows = connection.execute(
        "select distinct measure from fct_measures where rule_version = ?"
        " and service = ? and quarter = ? order by all",
        asked.key,
    ).fetchall()
    names = [row[0] for row in rows]
    near = get_close_matches(measure, names, n=3, cutoff=0.5)
    nearest = f"; did you mean {' or '.join(near)}?" if near else ""
    return f"no measure {measure} in {asked.quarter}{nearest} There are: {', '.join(names)}"


def figures_of_child(
    connection: duckdb.DuckDBPyConnection, asked: Asked, child_id: str
) -> list[dict[str, Any]]:
    """Return each figure of the quarter that has a child, or one of its units, in it.

    Raises:
        WrongUse: No child of the release bears the id.
    """
    known = connection.execute(
        "select 1 from dim_children where child_id = ?", [child_id]
    ).fetchone()
    if known is None:
        raise WrongUse(
            f"no child {child_id} in this release; `yjdw explain --measure` lists"
            " child ids, child_identifiers those of a supplier's own id"
        )
    rows = connection.execute(
        "select measure, breakdown, unit_id, in_numerator, in_denominator"
        " from fct_measure_members where rule_version = ? and service = ?"
        " and quarter = ? and child_id = ? order by measure, breakdown <> '{}', all",
        [*asked.key, child_id],
    ).fetchall()
    names = ("measure", "breakdown", "unit_id", "in_numerator", "in_denominator")
    figures = [dict(zip(names, row, strict=True)) for row in rows]
    return [{**item, "breakdown": json.loads(item["breakdown"])} for item in figures]
