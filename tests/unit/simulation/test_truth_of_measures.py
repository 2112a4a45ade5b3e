"""The truth's figures agree with answers that were stated by hand."""

import csv
from functools import cache
from pathlib import Path

import pytest

from simulation.measures.answers import form_answer, round_half_up
from simulation.measures.orders import RULES
from simulation.measures.truth import count_world
from tests.unit.simulation.golden_world import make_plan, make_world, read_case

ARITHMETIC = Path("tests/golden/arithmetic.csv").read_text(encoding="utf-8")
VECTORS = list(csv.DictReader(ARITHMETIC.splitlines()))
STATED = {
    *("kpi1", "kpi2", "kpi3", "kpi4", "kpi4a", "kpi6", "kpi7", "kpi9", "fte"),
    *("custody", "reoffending_binary", "reoffending_frequency"),
    "reoffences_per_child",
}
# cases of one document; M3 is left out, as no invented outcome has a text that
# contradicts its code
CASES = ("C", "D", "E1", "E2", "E3", "E5", "E6", "M1", "M2", "M6", "M10")


def list_stated(name):
    """Return (run, expectation) of everything the truth states in a case."""
    _, runs = read_case(name)
    return [
        (run, stated)
        for run in runs
        if run["rules"] in RULES and not run["settings"] and not run["as_known_at"]
        for stated in run["expect"]
        if stated["measure"] in STATED
    ]


STATEMENTS = [(name, *each) for name in CASES for each in list_stated(name)]


@cache
def answer_case(name):
    """Return quarter, rules and figures of a case, counted once."""
    document, _ = read_case(name)
    return count_world(make_world(document), make_plan(document))


@pytest.mark.parametrize(("name", "run", "stated"), STATEMENTS)
def test_a_figure_equals_the_answer_stated_by_hand(name, run, stated):
    [answer] = [
        each
        for each in answer_case(name)
        if (each["quarter"], each["rules"]) == (run["quarter"], run["rules"])
    ]
    [figure] = [
        each
        for each in answer["measures"]
        if each["measure"] == stated["measure"]
        and each["breakdown"] == stated["breakdown"]
    ]
    wanted = {key: stated[key] for key in ("numerator", "denominator", "value")}
    assert {key: figure[key] for key in wanted} == wanted


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["id"] for vector in VECTORS])
def test_figures_are_rounded_half_up_from_the_exact_fraction(vector):
    parts = ("numerator", "denominator", "scale", "places")
    counts = [int(vector[part]) for part in parts]

    assert round_half_up(*counts) == (vector["value"] or None)


@pytest.mark.parametrize(
    ("measure", "base", "low"),
    [("kpi1", 29, True), ("kpi1", 30, False), ("kpi6", 0, True), ("fte", 5, False)],
)
def test_a_base_below_thirty_children_is_marked(measure, base, low):
    assert form_answer(measure, "", 0, base)["low_base"] is low
