"""Whatever fails on the road, readers keep the release they had."""

from datetime import date

import duckdb
import pytest

from tests.unit.yjdw.conftest import Steps
from warehouse import landing
from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.locking import one_writer
from warehouse.models import BuildFailure, BuildResult, ModelError
from warehouse.refusal import DataRefused, WrongUse
from warehouse.releases import current
from warehouse.state import connect
from yjdw import road


def test_a_run_publishes_what_it_built(steps):
    outcome = steps.run()

    assert outcome.outcome == "published"
    assert current(steps.layout) == outcome.release
    assert steps.runs() == [("published", outcome.release.release)]


def test_a_second_run_with_nothing_new_builds_nothing(steps):
    first = steps.run()
    second = steps.run()

    assert (second.outcome, second.release) == ("nothing new", first.release)
    assert steps.builds == 1


@pytest.mark.parametrize(
    "something", ["a delivery", "a setting", "another day of knowledge"]
)
def test_a_run_with_something_new_builds_again(steps, something):
    steps.run()
    options = {}
    if something == "a delivery":
        steps.deliver("two")
    elif something == "a setting":
        steps.configuration = Configuration(settings={"cfg.low_base": 10})
    else:
        options = {"as_known_at": date.today()}

    assert steps.run(**options).outcome == "published"
    assert steps.builds == 2


def test_how_long_releases_are_kept_is_no_reason_to_build_again(steps):
    steps.run()
    steps.configuration = Configuration(releases_kept=9)

    assert steps.run().outcome == "nothing new"


@pytest.mark.parametrize(
    ("spoil", "raised", "outcome"),
    [
        ({"changes": ("delete from fct_measure_members",)}, DataRefused, "refused"),
        (
            {"result": BuildResult(5, [BuildFailure("unique_x", "fail", "Got 1")])},
            DataRefused,
            "refused",
        ),
        (
            {"result": BuildResult(5, [BuildFailure("dim_x", "error", "broken")])},
            ModelError,
            "failed",
        ),
        ({"fault": OSError(28, "No space left on device")}, OSError, "failed"),
        ({"fault": duckdb.IOException("cut off")}, duckdb.IOException, "failed"),
    ],
)
def test_a_run_that_fails_leaves_the_release_and_says_so(steps, spoil, raised, outcome):
    shown = steps.run().release
    steps.deliver("two")
    for name, value in spoil.items():
        setattr(steps, name, value)

    with pytest.raises(raised):
        steps.run()

    assert current(steps.layout) == shown
    assert steps.runs()[-1][0] == outcome


def test_a_refusal_says_which_release_readers_go_on_seeing(steps):
    shown = steps.run().release
    steps.deliver("two")
    steps.changes = ("delete from fct_measure_members",)

    with pytest.raises(DataRefused, match=shown.release):
        steps.run()


def test_a_run_that_failed_is_tried_again_by_the_next(steps):
    steps.changes = ("delete from fct_measure_members",)
    with pytest.raises(DataRefused):
        steps.run()
    steps.changes = ()

    assert steps.run().outcome == "published"


def test_with_nothing_landed_there_is_nothing_to_build_from(tmp_path, monkeypatch):
    steps = Steps(Layout(tmp_path / "home"))
    monkeypatch.setattr(landing, "land", steps.land)

    with pytest.raises(DataRefused) as refused:
        steps.run()

    assert "put extracts into" in refused.value.reasons[0].message


def test_a_second_writer_is_turned_away(steps):
    with one_writer(steps.layout), pytest.raises(WrongUse, match="another yjdw"):
        steps.run()

    assert steps.runs() == []


def test_only_the_last_builds_are_kept(steps):
    for name in ("two", "three", "four", "five"):
        steps.run()
        steps.deliver(name)

    assert len(list(steps.layout.builds.iterdir())) == road.BUILDS_KEPT


def test_the_checks_of_a_run_are_kept_with_it(steps):
    outcome = steps.run()

    with connect(steps.layout) as state:
        suites = state.execute(
            "select distinct run_id, suite from check_results order by suite"
        ).fetchall()
    assert [tuple(row) for row in suites] == [
        (outcome.run_id, "dbt"),
        (outcome.run_id, "marts.measures"),
    ]
