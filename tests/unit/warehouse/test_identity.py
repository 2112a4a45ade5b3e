"""The registry keeps a child's identifier; who is one child is not tested here."""

from pathlib import Path

import duckdb
import pytest

from warehouse.identity import Registration, register_children
from warehouse.layout import Layout
from warehouse.state import connect

Person = tuple[str, str, str, str]


def make_build(path: Path, found: list[Person], known: list[Person]) -> Path:
    """Write the two tables of a build that the registry is made from."""
    path.unlink(missing_ok=True)
    columns = "supplier varchar, supplier_person_id varchar, child_id varchar"
    with duckdb.connect(str(path)) as connection:
        connection.execute("create schema intermediate; create schema control")
        children = "intermediate.int_identity__children"
        connection.execute(f"create table {children} ({columns}, link_rule varchar)")
        connection.execute(f"create table control.identities ({columns})")
        for row in found:
            connection.execute(f"insert into {children} values (?, ?, ?, ?)", row)
        for row in known:
            connection.execute(
                "insert into control.identities values (?, ?, ?)", row[:3]
            )
    return path


def registry(layout: Layout) -> dict[tuple[str, str], str]:
    """Return the child of every registered person."""
    with connect(layout) as state:
        rows = state.execute(
            "select supplier, supplier_person_id, child_id from identities"
        )
        return {(row[0], row[1]): row[2] for row in rows}


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
        tmp_path / "run.duckdb", [("core_plus", "1", "Ca", "first_record")], known=[]
    )
    register_children(layout, build)
    with connect(layout) as state:
        before = [tuple(row) for row in state.execute("select * from identities")]

    assert register_children(layout, build) == Registration(persons=0, merges=0)
    with connect(layout) as state:
        after = [tuple(row) for row in state.execute("select * from identities")]
    assert after == before


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
