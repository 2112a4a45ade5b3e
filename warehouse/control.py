"""The control tables: all by which one build of the same models differs from another.

What a build is asked for, and writing it down, belong here. What a setting means
belongs to ``dbt_project/``.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import duckdb

from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.state import connect

Table = tuple[str, Sequence[tuple[object, ...]]]

RULE_VERSIONS = ("KPI-v1-template", "KPI-v2-headline", "KPI-v8-code")


@dataclass(frozen=True)
class Calculation:
    """A rule version with the settings that differ from its own."""

    calculation_id: str
    rule_version: str
    settings: dict[str, str]


@dataclass(frozen=True)
class Scope:
    """What a build is asked for beyond the default of everything up to now."""

    calculations: Sequence[Calculation]
    as_known_at: date | None = None
    quarters: Sequence[str] = ()
    services: Sequence[str] = ()


def standard_scope(configuration: Configuration, as_known_at: date | None) -> Scope:
    """Return the scope of a run: every rule version under the service's settings."""
    settings = {key: as_text(value) for key, value in configuration.settings.items()}
    calculations = [Calculation(name, name, settings) for name in RULE_VERSIONS]
    services = [configuration.service.name] if configuration.service.name else []
    return Scope(calculations, as_known_at, services=services)


def as_text(value: object) -> str:
    """Return a setting as the models read it: booleans in lower case."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def write_control(
    connection: duckdb.DuckDBPyConnection, layout: Layout, scope: Scope, system: str
) -> None:
    """Write the control tables of one build.

    Args:
        connection: The build, not yet holding a schema ``control``.
        layout: The home, for its registry and its secret.
        scope: What the build is asked for.
        system: The case system in force.
    """
    connection.execute("create schema control")
    for columns, rows in (*asked_tables(scope, system), *home_tables(layout)):
        connection.execute(f"create table control.{columns}")
        write_rows(connection, f"control.{columns.partition('(')[0]}", rows)


def asked_tables(scope: Scope, system: str) -> list[Table]:
    """Return the tables that say what is asked for."""
    settings = [
        (item.calculation_id, key, value)
        for item in scope.calculations
        for key, value in item.settings.items()
    ]
    versions = [(item.calculation_id, item.rule_version) for item in scope.calculations]
    return [
        ("knowledge(as_known_at date)", [(scope.as_known_at,)]),
        ("case_systems(supplier varchar)", [(system,)]),
        ("calculations(calculation_id varchar, rule_version varchar)", versions),
        (
            "settings(calculation_id varchar, setting_key varchar, "
            "setting_value varchar)",
            settings,
        ),
        ("requested_quarters(quarter varchar)", [(item,) for item in scope.quarters]),
        ("services_in_scope(service varchar)", [(item,) for item in scope.services]),
    ]


def home_tables(layout: Layout) -> list[Table]:
    """Return the tables that say what this home knows: its children, its secret."""
    with connect(layout) as state:
        identities = state.execute(
            "select supplier, supplier_person_id, child_id, registered_at"
            " from identities"
        ).fetchall()
    return [
        (
            "identities(supplier varchar, supplier_person_id varchar, "
            "child_id varchar, registered_at varchar)",
            [tuple(row) for row in identities],
        ),
        ("salt(salt varchar)", [(salt(layout),)]),
    ]


def write_rows(
    connection: duckdb.DuckDBPyConnection,
    relation: str,
    rows: Sequence[tuple[object, ...]],
) -> None:
    """Append rows to a table; row by row is slow beyond some hundreds."""
    if rows:
        import pandas as pd

        frame = pd.DataFrame(rows)
        connection.register("rows_to_write", frame)
        connection.execute(f"insert into {relation} select * from rows_to_write")  # noqa: S608
        connection.unregister("rows_to_write")


def salt(layout: Layout) -> str:
    """Return this home's secret, made once, part of every new child identifier."""
    with connect(layout) as state:
        state.execute(
            "insert or ignore into facts values ('salt', ?)", (secrets.token_hex(16),)
        )
        row = state.execute("select value from facts where name = 'salt'").fetchone()
    return str(row["value"])
