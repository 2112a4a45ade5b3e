"""One service by two roads: the case system through dbt, its case documents in memory."""

import json

import pytest

from warehouse.counting import Run, count_documents
from warehouse.figures import ask_for, breakdown_text, read_figures
from warehouse.layout import Layout
from warehouse.querying import open_zone

# education and social care fill these two in where the case system is silent, and a
# throw-away home has no such partners
FILLED_IN = ("kpi3", "kpi7")
QUARTERS = ("2023Q2", "2024Q1", "2024Q4")
PARTS = ("numerator", "denominator", "value", "low_base", "state")


@pytest.fixture(scope="module")
def answers(simulated_service, tmp_path_factory):
    """What the case documents of the service say, for each quarter and rule version."""
    documents = [simulated_service / "drop" / "case_document"]
    runs = [
        Run(quarter, rules)
        for quarter in QUARTERS
        for rules in ("KPI-v1-template", "KPI-v2-headline", "KPI-v8-code")
    ]
    folder = tmp_path_factory.mktemp("throw-away")
    tables = {
        entity: join_tables(simulated_service, entity, folder)
        for entity in ("board_meetings", "victims")
    }
    return count_documents(Layout(folder / "home"), documents, runs, tables)


def join_tables(simulated_service, entity, folder):
    """Put the office's files of one entity below each other, as a person would."""
    files = sorted((simulated_service / "drop" / "service_office").glob(f"{entity}_*"))
    texts = [file.read_text(encoding="utf-8").splitlines() for file in files]
    lines = [texts[0][0], *(line for text in texts for line in text[1:])]
    table = folder / f"{entity}.csv"
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return table


def figures_of(figures: list[dict]) -> dict[str, list[object]]:
    return {
        f"{figure['measure']} {breakdown_text(figure['breakdown'])}": [
            figure.get(part) for part in PARTS
        ]
        for figure in figures
        if not figure["measure"].startswith(FILLED_IN)
    }


def test_the_documents_and_the_case_system_give_the_same_figures(built_home, answers):
    different = {}
    with open_zone(Layout(built_home), "analyst") as connection:
        for answer in answers:
            names = (answer[name] for name in ("quarter", "rules", "service"))
            published = figures_of(
                read_figures(connection, ask_for(connection, *names))
            )
            counted = figures_of(answer["measures"])
            assert published.keys() == counted.keys()
            different |= {
                f"{answer['quarter']} {answer['rules']} {name}": (
                    published[name],
                    figure,
                )
                for name, figure in counted.items()
                if published[name] != figure
            }
    assert json.dumps(different) == "{}"


def test_the_compared_quarters_have_children_to_count(answers):
    counted = [
        figure["denominator"]
        for answer in answers
        for figure in answer["measures"]
        if figure["measure"] == "kpi1" and not figure["breakdown"]
    ]
    assert min(counted) > 0
