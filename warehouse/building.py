"""Build one file from what has landed: the suppliers' tables, then the models.

Choosing the landed files and writing the control tables belong here. Reading the
suppliers' files belongs to landing; meaning belongs to ``dbt_project/``.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from sources._shared.contract import Entity
from sources.registry import CONTRACTS
from warehouse import models
from warehouse.configuration import Configuration
from warehouse.landing import current_files
from warehouse.layout import Layout
from warehouse.state import connect

RULE_VERSIONS = ("KPI-v1-template", "KPI-v2-headline", "KPI-v8-code")
LINEAGE = {
    "_file_sha256": "varchar",
    "_row_number": "bigint",
    "_landed_at": "timestamp",
    "_extract_date": "date",
}


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


def build(
    layout: Layout,
    configuration: Configuration,
    *,
    run_id: str,
    as_known_at: date | None = None,
) -> models.BuildResult:
    """Prepare and build ``layout.build(run_id)``; failures are in the result."""
    build_file = prepare(layout, configuration, run_id=run_id, as_known_at=as_known_at)
    return models.build(build_file)


def prepare(
    layout: Layout,
    configuration: Configuration,
    *,
    run_id: str,
    as_known_at: date | None = None,
) -> Path:
    """Make the build file with the suppliers' and the control tables in it."""
    build_file = layout.build(run_id)
    build_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    build_file.unlink(missing_ok=True)
    with duckdb.connect(str(build_file)) as connection:
        scope = standard_scope(configuration, as_known_at)
        fill(connection, layout, configuration, scope)
    return build_file


def fill(
    connection: duckdb.DuckDBPyConnection,
    layout: Layout,
    configuration: Configuration,
    scope: Scope,
) -> None:
    """Write every table that the models start from into an empty database."""
    landed = set()
    for supplier, contract in CONTRACTS.items():
        connection.execute(f'create schema "{supplier}"')
        for entity in contract.entities:
            files = current_files(layout, supplier, entity.name, scope.as_known_at)
            write_entity(connection, supplier, entity, [file.path for file in files])
            landed |= {supplier} if files else set()
    write_control(connection, layout, scope, case_system(configuration, landed))


def write_entity(
    connection: duckdb.DuckDBPyConnection,
    supplier: str,
    entity: Entity,
    files: Sequence[Path],
) -> None:
    """Write one supplier's table: every landed row known, or none but its columns."""
    relation = f'"{supplier}"."{entity.name}"'
    types = dict.fromkeys(entity.column_names, "varchar") | LINEAGE
    columns = ", ".join(f'"{name}" {kind}' for name, kind in types.items())
    connection.execute(f"create table {relation} ({columns})")
    if files:
        # by name, and only the columns of today's contract: an older file may lack one
        connection.execute(
            f"insert into {relation} by name select columns(c -> c in $columns) "  # noqa: S608
            "from read_parquet($files, union_by_name = true)",
            {"columns": list(types), "files": [str(file) for file in files]},
        )


def case_system(configuration: Configuration, landed: set[str]) -> str:
    """Return the case system in force: the configured one, else the first landed."""
    systems = [name for name, item in CONTRACTS.items() if item.kind == "case_system"]
    present = [name for name in systems if name in landed]
    return configuration.service.case_system or (present or systems)[0]


def write_control(
    connection: duckdb.DuckDBPyConnection, layout: Layout, scope: Scope, system: str
) -> None:
    """Write the control tables, by which alone one build differs from another."""
    with connect(layout) as state:
        identities = [
            tuple(row)
            for row in state.execute(
                "select supplier, supplier_person_id, child_id, registered_at"
                " from identities"
            )
        ]
    settings = [
        (item.calculation_id, key, value)
        for item in scope.calculations
        for key, value in item.settings.items()
    ]
    calculations = [
        (item.calculation_id, item.rule_version) for item in scope.calculations
    ]
    tables: dict[str, tuple[str, Sequence[tuple[object, ...]]]] = {
        "knowledge": ("as_known_at date", [(scope.as_known_at,)]),
        "case_systems": ("supplier varchar", [(system,)]),
        "calculations": ("calculation_id varchar, rule_version varchar", calculations),
        "settings": (
            "calculation_id varchar, setting_key varchar, setting_value varchar",
            settings,
        ),
        "requested_quarters": ("quarter varchar", [(q,) for q in scope.quarters]),
        "services_in_scope": ("service varchar", [(s,) for s in scope.services]),
        "identities": (
            "supplier varchar, supplier_person_id varchar, child_id varchar, "
            "registered_at varchar",
            identities,
        ),
        "salt": ("salt varchar", [(salt(layout),)]),
    }
    connection.execute("create schema control")
    for name, (columns, rows) in tables.items():
        connection.execute(f"create table control.{name} ({columns})")
        write_rows(connection, f"control.{name}", rows)


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
