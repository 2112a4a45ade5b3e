"""What tests of several folders share: one invented service, its road walked once.

Building it takes half a minute, so it is built once a session and read by many. What
only one folder's tests need does not belong here.
"""

import shutil
from datetime import date
from pathlib import Path

import pytest

from simulation.plan import Plan
from simulation.run import simulate
from warehouse.configuration import Configuration, read_configuration
from warehouse.layout import Layout
from yjdw.road import run

PLAN = Plan(
    service="Leicester City", children=400, years=5, until=date(2025, 3, 31), seed=1
)
# the service lies in the past, and small tables shrink by more than large ones
SETTINGS = """
shrink_limit_percent = 60

[freshness_days]
core_plus = 36500
"""


@pytest.fixture(scope="session")
def simulated_service(tmp_path_factory) -> Path:
    """A folder with an invented service's ``drop/`` and ``truth/``. Not to be changed."""
    folder = tmp_path_factory.mktemp("simulated")
    simulate(PLAN, folder, lambda _text: None)
    return folder


@pytest.fixture(scope="session")
def full_drop(simulated_service, tmp_path_factory) -> Path:
    """A home whose drop folders are full and whose ``service.toml`` fits. To be copied."""
    home = tmp_path_factory.mktemp("full") / "home"
    shutil.copytree(simulated_service / "drop", home / "drop")
    (home / "service.toml").write_text(SETTINGS)
    return home


@pytest.fixture(scope="session")
def built_home(full_drop, tmp_path_factory) -> Path:
    """A home whose road was walked once, and published. Not to be changed."""
    home = tmp_path_factory.mktemp("built") / "home"
    shutil.copytree(full_drop, home)
    run(Layout(home), configuration_of(home))
    return home


@pytest.fixture
def home(built_home, tmp_path) -> Path:
    """A published home of one's own, for tests that write."""
    return shutil.copytree(built_home, tmp_path / "home")


def configuration_of(home: Path) -> Configuration:
    """The configuration that lies in a home of these fixtures."""
    return read_configuration(home / "service.toml")
