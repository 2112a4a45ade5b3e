"""What holds for every partner's extracts: the same bytes again, no empty file."""

import pandas as pd
import pytest

from simulation.world import TABLES
from tests.unit.simulation.small_world import (
    MODULES,
    child,
    deliver,
    make_example,
    make_world,
)


@pytest.mark.parametrize("supplier", MODULES)
def test_the_same_world_gives_the_same_bytes(supplier, tmp_path):
    once = deliver(supplier, tmp_path / "once", make_example())
    again = deliver(supplier, tmp_path / "again", make_example())
    assert once
    assert once == again


@pytest.mark.parametrize("supplier", MODULES)
def test_no_file_is_delivered_without_rows(supplier, tmp_path):
    files = deliver(supplier, tmp_path / "drop", make_example())
    fewest = 5 if supplier == "niche" else 2  # title, blank, heading, footers
    tables = {name: text for name, text in files.items() if name.endswith(".csv")}
    assert tables
    assert all(text.count(b"\n") >= fewest for text in tables.values())


@pytest.mark.parametrize("supplier", MODULES)
def test_a_world_in_which_nobody_met_a_partner_sends_nothing(supplier, tmp_path):
    lonely = make_world(
        children=pd.DataFrame([child(0)])[list(TABLES["children"])],
    )
    assert deliver(supplier, tmp_path / "drop", lonely) == {}


@pytest.mark.parametrize("supplier", MODULES)
def test_two_chunks_of_nothing_new_change_no_byte(supplier, tmp_path):
    world = make_example()
    alone = deliver(supplier, tmp_path / "alone", world)
    empty = make_world(
        children=world.children.iloc[:0], other_children=world.other_children.iloc[:0]
    )
    assert deliver(supplier, tmp_path / "chunks", empty, world, empty) == alone
