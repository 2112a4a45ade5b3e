"""One invented service, written by every case system: the same figures, and true ones."""

import csv
import json
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from simulation.plan import Plan
from simulation.run import simulate
from warehouse.configuration import Configuration, Service
from warehouse.figures import ask_for, breakdown_text, read_figures
from warehouse.layout import Layout
from warehouse.querying import open_zone
from yjdw.road import run

PARTNERS = ("niche", "school_census", "ssda903", "systmone", "service_office")
SYSTEMS = ("core_plus", "careworks", "childview", "capita_one")
PARTS = ("numerator", "denominator", "value", "low_base")
Figures = dict[tuple[str, ...], dict[str, object]]


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    """Build, once each, a home whose children come from one case system."""

    @cache
    def built(system: str) -> Path:
        home = tmp_path_factory.mktemp(system)
        fill(home, system)
        return home

    return built


def fill(home: Path, system: str) -> None:
    plan = Plan(
        service="Leicester City",
        children=120,
        years=3,
        until=date(2025, 3, 31),
        seed=11,
        suppliers=(system, *PARTNERS),
    )
    simulate(plan, home, lambda _text: None)
    configuration = Configuration(
        service=Service(case_system=system),
        shrink_limit_percent=60,
        freshness_days={system: 36500},
    )
    run(Layout(home), configuration)


def read_all(home: Path) -> Figures:
    told = json.loads((home / "truth" / "measures.json").read_text())
    with open_zone(Layout(home), "analyst") as connection:
        return {
            (
                answer["quarter"],
                answer["rules"],
                figure["measure"],
                breakdown_text(figure["breakdown"]),
            ): {part: figure.get(part) for part in PARTS}
            for answer in told
            for figure in read_figures(
                connection,
                ask_for(
                    connection, answer["quarter"], answer["rules"], answer["service"]
                ),
            )
        }


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_figure_of_a_case_system_equals_the_truth(build, system):
    home = build(system)
    told = json.loads((home / "truth" / "measures.json").read_text())
    figures = read_all(home)
    true = {
        (
            answer["quarter"],
            answer["rules"],
            figure["measure"],
            breakdown_text(figure["breakdown"]),
        ): {part: figure[part] for part in PARTS}
        for answer in told
        for figure in answer["measures"]
    }

    assert len(true) > 100
    assert {key: figures.get(key) for key in true} == true


@pytest.mark.parametrize("system", SYSTEMS[1:])
def test_a_case_system_gives_the_same_figures_as_core_plus(build, system):
    ours, theirs = read_all(build(system)), read_all(build("core_plus"))

    different = {key for key in ours | theirs if ours.get(key) != theirs.get(key)}
    assert different == set()


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_word_of_a_case_system_is_mapped(build, system):
    with open_zone(Layout(build(system)), "analyst") as connection:
        unmapped = connection.execute(
            "select supplier, column_name from fct_data_quality_findings"
            " where finding_code in ('DQ-TEXT-UNMAPPED', 'DQ-VALUE-UNREADABLE')"
        ).fetchall()

    assert unmapped == []


def read_workers(home: Path, system: str) -> dict[str, set[str | None]]:
    """Return the workers that the records of each true child bear."""
    with (home / "truth" / "persons.csv").open(encoding="utf-8") as file:
        whose = {(row[0], row[1]): row[2] for row in csv.reader(file)}
    with open_zone(Layout(home), "identified") as connection:
        rows = connection.execute(
            "select ypid, case_worker_id from child_details"
        ).fetchall()
    workers: dict[str, set[str | None]] = {}
    for ypid, worker in rows:
        workers.setdefault(whose[system, ypid], set()).add(worker)
    return workers


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_case_system_names_the_same_worker_of_a_child(build, system):
    workers = read_workers(build(system), system)

    assert workers == read_workers(build("core_plus"), "core_plus")
    assert all(len(named) == 1 for named in workers.values())
    # about one worker per twelve children, and a few children with none
    assert 10 <= len(set.union(*workers.values()) - {None}) <= 11
    assert 0 < sum(named == {None} for named in workers.values()) < 12


def count_linked(home: Path, system: str) -> tuple[int, int]:
    """Return the pupils whom identity gives to the right child, of all who are one."""
    with open_zone(Layout(home), "identified") as connection:
        rows = connection.execute(
            "select supplier, supplier_person_id, child_id from child_identifiers"
        ).fetchall()
    found = {(supplier, person): child for supplier, person, child in rows}
    with (home / "truth" / "persons.csv").open(encoding="utf-8") as file:
        persons = [tuple(row) for row in csv.reader(file)]
    children: dict[str, set[str]] = {}
    for supplier, person, true_child in persons:
        if supplier == system:
            children.setdefault(true_child, set()).add(found[supplier, person])
    pupils = [
        found[supplier, person] in children[true_child]
        for supplier, person, true_child in persons
        if supplier == "school_census" and true_child in children
    ]
    return sum(pupils), len(pupils)


def test_the_number_that_schools_share_links_every_pupil(build):
    linked, pupils = count_linked(build("capita_one"), "capita_one")
    without, same = count_linked(build("core_plus"), "core_plus")

    # a new UPN, none, or a nickname: without a shared number some are not recognised
    assert linked == pupils == same
    assert without < same
