"""Count all rule cases together: each in a service of its own, landed once.

Naming services, landing and reading figures belong here. Cases belong to the topics.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from tests.integration.rule_cases.case import Case, Document, Under, figure_key
from tests.integration.rule_cases.counting_asked import calculate_asked
from warehouse.counting import Run, scope_of
from warehouse.handed_files import land_documents
from warehouse.layout import Layout

Figures = dict[tuple[str, str], dict[str, Any]]
QUARTER = Under("").quarter
SHARING = 120
KEYS = ("numerator", "denominator", "value", "is_low_base", "state")


@dataclass
class Counted:
    """Figures and findings of every case, by its service and by what was asked."""

    figures: dict[tuple[str, Under], Figures]
    findings: dict[str, set[str]]


@dataclass(frozen=True)
class Question:
    """What one case asks under one version, of the service in which it lives."""

    service: str
    case: Case
    under: Under
    expected: dict[str, str]


def service_of(case: Case, number: int) -> str:
    """Return the service in which a case lives."""
    return case.service or f"Case {number:03}"


def count_cases(cases: list[Case], folder: Path) -> Counted:
    """Count every case under everything it asks, in as few runs as pay.

    A run makes every calculation, quarter and figure for all its services, so cases
    that ask the same share one: cases lie in the order of topics.
    """
    counted = Counted({}, {})
    batches: dict[tuple[Any, ...], list[Question]] = {}
    for number, case in enumerate(cases):
        for under, expected in case.questions():
            question = Question(service_of(case, number), case, under, expected)
            batches.setdefault(batch_of(number, question), []).append(question)
    for number, questions in enumerate(batches.values()):
        home = Layout(folder / f"home-{number}")
        home.prepare()
        document = folder / f"cases-{number}.json"
        document.write_text(json.dumps(document_of(questions)))
        land_documents(home, [document])
        read_batch(home, questions, counted)
    return counted


def batch_of(number: int, question: Question) -> tuple[Any, ...]:
    """Return which run answers a question; meetings name no service, so have their own."""
    under = question.under
    if question.case.meetings:
        return ("board",)
    if under.known or under.settings:
        return under.known, bool(under.settings)
    if under.quarter != QUARTER:
        return ("another quarter",)
    return "the quarter", number // SHARING


def document_of(questions: list[Question]) -> Document:
    """Return one case file: documents in the names of their services, and meetings."""
    cases = {question.service: question.case for question in questions}
    named = []
    for service, case in cases.items():
        for home, documents in (
            (service, case.documents),
            (f"{service} elsewhere", case.elsewhere),
        ):
            named += [in_the_name_of(home, service, item) for item in documents]
    told = {id(q.case): q.case for q in questions}.values()
    meetings = [meeting for case in told for meeting in case.meetings]
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


def read_batch(home: Layout, questions: list[Question], counted: Counted) -> None:
    """Count one batch and add what was asked of it."""
    runs = {
        (question.service, question.under): Run(
            question.under.quarter,
            question.under.rules,
            question.under.known,
            question.service,
            question.under.settings,
        )
        for question in questions
    }
    asked = {figure_key(text) for item in questions for text in item.expected}
    scope = scope_of(list(runs.values()), questions[0].under.known)
    with calculate_asked(home, scope, asked) as connection:
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
