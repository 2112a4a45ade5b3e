"""Rows of a divided table that no part of its mapping takes are not lost in silence."""

import duckdb

from sources._shared.contract import Column, Contract, Entity, Lookup
from sources._shared.mapping_files import Code, Field
from warehouse.left_out_rows import NONE, select_left_out, select_unknown_lookups

HEALTH = """
create schema oldsystem;
create table oldsystem.health as
select * from (values
    ('P1', ' mh', 'a', 1), ('P2', 'SM', 'a', 2), ('P3', 'Teeth', 'a', 3),
    ('P4', null, 'a', 4), ('P5', '', 'b', 1)
) as rows(Person, Area, _file_sha256, _row_number)
"""


def fields(*areas: str) -> list[Field]:
    return [
        Field(
            entity="mental_health",
            column=column,
            source_entity="health",
            source_column=source,
            when_column="Area",
            when_value=area,
        )
        for area in areas
        for column, source in (("person_id", "Person"), ("screened_date", "Area"))
    ]


def test_rows_of_no_known_part_are_told_with_person_file_and_line():
    connection = duckdb.connect()
    connection.execute(HEALTH)
    [query] = select_left_out("oldsystem", fields("MH", "Sm"))

    assert connection.sql(query).order("all").fetchall() == [
        ("oldsystem", "health", "Area", "P3", "a", 3),
        ("oldsystem", "health", "Area", "P4", "a", 4),
        ("oldsystem", "health", "Area", "P5", "b", 1),
    ]


def test_a_table_that_is_not_divided_leaves_nothing_out():
    whole = Field(
        entity="persons", column="sex", source_entity="people", source_column="Sex"
    )

    assert list(select_left_out("oldsystem", [whole])) == []
    assert duckdb.sql(NONE).fetchall() == []


LOOKUPS = """
create schema oldsystem;
create table oldsystem.lookups as
select * from (values
    ('1', 'Fine', 'a', 1), (' 1 ', 'fine', 'a', 2), ('1', 'Referral order', 'a', 3),
    ('2', 'Referral order', 'a', 4), ('3', 'New', 'a', 5), ('3', null, 'a', 6)
) as rows(Code, Words, _file_sha256, _row_number)
"""
CONTRACT = Contract(
    supplier="oldsystem",
    name="Old System",
    version="1",
    kind="case_system",
    freshness_days=1,
    required_for_return=False,
    delivery="csv",
    entities=[
        Entity(
            name="lookups",
            file="LOOKUP_[0-9]*.csv",
            grain="one row per code",
            primary_key=["Code"],
            mode="full",
            lookup=Lookup(code="Code", text="Words"),
            columns=[
                Column(name=name, description="invented") for name in ("Code", "Words")
            ],
        )
    ],
)
CODES = [
    Code(code_list="a", source_code="1", source_text="Fine", national_code="FINE"),
    Code(code_list="a", source_code="2", source_text="Referral order",
         national_code="REFERRAL_ORDER"),
]  # fmt: skip


def test_a_look_up_that_is_new_or_got_other_words_is_told():
    connection = duckdb.connect()
    connection.execute(LOOKUPS)
    [query] = select_unknown_lookups(CONTRACT, CODES)

    told = connection.sql(query).select("_entity, column_name, _row_number")
    assert told.order("all").fetchall() == [
        ("lookups", "Words", 3),
        ("lookups", "Words", 5),
        ("lookups", "Words", 6),
    ]


def test_a_system_without_a_code_map_or_look_ups_has_none_to_tell():
    assert list(select_unknown_lookups(CONTRACT, [])) == []
