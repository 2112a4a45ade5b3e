"""What there is to hold the yearly tables against, read from the release and the home.

Lines at fault, rows in quarantine and sums are gathered here; whether they stand
against writing the tables is decided by ``expectations/returns/youth_justice_plan.py``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

import duckdb

from returns.youth_justice_plan.tables import PlanAsked
from warehouse.file_names import name_files
from warehouse.layout import Layout

OFFICE = "service_office"
TABLES = {"staffing": "fct_staffing", "budget": "fct_budget"}

FILES = """
select distinct 'staffing' as entity, file_sha256 from fct_staffing
where starting_year = $year and service = $service
union
select distinct 'budget' as entity, file_sha256 from fct_budget
where starting_year = $year and service = $service
"""
# a line whose year cannot be read counts against the years that its file tells
FINDINGS = f"""
with files as ({FILES})
select
    finding_code,
    issue_key,
    unit_id,
    file_sha256,
    concat_ws(
        ' ',
        row_number::varchar || ',',
        column_name,
        -- what is particular to the line follows the words of the code
        nullif(substr(findings.message, length(codes.message) + 2), '')
    )
from fct_data_quality_findings as findings
inner join files using (entity, file_sha256)
inner join rules.finding_codes as codes using (finding_code)
where
    starts_with(finding_code, 'DQ-PLAN-')
    and coalesce(service, $service) = $service
    and (
        split_part(unit_id, '|', 1) = $year::varchar
        or not regexp_full_match(split_part(unit_id, '|', 1), '[0-9]{{4}}')
    )
order by all
"""  # noqa: S608 - text of ours
# by table: what the lines add up to, and in which unit
SUMS = {
    "staffing_by_contract": (
        "full_time_equivalent",
        "fct_staffing",
        "is_in_contract_table and not is_vacant",
    ),
    "staffing_by_sex_and_ethnicity": (
        "headcount",
        "fct_staffing",
        "is_in_people_table",
    ),
    "budget": ("amount_gbp", "fct_budget", "true"),
}
# measure of --explain-change: the table that tells it
WATCHED = {
    "staffing": ("staffing_by_contract", "full-time equivalents"),
    "budget": ("budget", "pounds"),
}


@dataclass(frozen=True)
class YearOnYear:
    """A total of the year and of the year before; null where there is none."""

    name: str
    unit: str
    now: Decimal | None
    before: Decimal | None

    @property
    def change_percent(self) -> Decimal | None:
        """Return by how many per cent the total changed; null without a base."""
        if not self.before or self.now is None:
            return None
        return abs(self.now - self.before) * 100 / self.before


def _parameters(asked: PlanAsked) -> dict[str, object]:
    return {"year": asked.year, "service": asked.service}


def list_findings(
    layout: Layout, connection: duckdb.DuckDBPyConnection, asked: PlanAsked
) -> list[dict[str, str | None]]:
    """Return the faults of the year's lines, each with the file and row to mend."""
    rows = connection.execute(FINDINGS, _parameters(asked)).fetchall()
    names = name_files(layout, OFFICE)
    return [
        {
            "record_id": f"{names.get(sha256, sha256[:12])} row {place}",
            "issue_key": key,
            "unit_id": unit,
            "finding_code": code,
        }
        for code, key, unit, sha256, place in rows
    ]


def list_quarantined(
    layout: Layout, connection: duckdb.DuckDBPyConnection, asked: PlanAsked
) -> list[str]:
    """Return file, row and column of the rows of the year's files that did not land."""
    names, found = name_files(layout, OFFICE), []
    for entity, sha256 in connection.execute(FILES, _parameters(asked)).fetchall():
        path = layout.quarantine(OFFICE, entity, sha256)
        if not path.exists():
            continue
        rows = duckdb.execute(
            "select _row_number, reason from read_parquet(?) where kind = 'row'"
            " order by all",
            [str(path)],
        ).fetchall()
        name = names.get(sha256, sha256[:12])
        found += [f"{name} row {row}: {reason}" for row, reason in rows]
    return found


def count_lines(
    connection: duckdb.DuckDBPyConnection, asked: PlanAsked
) -> list[dict[str, str]]:
    """Return how many lines each of the office's tables has for the year."""
    counts = []
    for name, table in TABLES.items():
        row = connection.execute(
            f"select count(*) from {table}"  # noqa: S608 - a name of ours
            " where starting_year = $year and service = $service",
            _parameters(asked),
        ).fetchone()
        lines = row[0] if row else 0
        counts.append({"record_id": f"{name}.csv", "lines": str(lines)})
    return counts


def add_lines(
    connection: duckdb.DuckDBPyConnection, asked: PlanAsked, table: str
) -> Decimal | None:
    """Return what the lines behind a table add up to; null when there is none."""
    column, relation, condition = SUMS[table]
    row = connection.execute(
        f"select sum({column}) from {relation}"  # noqa: S608 - names of ours
        f" where starting_year = $year and service = $service and {condition}",
        _parameters(asked),
    ).fetchone()
    return None if row is None or row[0] is None else Decimal(row[0])


def compare_years(
    connection: duckdb.DuckDBPyConnection, asked: PlanAsked
) -> list[YearOnYear]:
    """Return the totals that are watched, with those of the year before."""
    before = PlanAsked(asked.year - 1, asked.service)
    return [
        YearOnYear(
            name,
            unit,
            add_lines(connection, asked, table),
            add_lines(connection, before, table),
        )
        for name, (table, unit) in WATCHED.items()
    ]


def word_sums(sums: Mapping[str, tuple[Decimal, Decimal]]) -> list[str]:
    """Return each table whose total is not what its lines add up to.

    Args:
        sums: By table, its total and what the lines add up to.
    """
    return [
        f"{table}: {total} where the lines add up to {lines}"
        for table, (total, lines) in sums.items()
        if total != lines
    ]


def word_jumps(
    years: Iterable[YearOnYear], limit_percent: float, explained: Mapping[str, str]
) -> list[str]:
    """Return each total that jumped since the year before without an explanation."""
    return [
        f"{item.name}: {item.before} to {item.now} {item.unit}"
        for item in years
        if (item.change_percent or 0) > limit_percent and item.name not in explained
    ]
