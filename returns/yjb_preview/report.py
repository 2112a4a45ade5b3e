"""Put together what the YJB will see of a quarter: figures, units, what to mend.

The order of the steps and the form of the answer belong here. Counting, comparing and
files belong to the other modules of this folder.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from returns.yjb_preview.comparison import differing_units, explain_units
from returns.yjb_preview.differences import CODE, OURS, first_calculations
from returns.yjb_preview.figures import read_figures
from returns.yjb_preview.form_differences import (
    find_form_differences,
    read_filled_form,
    read_form_figures,
)
from returns.yjb_preview.lists import (
    list_differences,
    list_mends,
    read_children,
    read_not_counted,
    read_sides,
)
from warehouse.configuration import Configuration
from warehouse.control import Scope
from warehouse.figures import Asked
from warehouse.layout import Layout
from warehouse.refusal import WrongUse
from warehouse.variants import count_variants

Document = dict[str, Any]


@dataclass(frozen=True)
class Question:
    """Which quarter of which service, under which rules, as known at which day."""

    quarter: str
    rules: str
    settings: dict[str, str]
    service: str | None = None
    as_known_at: date | None = None


def preview(
    layout: Layout,
    configuration: Configuration,
    question: Question,
    report: Callable[[str], None],
) -> Document:
    """Return what we count of a quarter, what the YJB will, and why they differ.

    Args:
        layout: The home whose landed records are counted.
        configuration: The service's configuration.
        question: What is asked.
        report: Told what is being done.

    Raises:
        WrongUse: No children have landed, or those of several services.
    """
    scope = Scope(
        first_calculations(question.rules, question.settings),
        as_known_at=question.as_known_at,
        quarters=[question.quarter],
        services=[question.service] if question.service else [],
    )
    report(f"counting {question.quarter} our way, by their code, and for the form")
    with count_variants(layout, configuration, scope) as connection:
        asked = Asked(
            question.quarter, question.rules, _service(connection, question.service)
        )
        return _compose(connection, scope, asked, report)


def _compose(
    connection: duckdb.DuckDBPyConnection,
    scope: Scope,
    asked: Asked,
    report: Callable[[str], None],
) -> Document:
    found = differing_units(connection, asked)
    form = read_filled_form(connection, asked)
    figures = read_figures(connection, asked, read_form_figures(form))
    of_form = find_form_differences(form, read_sides(connection))
    not_counted = read_not_counted(connection, asked, (OURS, CODE))
    children = read_children(connection, asked)
    explained = explain_units(connection, scope, asked, found, report)
    differences = list_differences(explained, of_form, children)
    return {
        "quarter": asked.quarter,
        "rules": asked.rules,
        "service": asked.service,
        "as_known_at": scope.as_known_at.isoformat() if scope.as_known_at else None,
        "figures": figures,
        "differences": differences,
        "not_counted": not_counted,
        "mend": list_mends(differences, not_counted),
    }


def _service(connection: duckdb.DuckDBPyConnection, wanted: str | None) -> str:
    rows = connection.execute(
        "select distinct service from intermediate.int_case__persons"
        " where service is not null order by all"
    ).fetchall()
    services = [str(row[0]) for row in rows]
    if wanted in services:
        return str(wanted)
    if wanted or len(services) != 1:
        names = ", ".join(services) or "none: nothing has landed"
        raise WrongUse(f"name one service with --service; there are {names}")
    return services[0]
