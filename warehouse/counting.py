"""Count case documents in a throw-away home, for as many runs as are asked.

Counting each state of knowledge once belongs here, landing to ``handed_files``. What a
measure means belongs to ``dbt_project/``, the form of an answer to ``warehouse/figures.py``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from warehouse.calculating import calculate
from warehouse.configuration import Configuration, Service
from warehouse.control import Calculation, Scope
from warehouse.figures import Asked, read_figures, read_findings
from warehouse.handed_files import DOCUMENTS, land_documents, land_table
from warehouse.layout import Layout
from warehouse.refusal import WrongUse
from warehouse.rule_settings import settle
from warehouse.rule_versions import first_day, require_version

Answer = dict[str, Any]


@dataclass(frozen=True)
class Run:
    """One question: the figures of a quarter under rules, settings and knowledge.

    Raises:
        WrongUse: The quarter, rule version or a setting is not known.
    """

    quarter: str
    rules: str
    as_known_at: date | None = None
    service: str | None = None
    settings: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        """Refuse a question that no figure can answer."""
        first_day(self.quarter)
        require_version(self.rules)
        settle(dict(self.settings))

    @property
    def calculation(self) -> Calculation:
        """Return the rule version with its settings, under an id of their own."""
        settings = settle(dict(self.settings))
        name = " ".join([self.rules, *map("=".join, settings.items())])
        return Calculation(name, self.rules, settings)


def count_documents(
    layout: Layout,
    documents: Sequence[Path],
    runs: Sequence[Run],
    tables: Mapping[str, Path] | None = None,
) -> list[Answer]:
    """Return one answer per run, in the order of the runs, with members.

    Args:
        layout: An empty home; the caller throws it away.
        documents: Case documents, case files of several, or folders of either.
        runs: What is asked; documents are landed once for all.
        tables: CSV files of the service's own tables, by entity, under any name.

    Raises:
        DataRefused: A document cannot be used; the reasons name file and field.
        WrongUse: The documents are of several services and a run names none.
    """
    layout.prepare()
    land_documents(layout, documents)
    for entity, path in (tables or {}).items():
        land_table(layout, entity, path)
    answers: dict[Run, Answer] = {}
    for known_at in dict.fromkeys(run.as_known_at for run in runs):
        asked = [run for run in runs if run.as_known_at == known_at]
        configuration = Configuration(service=Service(case_system=DOCUMENTS))
        with calculate(layout, configuration, scope_of(asked, known_at)) as found:
            answers |= {run: answer(found, run) for run in asked}
    return [answers[run] for run in runs]


def scope_of(runs: Sequence[Run], known_at: date | None) -> Scope:
    """Return the scope that answers all runs of one state of knowledge."""
    calculations = {run.calculation.calculation_id: run.calculation for run in runs}
    return Scope(
        list(calculations.values()),
        as_known_at=known_at,
        quarters=sorted({run.quarter for run in runs}),
        services=sorted({run.service for run in runs if run.service}),
    )


def answer(connection: duckdb.DuckDBPyConnection, run: Run) -> Answer:
    """Read the figures of one run, in the form of the interfaces."""
    for table in ("fct_measures", "fct_measure_members", "fct_data_quality_findings"):
        connection.execute(
            f"create or replace temp table {table} as select * from marts.{table} "  # noqa: S608
            f"where coalesce(calculation_id, $calculation) = $calculation",
            {"calculation": run.calculation.calculation_id},
        )
    asked = Asked(run.quarter, run.rules, run.service or only_service(connection))
    return {
        "quarter": run.quarter,
        "rules": run.rules,
        "service": asked.service,
        "as_known_at": run.as_known_at.isoformat() if run.as_known_at else None,
        "measures": read_figures(connection, asked, members=True),
        "dq": read_findings(connection, asked, whole_service=True),
    }


def only_service(connection: duckdb.DuckDBPyConnection) -> str:
    """Return the one service of the documents.

    Raises:
        WrongUse: There is none, or more than one.
    """
    rows = connection.execute(
        "select distinct service from intermediate.int_case__persons order by all"
    ).fetchall()
    if len(rows) != 1:
        names = ", ".join(row[0] for row in rows) or "none"
        raise WrongUse(f"say which service with --service; the documents hold: {names}")
    return str(rows[0][0])
