"""Hold a return's rules against the published release, and write nothing but issues.

Asking each return's own gate belongs here. What is expected belongs to
``expectations/returns``; writing a return, once nothing must be mended, to ``returns``.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from warehouse.configuration import Configuration
from warehouse.layout import Layout

if TYPE_CHECKING:
    import duckdb

    from expectations.rules import CheckResult
    from warehouse.releases import Release


def pre_check(
    layout: Layout, configuration: Configuration, name: str, period: str
) -> "Sequence[CheckResult]":
    """Return what the rules of a return find, were it written from what is published.

    What breaks a rule is noted in the ledger of issues.

    Args:
        layout: The home.
        configuration: The service, limits of freshness and bounds of changes.
        name: The return.
        period: A quarter, which may still be running, or the year of a plan.

    Raises:
        WrongUse: Nothing is published, or the release does not hold the period.
        KeyError: There is no such return.
    """
    from warehouse.querying import open_zone, release_of
    from warehouse.zones import IDENTIFIED

    ask = GATES[name]
    with open_zone(layout, IDENTIFIED) as connection:
        return ask(layout, configuration, connection, release_of(connection), period)


def _ask_kpi(
    layout: Layout,
    configuration: Configuration,
    connection: "duckdb.DuckDBPyConnection",
    release: "Release",
    quarter: str,
) -> "Sequence[CheckResult]":
    from returns.yjb_kpi import gate
    from warehouse.figures import ask_for

    asked = ask_for(connection, quarter, None, configuration.service.name)
    return gate.hold_return(layout, configuration, connection, release, asked)


def _ask_case(
    layout: Layout,
    configuration: Configuration,
    connection: "duckdb.DuckDBPyConnection",
    release: "Release",
    quarter: str,
) -> "Sequence[CheckResult]":
    from returns.case_level import gate
    from returns.case_level.documents import ask_for_case, compose_document

    asked = ask_for_case(connection, quarter, configuration.service.name)
    composed = compose_document(connection, asked)
    return gate.hold_return(layout, configuration, connection, release, asked, composed)


def _ask_plan(
    layout: Layout,
    configuration: Configuration,
    connection: "duckdb.DuckDBPyConnection",
    release: "Release",
    year: str,
) -> "Sequence[CheckResult]":
    from returns.youth_justice_plan import gate
    from returns.youth_justice_plan.composing import compose_tables
    from returns.youth_justice_plan.writer import ask_for_plan

    asked = ask_for_plan(connection, int(year), configuration.service.name)
    tables = compose_tables(connection, asked)
    return gate.hold_return(layout, configuration, connection, release, asked, tables)


GATES: dict[str, Callable[..., "Sequence[CheckResult]"]] = {
    "yjb_kpi": _ask_kpi,
    "case_level": _ask_case,
    "youth_justice_plan": _ask_plan,
}
