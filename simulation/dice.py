"""Choices, chances and waiting times of the simulated world belong here.

Which things happen with which chance does not: the modules that use the dice say so.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from simulation.chance import draw

Days = NDArray[np.datetime64]


@dataclass(frozen=True, slots=True)
class Dice:
    """Draws fixed by the seed, a purpose and the number of the thing drawn for."""

    seed: int

    def chance(
        self, numbers: ArrayLike, purpose: str, probability: ArrayLike
    ) -> NDArray[np.bool_]:
        """Return whether it happens, once per number."""
        return draw(numbers, self.seed, purpose) < np.asarray(probability)

    def choose(
        self, numbers: ArrayLike, purpose: str, weights: Mapping[str, float]
    ) -> NDArray[np.str_]:
        """Return one key per number, each as likely as its weight says."""
        options = np.array(list(weights))
        return options[self.place(numbers, purpose, list(weights.values()))]

    def place(
        self, numbers: ArrayLike, purpose: str, weights: ArrayLike
    ) -> NDArray[np.int64]:
        """Return the place of one weight per number, as likely as it is heavy."""
        edges = np.cumsum(np.asarray(weights, dtype=np.float64))
        drawn = draw(numbers, self.seed, purpose) * edges[-1]
        return np.minimum(np.searchsorted(edges, drawn, "right"), len(edges) - 1)

    def whole(
        self, numbers: ArrayLike, purpose: str, low: ArrayLike, high: ArrayLike
    ) -> NDArray[np.int64]:
        """Return a whole number from low to high, both included, per number."""
        floor = np.asarray(low, dtype=np.float64)
        width = np.asarray(high, dtype=np.float64) - floor + 1
        drawn = draw(numbers, self.seed, purpose) * np.maximum(width, 1)
        return np.asarray((floor + drawn).astype(np.int64))

    def wait(
        self, numbers: ArrayLike, purpose: str, mean: ArrayLike
    ) -> NDArray[np.int64]:
        """Return a waiting time in whole days with an exponential tail."""
        drawn = draw(numbers, self.seed, purpose)
        return np.asarray((-np.log1p(-drawn) * mean).astype(np.int64))
