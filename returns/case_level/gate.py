"""Hold the case-level return of one quarter against its rules before it is written.

Adding what only the home knows belongs here: whose records are not whole, how old each
supplier is. The rules of a document belong to ``expectations/returns/case_level.py``.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import duckdb

from expectations.returns.documents import hold_document
from expectations.rules import CheckResult
from expectations.waivers import ReturnOf
from returns._shared.gate import settle
from returns.case_level.documents import CaseAsked, Composed
from sources.registry import CONTRACTS
from warehouse.configuration import Configuration
from warehouse.freshness import Freshness, read_freshness
from warehouse.layout import Layout
from warehouse.releases import Release

NAME = "case_level"


def check_return(
    composed: Composed,
    suppliers: Sequence[Freshness],
    children: Mapping[str, str] | None = None,
) -> list[CheckResult]:
    """Return what the rules find in a document that is to go out.

    Args:
        composed: The document.
        suppliers: How old each supplier's usable data is.
        children: The child of each ypid, where it is known.
    """
    stale = [
        item.supplier
        for item in suppliers
        if item.is_required
        and item.is_stale
        and CONTRACTS[item.supplier].kind == "case_system"
    ]
    home = {"C-WHOLE": composed.not_whole, "C-FRESH": stale}
    return hold_document(composed.document, home, children)


def hold_return(
    layout: Layout,
    configuration: Configuration,
    connection: duckdb.DuckDBPyConnection,
    release: Release,
    asked: CaseAsked,
    composed: Composed,
) -> list[CheckResult]:
    """Return what stands against one quarter's return, waivers applied."""
    known_at = date.fromisoformat(release.as_known_at) if release.as_known_at else None
    suppliers = read_freshness(layout, configuration, known_at)
    children = name_children(connection, asked.service)
    results = check_return(composed, suppliers, children)
    return settle(layout, configuration, release, return_of(asked), results)


def return_of(asked: CaseAsked) -> ReturnOf:
    """Return the return that is asked for, as waivers and issues name it."""
    return ReturnOf(NAME, asked.quarter, asked.service)


def name_children(
    connection: duckdb.DuckDBPyConnection, service: str
) -> dict[str, str]:
    """Return the child of each ypid of a service."""
    rows = connection.execute(
        "select distinct children.ypid, child_id from national_children as children"
        " inner join child_identifiers on supplier_person_id"
        " in (children.ypid, children.service || '|' || children.ypid)"
        " where service = ?",
        [service],
    ).fetchall()
    return {str(ypid): str(child_id) for ypid, child_id in rows}
