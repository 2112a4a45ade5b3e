"""Core+'s reporting database: its tables land as its CSV files would."""

from datetime import date, datetime

import pytest
from sqlalchemy import Column, Date, DateTime, MetaData, Table, Text, create_engine

from sources.core_plus.database import table_name, write_cell
from sources.registry import CONTRACTS
from warehouse import stillness
from warehouse.configuration import Configuration
from warehouse.landing import current_files, land
from warehouse.layout import Layout

CONTRACT = CONTRACTS["core_plus"]
KINDS = {"date": Date, "timestamp": DateTime}
PEOPLE = [
    {"PERSON_ID": "P2", "ORG_ID": "1", "DATE_OF_BIRTH": date(2009, 5, 4)},
    {"PERSON_ID": "P1", "ORG_ID": "1", "LAST_UPDATED": datetime(2024, 6, 1, 8, 30)},
]


def make_database(path, leave_out=()):
    engine = create_engine(f"sqlite:///{path}")
    metadata = MetaData()
    tables = {
        entity.name: Table(
            table_name(entity),
            metadata,
            *(
                Column(column.name, KINDS.get(column.type, Text))
                for column in entity.columns
                if column.name not in leave_out
            ),
        )
        for entity in CONTRACT.entities
    }
    metadata.create_all(engine)
    with engine.begin() as connection:
        for person in PEOPLE:
            connection.execute(tables["persons"].insert(), person)
    return f"sqlite:///{path}"


@pytest.fixture
def layout(tmp_path, monkeypatch):
    monkeypatch.setattr(stillness, "SETTLE_SECONDS", 0)
    return Layout(tmp_path / "home")


def land_from(layout, url):
    configuration = Configuration(sources={"core_plus": url})
    return land(layout, suppliers=["core_plus"], configuration=configuration)


def test_tables_with_rows_land_once_and_are_recognised_again(layout, tmp_path):
    url = make_database(tmp_path / "core.db")

    (first,) = land_from(layout, url)
    (again,) = land_from(layout, url)

    assert (first.status, again.status) == ("landed", "repeated")
    assert first.file_name == f"PERSON_{date.today():%Y%m%d}.csv"
    assert first.receipts[0].rows_landed == 2
    assert first.problems == ()
    assert len(current_files(layout, "core_plus", "persons")) == 1


def test_a_promised_column_that_the_database_lacks_is_named(layout, tmp_path):
    url = make_database(tmp_path / "core.db", leave_out=["LEGAL_OUTCOME"])

    (outcome,) = land_from(layout, url)

    assert outcome.status == "failed"
    assert "lacks OFFENCE_OUTCOME.LEGAL_OUTCOME" in outcome.lines[0]
    assert current_files(layout, "core_plus", "persons") == []


@pytest.mark.parametrize("url", ["sqlite:////no/such/folder/core.db", "not an address"])
def test_a_database_that_cannot_be_reached_is_said_without_its_address(layout, url):
    (outcome,) = land_from(layout, url)

    assert outcome.status == "failed"
    assert "could not be read" in outcome.lines[0]
    assert url not in outcome.lines[0]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "Y"),
        (False, "N"),
        (date(2024, 1, 2), "02/01/2024"),
        (datetime(2024, 1, 2, 3, 4, 5), "02/01/2024 03:04:05"),
        (7, "7"),
    ],
)
def test_values_are_written_as_the_export_writes_them(value, text):
    assert write_cell(value) == text
