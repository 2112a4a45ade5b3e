"""Conforming: a system's own tables, seen as the case record."""

from collections.abc import Sequence
from datetime import date

import duckdb
import pytest

from sources._shared.case_record import CaseEntity, case_record
from sources._shared.contract import Column, Contract, CsvFormat, Entity
from sources._shared.mapping_files import Code, Field, Mappings
from warehouse.conforming import CaseSystem, no_rows

HEALTH = """
create schema oldsystem;
create table oldsystem.health as
select * from (values
    ('H1', 'P1', 'mh ', '01-Jan-2024', ' 01-JAN-2024 08:30', ' j', 'a', 1,
     timestamp '2024-06-02', date '2024-06-01'),
    ('H2', 'P1', 'SM', '02-Feb-2024', null, 'J', 'a', 2,
     timestamp '2024-06-02', date '2024-06-01'),
    ('H3', 'P2', 'MH', '2025-02-01', 'noon', 'perhaps', 'b', 1,
     timestamp '2025-06-02', date '2025-06-01')
) as rows(
    Ref, Person, Area, Seen, Changed, Closed, _file_sha256, _row_number,
    _landed_at, _extract_date
)
"""
MENTAL_HEALTH = case_record()["mental_health"]


def field(
    column: str, source: str = "", entity: str = "mental_health", **more: object
) -> Field:
    return Field(
        entity=entity,
        column=column,
        source_entity="health",
        source_column=source,
        when_column="Area",
        when_value="MH",
        **more,
    )


FORM = CsvFormat(
    date_formats=["%d-%b-%Y"], timestamp_formats=["%d-%b-%Y %H:%M"], booleans=["J", "X"]
)
CONTRACT = Contract(
    supplier="oldsystem",
    name="Old System",
    version="1",
    kind="case_system",
    freshness_days=1,
    required_for_return=False,
    delivery="csv",
    format=FORM,
    entities=[
        Entity(
            name="health",
            file="HEALTH_*.csv",
            grain="one row",
            primary_key=["Ref"],
            mode="full",
            columns=[
                Column(name=name, type=kind, description="invented")
                for name, kind in {
                    "Ref": "text",
                    "Person": "text",
                    "Area": "text",
                    "Seen": "date",
                    "Changed": "timestamp",
                    "Closed": "boolean",
                }.items()
            ],
        )
    ],
)


def conformed(
    *fields: Field, entity: CaseEntity = MENTAL_HEALTH, codes: Sequence[Code] = ()
) -> duckdb.DuckDBPyRelation:
    connection = duckdb.connect()
    connection.execute(HEALTH)
    system = CaseSystem(CONTRACT, Mappings(fields=fields, codes=tuple(codes)))
    parts = [no_rows(entity), *system.selects(entity)]
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


def test_days_moments_and_flags_are_read_as_the_contract_writes_them():
    persons = CaseEntity(
        name="persons",
        grain="one row",
        primary_key=("person_id",),
        columns=("person_id", "date_of_birth", "last_updated", "is_deleted"),
    )
    seen = conformed(
        field("person_id", "Ref", "persons"),
        field("date_of_birth", "Seen", "persons"),
        field("last_updated", "Changed", "persons"),
        field("is_deleted", "Closed", "persons"),
        entity=persons,
    )

    # what is not of the promised style stays as sent, and is found to be unreadable
    assert seen.select("person_id, date_of_birth, last_updated, is_deleted").order(
        "all"
    ).fetchall() == [
        ("H1", "2024-01-01", "2024-01-01 08:30:00", "true"),
        ("H3", "2025-02-01", "noon", "perhaps"),
    ]


def test_words_for_national_codes_are_translated_by_the_systems_own_list():
    needs = CaseEntity(
        name="send_records",
        grain="one row",
        primary_key=("send_id",),
        columns=("send_id", "identified_send"),
        national_codes={"identified_send": "send_answer"},
    )
    seen = conformed(
        field("send_id", "Ref", "send_records"),
        field("identified_send", "Person", "send_records"),
        entity=needs,
        codes=[
            Code(code_list="send_answer", source_code="p1", national_code="YES"),
            Code(code_list="other_list", source_text="P2", national_code="NO"),
        ],
    )

    assert seen.select("send_id, identified_send").order("all").fetchall() == [
        ("H1", "YES"),
        ("H3", "P2"),
    ]


def test_a_record_that_a_wide_report_repeats_is_read_once_and_an_empty_one_never():
    people = CaseEntity(
        name="persons",
        grain="one row",
        primary_key=("person_id",),
        columns=("person_id", "surname"),
    )
    report = "('R1','P1','A',1),('R2','P1','B',2),('R3',' ','C',3),('R4',null,'D',4)"
    connection = duckdb.connect()
    connection.execute("create schema oldsystem")
    connection.execute(
        "create table oldsystem.health as select *, 'a' as _file_sha256,"
        " timestamp '2024-06-02' as _landed_at, date '2024-06-01' as _extract_date"
        f" from (values {report}) as rows(Ref, Person, Area, _row_number)"
    )
    fields = [
        Field(entity="persons", column=column, source_entity="health", source_column=of)
        for column, of in (("person_id", "Person"), ("surname", "Area"))
    ]
    system = CaseSystem(CONTRACT, Mappings(fields=tuple(fields), codes=()))
    [part] = system.selects(people)

    seen = connection.sql(part).select("person_id, surname, _row_number")
    assert seen.fetchall() == [("P1", "A", 1)]
