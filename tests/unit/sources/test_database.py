"""A case system's reporting database: its tables land as its CSV files would.

SQLite stands for any make; a real PostgreSQL is asked in ``tests/integration``.
"""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import Column, Date, DateTime, MetaData, Table, Text, create_engine

from sources._shared.contract import CsvFormat
from sources._shared.database_cells import write_cell
from sources.registry import CONTRACTS
from warehouse import stillness
from warehouse.configuration import Configuration
from warehouse.landing import current_files, land
from warehouse.layout import Layout

KINDS = {"date": Date, "timestamp": DateTime}
KEYS = {
    "core_plus": ("PERSON_ID", "ORG_ID", "LAST_UPDATED"),
    "careworks": ("CLIENT_REF", "TEAM_REF", "MODIFIED_ON"),
    "childview": ("ChildNo", "TeamNo", "AmendedAt"),
}
SYSTEMS = {"core_plus": "persons", "careworks": "clients", "childview": "children"}
FORM = CsvFormat(
    date_formats=["%d-%b-%Y"],
    timestamp_formats=["%d-%b-%Y %H:%M", "%d-%b-%Y"],
    booleans=["Yes", "No"],
)


def make_database(path, system, leave_out=(), spell=str):
    engine = create_engine(f"sqlite:///{path}")
    metadata = MetaData()
    tables = {
        entity.name: Table(
            spell(entity.table_name),
            metadata,
            *(
                Column(spell(column.name), KINDS.get(column.type, Text))
                for column in entity.columns
                if column.name not in leave_out
            ),
        )
        for entity in CONTRACTS[system].entities
    }
    metadata.create_all(engine)
    key, team, changed = map(spell, KEYS[system])
    with engine.begin() as connection:
        persons = tables[SYSTEMS[system]]
        connection.execute(persons.insert(), {key: "P2", team: "1"})
        moment = datetime(2024, 6, 1, 8, 30)
        connection.execute(persons.insert(), {key: "P1", team: "1", changed: moment})
    return f"sqlite:///{path}"


@pytest.fixture
def layout(tmp_path, monkeypatch):
    monkeypatch.setattr(stillness, "SETTLE_SECONDS", 0)
    return Layout(tmp_path / "home")


def land_from(layout, url, system="core_plus"):
    configuration = Configuration(sources={system: url})
    return land(layout, suppliers=[system], configuration=configuration)


@pytest.mark.parametrize("spell", [str, str.lower, str.title])
@pytest.mark.parametrize(("system", "entity"), SYSTEMS.items())
def test_tables_with_rows_land_once_and_are_recognised_again(
    layout, tmp_path, system, entity, spell
):
    url = make_database(tmp_path / "system.db", system, spell=spell)

    (first,) = land_from(layout, url, system)
    (again,) = land_from(layout, url, system)

    assert (first.status, again.status) == ("landed", "repeated")
    stem = CONTRACTS[system].entity(entity).table_name
    assert first.file_name == f"{stem}_{date.today():%Y%m%d}.csv"
    assert first.receipts[0].rows_landed == 2
    assert first.problems == ()
    assert len(current_files(layout, system, entity)) == 1


def test_a_promised_column_that_the_database_lacks_is_named(layout, tmp_path):
    url = make_database(tmp_path / "core.db", "core_plus", leave_out=["LEGAL_OUTCOME"])

    (outcome,) = land_from(layout, url)

    assert outcome.status == "failed"
    assert "lacks OFFENCE_OUTCOME.LEGAL_OUTCOME" in outcome.lines[0]
    assert current_files(layout, "core_plus", "persons") == []


def test_a_promised_table_that_the_database_lacks_is_named(layout, tmp_path):
    (outcome,) = land_from(layout, f"sqlite:///{tmp_path / 'empty.db'}", "careworks")

    assert outcome.status == "failed"
    assert "lacks CW_TEAM" in outcome.lines[0]


@pytest.mark.parametrize(
    "url",
    [
        "sqlite:////no/such/folder/core.db",
        "not an address",
        "postgresql+psycopg://reader:secret@server:port/reporting",
        "nosuchmake://reader:secret@server/reporting",
    ],
)
def test_a_database_that_cannot_be_reached_is_said_without_its_address(layout, url):
    (outcome,) = land_from(layout, url)

    assert outcome.status == "failed"
    assert "could not be read" in outcome.lines[0]
    assert url not in outcome.lines[0]
    assert "secret" not in outcome.lines[0]


def test_a_supplier_without_tables_to_map_has_no_database(layout):
    (outcome,) = land_from(layout, "sqlite://", "niche")

    assert outcome.status == "failed"
    assert "sources.niche" in outcome.lines[0]
    assert "core_plus" in outcome.lines[0]


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (None, "text", ""),
        (True, "boolean", "Yes"),
        (False, "text", "No"),
        (1, "boolean", "Yes"),
        (Decimal(0), "boolean", "No"),
        (2, "boolean", "2"),
        (date(2024, 1, 2), "date", "02-Jan-2024"),
        (date(2024, 1, 2), "timestamp", "02-Jan-2024 00:00"),
        (datetime(2024, 1, 2, 23, 4, 5), "date", "02-Jan-2024"),
        (datetime(2024, 1, 2, 3, 4, 5), "timestamp", "02-Jan-2024 03:04"),
        # half past eleven in the evening by Greenwich is the next day here in summer
        (datetime(2024, 6, 1, 23, 30, tzinfo=UTC), "date", "02-Jun-2024"),
        (7, "text", "7"),
        (7.0, "text", "7"),
        (Decimal("12.50"), "decimal", "12.50"),
        (Decimal("1E+3"), "integer", "1000"),
        (0.1, "decimal", "0.1"),
        (b"\x01\xff", "text", "01ff"),
        ("Zoë", "text", "Zoë"),
    ],
)
def test_values_are_written_as_the_export_writes_them(value, kind, text):
    assert write_cell(value, kind, FORM) == text
