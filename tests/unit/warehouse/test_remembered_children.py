"""The registry remembers children by hashed keys; which keys there are is given here."""

from pathlib import Path

import pytest

from tests.fixtures.builds.identities import Person, keys_of, make_build, registry
from warehouse.identity import Registration, register_children
from warehouse.layout import Layout
from warehouse.state import connect


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """A home with nothing in it."""
    return Layout(tmp_path / "home")


def test_by_which_key_a_person_was_known_is_kept(
    layout: Layout, tmp_path: Path
) -> None:
    first: list[Person] = [("core_plus", "1", "Ca", "first_record")]
    for name, key in (("one", "old"), ("two", "new")):
        keys = (("core_plus", "1", key),)
        build = make_build(tmp_path / f"{name}.duckdb", first, known=[], keys=keys)
        register_children(layout, build)

    # what is not known is written as empty, so that it is the same the next time
    assert keys_of(layout) == {("Ca", "1", "old", ""), ("Ca", "1", "new", "")}


def test_a_merged_child_is_remembered_as_the_other(
    layout: Layout, tmp_path: Path
) -> None:
    first: list[Person] = [
        ("core_plus", "1", "Ca", "first_record"),
        ("niche", "9", "Cb", "first_record"),
    ]
    keys = (("core_plus", "1", "a"), ("niche", "9", "b"))
    build = make_build(tmp_path / "one.duckdb", first, known=[], keys=keys)
    register_children(layout, build)
    second: list[Person] = [("niche", "9", "Ca", "registry")]
    register_children(layout, make_build(tmp_path / "two.duckdb", second, known=first))

    assert keys_of(layout) == {("Ca", "1", "a", ""), ("Ca", "9", "b", "")}


def test_a_number_given_to_another_child_moves_and_the_first_child_is_remembered(
    layout: Layout, tmp_path: Path
) -> None:
    first: list[Person] = [
        ("core_plus", "1", "Ca", "first_record"),
        ("niche", "9", "Ca", "pnc_number"),
    ]
    keys = (("core_plus", "1", "a"),)
    build = make_build(tmp_path / "one.duckdb", first, known=[], keys=keys)
    register_children(layout, build)
    second: list[Person] = [("core_plus", "1", "Cb", "first_record")]
    again = make_build(
        tmp_path / "two.duckdb",
        second,
        known=first,
        keys=(("core_plus", "1", "b"),),
        reused=(("core_plus", "1"),),
    )

    assert register_children(layout, again) == Registration(persons=0, merges=0)
    assert registry(layout) == {("core_plus", "1"): "Cb", ("niche", "9"): "Ca"}
    assert keys_of(layout) == {("Ca", "1", "a", ""), ("Cb", "1", "b", "")}
    with connect(layout) as state:
        assert state.execute("select * from identity_merges").fetchall() == []
