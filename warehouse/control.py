"""The control tables: all by which one build of the same models differs from another.

What a build is asked for, and writing it down, belong here. What a setting means
belongs to ``dbt_project/``.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import duckdb

from sources.registry import mapped_systems, mappings_of
from warehouse.case_systems import SystemTerm
from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.rule_settings import settle_counting
from warehouse.rule_versions import Term, computed_versions, find_terms
from warehouse.state import connect

Table = tuple[str, Sequence[tuple[object, ...]]]


@dataclass(frozen=True)
class Calculation:
    """A rule version with the settings that differ from its own, settled."""

    calculation_id: str
    rule_version: str
    settings: dict[str, str]

    @property
    def term(self) -> Term | None:
        """Return the days on which it is the version of a quarter, if there are any."""
        terms = {term.rule_version: term for term in find_terms(self.settings)}
        return terms.get(self.rule_version)


@dataclass(frozen=True)
class Scope:
    """What a build is asked for beyond the default of everything up to now."""

    calculations: Sequence[Calculation]
    as_known_at: date | None = None
    quarters: Sequence[str] = ()
    services: Sequence[str] = ()


def standard_scope(configuration: Configuration, as_known_at: date | None) -> Scope:
    """Return the scope of a run: every rule version under the service's settings.

    Raises:
        WrongUse: A setting of the configuration is not allowed.
    """
    settings = settle_counting(configuration.settings)
    calculations = [Calculation(name, name, settings) for name in computed_versions()]
    services = [configuration.service.name] if configuration.service.name else []
    return Scope(calculations, as_known_at, services=services)


def write_control(
    connection: duckdb.DuckDBPyConnection,
    layout: Layout,
    scope: Scope,
    systems: Sequence[SystemTerm],
) -> None:
    """Write the control tables of one build.

    Args:
        connection: The build, not yet holding a schema ``control``.
        layout: The home, for its registry and its secret.
        scope: What the build is asked for.
        systems: The case systems that the build counts, oldest first.
    """
    connection.execute("create schema control")
    tables = (*asked_tables(scope, systems), *home_tables(layout), *mapping_tables())
    for columns, rows in tables:
        connection.execute(f"create table control.{columns}")
        write_rows(connection, f"control.{columns.partition('(')[0]}", rows)


def asked_tables(scope: Scope, systems: Sequence[SystemTerm]) -> list[Table]:
    """Return the tables that say what is asked for."""
    settings = [
        (item.calculation_id, key, value)
        for item in scope.calculations
        for key, value in item.settings.items()
    ]
    versions = [_row_of(item) for item in scope.calculations]
    return [
        ("knowledge(as_known_at date)", [(scope.as_known_at,)]),
        (
            "case_systems(supplier varchar, valid_from date, valid_to date)",
            [(item.supplier, item.valid_from, item.valid_to) for item in systems],
        ),
        (
            "calculations(calculation_id varchar, rule_version varchar, "
            "is_default boolean, default_from date, default_to date)",
            versions,
        ),
        (
            "settings(calculation_id varchar, setting_key varchar, "
            "setting_value varchar)",
            settings,
        ),
        ("requested_quarters(quarter varchar)", [(item,) for item in scope.quarters]),
        ("services_in_scope(service varchar)", [(item,) for item in scope.services]),
    ]


def _row_of(calculation: Calculation) -> tuple[object, ...]:
    term = calculation.term
    days = (term.valid_from, term.valid_to) if term else (None, None)
    return (
        calculation.calculation_id,
        calculation.rule_version,
        term is not None,
        *days,
    )


def home_tables(layout: Layout) -> list[Table]:
    """Return the tables that say what this home knows: its children, its secret."""
    tables = {
        "identities": "supplier, supplier_person_id, child_id, registered_at",
        "identity_keys": "child_id, person_hash, link_rule, key_hash, birth_hash, "
        "forename_hash, registered_at",
    }
    with connect(layout) as state:
        known: list[Table] = []
        for name, columns in tables.items():
            rows = state.execute(f"select {columns} from {name}").fetchall()  # noqa: S608
            typed = columns.replace(",", " varchar,")
            known.append((f"{name}({typed} varchar)", [tuple(row) for row in rows]))
    return [*known, ("salt(salt varchar)", [(salt(layout),)])]


def mapping_tables() -> list[Table]:
    """Return every case system's mappings, as its folder states them."""
    codes = [
        (
            *(supplier, row.code_list, row.source_code, row.source_text),
            *(row.national_code, row.valid_from, row.valid_to, row.flag, row.note),
        )
        for supplier in mapped_systems()
        for row in mappings_of(supplier).codes
    ]
    fields = {
        (supplier, row.entity, row.source_entity, row.column): row.source_column
        for supplier in mapped_systems()
        for row in mappings_of(supplier).fields
        if row.source_column
    }
    return [
        (
            "codes(supplier varchar, code_list varchar, source_code varchar, "
            "source_text varchar, national_code varchar, valid_from date, "
            "valid_to date, flag varchar, note varchar)",
            codes,
        ),
        (
            "fields(supplier varchar, entity varchar, source_entity varchar, "
            "column_name varchar, source_column varchar)",
            [(*key, column) for key, column in fields.items()],
        ),
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
