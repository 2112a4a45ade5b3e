"""Under what a quarter's figures were counted, and by when they are due.

Reading the settings and the due dates that a release holds belongs here. The figures
themselves belong to ``figures``.
"""

from datetime import date

import duckdb

from warehouse.figures import Asked

NAMES = ("case_level", "kpi")
KEYS = {"dim_rule_settings": "rule_version", "dim_quarters": "quarter"}


def read_settings(
    connection: duckdb.DuckDBPyConnection, asked: Asked
) -> dict[str, str]:
    """Return the settings in force for a rule version, by key, as the rules write them.

    Empty for a release of before they were published.
    """
    rows = _rows_of(
        connection, "dim_rule_settings", "setting_key, setting_value", asked.rules
    )
    return {str(key): str(value) for key, value in rows}


def read_due_dates(
    connection: duckdb.DuckDBPyConnection, quarter: str
) -> dict[str, date | None]:
    """Return the last days for the case-level and the KPI return of a quarter.

    Empty for a release of before they were published.
    """
    columns = "case_level_due_date, kpi_due_date"
    rows = _rows_of(connection, "dim_quarters", columns, quarter)
    return {name: day for row in rows for name, day in zip(NAMES, row, strict=True)}


def _rows_of(
    connection: duckdb.DuckDBPyConnection, table: str, columns: str, key: str
) -> list[tuple]:
    there = connection.execute(
        "select 1 from information_schema.tables where table_name = ?", [table]
    ).fetchone()
    if there is None:
        return []
    return connection.execute(
        f"select {columns} from {table} where {KEYS[table]} = ?",  # noqa: S608 - ours
        [key],
    ).fetchall()
