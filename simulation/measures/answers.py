"""Adding up counts and putting a figure into the form of an answer belong here.

What is counted does not. Sources: measures.md, counting rules 1.4 and 12.
"""

from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal

PER_CENT = (100, 1)
# measure: (scale, decimal places); all others are shares
FORMS = {
    "kpi9": (10_000, 1),
    "fte": (100_000, 0),
    "custody": (1_000, 2),
    "cautioned_or_sentenced": (10_000, 1),
    "reoffending_frequency": (1, 2),
    "reoffences_per_child": (1, 2),
}
# bases that say nothing about small numbers: populations and the five sectors
WITHOUT_LOW_BASE = (
    *("kpi8", "kpi8b", "kpi8_data_shared"),
    *("kpi9", "fte", "custody", "cautioned_or_sentenced"),
)
LOW_BASE = 30

Key = tuple[str, str, str, str]  # quarter, rules, measure, 'a=b,c=d' or ''


class Tally:
    """Numerators and denominators, added up over chunks of children."""

    def __init__(self) -> None:
        self.counts: dict[Key, list[int]] = defaultdict(lambda: [0, 0])

    def add(self, key: Key, numerator: int, denominator: int) -> None:
        """Add one chunk's counts to a figure."""
        self.counts[key][0] += int(numerator)
        self.counts[key][1] += int(denominator)

    def read(self, key: Key) -> tuple[int, int]:
        """Return numerator and denominator of a figure; nothing counted is 0, 0."""
        numerator, denominator = self.counts.get(key, (0, 0))
        return numerator, denominator


def form_answer(
    measure: str,
    breakdown: str,
    numerator: int,
    denominator: int | None,
    base: int | None = None,
) -> dict[str, object]:
    """Return one figure in the form of measures.md.

    Args:
        measure: name of the measure.
        breakdown: '' or such as 'order_type=ro,point=end'.
        numerator: exact count.
        denominator: exact count, or the population; none for a plain count.
        base: what a low base is judged by, if not the denominator.
    """
    scale, places = FORMS.get(measure, PER_CENT)
    parts = [part.partition("=") for part in breakdown.split(",") if part]
    judged = denominator if base is None else base
    low = measure not in WITHOUT_LOW_BASE and (judged or 0) < LOW_BASE
    value: str | None = str(numerator)
    if denominator is not None:
        value = round_half_up(numerator, denominator, scale, places)
    return {
        "measure": measure,
        "breakdown": {key: text for key, _, text in parts},
        "numerator": numerator,
        "denominator": denominator,
        "value": value,
        "low_base": low,
    }


def round_half_up(
    numerator: int, denominator: int, scale: int, places: int
) -> str | None:
    """Return the exact fraction times scale, rounded half up; None over 0.

    Integer arithmetic: a quotient cut to a float or a Decimal could sit on the wrong
    side of a half.
    """
    if denominator == 0:
        return None
    shifted = numerator * scale * 10**places
    whole = (2 * shifted + denominator) // (2 * denominator)
    value = Decimal(whole).scaleb(-places)
    return str(value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP))
