"""The nightly job in one process: what it makes, and what stops it."""

import shutil

import dagster as dg
import pytest

from expectations.marts import measures
from orchestration.definitions import defs
from tests.fixtures.jobs import run_job_over
from warehouse.layout import Layout
from warehouse.releases import current_name
from warehouse.state import connect

FIGURES = dg.AssetKey(["marts", "fct_measures"])
PERSONS = dg.AssetKey(["core_plus", "persons"])
BESIDE_THE_ROAD = ("pre_checks", "submissions", "alerts")


@pytest.fixture(scope="module")
def run_job():
    """Run one job over a home, in this process, and return its result."""

    def run(home, job="nightly", partition_key=None) -> dg.ExecuteInProcessResult:
        return run_job_over(home, job, partition_key, raise_on_error=False)

    return run


@pytest.fixture(scope="module")
def returned(full_drop, run_job, tmp_path_factory):
    """The quarterly job over full drop folders: its home and its result."""
    home = shutil.copytree(full_drop, tmp_path_factory.mktemp("returned") / "home")
    return home, run_job(home, "quarterly_return", "2024-10")


def made(result):
    return {event.asset_key for event in result.get_asset_materialization_events()}


def verdicts(result, check):
    return [
        evaluation.passed
        for evaluation in result.get_asset_check_evaluations()
        if evaluation.check_name == check
    ]


def metadata(result, key):
    return next(
        event.materialization.metadata
        for event in result.get_asset_materialization_events()
        if event.asset_key == key
    )


def test_the_whole_road_is_walked_and_everything_is_made(returned):
    _, result = returned
    graph = defs.resolve_asset_graph()

    assert result.success
    road = {
        key
        for key in graph.materializable_asset_keys
        if graph.get(key).group_name not in BESIDE_THE_ROAD
    }
    assert made(result) == road


def test_both_gates_are_asked_and_passed(returned):
    _, result = returned

    assert verdicts(result, "meets_expectations") == [True]
    assert len(verdicts(result, "keeps_contract")) > 50
    assert all(verdicts(result, "keeps_contract"))


def test_every_dbt_test_shows_as_a_check_of_its_model(returned):
    _, result = returned
    asked = {
        evaluation.asset_key for evaluation in result.get_asset_check_evaluations()
    }

    assert FIGURES in asked
    assert len([key for key in asked if key.path[0] == "marts"]) > 10


@pytest.mark.parametrize(
    "key", [PERSONS, FIGURES, dg.AssetKey(["published", "analyst"])]
)
def test_what_is_made_says_how_many_rows_it_has(returned, key):
    _, result = returned

    assert metadata(result, key)["dagster/row_count"].value > 0


@pytest.mark.parametrize(
    ("name", "file"),
    [("yjb_kpi", "kpi_return.xlsx"), ("case_level", "case_document.json")],
)
def test_the_returns_of_the_quarter_are_written(returned, name, file):
    home, result = returned

    assert (home / "returns" / "2024Q3" / name / "v1" / file).is_file()
    shown = metadata(result, dg.AssetKey(["returned", name]))
    assert shown["version"].value == "v1"
    assert shown["dagster/row_count"].value > 0


def test_a_broken_contract_stops_the_night_before_anything_is_built(
    full_drop, run_job, tmp_path
):
    home = shutil.copytree(full_drop, tmp_path / "home")
    for file in (home / "drop" / "core_plus").glob("PERSON_2*.csv"):
        file.write_text("PERSON_ID,SURNAME\r\n1,Invented\r\n")

    result = run_job(home)

    assert not result.success
    assert verdicts(result, "keeps_contract").count(False) == 1
    assert FIGURES not in made(result)
    assert current_name(Layout(home)) is None


@pytest.fixture(scope="module")
def failed(built_home, run_job, tmp_path_factory):
    """A night whose figures miss what a suite asks for, over a published home."""
    home = shutil.copytree(built_home, tmp_path_factory.mktemp("failed") / "home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(measures.FIGURES_ARE_THERE.arguments, "min_value", 10**9)
        return home, run_job(home)


def test_a_failed_suite_publishes_nothing(built_home, failed):
    home, result = failed

    assert not result.success
    assert verdicts(result, "meets_expectations") == [False]
    assert dg.AssetKey(["published", "analyst"]) not in made(result)
    assert current_name(Layout(home)) == current_name(Layout(built_home))


def test_a_failed_night_is_noted_for_the_status(failed):
    home, _ = failed

    with connect(Layout(home)) as state:
        outcomes = [row["outcome"] for row in state.execute("select outcome from runs")]
    assert outcomes == ["published", "failed"]
