"""The registry keeps a child's identifier; who is one child is not tested here."""

from pathlib import Path

import pytest

from tests.fixtures.builds.identities import Person, dump, make_build, registry
from warehouse.identity import Registration, register_children
from warehouse.layout import Layout
from warehouse.state import connect


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """A home with nothing in it."""
    return Layout(tmp_path / "home")


def test_persons_of_a_published_build_enter_the_registry(
    layout: Layout, tmp_path: Path
) -> None:
    found = [
        ("core_plus", "1", "Ca", "first_record"),
        ("niche", "9", "Ca", "pnc_number"),
    ]
    build = make_build(tmp_path / "run.duckdb", found, known=[])

    assert register_children(layout, build) == Registration(persons=2, merges=0)
    assert registry(layout) == {("core_plus", "1"): "Ca", ("niche", "9"): "Ca"}


def test_registering_a_build_again_changes_nothing(
    layout: Layout, tmp_path: Path
) -> None:
    build = make_build(
        tmp_path / "run.duckdb",
        [("core_plus", "1", "Ca", "first_record")],
        known=[],
        keys=(("core_plus", "1", "key"),),
    )
    register_children(layout, build)
    before = dump(layout)

    assert register_children(layout, build) == Registration(persons=0, merges=0)
    assert dump(layout) == before


def test_children_found_to_be_one_are_merged_with_all_their_persons(
    layout: Layout, tmp_path: Path
) -> None:
    first: list[Person] = [
        ("core_plus", "1", "Ca", "first_record"),
        ("niche", "9", "Cb", "first_record"),
        ("systmone", "7", "Cb", "nhs_number"),
    ]
    register_children(layout, make_build(tmp_path / "one.duckdb", first, known=[]))
    # systmone's patient is not in this build, but belongs to the child that moves
    second: list[Person] = [
        ("core_plus", "1", "Ca", "registry"),
        ("niche", "9", "Ca", "registry"),
    ]
    build = make_build(tmp_path / "two.duckdb", second, known=first)

    assert register_children(layout, build) == Registration(persons=0, merges=1)
    assert set(registry(layout).values()) == {"Ca"}
    with connect(layout) as state:
        merges = state.execute("select child_id, merged_into from identity_merges")
        assert [tuple(row) for row in merges] == [("Cb", "Ca")]
