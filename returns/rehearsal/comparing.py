"""Hold two case systems side by side: load, count alone, pair, compare, explain.

The order of the steps belongs here. What is said of the result belongs to ``report``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import duckdb

from returns.rehearsal.children import name_children
from returns.rehearsal.explaining import explain
from returns.rehearsal.figures import compare_figures
from returns.rehearsal.pairs import PAIRS, named, pair_records
from returns.rehearsal.records import find_differences
from returns.rehearsal.sides import keep_side
from returns.rehearsal.spec import compared_records
from returns.rehearsal.weighing import Held, held_columns, weigh
from sources.registry import mapped_systems
from warehouse.alone import load_systems
from warehouse.case_systems import SystemTerm
from warehouse.configuration import Configuration
from warehouse.control import standard_scope, write_rows
from warehouse.layout import Layout
from warehouse.refusal import WrongUse

FIGURES = ("fct_measures", "fct_measure_members")


@dataclass(frozen=True)
class Question:
    """Which two systems, and on which day the service changes, if that is known."""

    old: str
    new: str
    cutover: date | None = None


@dataclass(frozen=True)
class Days:
    """The last day of each system's extract, and the first that is not compared."""

    old: date
    new: date
    line: date


def compare(
    layout: Layout,
    configuration: Configuration,
    question: Question,
    report: Callable[[str], None],
) -> tuple[duckdb.DuckDBPyConnection, Days]:
    """Return a database in memory with every difference and its verdict.

    Raises:
        WrongUse: A system is not one that can be rehearsed, or has sent nothing.
    """
    require_systems(question)
    tables = (item.table for item in compared_records().values())
    wanted = [named(model) for model in (*FIGURES, *tables)]
    report("loading what has landed")
    scope = standard_scope(configuration, None)
    counting = load_systems(layout, configuration, scope, [*wanted, named(PAIRS)])
    connection = counting.connection
    days = find_days(connection, question)
    ask(connection, question, days)
    pair_records(counting, question.old, question.new, days.line)
    for side, supplier in (("old", question.old), ("new", question.new)):
        report(f"counting every quarter from {supplier} alone")
        counting.count([SystemTerm(supplier)], wanted)
        keep_side(connection, side, days.line)
    report("comparing children, records and figures")
    judge(connection, (held_columns(question.old), held_columns(question.new)))
    return connection, days


def judge(connection: duckdb.DuckDBPyConnection, held: tuple[Held, Held]) -> None:
    """Compare and explain, once both sides, the pairs and the updates are there."""
    name_children(connection)
    find_differences(connection)
    weigh(connection, held)
    explain(connection)
    compare_figures(connection)


def require_systems(question: Question) -> None:
    """Refuse what is no case system with mappings, and one system twice.

    Raises:
        WrongUse: The message lists those there are.
    """
    known = mapped_systems()
    for name in (question.old, question.new):
        if name not in known:
            raise WrongUse(f"no case system {name}; there are {', '.join(known)}")
    if question.old == question.new:
        raise WrongUse("--old and --new are one system; name two")


def find_days(connection: duckdb.DuckDBPyConnection, question: Question) -> Days:
    """Return the extract days of both systems and the first day not compared.

    That is the day of the switch, or the day after the earlier extract if it is
    earlier.

    Raises:
        WrongUse: Nothing of a system has landed.
    """
    rows = connection.execute(
        "select _supplier, max(_extract_date) from case_system.persons group by all"
    ).fetchall()
    found = dict(rows)
    for name in (question.old, question.new):
        if name not in found:
            raise WrongUse(
                f"nothing of {name} has landed; put its extract into drop/{name}/ of the "
                f"home and run `yjdw land --supplier {name}`"
            )
    old, new = found[question.old], found[question.new]
    after = min(old, new) + timedelta(days=1)
    return Days(old, new, min(after, question.cutover or after))


def ask(connection: duckdb.DuckDBPyConnection, question: Question, days: Days) -> None:
    """Write the question where the comparison reads it."""
    connection.execute("create schema rehearsal")
    connection.execute(
        "create table rehearsal.asked"
        " (old_supplier varchar, new_supplier varchar, line date)"
    )
    row = (question.old, question.new, days.line)
    write_rows(connection, "rehearsal.asked", [row])
