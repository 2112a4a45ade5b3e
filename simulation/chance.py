"""Draw chances that depend on who and what for, never on the order of asking.

Turning a person's number, the seed and a purpose into a uniform draw belongs here.
Deciding what happens at which chance does not. Because no state is kept, a person gets
the same draw whatever the chunks, and a new purpose shifts no other draw.
"""

from zlib import crc32

import numpy as np
from numpy.typing import ArrayLike, NDArray

# The constants of splitmix64 (Steele, Lea and Flood 2014, "Fast splittable
# pseudorandom number generators").
GAMMA = np.uint64(0x9E3779B97F4A7C15)
FIRST_MIX = np.uint64(0xBF58476D1CE4E5B9)
SECOND_MIX = np.uint64(0x94D049BB133111EB)


def draw(numbers: ArrayLike, seed: int, purpose: str) -> NDArray[np.float64]:
    """Return one uniform draw in [0, 1) per number, fixed by seed and purpose."""
    bits = draw_bits(numbers, seed, purpose) >> np.uint64(11)
    return bits.astype(np.float64) / 2.0**53


def draw_hex(numbers: ArrayLike, seed: int, purpose: str) -> NDArray[np.str_]:
    """Return sixteen random hexadecimal digits per number."""
    bits = draw_bits(numbers, seed, purpose).astype(">u8")
    return np.frombuffer(bits.tobytes().hex().encode(), dtype="S16").astype("U16")


def draw_bits(numbers: ArrayLike, seed: int, purpose: str) -> NDArray[np.uint64]:
    """Return 64 random bits per number, fixed by seed and purpose."""
    stream = np.uint64((seed * 2**32 + crc32(purpose.encode())) % 2**64)
    with np.errstate(over="ignore"):  # arithmetic modulo 2**64 is the point
        start = _mix(stream + GAMMA)
        return _mix(np.asarray(numbers).astype(np.uint64) * GAMMA + start)


def pick(
    options: ArrayLike, numbers: ArrayLike, seed: int, purpose: str
) -> NDArray[np.str_]:
    """Return one of the options per number, each as likely as the other."""
    choices = np.asarray(options)
    places = (draw(numbers, seed, purpose) * len(choices)).astype(np.int64)
    return choices[places]


def _mix(state: np.uint64 | NDArray[np.uint64]) -> NDArray[np.uint64]:
    with np.errstate(over="ignore"):  # arithmetic modulo 2**64 is the point
        state = (state ^ (state >> np.uint64(30))) * FIRST_MIX
        state = (state ^ (state >> np.uint64(27))) * SECOND_MIX
        return np.asarray(state ^ (state >> np.uint64(31)))
