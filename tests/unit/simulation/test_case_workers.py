"""Who of the staff holds each child's case: about twelve children a worker, few without."""

import csv
from datetime import date

import pytest

from simulation.generate import generate_chunks
from simulation.plan import CASE_SYSTEMS, Cutover, Plan
from simulation.run import simulate
from sources.registry import mappings_of
from tests.conformance.extracts import Extract
from tests.unit.simulation.test_simulated_service import quietly

PAIRS = list(zip(CASE_SYSTEMS, CASE_SYSTEMS[1:] + CASE_SYSTEMS[:1], strict=True))


def test_a_worker_holds_about_twelve_cases_and_few_are_held_by_nobody(world):
    workers = world.children["case_worker_id"]
    held = workers[workers != ""]

    assert held.str.fullmatch(r"W\d{3}").all()
    assert 11 < len(workers) / held.nunique() < 13
    assert held.value_counts().between(4, 20).all()
    assert 0.02 < (workers == "").mean() < 0.04


def test_the_children_of_a_family_have_one_worker(world):
    children = world.children[world.children["case_worker_id"] != ""]
    named = children.groupby("family")["case_worker_id"].nunique()

    assert (children["family"].value_counts() > 1).any()
    assert (named == 1).all()


def read_workers(folder, supplier):
    """Return worker and person id of every record that a case system delivered."""
    extract = Extract.read(supplier, folder / "drop" / supplier)
    fields = {
        column: next(
            item
            for item in mappings_of(supplier).fields
            if (item.entity, item.column) == ("persons", column)
        )
        for column in ("person_id", "case_worker_id")
    }
    table = extract.tables[fields["person_id"].source_entity]
    places = [table.heading.index(each.source_column) for each in fields.values()]
    return [tuple(cells[place] for place in places) for cells in table.rows.values()]


@pytest.mark.parametrize("pair", PAIRS, ids=":".join)
def test_both_systems_of_a_switch_name_the_worker_that_the_child_has(pair, tmp_path):
    cutover = Cutover(*pair, date(2024, 1, 15))
    plan = Plan("Leicester City", 90, 8, date(2024, 9, 30), 4, pair, cutover=cutover)
    simulate(plan, tmp_path, quietly)
    [world] = generate_chunks(plan)
    children = world.children
    true = dict(
        zip(
            "T" + children["child"].astype("str"),
            children["case_worker_id"],
            strict=True,
        )
    )
    with (tmp_path / "truth" / "persons.csv").open(encoding="utf-8") as file:
        whose = {
            (row["supplier"], row["supplier_person_id"]): row["true_child_id"]
            for row in csv.DictReader(file)
        }
    for supplier in pair:
        delivered = {
            whose[supplier, person]: worker
            for person, worker in read_workers(tmp_path, supplier)
            if (supplier, person) in whose
        }
        assert len(delivered) > 30
        assert delivered == {child: true[child] for child in delivered}
