"""How the tests are shared out between processes, and in which order they run.

Which process runs a test belongs here. What the processes have in common is made in
``conftest.py``.
"""

import re

import pytest
from xdist.scheduler import LoadScopeScheduling

# whole roads first: what is left at the end is small, and all processes end as one
ORDER = ("integration", "conformance", "unit", "house_style")


def share_of(nodeid: str) -> str:
    """Return what goes to one process as a whole: a case system in the kit, or a file."""
    system = re.search(r"system=\w+", nodeid)
    return system[0] if system else nodeid.partition("::")[0]


def place_of(nodeid: str) -> int:
    """Return when a test comes: by the folder of ``tests/`` that it lies in."""
    return next(ORDER.index(part) for part in nodeid.split("/") if part in ORDER)


class InShares(LoadScopeScheduling):
    """Gives every process one share after another, in the order of the tests.

    xdist's own marks of groups do nothing under pytest 9.2 (its issue 1386).
    """

    def _split_scope(self, nodeid: str) -> str:
        return share_of(nodeid)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> InShares:
    """Share the tests out, whatever ``--dist`` says."""
    config.option.loadscopereorder = False
    return InShares(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the long tests first."""
    items.sort(key=lambda item: place_of(item.nodeid))
