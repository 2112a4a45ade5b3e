"""Conforming: a system's own tables, seen as the case record."""

from datetime import date

import duckdb
import pytest

from sources._shared.case_record import case_record
from sources._shared.mapping_files import Field
from warehouse.conforming import no_rows, selects

HEALTH = """
create schema oldsystem;
create table oldsystem.health as
select * from (values
    ('H1', 'P1', 'MH ', '2024-01-01', 'a', 1, timestamp '2024-06-02', date '2024-06-01'),
    ('H2', 'P1', 'SM', '2024-02-01', 'a', 2, timestamp '2024-06-02', date '2024-06-01'),
    ('H3', 'P2', 'MH', '2025-02-01', 'b', 1, timestamp '2025-06-02', date '2025-06-01')
) as rows(
    Ref, Person, Area, Seen, _file_sha256, _row_number, _landed_at, _extract_date
)
"""
MENTAL_HEALTH = case_record()["mental_health"]


def field(column: str, source: str = "", **more: object) -> Field:
    return Field(
        entity="mental_health",
        column=column,
        source_entity="health",
        source_column=source,
        when_column="Area",
        when_value="MH",
        **more,
    )


def conformed(*fields: Field) -> duckdb.DuckDBPyRelation:
    connection = duckdb.connect()
    connection.execute(HEALTH)
    parts = [no_rows(MENTAL_HEALTH), *selects("oldsystem", MENTAL_HEALTH, fields)]
    connection.execute("create view seen as " + " union all by name ".join(parts))
    return connection.table("seen")


def test_rows_are_renamed_split_by_a_value_and_keep_their_lineage():
    seen = conformed(
        field("mental_health_id", "Ref"),
        field("person_id", "Person"),
        field("intervention_type", constant="Tier 'one'"),
    )

    assert seen.select(
        "mental_health_id, person_id, intervention_type, offered_date, _supplier, "
        "_entity, _file_sha256, _row_number"
    ).order("all").fetchall() == [
        ("H1", "P1", "Tier 'one'", None, "oldsystem", "health", "a", 1),
        ("H3", "P2", "Tier 'one'", None, "oldsystem", "health", "b", 1),
    ]


def test_a_field_holds_only_for_the_extracts_of_its_dates():
    seen = conformed(
        field("mental_health_id", "Ref"),
        field("screened_date", "Seen", valid_to=date(2024, 12, 31)),
        field("referred_date", "Seen", valid_from=date(2025, 1, 1)),
    )

    assert seen.select("mental_health_id, screened_date, referred_date").order(
        "all"
    ).fetchall() == [("H1", "2024-01-01", None), ("H3", None, "2025-02-01")]


@pytest.mark.parametrize("entity", case_record().values(), ids=lambda each: each.name)
def test_an_entity_that_no_system_fills_is_empty_with_all_its_columns(entity):
    relation = duckdb.sql(no_rows(entity))

    assert set(entity.columns) < set(relation.columns)
    assert relation.fetchall() == []
