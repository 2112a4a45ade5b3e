"""A change of definition next year: rows of data, and not a line of Python or SQL.

The rows are added to a copy of the dbt project, and the program is asked as ever. How
to make a real change is in ``docs/changing-a-definition.md``.
"""

import csv
import json
import shutil
from datetime import date

import pytest

from tests.integration.settings_children import (
    SERVICE,
    case_file,
    child,
    home,
    order,
)
from warehouse import models
from warehouse.calculating import calculate
from warehouse.configuration import Configuration, Service
from warehouse.control import standard_scope
from warehouse.handed_files import land_documents
from warehouse.layout import Layout
from yjdw.cli import run_program

MADE_UP = "KPI-v9-made-up"
VERSION = [MADE_UP, "2026-04-01", "", "An invented definition", "YES", "ours", "L"]
# otherwise it counts as the default does: only primary homes, fines as well
PARAMETERS = [
    [MADE_UP, "cfg.kpi1.primary_only", "true", "invented"],
    [MADE_UP, "cfg.map.first_tier_in_kpi", "true", "invented"],
]
TWO_HOMES = child("two-homes", residence=[home(), home("UNSUITABLE", primary=False)])
FINED = child("fined", order(outcome="FINE", disposal="COURT_FINE_SUPPORT"))


def add_rows(project, seed, rows):
    with (project / "seeds" / f"{seed}.csv").open("a", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


@pytest.fixture(scope="module", autouse=True)
def project(tmp_path_factory):
    """A copy of the models with the rows of one more version; used while it lasts."""
    copy = tmp_path_factory.mktemp("next-year") / "dbt_project"
    shutil.copytree(models.PROJECT, copy, ignore=shutil.ignore_patterns("target"))
    add_rows(copy, "reference/rule_versions", [VERSION])
    add_rows(copy, "rules/rule_parameters", PARAMETERS)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(models, "PROJECT", copy)
        yield


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    path = tmp_path_factory.mktemp("documents") / "case.json"
    path.write_text(json.dumps(case_file([TWO_HOMES, FINED])))
    return path


def headline(figures, measure):
    (found,) = [
        figure
        for figure in figures
        if figure["measure"] == measure and not figure["breakdown"]
    ]
    return found["numerator"], found["denominator"]


@pytest.mark.parametrize(
    ("rules", "counted"),
    [
        ([], "KPI-v1-template"),  # the version of the quarter
        (["--rules", "KPI-v8-code"], "KPI-v8-code"),
        (["--rules", MADE_UP], MADE_UP),
    ],
)
def test_the_program_counts_under_it_when_asked(case, capsys, rules, counted):
    asked = ["kpi", "--documents", str(case), "--quarter", "2024Q1", "--json", *rules]

    assert run_program(asked) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["rules"] == counted
    assert (
        headline(answer["measures"], "kpi1")
        == {
            "KPI-v1-template": (1, 1),
            "KPI-v8-code": (0, 1),
            MADE_UP: (1, 2),
        }[counted]
    )


def test_it_is_the_version_of_the_quarters_from_its_first_day(case, capsys):
    for quarter, rules in (("2025Q4", "KPI-v2-headline"), ("2026Q1", MADE_UP)):
        asked = ["kpi", "--documents", str(case), "--quarter", quarter, "--json"]

        assert run_program(asked) == 0
        assert json.loads(capsys.readouterr().out)["rules"] == rules


@pytest.fixture(scope="module")
def run_of_2026(case, tmp_path_factory):
    """What a run makes of the documents, as known in its first summer."""
    layout = Layout(tmp_path_factory.mktemp("home"))
    layout.prepare()
    land_documents(layout, [case])
    service = Service(name=SERVICE, case_system="case_document")
    configuration = Configuration(service=service)
    scope = standard_scope(configuration, date(2026, 7, 31))
    with calculate(layout, configuration, scope) as build:
        yield build


def test_a_run_computes_it_beside_the_others(run_of_2026):
    figures = run_of_2026.execute(
        "select rule_version, numerator, denominator from marts.fct_measures"
        " where measure = 'kpi1' and breakdown = '{}' and quarter = '2024Q1'"
        " order by rule_version"
    ).fetchall()

    assert figures == [
        ("KPI-v1-template", 1, 1),
        ("KPI-v2-headline", 1, 1),
        ("KPI-v8-code", 0, 1),
        (MADE_UP, 1, 2),
    ]


def test_the_series_goes_over_to_it_and_breaks_where_it_counts_otherwise(run_of_2026):
    series = run_of_2026.execute(
        "select measure, quarter, rule_version, is_series_break"
        " from marts.fct_measures where is_default_version and breakdown = '{}'"
        " and measure in ('kpi1', 'kpi8', 'fte') and quarter in ('2025Q4', '2026Q1')"
        " order by measure, quarter"
    ).fetchall()

    assert series == [
        ("fte", "2025Q4", "KPI-v2-headline", False),
        ("fte", "2026Q1", MADE_UP, False),
        ("kpi1", "2025Q4", "KPI-v2-headline", False),
        ("kpi1", "2026Q1", MADE_UP, True),
        ("kpi8", "2025Q4", "KPI-v2-headline", False),
        ("kpi8", "2026Q1", MADE_UP, True),
    ]


def test_an_unknown_version_is_refused_with_those_there_are(case, capsys):
    asked = ["kpi", "--documents", str(case), "--quarter", "2024Q1"]

    assert run_program([*asked, "--rules", "KPI-v10"]) == 2
    assert MADE_UP in capsys.readouterr().err
