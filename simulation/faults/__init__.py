"""Faults planted into finished extracts, each one listed in truth/faults.csv.

``plant`` is the way in. The extracts themselves are written before, without faults.
"""

from simulation.faults.planting import plant

__all__ = ["plant"]
