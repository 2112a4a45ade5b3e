"""Build one file from what has landed: the suppliers' tables, then the models.

Choosing the landed files belongs here. Reading the suppliers' files belongs to
landing, the control tables to ``control.py``, meaning to ``dbt_project/``.
"""

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

import duckdb

from sources._shared.contract import Entity
from sources.registry import CONTRACTS, mapped_systems
from warehouse import models
from warehouse.case_systems import case_systems
from warehouse.configuration import Configuration
from warehouse.conforming import conform_case_systems
from warehouse.control import Scope, standard_scope, write_control
from warehouse.landing import current_files
from warehouse.layout import Layout

LINEAGE = {
    "_file_sha256": "varchar",
    "_row_number": "bigint",
    "_landed_at": "timestamp",
    "_extract_date": "date",
}


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
    read_only: Collection[str] | None = None,
) -> None:
    """Write every table that the models start from into an empty database.

    Args:
        connection: The empty database.
        layout: The home.
        configuration: The service's configuration.
        scope: What the build is asked for.
        read_only: Fill these tables alone, named as ``supplier.entity``; the others
            stay without rows. All when null.
    """
    newest: dict[str, date] = {}
    # what is read of these is read under the names of the case record
    conformed = mapped_systems()
    for supplier, contract in CONTRACTS.items():
        connection.execute(f'create schema "{supplier}"')
        for entity in contract.entities:
            files = current_files(layout, supplier, entity.name, scope.as_known_at)
            is_wanted = read_only is None or f"{supplier}.{entity.name}" in read_only
            is_read = is_wanted or supplier in conformed
            paths = [file.path for file in files] if is_read else []
            write_entity(connection, supplier, entity, paths)
            for file in files:
                day = newest.get(supplier, file.extract_date)
                newest[supplier] = max(day, file.extract_date)
    conform_case_systems(connection)
    write_control(connection, layout, scope, case_systems(configuration, newest))


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
