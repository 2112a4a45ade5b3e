"""A published home from which a return can be written."""

from datetime import UTC, date, datetime

import pytest

from returns.yjb_kpi.writer import write_return
from tests.fixtures.builds.making import RULES, SERVICE, publish_again, publish_build
from warehouse.configuration import Configuration
from warehouse.figures import ask_for
from warehouse.querying import open_zone, release_of
from warehouse.state import connect


def land_case_system(layout, extract_date):
    """Write the receipts of a case system's extract into the state."""
    day = (extract_date or date.today()).isoformat()
    at = datetime(2020, 1, 1, tzinfo=UTC).isoformat()
    with connect(layout) as state:
        state.execute(
            "insert or replace into receipts"
            " values (?, 'core_plus', 'persons', ?, ?, 1, 1, 0, 0)",
            ["a" * 64, day, at],
        )
        state.execute(
            "insert or replace into files values"
            " (?, 'core_plus', 'PERSON_20260930.csv', 1, ?, ?, 'landed', null)",
            ["a" * 64, day, at],
        )


class Office:
    """A returns officer's desk: one home, one quarter."""

    def __init__(self, root):
        self.layout = publish_build(root)
        self.configuration = Configuration()
        self.set_extract_date(None)

    def set_extract_date(self, day):
        land_case_system(self.layout, day)

    def publish(self, *changes):
        return publish_again(self.layout, *changes, run_id="run-2")

    def write(self, quarter="2024Q2", explanations=None):
        with open_zone(self.layout, "identified") as connection:
            return write_return(
                self.layout,
                self.configuration,
                connection,
                release_of(connection),
                ask_for(connection, quarter, RULES, SERVICE),
                explanations,
            )


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path / "home")
