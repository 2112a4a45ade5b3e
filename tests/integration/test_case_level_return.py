"""The case-level return of a service whose case system sends tables."""

import json
import shutil

import pytest

from returns.case_level.documents import ask_for_case
from returns.case_level.files import JSON_FILE
from returns.case_level.writer import write_return
from sources.case_document.validation import find_breach
from tests.conftest import configuration_of
from tests.integration.test_two_ways_to_a_figure import figures_of
from warehouse.counting import Run, count_documents
from warehouse.figures import ask_for, read_figures
from warehouse.layout import ZONES, Layout
from warehouse.querying import open_zone, release_of

RULES = ("KPI-v1-template", "KPI-v2-headline", "KPI-v8-code")
QUARTERS = ("2023Q2", "2024Q4")
TABLES = {"national_items", "national_children", "national_headers"}


def send(home, quarter):
    layout = Layout(home)
    with open_zone(layout, "identified") as connection:
        asked = ask_for_case(connection, quarter)
        release, configuration = release_of(connection), configuration_of(home)
        written = write_return(layout, configuration, connection, release, asked)
    return written.folder / JSON_FILE


@pytest.fixture(scope="module")
def sent(built_home, tmp_path_factory):
    """The return of each quarter, as a file."""
    home = shutil.copytree(built_home, tmp_path_factory.mktemp("sent") / "home")
    return {quarter: send(home, quarter) for quarter in QUARTERS}


@pytest.mark.parametrize("quarter", QUARTERS)
def test_the_return_is_valid_by_the_schema(sent, quarter):
    document = json.loads(sent[quarter].read_text(encoding="utf-8"))

    assert find_breach(document) is None
    assert len(document["children"]) > 0


@pytest.mark.parametrize("quarter", QUARTERS)
def test_the_return_read_back_gives_the_figures_of_the_release(
    built_home, sent, quarter, tmp_path
):
    runs = [Run(quarter, rules) for rules in RULES]
    answers = count_documents(Layout(tmp_path / "home"), [sent[quarter]], runs)

    with open_zone(Layout(built_home), "identified") as connection:
        for answer in answers:
            asked = ask_for(connection, quarter, answer["rules"])
            published = kpis(read_figures(connection, asked))
            assert kpis(answer["measures"]) == published


def kpis(figures):
    """The KPIs of the quarter: others look back, KPI 8 counts a board's own minutes."""
    return figures_of(
        [
            item
            for item in figures
            if item["measure"].startswith("kpi")
            and not item["measure"].startswith("kpi8")
            and "period" not in item["breakdown"]
        ]
    )


@pytest.mark.parametrize("zone", ZONES)
def test_the_records_behind_it_are_in_the_identified_zone_alone(built_home, zone):
    with open_zone(Layout(built_home), zone) as connection:
        rows = connection.execute("select table_name from duckdb_tables()").fetchall()

    held = TABLES & {row[0] for row in rows}
    assert held == (TABLES if zone == "identified" else set())
