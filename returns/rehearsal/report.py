"""Put together what a rehearsal found: verdict, counts, causes, differences, figures.

The form of the answer belongs here. Finding and explaining belong to ``comparing``, how
it looks to ``files`` and ``words``.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import duckdb

from returns.rehearsal import listing
from returns.rehearsal.comparing import Days, Question, compare
from returns.rehearsal.differences import read_differences, read_figures
from returns.rehearsal.explaining import migration_rules
from returns.rehearsal.queries import query
from returns.rehearsal.sign_offs import (
    SignOff,
    choose,
    read_sign_offs,
    write_sign_offs,
)
from sources.registry import CONTRACTS
from warehouse.configuration import Configuration
from warehouse.control import write_rows
from warehouse.layout import Layout

Document = dict[str, Any]


def rehearse(
    layout: Layout,
    configuration: Configuration,
    question: Question,
    report: Callable[[str], None],
    signing: "Signing | None" = None,
) -> Document:
    """Return what a change from one case system to another would change.

    Args:
        layout: The home in which extracts of both systems have landed.
        configuration: The service's configuration.
        question: Which systems, and when the service changes.
        report: Told what is being done.
        signing: Differences to sign off before the answer is given.

    Raises:
        WrongUse: A system cannot be rehearsed, or a difference to sign is not found.
    """
    connection, days = compare(layout, configuration, question, report)
    with connection:
        if signing:
            sign(connection, layout, question, signing)
        signed = read_sign_offs(layout, question.old, question.new)
        apply_sign_offs(connection, signed)
        return compose(connection, layout, question, days, signed)


class Signing:
    """Who signs which differences off, and why."""

    def __init__(self, wanted: Sequence[str], signed_by: str, reason: str) -> None:
        self.wanted = wanted
        self.signed_by = signed_by
        self.reason = reason


def sign(
    connection: duckdb.DuckDBPyConnection,
    layout: Layout,
    question: Question,
    signing: Signing,
) -> None:
    """Keep the sign-offs that are asked for.

    Raises:
        WrongUse: A difference is not found.
    """
    rows = connection.execute(query("names")).fetchall()
    found = {row[0]: row[1] for row in rows}
    rules: dict[str, list[str]] = {rule["code"]: [] for rule in migration_rules()}
    for difference_id, _, code in rows:
        if code:
            rules[code].append(difference_id)
    chosen = choose(signing.wanted, found, rules)
    systems = (question.old, question.new)
    write_sign_offs(layout, systems, chosen, signing.signed_by, signing.reason)


def apply_sign_offs(
    connection: duckdb.DuckDBPyConnection, signed: dict[str, SignOff]
) -> None:
    """Write ``rehearsal.signed`` and settle the figures that hang on what is signed."""
    connection.execute(
        "create or replace table rehearsal.signed (difference_id varchar)"
    )
    write_rows(connection, "rehearsal.signed", [(key,) for key in signed])
    connection.execute(query("judged"))


def compose(
    connection: duckdb.DuckDBPyConnection,
    layout: Layout,
    question: Question,
    days: Days,
    signed: dict[str, SignOff],
) -> Document:
    """Return the answer as one document."""
    found = {row[0] for row in connection.execute(query("names")).fetchall()}
    totals = listing.read_totals(connection)
    return {
        "old": describe_system(question.old, days.old),
        "new": describe_system(question.new, days.new),
        "cutover": question.cutover.isoformat() if question.cutover else None,
        "compared_before": days.line.isoformat(),
        "is_settled": totals["open"] == 0,
        "totals": totals,
        "children": listing.read_children(connection),
        "entities": listing.read_entities(connection),
        "values": listing.read_values(connection),
        "measures": listing.read_measures(connection),
        "causes": listing.read_causes(connection),
        "figures": read_figures(connection),
        "differences": read_differences(connection, layout),
        "rules": migration_rules(),
        "sign_offs": [
            {**item.as_dict(), "has_lapsed": key not in found}
            for key, item in signed.items()
        ],
    }


def describe_system(supplier: str, extract_date: date) -> Document:
    """Return a case system by its supplier, its own name and its last extract."""
    return {
        "supplier": supplier,
        "name": CONTRACTS[supplier].name,
        "extract_date": extract_date.isoformat(),
    }
