"""Hold a return's rules against the published release, and write nothing.

Asking each return's own gate belongs here. What is expected belongs to
``expectations/returns``; writing a return, once nothing must be mended, to ``returns``.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from warehouse.configuration import Configuration
from warehouse.layout import Layout

if TYPE_CHECKING:
    import duckdb

    from expectations.rules import CheckResult
    from warehouse.freshness import Freshness


def pre_check(
    layout: Layout, configuration: Configuration, name: str, period: str
) -> "Sequence[CheckResult]":
    """Return what the rules of a return find, were it written from what is published.

    Args:
        layout: The home.
        configuration: The service, limits of freshness and bounds of changes.
        name: The return.
        period: A quarter, which may still be running, or the year of a plan.

    Raises:
        WrongUse: Nothing is published, or the release does not hold the period.
        KeyError: There is no such return.
    """
    from warehouse.querying import open_zone
    from warehouse.zones import IDENTIFIED

    ask = GATES[name]
    with open_zone(layout, IDENTIFIED) as connection:
        return ask(layout, configuration, connection, period)


def _ask_kpi(
    layout: Layout,
    configuration: Configuration,
    connection: "duckdb.DuckDBPyConnection",
    quarter: str,
) -> "Sequence[CheckResult]":
    from returns.yjb_kpi import gate
    from warehouse.figures import ask_for

    asked = ask_for(connection, quarter, None, configuration.service.name)
    return gate.check_return(
        connection,
        asked,
        configuration,
        _ages(layout, configuration, connection),
        gate.explain(layout, asked),
    )


def _ask_case(
    layout: Layout,
    configuration: Configuration,
    connection: "duckdb.DuckDBPyConnection",
    quarter: str,
) -> "Sequence[CheckResult]":
    from returns.case_level import gate
    from returns.case_level.documents import ask_for_case, compose_document

    asked = ask_for_case(connection, quarter, configuration.service.name)
    composed = compose_document(connection, asked)
    return gate.check_return(composed, _ages(layout, configuration, connection))


def _ask_plan(
    layout: Layout,
    configuration: Configuration,
    connection: "duckdb.DuckDBPyConnection",
    year: str,
) -> "Sequence[CheckResult]":
    from returns.youth_justice_plan import gate
    from returns.youth_justice_plan.composing import compose_tables
    from returns.youth_justice_plan.writer import ask_for_plan

    asked = ask_for_plan(connection, int(year), configuration.service.name)
    return gate.check_return(
        layout,
        configuration,
        connection,
        asked,
        compose_tables(connection, asked),
        gate.explain(layout, asked, {}),
    )


def _ages(
    layout: Layout,
    configuration: Configuration,
    connection: "duckdb.DuckDBPyConnection",
) -> "list[Freshness]":
    """Return how old each supplier's data was when the release was known."""
    from warehouse.freshness import read_freshness
    from warehouse.querying import release_of

    known_at = release_of(connection).as_known_at
    day = date.fromisoformat(known_at) if known_at else None
    return read_freshness(layout, configuration, day)


GATES: dict[str, Callable[..., "Sequence[CheckResult]"]] = {
    "yjb_kpi": _ask_kpi,
    "case_level": _ask_case,
    "youth_justice_plan": _ask_plan,
}
