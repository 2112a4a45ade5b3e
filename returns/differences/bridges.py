"""Bridge two values of one figure: what was, who entered, who left, the rest, what is.

Adding up belongs here, and the reason for a rest. Which figures are bridged belongs to
``figures``.
"""

from collections.abc import Iterable, Mapping
from typing import Any

Row = dict[str, Any]
Bridge = dict[str, Any]

PARTS = ("numerator", "denominator")
OURS = "CASE_LEVEL"  # of first time entrants: our own count; other sources state theirs
POPULATION = "population"
NOT_KEPT = "the members that were kept do not add up to the figure"


def bridge_figure(
    before: Row, now: Row, movers: Iterable[Row], base: str | None
) -> dict[str, Bridge]:
    """Return a bridge for each part of a figure that has a number on either side.

    A unit counts once for each of its parts (``unit_part``), as the figure counts it.
    What entered and left is told only of a number that is a count of members on both
    sides; of any other, all of the difference is ``other``, and ``reason`` says why.

    Args:
        before: The figure as it was; empty when there was none.
        now: The figure as it is; empty when there is none.
        movers: Its members that stand otherwise in the two states.
        base: What the measure is taken of, its ``denominator_kind``.
    """
    rows = list(movers)
    return {
        part: _bridge(part, before, now, rows, base)
        for part in PARTS
        if before.get(part) is not None or now.get(part) is not None
    }


def _bridge(
    part: str, before: Row, now: Row, movers: list[Row], base: str | None
) -> Bridge:
    was, is_now = before.get(part) or 0, now.get(part) or 0
    reason = _name_rest(part, before, now, base)
    entered = _count(movers, f"was_in_{part}", f"is_in_{part}") if not reason else 0
    left = _count(movers, f"is_in_{part}", f"was_in_{part}") if not reason else 0
    other = is_now - was - entered + left
    bridge = {
        "before": was,
        "entered": entered,
        "left": left,
        "other": other,
        "now": is_now,
    }
    return bridge | ({"reason": reason or NOT_KEPT} if other else {})


def _count(movers: list[Row], out_of: str, into: str) -> int:
    return sum(row[into] and not row[out_of] for row in movers)


def _name_rest(part: str, before: Row, now: Row, base: str | None) -> str | None:
    """Return why a number is no count of members on both sides; none when it is."""
    sources = [side.get("source") or OURS for side in (before, now) if side]
    stated = sorted(set(sources) - {OURS})
    if stated:
        counted = "; the other side is counted by us" if OURS in sources else ""
        return f"stated by {' and '.join(stated)}, not counted by us{counted}"
    if part == "numerator":
        return None
    if base == POPULATION:
        return "another population of children aged 10 to 17"
    for side, word in ((before, "before"), (now, "now")):
        if side and side.get(part) is None:
            return f"the figure has no base {word}"
    return None


def is_count_of_members(part: str, figure: Mapping[str, Any], base: str | None) -> bool:
    """Return whether a part of one figure is the number of its members."""
    told = dict(figure)
    return told.get(part) is not None and _name_rest(part, told, told, base) is None
