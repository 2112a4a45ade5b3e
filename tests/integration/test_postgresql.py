"""A case system read from a real PostgreSQL lands as its CSV files do."""

from dataclasses import replace
from datetime import date

import duckdb
import pytest
from sqlalchemy import create_engine, text

from simulation.plan import Plan
from simulation.run import simulate
from sources._shared.contract import Column, CsvFormat, load_contract
from sources._shared.database import extract_tables
from sources._shared.delivery import FileRefused
from sources.registry import CONTRACTS, mapped_systems
from tests.fixtures.loading import fill_database
from tests.fixtures.postgres import PASSWORD, READER, run_server
from warehouse import stillness
from warehouse.configuration import Configuration
from warehouse.landing import current_files, land
from warehouse.layout import Layout

PLAN = Plan("Leicester City", 120, 3, date(2025, 3, 31), seed=5)
VALUES = """
create schema "Reporting";
create table "Reporting"."ClientView" (
    "clientRef" uuid primary key, team_ref integer, birth_dt timestamp,
    gravity numeric(8, 2), inactive boolean, modified_on timestamptz, remark varchar(9)
);
insert into "Reporting"."ClientView" values
    ('00000000-0000-0000-0000-000000000002', 7, '2009-05-04 00:00', 12.50, true,
     '2024-06-01 23:30+00', 'Zoë'),
    ('00000000-0000-0000-0000-000000000001', null, null, null, null, null, null);
"""
VALUES_CONTRACT = """
supplier: careworks
name: CareWorks
version: "1"
kind: case_system
freshness_days: 1
required_for_return: false
delivery: csv
format:
  date_formats: ["%d-%b-%Y"]
  timestamp_formats: ["%d-%b-%Y %H:%M"]
  booleans: ["Yes", "No"]
entities:
  - name: clients
    file: "CLIENT_[0-9]*.csv"
    table: reporting.clientview
    grain: one row per client
    primary_key: [CLIENTREF]
    mode: full
    columns:
      - {name: CLIENTREF, description: a key}
      - {name: TEAM_REF, description: a number}
      - {name: BIRTH_DT, type: date, description: a day}
      - {name: GRAVITY, type: decimal, description: a number}
      - {name: INACTIVE, type: boolean, description: a flag}
      - {name: MODIFIED_ON, type: timestamp, description: a moment}
      - {name: REMARK, description: a text}
      - {name: ANOTHER, optional: true, description: some versions have it}
"""


@pytest.fixture(scope="module")
def server():
    """A PostgreSQL server of these tests alone."""
    with run_server() as running:
        yield running


def landed_rows(layout: Layout, system: str) -> dict[str, list[tuple]]:
    """Return all rows by entity."""
    rows = {}
    for entity in CONTRACTS[system].entities:
        files = [str(file.path) for file in current_files(layout, system, entity.name)]
        cells = ", ".join(
            meaning(column, CONTRACTS[system].format) for column in entity.columns
        )
        query = f"select {cells} from read_parquet($files) order by all"
        rows[entity.name] = duckdb.execute(query, {"files": files}).fetchall()
    return rows


def meaning(column: Column, form: CsvFormat) -> str:
    """Return a cell as SQL; a moment may be told with its seconds or without."""
    sent = f'"{column.name}"'
    if column.type == "timestamp":
        return f"try_strptime({sent}, {form.timestamp_formats})"
    if column.type == "boolean":  # a system may have several words for yes
        return f"nullif({sent}, '') in {tuple(form.booleans[::2])}"
    return f"coalesce({sent}, '')"


@pytest.mark.parametrize("system", mapped_systems())
def test_every_table_lands_from_the_database_as_from_its_csv(
    server, tmp_path, monkeypatch, system
):
    monkeypatch.setattr(stillness, "SETTLE_SECONDS", 0)
    sent, read = Layout(tmp_path / "sent"), Layout(tmp_path / "read")
    simulate(replace(PLAN, suppliers=(system,)), sent.root, lambda _text: None)
    url = server.create_database(system)
    fill_database(url, system, sent.drop / system)

    land(sent)
    outcomes = land(read, configuration=Configuration(sources={system: url}))

    assert {outcome.status for outcome in outcomes} == {"landed"}
    assert [line for outcome in outcomes for line in outcome.lines] == []
    assert landed_rows(read, system) == landed_rows(sent, system)


def test_a_table_of_another_schema_spelling_and_types_is_written_as_promised(
    server, tmp_path
):
    url = server.create_database("values")
    with create_engine(url).begin() as connection:
        connection.execute(text(VALUES))
    (tmp_path / "contract.yml").write_text(VALUES_CONTRACT)

    (table,) = extract_tables(
        url,
        load_contract(tmp_path / "contract.yml"),
        tmp_path,
        date(2024, 7, 1),
    )

    assert (table.path.name, table.rows) == ("CLIENT_20240701.csv", 2)
    assert table.path.read_text("utf-8-sig").splitlines() == [
        "CLIENTREF,TEAM_REF,BIRTH_DT,GRAVITY,INACTIVE,MODIFIED_ON,REMARK",
        "00000000-0000-0000-0000-000000000001,,,,,,",
        "00000000-0000-0000-0000-000000000002,7,04-May-2009,12.50,Yes,"
        "02-Jun-2024 00:30,Zoë",
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ('alter table "Reporting"."ClientView" drop gravity', "clientview.GRAVITY"),
        ('alter table "Reporting"."ClientView" add "REMARK" text', None),
        ('alter table "Reporting"."ClientView" add "Inactive" text', "INACTIVE"),
        ('drop table "Reporting"."ClientView"', "lacks reporting.clientview"),
        ('drop schema "Reporting" cascade', "lacks reporting.clientview"),
    ],
)
def test_what_the_database_lacks_or_has_twice_is_named(server, tmp_path, change, said):
    url = server.create_database(tmp_path.name)
    with create_engine(url).begin() as connection:
        connection.execute(text(VALUES))
        connection.execute(text(change))
    (tmp_path / "contract.yml").write_text(VALUES_CONTRACT)
    contract = load_contract(tmp_path / "contract.yml")

    if said is None:  # spelt as promised: the other spelling is another column
        assert extract_tables(url, contract, tmp_path, date(2024, 7, 1))[0].rows == 2
        return
    with pytest.raises(FileRefused, match=said):
        extract_tables(url, contract, tmp_path, date(2024, 7, 1))


@pytest.mark.parametrize("database", ["postgres", "no_such_database"])
def test_a_wrong_password_or_name_is_said_without_the_address(
    server, tmp_path, monkeypatch, database
):
    monkeypatch.setattr(stillness, "SETTLE_SECONDS", 0)
    password = "wrong" if database == "postgres" else PASSWORD
    url = server.url(database, password=password)

    (outcome,) = land(
        Layout(tmp_path), configuration=Configuration(sources={"core_plus": url})
    )

    assert outcome.status == "failed"
    assert "could not be read" in outcome.lines[0]
    assert "sources.core_plus" in outcome.lines[0]
    for secret in (password, READER, str(server.port), "127.0.0.1"):
        assert secret not in outcome.lines[0]
