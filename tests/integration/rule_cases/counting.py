"""Count all rule cases together: each in a service of its own, landed once.

Naming services, landing and reading figures belong here. Cases belong to the topics.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from tests.integration.rule_cases.case import Case, Document, Under
from warehouse.calculating import calculate
from warehouse.configuration import Configuration, Service
from warehouse.counting import Run, scope_of
from warehouse.handed_files import DOCUMENTS, land_documents
from warehouse.layout import Layout

Figures = dict[tuple[str, str], dict[str, Any]]
TARGETS = (
    "model.youth_justice.fct_measures",
    "model.youth_justice.fct_data_quality_findings",
)
QUARTER = Under("").quarter
KEYS = ("numerator", "denominator", "value", "is_low_base", "state")


@dataclass
class Counted:
    """Figures and findings of every case, by its service and by what was asked."""

    figures: dict[tuple[str, Under], Figures]
    findings: dict[str, set[str]]


def service_of(case: Case, number: int) -> str:
    """Return the service in which a case lives."""
    return case.service or f"Case {number:03}"


def count_cases(cases: list[Case], folder: Path) -> Counted:
    """Count every case under everything it asks, in as few runs as there can be.

    A run makes every calculation and quarter for all its services, so the many cases
    that ask the same have a run of their own.
    """
    counted = Counted({}, {})
    numbered = [(service_of(case, n), case) for n, case in enumerate(cases)]
    batches: dict[tuple[Any, ...], list[tuple[str, Case]]] = {}
    for service, case in numbered:
        for batch in {batch_of(case, under) for under, _ in case.questions()}:
            batches.setdefault(batch, []).append((service, case))
    for number, (batch, members) in enumerate(batches.items()):
        home = Layout(folder / f"home-{number}")
        home.prepare()
        document = folder / f"cases-{number}.json"
        document.write_text(json.dumps(document_of(members)))
        land_documents(home, [document])
        asked = [
            (service, under)
            for service, case in members
            for under, _ in case.questions()
            if batch_of(case, under) == batch
        ]
        read_batch(home, asked, counted)
    return counted


def batch_of(case: Case, under: Under) -> tuple[Any, ...]:
    """Return which run answers a question: each run makes all that any of it asks.

    Few cases ask for settings or for other quarters, and meetings name no service.
    """
    if case.meetings:
        return ("board",)
    if under.known or under.settings:
        return under.known, bool(under.settings)
    return ("another quarter",) if under.quarter != QUARTER else ("the quarter",)


def document_of(members: list[tuple[str, Case]]) -> Document:
    """Return one case file: documents in the names of their services, and meetings."""
    named = []
    for service, case in members:
        for home, documents in (
            (service, case.documents),
            (f"{service} elsewhere", case.elsewhere),
        ):
            named += [in_the_name_of(home, service, item) for item in documents]
    meetings = [meeting for _, case in members for meeting in case.meetings]
    return {"documents": named, "board_meetings": meetings}


def in_the_name_of(home: str, service: str, document: Document) -> Document:
    """Return a document of a service; children of two cases are never one person."""
    named = json.loads(json.dumps(document))
    named["return_part"]["yjs_name"] = home
    for child in named["children"]:
        person = child["person_details"]
        identity = person["originatingYOTPersonID"]
        if identity and identity.upper() != "N/A" and " " not in identity:
            person["originatingYOTPersonID"] = f"{service.replace(' ', '')}-{identity}"
    return named


def read_batch(home: Layout, asked: list[tuple[str, Under]], counted: Counted) -> None:
    """Count one batch and add what was asked of it."""
    runs = {
        (service, under): Run(
            under.quarter, under.rules, under.known, service, under.settings
        )
        for service, under in asked
    }
    configuration = Configuration(service=Service(case_system=DOCUMENTS))
    scope = scope_of(list(runs.values()), asked[0][1].known)
    with calculate(home, configuration, scope, TARGETS) as connection:
        held = figures_held(connection, list(runs.values()))
        for (service, under), run in runs.items():
            key = (run.calculation.calculation_id, service, run.quarter)
            counted.figures[service, under] = held.get(key, {})
        for service, code in connection.execute(
            "select distinct service, finding_code"
            " from marts.fct_data_quality_findings where service is not null"
        ).fetchall():
            counted.findings.setdefault(service, set()).add(code)


def figures_held(
    connection: duckdb.DuckDBPyConnection, runs: list[Run]
) -> dict[tuple[str, str, str], Figures]:
    """Return the figures of the runs, by calculation, service and quarter."""
    keys = [(run.calculation.calculation_id, run.service, run.quarter) for run in runs]
    rows = connection.execute(
        "with wanted as (select unnest($1) as calculation_id, unnest($2) as service,"
        " unnest($3) as quarter)"
        f" select calculation_id, service, quarter, measure, breakdown, {', '.join(KEYS)}"
        " from marts.fct_measures semi join wanted using"
        " (calculation_id, service, quarter)",
        [list(column) for column in zip(*keys, strict=True)],
    ).fetchall()
    held: dict[tuple[str, str, str], Figures] = {}
    for row in rows:
        figures = held.setdefault(row[:3], {})
        figures[row[3:5]] = dict(zip(KEYS, row[5:], strict=True))
    return held
