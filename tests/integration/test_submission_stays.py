"""What was submitted stays, whatever is learnt later; what is known now stands beside."""

import shutil
from dataclasses import dataclass

import pytest

from returns.submissions import life
from returns.submissions.comparing import compare, frozen_side, published_side
from returns.submissions.key import read_key
from returns.submissions.verifying import find_faults
from returns.yjb_kpi.writer import write_return
from tests.conftest import configuration_of
from tests.integration.later_extract import CHANGED, drop_later_extract
from warehouse.figures import ask_for
from warehouse.layout import Layout
from warehouse.querying import open_zone, release_of
from yjdw.rebuilding import rebuild
from yjdw.road import run

QUARTER = "2024Q3"
HEADLINES = tuple(f"kpi{number}" for number in range(1, 11))


@dataclass(frozen=True)
class Told:
    """A submission, its home, and how it compares with what is known a month later."""

    layout: Layout
    key: object
    restated: dict
    changed: int


@pytest.fixture(scope="module")
def told(built_home, tmp_path_factory):
    home = shutil.copytree(built_home, tmp_path_factory.mktemp("submitted") / "home")
    layout, configuration = Layout(home), configuration_of(home)
    with open_zone(layout, "identified") as connection:
        asked = ask_for(connection, QUARTER)
        write_return(
            layout,
            configuration,
            connection,
            release_of(connection),
            asked,
            dict.fromkeys(HEADLINES, "invented: so few children"),
        )
    key = read_key(layout, f"{QUARTER}/yjb_kpi/v1")
    life.check(layout, key)
    life.sign(layout, key, life.Signature("A. Head", "head of service"))
    life.freeze(layout, key)
    changed = drop_later_extract(home)
    run(layout, configuration)
    with open_zone(layout, "identified") as connection:
        now = published_side(layout, key, connection)
    return Told(layout, key, compare(frozen_side(layout, key), now), changed)


def test_a_thousand_later_changes_move_figures(told):
    assert told.changed == CHANGED
    moved = {figure["measure"] for figure in told.restated["figures"]}
    assert {"fte", "kpi1", "kpi2"} <= moved


def test_a_conviction_dated_back_moves_what_is_known_now(told):
    [entrants] = [
        figure
        for figure in told.restated["figures"]
        if figure["measure"] == "fte" and not figure["breakdown"]
    ]
    bridge = entrants["bridge"]["numerator"]

    assert entrants["now"]["numerator"] == entrants["before"]["numerator"] + 1
    assert (bridge["entered"], bridge["left"], bridge["other"]) == (1, 0, 0)
    assert "P-LATE" in {row["unit_id"] for row in told.restated["members"]}


def test_every_bridge_of_children_adds_up_without_a_rest(told):
    for figure in told.restated["figures"]:
        for bridge in figure["bridge"].values():
            came = bridge["entered"] - bridge["left"] + bridge["other"]
            assert bridge["before"] + came == bridge["now"]
        if figure["measure"] in HEADLINES:
            rests = {bridge["other"] for bridge in figure["bridge"].values()}
            assert rests == {0}, figure


def test_what_was_submitted_is_as_it_was(told):
    assert not any(find_faults(told.layout).values())


def test_its_files_are_rebuilt_to_the_byte(told):
    configuration = configuration_of(told.layout.root)

    same, differing = rebuild(told.layout, configuration, told.key, lambda _text: None)

    assert differing == []
    assert same == ["kpi_return.csv", "kpi_return.xlsx", "measures.json"]
