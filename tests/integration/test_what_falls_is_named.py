"""A column of the case record is taken away, and every figure that moves was named.

A sample of columns stands for all: each is counted anew over a small invented service.
How a query is read is asked in ``tests/unit/warehouse/test_lineage.py``.
"""

import datetime

import pytest

from simulation.generate import generate_chunks
from simulation.plan import Plan
from simulation.suppliers.core_plus import Writer
from sources._shared.required_columns import needed_columns
from sources.registry import mappings_of
from warehouse import conforming, stillness
from warehouse.calculating import calculate
from warehouse.configuration import Configuration, Service
from warehouse.control import Calculation, Scope
from warehouse.dependents import find_dependents
from warehouse.landing import land
from warehouse.layout import Layout
from warehouse.lineage.graph import Graph
from warehouse.lineage.uses import read_columns, read_keys, read_uses
from warehouse.plan import compiled_plan

SERVICE = "Leicester City"
PLAN = Plan(
    SERVICE, children=60, years=3, until=datetime.date(2026, 3, 31), seed=11,
    suppliers=("core_plus",), faults="none",
)  # fmt: skip
FIGURES = "model.youth_justice.fct_measures"
SAMPLE = (
    "accommodations.suitability",
    "hearings.remand_decision",
    "offences.cjs_code",
    "outcomes.residence_status",
    "persons.ethnicity",
    "programmes.completed_successfully",
    "send_records.formal_plan",
    "substance_misuse.intervention_type",
    "transfers.transfer_type",
)
# a named figure may stay as it is: nobody of a small service has what would move it
MOST_NAMED_PER_MOVED = 4


@pytest.fixture(scope="module")
def layout(tmp_path_factory):
    """A home in which one extract of the service has landed."""
    home = Layout(tmp_path_factory.mktemp("home"))
    home.prepare()
    folder = home.drop / "core_plus"
    folder.mkdir(parents=True, exist_ok=True)
    writer = Writer(PLAN, folder)
    for world in generate_chunks(PLAN):
        writer.write(world)
    writer.finish()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stillness, "SETTLE_SECONDS", 0)
        land(home)
    return home


def without(column):
    """The mappings of a system that does not fill one column of the case record."""

    def mappings(system):
        whole = mappings_of(system)
        kept = [
            each for each in whole.fields if f"{each.entity}.{each.column}" != column
        ]
        return whole.model_copy(update={"fields": tuple(kept)})

    return mappings


def count(layout, column=None):
    """The figures by measure, counted without one column of the case record."""
    configuration = Configuration(
        service=Service(name=SERVICE, case_system="core_plus")
    )
    versions = [Calculation(name, name, {}) for name in ("KPI-v8-code",)]
    scope = Scope(versions, services=[SERVICE])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(conforming, "mappings_of", without(column))
        with calculate(layout, configuration, scope, [FIGURES]) as counted:
            rows = counted.execute(
                "select measure, quarter, breakdown, numerator, denominator, value,"
                " is_low_base from marts.fct_measures"
            ).fetchall()
    figures = {}
    for measure, quarter, breakdown, *said in rows:
        figures.setdefault(measure, {})[quarter, breakdown] = said
    return figures


@pytest.fixture(scope="module")
def moved(layout):
    """For each column of the sample: the measures named, and those that moved."""
    before = count(layout)
    answers = {}
    for case_column in SAMPLE:
        after = count(layout, case_column)
        entity, _, column = case_column.partition(".")
        field = next(
            item
            for item in mappings_of("core_plus").fields
            if (item.entity, item.column) == (entity, column)
        )
        found = find_dependents("core_plus", field.source_entity, field.source_column)
        changed = {name for name in before if before[name] != after.get(name)}
        answers[case_column] = set(found[0].measures), changed
    return answers


@pytest.mark.parametrize("column", SAMPLE)
def test_every_measure_that_moves_was_named(moved, column):
    named, changed = moved[column]

    assert changed <= named


@pytest.mark.parametrize(
    ("name", "kind"), [("yjb_kpi", "measures"), ("case_level", "document")]
)
def test_a_column_that_a_return_needs_is_one_that_it_is_made_from(name, kind):
    uses = read_uses()

    assert [c for c in needed_columns()[name].names if not uses[c].get(kind)] == []


def test_the_query_of_every_model_is_read():
    plan = [entry for entry in compiled_plan() if entry["kind"] != "seed"]
    graph = Graph(plan, read_columns(), read_keys())

    assert len(graph.branches) == len(plan)
    assert graph.unread == []


def test_not_many_are_named_that_stay_as_they_are(moved):
    named = sum(len(names) for names, _ in moved.values())
    changed = sum(len(names) for _, names in moved.values())

    assert changed > 0
    assert named <= MOST_NAMED_PER_MOVED * changed, f"{named} named, {changed} moved"
