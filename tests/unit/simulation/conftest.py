"""A whole invented service, made once for all tests that only look at it."""

from datetime import date

import pytest

from simulation.generate import generate_chunks
from simulation.plan import Plan
from simulation.world import World

PLAN = Plan("Leicester City", 3000, 10, date(2026, 9, 30), seed=2)


@pytest.fixture(scope="session")
def world() -> World:
    """Return ten years of a service of Leicester's size."""
    [world] = generate_chunks(PLAN)
    return world
