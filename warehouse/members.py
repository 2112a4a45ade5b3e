"""Read the members behind one figure, and the suppliers' rows behind each member.

Asking the tables of members belongs here; the figures themselves belong to
``figures``.
"""

from typing import Any

import duckdb

from warehouse.figures import Asked, breakdown_text, read_figures
from warehouse.refusal import WrongUse


def read_members(
    connection: duckdb.DuckDBPyConnection,
    asked: Asked,
    measure: str,
    breakdown: dict[str, str],
) -> list[dict[str, Any]]:
    """Return the members behind one figure, each with the records it came from.

    Raises:
        WrongUse: There is no such figure; the message lists the breakdowns there are.
    """
    wanted = breakdown_text(_find_breakdown(connection, asked, measure, breakdown))
    rows = connection.execute(
        "select unit_id, child_id, in_numerator, in_denominator"
        " from fct_measure_members where rule_version = ? and service = ?"
        " and quarter = ? and measure = ? and breakdown = ? order by unit_id",
        [*asked.key, measure, wanted],
    ).fetchall()
    records = _read_records(connection, asked, measure)
    names = ("unit_id", "child_id", "in_numerator", "in_denominator")
    return [
        {**dict(zip(names, row, strict=True)), "records": records.get(row[0], [])}
        for row in rows
    ]


def _find_breakdown(
    connection: duckdb.DuckDBPyConnection,
    asked: Asked,
    measure: str,
    breakdown: dict[str, str],
) -> dict[str, Any]:
    """Return a breakdown as the figures have it: what is typed is always text."""
    figures = read_figures(connection, asked)
    measures = sorted({figure["measure"] for figure in figures})
    if measure not in measures:
        raise WrongUse(f"no measure {measure}; there are {', '.join(measures)}")
    held = [fig["breakdown"] for fig in figures if fig["measure"] == measure]
    for known in held:
        if {key: str(value) for key, value in known.items()} == breakdown:
            return known
    there_are = " ".join(breakdown_text(known) for known in held)
    raise WrongUse(f"{measure} has no {breakdown_text(breakdown)}; it has {there_are}")


def _read_records(
    connection: duckdb.DuckDBPyConnection, asked: Asked, measure: str
) -> dict[str, list[dict[str, Any]]]:
    rows = connection.execute(
        "select unit_id, supplier, entity, file_sha256, row_number"
        " from fct_measure_records where rule_version = ? and service = ?"
        " and quarter = ? and measure = ? order by all",
        [*asked.key, measure],
    ).fetchall()
    records: dict[str, list[dict[str, Any]]] = {}
    names = ("supplier", "entity", "file_sha256", "row_number")
    for unit, *record in rows:
        records.setdefault(unit, []).append(dict(zip(names, record, strict=True)))
    return records
