"""One small service of each case system, landed once a session and read by many.

The fixtures of the conformance kit belong here; what a system must show does not.
"""

import pytest

from sources.registry import mapped_systems
from tests.conformance.homes import SmallHome, deliver
from warehouse import stillness


def pytest_generate_tests(metafunc):
    """Run each test once for every case system that has mappings."""
    if "system" in metafunc.fixturenames:
        # by this name they go to one process, where what they look at is made once
        metafunc.parametrize(
            "system", mapped_systems(), ids="system={}".format, scope="session"
        )


@pytest.fixture(scope="session")
def delivered(system, tmp_path_factory):
    """The folder with the system's one extract. Not to be changed."""
    return deliver(system, tmp_path_factory.mktemp(system) / "drop")


@pytest.fixture(scope="session")
def small_home(system, delivered, tmp_path_factory):
    """A home in which the extract has landed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stillness, "SETTLE_SECONDS", 0)
        return SmallHome.of(system, tmp_path_factory.mktemp("home"), delivered)


@pytest.fixture(scope="session")
def view(small_home):
    """What the models make of the extract."""
    with small_home.look() as seen:
        yield seen
