"""Tables of figures for people: no number without its unit and its period.

The columns belong here. What a figure means in words belongs to ``warehouse/wording``.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from warehouse.wording import Words

COLUMNS = ["measure", "breakdown", "figure", "counted", "period", "note"]


def figures_table(
    quarter: str, figures: Sequence[dict[str, Any]], words: Mapping[str, "Words"]
) -> tuple[list[str], list[list[object]]]:
    """Return a row a figure: its value with unit, what it is made of, and when."""
    from warehouse.wording import breakdown_words

    rows: list[list[object]] = []
    for figure in figures:
        said = words[figure["measure"]]
        breakdown = figure["breakdown"]
        rows.append(
            [
                figure["measure"],
                breakdown_words(breakdown),
                said.value(figure),
                said.count(figure),
                said.time(quarter, breakdown),
                note_of(figure),
            ]
        )
    return COLUMNS, rows


def note_of(figure: Mapping[str, Any]) -> str:
    """Return what a reader of a figure has to be told: a low base, a state."""
    low = "low base" if figure["low_base"] else None
    return ", ".join(note for note in (low, figure.get("state")) if note)


def units_of(
    figures: Sequence[Mapping[str, Any]], words: Mapping[str, "Words"]
) -> dict[str, dict[str, str]]:
    """Return the units of the measures that have a figure, for the JSON answer."""
    names = ("name", "value_unit", "count_unit", "period")
    return {
        measure: {name: getattr(words[measure], name) for name in names}
        for measure in dict.fromkeys(figure["measure"] for figure in figures)
    }
