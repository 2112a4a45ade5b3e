"""One module per supplier that writes the world in that supplier's own shape.

Each has a class `Writer(plan, folder)` with `write(world)`, called once per chunk in
order, and `finish()`, called once at the end. What is true is decided elsewhere.
"""

from pathlib import Path
from typing import Protocol

from simulation.plan import Plan
from simulation.world import World


class SupplierWriter(Protocol):
    """Writes one supplier's extracts into its folder, a chunk of the world at a time."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        """Open the extracts of a plan in an existing, empty folder."""

    def write(self, world: World) -> None:
        """Append the rows of one chunk to the extracts."""

    def finish(self) -> None:
        """Write footers and manifests and close the extracts."""
