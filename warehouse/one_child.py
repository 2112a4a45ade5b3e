"""What the release says of one child: the figures it is in, and what keeps it out.

Asking the published tables for one child belongs here. A whole figure belongs to
``explaining``.
"""

import json
from typing import Any

import duckdb

from warehouse.figures import Asked
from warehouse.refusal import WrongUse


def figures_of_child(
    connection: duckdb.DuckDBPyConnection, asked: Asked, child_id: str
) -> list[dict[str, Any]]:
    """Return each figure of the quarter that has a child, or one of its units, in it.

    Raises:
        WrongUse: No child of the release bears the id.
    """
    known = connection.execute(
        "select 1 from dim_children where child_id = ?", [child_id]
    ).fetchone()
    if known is None:
        raise WrongUse(
            f"no child {child_id} in this release; `yjdw explain --measure` lists"
            " child ids, child_identifiers those of a supplier's own id"
        )
    rows = connection.execute(
        "select measure, breakdown, unit_id, in_numerator, in_denominator"
        " from fct_measure_members where rule_version = ? and service = ?"
        " and quarter = ? and child_id = ? order by measure, breakdown <> '{}', breakdown, unit_id",
        [*asked.key, child_id],
    ).fetchall()
    names = ("measure", "breakdown", "unit_id", "in_numerator", "in_denominator")
    figures = [dict(zip(names, row, strict=True)) for row in rows]
    return [{**item, "breakdown": json.loads(item["breakdown"])} for item in figures]


def uncounted_of_child(
    connection: duckdb.DuckDBPyConnection, asked: Asked, child_id: str
) -> list[dict[str, Any]]:
    """Return the child's programmes that ended in the quarter, or run on, uncounted.

    Each with the first rule that keeps it out of the order measures, as
    ``fct_orders_not_counted`` has it.
    """
    names = (
        *("programme_unit_id", "disposal_type_code", "start_date", "end_date"),
        *("reason", "reason_name", "reason_clause", "what_to_mend"),
    )
    rows = connection.execute(
        f"select {', '.join(names)} from fct_orders_not_counted"  # noqa: S608 - ours
        " where rule_version = ? and service = ? and coalesce(quarter, ?) = ?"
        " and child_id = ? order by all",
        [asked.rules, asked.service, asked.quarter, asked.quarter, child_id],
    ).fetchall()
    return [dict(zip(names, row, strict=True)) for row in rows]
