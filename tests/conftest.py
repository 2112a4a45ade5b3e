"""What tests of several folders share: one invented service, its road walked once.

Building it takes half a minute, so it is built once a session, however many processes
share its tests, and read by many. What only one folder's tests need does not belong here.
"""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from simulation.plan import Plan
from simulation.run import simulate
from tests.sharing import (  # noqa: F401
    pytest_collection_modifyitems,
    pytest_xdist_make_scheduler,
)
from warehouse.configuration import Configuration, read_configuration
from warehouse.layout import Layout
from warehouse.locking import one_maker
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
def made_once(
    tmp_path_factory, worker_id
) -> Callable[[str, Callable[[Path], None]], Path]:
    """Make a folder by its name unless another process of this session has made it."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent

    def made(name: str, make: Callable[[Path], None]) -> Path:
        folder, unfinished = shared / name, shared / f"{name}.partial"
        with one_maker(folder):
            if not folder.exists():
                make(unfinished)
                unfinished.rename(folder)
        return folder

    return made


@pytest.fixture(scope="session")
def simulated_service(made_once) -> Path:
    """A folder with an invented service's ``drop/`` and ``truth/``. Not to be changed."""
    return made_once(
        "simulated", lambda folder: simulate(PLAN, folder, lambda _text: None)
    )


@pytest.fixture(scope="session")
def full_drop(simulated_service, made_once) -> Path:
    """A home whose drop folders are full and whose ``service.toml`` fits. To be copied."""

    def fill(home: Path) -> None:
        shutil.copytree(simulated_service / "drop", home / "drop")
        (home / "service.toml").write_text(SETTINGS)

    return made_once("full", fill)


@pytest.fixture(scope="session")
def built_home(full_drop, made_once) -> Path:
    """A home whose road was walked once, and published. Not to be changed."""

    def build(home: Path) -> None:
        shutil.copytree(full_drop, home)
        run(Layout(home), configuration_of(home))

    return made_once("built", build)


@pytest.fixture
def home(built_home, tmp_path) -> Path:
    """A published home of one's own, for tests that write."""
    return shutil.copytree(built_home, tmp_path / "home")


def configuration_of(home: Path) -> Configuration:
    """The configuration that lies in a home of these fixtures."""
    return read_configuration(home / "service.toml")
