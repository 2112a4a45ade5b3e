"""Read figures from a published release, or from any database of the same tables.

Asking for figures and findings belongs here, the members behind one figure belong to
``members``. Counting does not (that is dbt's), nor does the way an answer is printed.
"""

import json
from dataclasses import dataclass
from typing import Any

import duckdb

from warehouse.refusal import WrongUse
from warehouse.rule_versions import first_day

Answer = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """Which figures are meant: of one quarter, service and rule version."""

    quarter: str
    rules: str
    service: str

    @property
    def key(self) -> list[str]:
        """Return the values in the order of the tables' key columns."""
        return [self.rules, self.service, self.quarter]


def ask_for(
    connection: duckdb.DuckDBPyConnection,
    quarter: str,
    rules: str | None = None,
    service: str | None = None,
) -> Asked:
    """Return what is asked for, once it is sure that the release holds it.

    Args:
        connection: A published zone.
        quarter: Such as ``2024Q1`` (April to June 2024).
        rules: A rule version; none means that of the quarter.
        service: A national service name; none means the only one there is.

    Raises:
        WrongUse: The quarter, rule version or service is not in the release; the
            message lists what is.
    """
    first_day(quarter)
    _require_held(connection, "quarter", quarter)
    version = rules or _default_version(connection, quarter)
    _require_held(connection, "rule_version", version)
    services = [service] if service else _distinct(connection, "service")
    _require_held(connection, "service", services[0])
    if len(services) > 1:
        raise WrongUse(f"name one service with --service: {_list(services)}")
    return Asked(quarter, version, services[0])


def _require_held(
    connection: duckdb.DuckDBPyConnection, column: str, value: str
) -> None:
    held = _distinct(connection, column)
    if value not in held:
        raise WrongUse(f"no figures for {column} {value}; there are {_list(held)}")


def _default_version(connection: duckdb.DuckDBPyConnection, quarter: str) -> str:
    """Return the rule version that the release holds for a quarter."""
    rows = connection.execute(
        "select distinct rule_version from fct_measures"
        " where quarter = ? and is_default_version",
        [quarter],
    ).fetchall()
    if len(rows) != 1:
        held = _list(_distinct(connection, "rule_version"))
        raise WrongUse(f"name a rule version with --rules; there are {held}")
    return str(rows[0][0])


def _distinct(connection: duckdb.DuckDBPyConnection, column: str) -> list[str]:
    rows = connection.execute(
        f'select distinct "{column}" from fct_measures order by all'  # noqa: S608 - ours
    ).fetchall()
    return [str(row[0]) for row in rows]


def _list(values: list[str]) -> str:
    many = 8
    if len(values) > many:
        return f"{len(values)}, from {values[0]} to {values[-1]}"
    return ", ".join(values) or "none at all"


def read_figures(
    connection: duckdb.DuckDBPyConnection,
    asked: Asked,
    measure: str | None = None,
    *,
    members: bool = False,
) -> list[Answer]:
    """Return figures in the form of the interfaces: one per measure and breakdown.

    ``state`` and ``source`` are there only where the measure has one, ``experimental``
    and ``series_break`` only where true. Members are the units counted, sorted.
    """
    rows = connection.execute(
        "select measure, breakdown, numerator, denominator, value, is_low_base, state,"
        " source, is_experimental, is_series_break from fct_measures"
        " where rule_version = ? and service = ? and quarter = ?"
        " and (measure = ? or ? is null)"
        " order by measure, breakdown <> '{}', breakdown",
        [*asked.key, measure, measure],
    ).fetchall()
    figures = [_figure(row) for row in rows]
    if members:
        _add_members(connection, asked, figures)
    return figures


def _add_members(
    connection: duckdb.DuckDBPyConnection, asked: Asked, figures: list[Answer]
) -> None:
    rows = connection.execute(
        "select measure, breakdown,"
        " list(distinct unit_id order by unit_id) filter (where in_numerator),"
        " list(distinct unit_id order by unit_id) filter (where in_denominator)"
        " from fct_measure_members"
        " where rule_version = ? and service = ? and quarter = ? group by all",
        asked.key,
    ).fetchall()
    members = {(row[0], row[1]): row[2:] for row in rows}
    for figure in figures:
        key = (figure["measure"], breakdown_text(figure["breakdown"]))
        counted, base = members.get(key, (None, None))
        figure["numerator_members"] = counted or []
        figure["denominator_members"] = base or []


def _figure(row: tuple[Any, ...]) -> Answer:
    """Return a figure; what only some figures have is left out of the others."""
    measure, breakdown, numerator, denominator, value, low_base, *rest = row
    state, source, is_experimental, is_series_break = rest
    figure = {
        "measure": measure,
        "breakdown": json.loads(breakdown),
        "numerator": numerator,
        "denominator": denominator,
        "value": value,
        "low_base": bool(low_base),
    }
    marks = {
        "state": state,
        "source": source,
        "experimental": is_experimental or None,
        "series_break": is_series_break or None,
    }
    return figure | {key: mark for key, mark in marks.items() if mark is not None}


def read_findings(
    connection: duckdb.DuckDBPyConnection,
    asked: Asked,
    *,
    whole_service: bool = False,
) -> list[dict[str, Any]]:
    """Return the data-quality findings met on the way to the figures of a quarter.

    Those on children counted in the quarter, or on all children of the service: a
    record that a gap keeps out of every figure is found only so.
    """
    rows = connection.execute(
        "select distinct finding_code, unit_id, child_id, severity, supplier, entity,"
        " file_sha256, row_number, column_name, message, what_to_do"
        " from fct_data_quality_findings as finding"
        " where service = ? and coalesce(rule_version, ?) = ?"
        " and (coalesce(quarter, ?) = ? or (? and row_number is not null))"
        " and (? or quarter is not null or exists ("
        "select 1 from fct_measure_members as member"
        " where member.child_id = finding.child_id"
        " and member.service = finding.service"
        " and member.rule_version = ? and member.quarter = ?))"
        " order by all",
        [
            *(asked.service, asked.rules, asked.rules, asked.quarter, asked.quarter),
            *(whole_service, whole_service, asked.rules, asked.quarter),
        ],
    ).fetchall()
    names = (
        *("code", "unit", "child_id", "severity", "supplier", "entity"),
        *("file_sha256", "row_number", "column", "message", "what_to_do"),
    )
    return [dict(zip(names, row, strict=True)) for row in rows]


def breakdown_text(breakdown: dict[str, str]) -> str:
    """Return a breakdown as the tables write it: JSON with sorted keys, no blanks."""
    return json.dumps(breakdown, sort_keys=True, separators=(",", ":"))
