"""A build starts from what landed; a calculation from the tables it is made from."""

import duckdb
import pytest

from tests.fixtures.deliveries.making import put_transfers, transfers
from warehouse.building import fill
from warehouse.calculating import tables_read
from warehouse.configuration import Configuration
from warehouse.control import Scope
from warehouse.landing import land
from warehouse.layout import Layout


@pytest.fixture
def layout(tmp_path):
    layout = Layout(tmp_path / "home")
    layout.prepare()
    put_transfers(layout, "20260930", transfers(3))
    land(layout)
    return layout


@pytest.mark.parametrize("read_only", [None, set(), {"niche.custody_records"}])
def test_the_case_record_is_filled_whatever_else_is_read(layout, read_only):
    with duckdb.connect() as connection:
        fill(connection, layout, Configuration(), Scope([]), read_only)
        rows = connection.execute("from case_system.transfers").fetchall()

    assert len(rows) == 3


def test_a_calculation_reads_the_tables_that_its_models_name():
    entries = [
        {"parents": ["source.youth_justice.niche.custody_records", "model.a.b"]},
        {"parents": ["seed.youth_justice.suppliers"]},
    ]

    assert tables_read(entries) == {"niche.custody_records"}
