"""A simulated service that changes its case system: every figure equals the truth."""

import json
from datetime import date
from pathlib import Path

import pytest

from simulation.generate import generate_chunks
from simulation.plan import Cutover, Plan
from simulation.run import simulate
from warehouse.calculating import calculate
from warehouse.configuration import CaseSystem, Configuration, Service
from warehouse.control import standard_scope
from warehouse.landing import land
from warehouse.layout import Layout

SWITCH = date(2024, 1, 15)
LAST_BEFORE, SPANNING = "2023Q3", "2023Q4"
CUTOVER = Cutover("careworks", "core_plus", SWITCH, overlap_months=2)
PLAN = Plan(
    service="Leicester City",
    children=150,
    years=8,
    until=date(2025, 3, 31),
    seed=7,
    suppliers=("careworks", "core_plus", "service_office"),
    cutover=CUTOVER,
)
TARGETS = [
    f"model.youth_justice.{name}"
    for name in (
        "fct_measures",
        "fct_data_quality_findings",
        "fct_self_descriptions",
        "int_switch__persons",
        "child_details",
    )
]


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    """A home in which both systems' extracts have landed."""
    home = tmp_path_factory.mktemp("switched")
    simulate(PLAN, home, lambda _text: None)
    land(Layout(home))
    return home


def configured(*systems):
    listed = [CaseSystem(supplier=name, valid_from=day) for name, day in systems]
    return Configuration(service=Service(name=PLAN.service, case_systems=listed))


SWITCHED = configured((CUTOVER.old, None), (CUTOVER.new, SWITCH))


def count(home, configuration, known=None):
    scope = standard_scope(configuration, known)
    return calculate(Layout(home), configuration, scope, TARGETS)


@pytest.fixture(scope="module")
def switched(home):
    return count(home, SWITCHED)


def read_figures(connection):
    rows = connection.execute(
        "select quarter, rule_version, measure, breakdown, numerator, denominator"
        " from marts.fct_measures"
    ).fetchall()
    return {(*row[:3], same_text(json.loads(row[3]))): row[4:] for row in rows}


def same_text(breakdown):
    return json.dumps(breakdown, sort_keys=True)


def test_every_figure_of_every_quarter_equals_the_truth(home, switched):
    told = json.loads((home / "truth" / "measures.json").read_text())
    true = {
        (
            answer["quarter"],
            answer["rules"],
            figure["measure"],
            same_text(figure["breakdown"]),
        ): (figure["numerator"], figure["denominator"])
        for answer in told
        for figure in answer["measures"]
    }
    counted = read_figures(switched)
    quarters = {quarter for quarter, *_ in true}

    assert {key: counted.get(key) for key in true} == true
    assert {LAST_BEFORE, SPANNING, max(quarters)} <= quarters
    assert max(quarters) > SPANNING


def test_children_are_left_behind_and_none_is_mistaken_for_another(home, switched):
    told = (home / "truth" / "persons.csv").read_text().splitlines()[1:]
    true = {tuple(line.split(",")[:2]): line.split(",")[2] for line in told}
    pairs = switched.execute(
        "select old_supplier, old_person_id, new_supplier, new_person_id"
        " from intermediate.int_switch__persons"
    ).fetchall()
    left = switched.execute(
        "select count(*) from marts.fct_data_quality_findings"
        " where finding_code = 'DQ-SWITCH-CHILD-LEFT'"
    ).fetchone()[0]

    assert [pair for pair in pairs if true[pair[:2]] != true[pair[2:]]] == []
    assert len(pairs) + left == sum(who == CUTOVER.old for who, _ in true)
    assert left > 0


def test_before_the_new_system_was_known_all_is_as_it_was(home):
    known = date(
        2024, 3, 31
    )  # between the old system's last extract and the new's first
    alone = Configuration(service=Service(name=PLAN.service, case_system=CUTOVER.old))

    assert known < PLAN.until
    assert read_figures(count(home, SWITCHED, known)) == read_figures(
        count(home, alone, known)
    )


def test_what_was_sent_before_the_switch_is_counted_the_same_today(home, switched):
    alone = Configuration(service=Service(name=PLAN.service, case_system=CUTOVER.old))
    before = read_figures(count(home, alone))
    today = read_figures(switched)
    # who reoffends is followed for a year and more: it was not known at the switch
    compared = [
        key
        for key in before
        if key[0] <= LAST_BEFORE and not key[2].startswith("reoff")
    ]

    assert len(compared) > 100
    assert {key: today[key] for key in compared} == {
        key: before[key] for key in compared
    }


def test_a_child_has_the_same_worker_whichever_system_still_names_it(home, switched):
    told = (home / "truth" / "persons.csv").read_text().splitlines()[1:]
    true = {tuple(line.split(",")[:2]): line.split(",")[2] for line in told}
    [world] = generate_chunks(PLAN)
    rows = switched.execute(
        "select systems._supplier, systems.system_person_id, details.case_worker_id"
        " from marts.child_details as details"
        " inner join intermediate.int_case__system_children as systems using (ypid)"
    ).fetchall()
    found = {(true[system, person], worker) for system, person, worker in rows}

    children = world.children
    named = [worker or None for worker in children["case_worker_id"]]
    assert found == set(zip("T" + children["child"].astype("str"), named, strict=True))
