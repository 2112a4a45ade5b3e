"""What ``make new-supplier`` writes lands, conforms and counts before it is edited."""

import pytest

from tests.fixtures.project_copy import ProjectCopy

# in the trial extract P1 lives with parents and goes to school when the order ends in
# the first quarter; P2, of no fixed abode, ends in the second
BY_HAND = {
    ("2025Q1", "kpi1"): (1, 1, "100.0"),
    ("2025Q1", "kpi2"): (1, 1, "100.0"),
    ("2025Q2", "kpi1"): (0, 1, "0.0"),
    ("2025Q2", "kpi6"): (1, 1, "100.0"),
}


@pytest.fixture(scope="module")
def scaffolded(tmp_path_factory):
    """A copy of the project in which a supplier was scaffolded, and nothing else."""
    copy = ProjectCopy.of(tmp_path_factory.mktemp("new") / "copy", with_models=True)
    copy.run("sources._shared.scaffolding", "newcomer")
    return copy


def test_the_scaffold_conforms(scaffolded):
    scaffolded.run("pytest", "-q", "tests/conformance", "-k", "newcomer")


def test_the_house_accepts_the_scaffold(scaffolded):
    scaffolded.run("pytest", "-q", "tests/unit/sources/test_contracts.py")


def test_the_trial_extract_gives_the_first_figures(scaffolded):
    extract = scaffolded.root / "tests" / "conformance" / "samples" / "newcomer"
    figures = scaffolded.figures("newcomer", extract)

    headlines = {
        (quarter, measure): tuple(said)
        for quarter, measure, breakdown, *said in figures
        if breakdown == "{}" and (quarter, measure) in BY_HAND
    }
    assert headlines == BY_HAND
