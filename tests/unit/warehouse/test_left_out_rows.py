"""Rows of a divided table that no part of its mapping takes are not lost in silence."""

import duckdb

from sources._shared.mapping_files import Field
from warehouse.left_out_rows import NONE, select_left_out

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
