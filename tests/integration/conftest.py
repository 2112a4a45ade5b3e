"""What several whole roads share: a home whose returns were submitted, and what came later.

It holds a quarter's returns frozen as v1, then an extract of a month later, and v2.
"""

import shutil
from dataclasses import dataclass
from datetime import date

import pytest

from returns.case_level.documents import ask_for_case
from returns.case_level.writer import write_return as write_case
from returns.submissions import life
from returns.submissions.key import SubmissionKey, read_key
from returns.yjb_kpi.writer import write_return as write_kpi
from returns.youth_justice_plan.writer import ask_for_plan
from returns.youth_justice_plan.writer import write_return as write_plan
from tests.conftest import configuration_of
from tests.integration.later_extract import drop_later_extract
from warehouse.configuration import Configuration
from warehouse.figures import ask_for
from warehouse.layout import Layout
from warehouse.querying import open_zone, release_of
from yjdw.road import run

QUARTER, YEAR = "2024Q3", 2024
HEADLINES = tuple(f"kpi{number}" for number in range(1, 11))
RETURNS = (f"{QUARTER}/yjb_kpi", f"{QUARTER}/case_level", f"{YEAR}/youth_justice_plan")


@dataclass(frozen=True)
class Submitted:
    """A home whose returns were frozen before a thousand records changed."""

    layout: Layout
    configuration: Configuration
    changed: int

    def key(self, name: str, version: str = "v1") -> SubmissionKey:
        return read_key(self.layout, f"{name}/{version}")


@pytest.fixture(scope="session")
def submitted(built_home, tmp_path_factory) -> Submitted:
    """A home with submissions and what was learnt later. Not to be changed."""
    home = shutil.copytree(built_home, tmp_path_factory.mktemp("submitted") / "home")
    layout, configuration = Layout(home), configuration_of(home)
    write_returns(layout, configuration)
    for name in RETURNS:
        key = read_key(layout, f"{name}/v1")
        life.check(layout, configuration, key)
        life.sign(
            layout, configuration, key, life.Signature("A. Head", "head of service")
        )
        life.freeze(layout, configuration, key)
    life.send(layout, read_key(layout, f"{RETURNS[0]}/v1"), "Connectivity", "A. Clerk")
    changed = drop_later_extract(home)
    run(layout, configuration)
    write_returns(layout, configuration)
    return Submitted(layout, configuration, changed)


def write_returns(layout, configuration):
    """Write every return of the quarter and its year from what is published."""
    explained = dict.fromkeys(HEADLINES, "invented: so few children")
    years = dict.fromkeys(("staffing", "budget"), "invented: a year of changes")
    with open_zone(layout, "identified") as connection:
        opened = (layout, configuration, connection, release_of(connection))
        write_kpi(*opened, ask_for(connection, QUARTER), explained)
        signed_off = date(2025, 1, 30)
        write_case(*opened, ask_for_case(connection, QUARTER, None, signed_off))
        write_plan(*opened, ask_for_plan(connection, YEAR, None), years)
