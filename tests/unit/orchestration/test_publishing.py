import dagster as dg
import pytest

from orchestration.assets import publishing
from orchestration.resources import WarehouseResource
from orchestration.runs import inputs_file
from tests.fixtures.builds.making import make_build
from warehouse.layout import Layout
from warehouse.publishing import new_release, publish
from warehouse.releases import current_name
from warehouse.state import connect


@pytest.fixture
def layout(tmp_path):
    return Layout(tmp_path)


@pytest.fixture
def publish_run(layout, monkeypatch):
    """Publish the build of one run that was made of some inputs, as the asset does."""

    def without_registry(layout, _configuration, run_id, known_at, inputs):
        release = new_release(run_id, known_at, inputs)
        return publish(layout, layout.build(run_id), release, keep=3)

    def once(run_id, inputs):
        make_build(layout.build(run_id))
        inputs_file(layout, run_id).write_text(inputs)
        monkeypatch.setattr(publishing, "name_of_run", lambda *_: run_id)
        monkeypatch.setattr(publishing, "publish_build", without_registry)
        return dg.materialize(
            [publishing.published_zones],
            resources={"warehouse": WarehouseResource(home=str(layout.root))},
        )

    return once


def outcomes(layout):
    with connect(layout) as state:
        rows = state.execute("select run_id, outcome from runs order by run_id")
        return {row["run_id"]: row["outcome"] for row in rows}


def test_a_checked_build_is_published_to_every_zone(layout, publish_run):
    result = publish_run("run-1", "a" * 64)
    made = [event.asset_key for event in result.get_asset_materialization_events()]

    assert [key.path[1] for key in made] == ["identified", "analyst", "aggregate"]
    assert outcomes(layout) == {"run-1": "published"}


def test_the_same_inputs_publish_no_second_release(layout, publish_run):
    publish_run("run-1", "a" * 64)
    first = current_name(layout)
    publish_run("run-2", "a" * 64)

    assert current_name(layout) == first
    assert outcomes(layout)["run-2"] == "nothing new"


def test_other_inputs_publish_another_release(layout, publish_run):
    publish_run("run-1", "a" * 64)
    first = current_name(layout)
    publish_run("run-2", "b" * 64)

    assert current_name(layout) != first
    assert outcomes(layout)["run-2"] == "published"
