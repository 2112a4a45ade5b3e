"""Say for each unit that differs which known difference makes it differ.

The counts that were run tell it, so a reason holds by construction. Running them
belongs to ``comparison``, the words of a reason to ``differences``.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from returns.yjb_preview.differences import Difference


@dataclass(frozen=True)
class Reason:
    """What makes one unit differ.

    ``how`` is ``alone`` (each of the differences does by itself), ``together`` (only
    all of them do), or ``in turn`` (on the way from our settings to theirs the unit
    changed sides at each of them).
    """

    how: str
    differences: tuple[Difference, ...]

    @property
    def words(self) -> str:
        """Return the names, joined as they work."""
        joint = {"alone": " or ", "together": " with ", "in turn": " then "}[self.how]
        return joint.join(item.name for item in self.differences)


def find_reason(
    *, in_ours: bool, counted_in: Collection[str], differences: Sequence[Difference]
) -> Reason:
    """Return why a unit is in our figure and not in theirs, or the other way round.

    Args:
        in_ours: Whether our count holds the unit.
        counted_in: The probing calculations whose count holds it.
        differences: All differences, in the order of the steps.
    """
    alone = [
        item
        for item in differences
        if (f"with {item.setting_key}" in counted_in) != in_ours
    ]
    if alone:
        return Reason("alone", tuple(alone))
    together = [
        item
        for item in differences
        if (f"without {item.setting_key}" in counted_in) == in_ours
    ]
    if together:
        return Reason("together", tuple(together))
    turns, before = [], in_ours
    for item in differences:
        now = f"step {item.setting_key}" in counted_in
        if now != before:
            turns.append(item)
        before = now
    return Reason("in turn", tuple(turns))
