"""What holds for every partner's extracts: the same bytes again, no empty file."""

import pytest

from tests.unit.simulation.small_world import MODULES, deliver, make_example


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
