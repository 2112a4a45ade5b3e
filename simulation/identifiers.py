"""Invent national identifiers whose check letters and digits are right.

Making UPNs, NHS numbers and PNC numbers from running numbers belongs here. Deciding
who has one, or writing one wrongly on purpose, does not.

Each maker is a bijection of the running number: it never gives two people the same
identifier, however the people are cut into chunks. All stay in ranges that are issued
to nobody, so that no invented child can carry a real child's number.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.int64]
Texts = NDArray[np.str_]

UPN_LETTERS = np.array(list("ABCDEFGHJKLMNPQRTUVWXYZ"))  # no I, O, S
PNC_LETTERS = np.array(list("ZABCDEFGHJKLMNPQRTUVWXY"))  # no I, O, S; Z is 0
NO_AUTHORITY = 999  # a local authority number that no authority has
UPN_SERIALS = 10**9
NHS_FIRST_BODY = 900_000_000  # bodies from 9 are not issued; 999 is left to testers
NHS_PAIRS = 49_500_000
PNC_SERIALS = 10**7
SCATTER = 7_368_787  # a prime, so coprime to every modulus above


def make_upns(numbers: ArrayLike, authority: int = NO_AUTHORITY) -> Texts:
    """Return one valid UPN per running number (0 to 10**9 - 1) and authority.

    Source: UniquePupilNumber 2.0: letter + LA (3) + establishment (4) + year (2) +
    serial (3); the letter is the sum of digit x position (2 to 13) modulo 23.
    """
    bodies = authority * UPN_SERIALS + scatter(numbers, UPN_SERIALS)
    totals = _weigh_digits(bodies, range(2, 14))
    return np.char.add(UPN_LETTERS[totals % 23], bodies.astype("U12"))


def make_nhs_numbers(numbers: ArrayLike) -> Texts:
    """Return one valid ten-digit NHS number per running number (below 49,500,000).

    Bodies come in pairs 2k and 2k + 1: where the first would need check digit 10,
    which does not exist, the second needs 8, so one of the two is always valid.
    """
    bodies = NHS_FIRST_BODY + 2 * scatter(numbers, NHS_PAIRS)
    bodies = bodies + (_find_nhs_check(bodies) == 10)  # noqa: PLR2004
    return (bodies * 10 + _find_nhs_check(bodies)).astype("U10")


def make_pnc_numbers(numbers: ArrayLike, years: ArrayLike) -> Texts:
    """Return one valid PNC number per running number, in long form 2019/0123456X.

    ``years`` are the four-digit years in which the police first made a record. Two
    running numbers below 10**7 never meet, whatever their years.
    """
    serials = scatter(numbers, PNC_SERIALS)
    long_years = np.asarray(years, dtype=np.int64)
    letters = PNC_LETTERS[((long_years % 100) * PNC_SERIALS + serials) % 23]
    padded = np.char.zfill(serials.astype("U7"), 7)
    heads = np.char.add(long_years.astype("U4"), "/")
    return np.char.add(np.char.add(heads, padded), letters)


def shorten_pnc_numbers(pnc_numbers: ArrayLike) -> Texts:
    """Return the short form (19/123456X) of long PNC numbers; '' stays ''."""
    return np.array([_shorten_pnc(str(pnc)) for pnc in np.asarray(pnc_numbers)], "U13")


def space_nhs_numbers(nhs_numbers: ArrayLike) -> Texts:
    """Return NHS numbers as people read them, 3-3-4 with spaces; '' stays ''."""
    spaced = [
        f"{nhs[:3]} {nhs[3:6]} {nhs[6:]}" if nhs else ""
        for nhs in map(str, np.asarray(nhs_numbers))
    ]
    return np.array(spaced, "U12")


def scatter(numbers: ArrayLike, modulus: int) -> Numbers:
    """Return the running numbers scattered over 0 to modulus - 1, none twice.

    Raises:
        ValueError: A number is negative or reaches the modulus.
    """
    running = np.asarray(numbers, dtype=np.int64)
    if running.size and (running.min() < 0 or running.max() >= modulus):
        raise ValueError(f"running numbers must lie from 0 to {modulus - 1}")
    return (running * SCATTER + 1_234_577) % modulus


def _find_nhs_check(bodies: Numbers) -> Numbers:
    """Return the check digit of nine-digit bodies; 10 means that none exists."""
    return (11 - _weigh_digits(bodies, range(10, 1, -1)) % 11) % 11


def _weigh_digits(bodies: Numbers, weights: range) -> Numbers:
    """Return the sum of digit x weight, the first weight for the leftmost digit."""
    totals = np.zeros_like(bodies)
    for place, weight in enumerate(reversed(weights)):
        totals += bodies // 10**place % 10 * weight
    return totals


def _shorten_pnc(pnc: str) -> str:
    """Return one short form: two-digit year, serial without leading zeros."""
    if not pnc:
        return ""
    year, tail = pnc.split("/")
    return f"{year[-2:]}/{int(tail[:-1])}{tail[-1]}"
