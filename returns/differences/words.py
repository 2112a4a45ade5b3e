"""A difference in words, the same on the screen, the page and in the workbook.

Wording belongs here; what differs belongs to ``figures``, ``documents`` and ``cells``.
"""

from collections.abc import Iterable
from typing import Any

from returns.differences.bridges import PARTS

Entry = dict[str, Any]
STEPS = ("before", "entered", "left", "other", "now")
WHAT = {"added": "added", "left": "no longer there", "changed": "changed"}


def figure_words(figure: Entry) -> str:
    """Return the name of a figure: ``kpi1b end, STC``."""
    parts = ", ".join(str(value) for value in figure["breakdown"].values())
    return f"{figure['measure']} {parts}".strip()


def numbers_words(numbers: Entry) -> str:
    """Return numerator, denominator and value: ``12 of 40 (30.0)``."""
    if numbers["numerator"] is None and numbers["value"] is None:
        return "no figure"
    if numbers["denominator"] is None:
        return str(
            numbers["numerator"] if numbers["value"] is None else numbers["value"]
        )
    return f"{numbers['numerator']} of {numbers['denominator']} ({numbers['value'] or '-'})"


def bridge_rows(figures: Iterable[Entry]) -> list[list[Any]]:
    """Return a row for each part that moved: figure, part, the steps, why a rest."""
    return [
        [
            figure_words(figure),
            part,
            *(figure["bridge"][part][step] for step in STEPS),
            figure["bridge"][part].get("reason"),
        ]
        for figure in figures
        for part in PARTS
        if any(figure["bridge"].get(part, {}).get(step) for step in STEPS[1:4])
    ]


def moves_of_children(difference: Entry) -> list[Entry]:
    """Return who moved the figures: a child or other unit, and in which it stands how.

    A unit that no child stands behind (a victim, a sector of the board) goes by its own
    name.
    """
    found: dict[str, Entry] = {}
    for row in difference["members"]:
        who = row["child_id"] or row["unit_id"]
        moved = found.setdefault(
            who, {"who": who, "child_id": row["child_id"], "units": set(), "moves": {}}
        )
        moved["units"].add(row["unit_id"])
        moved["moves"].setdefault(move_words(row), []).append(row)
    return [
        moved | {"units": sorted(moved["units"])}
        for moved in sorted(found.values(), key=lambda item: item["who"])
    ]


def move_words(row: Entry) -> str:
    """Return how a member stands otherwise: ``now counted``, ``no longer in the base``."""
    if row["was_in_numerator"] != row["is_in_numerator"]:
        return "now counted" if row["is_in_numerator"] else "no longer counted"
    return "now in the base" if row["is_in_denominator"] else "no longer in the base"


def item_words(entry: Entry) -> str:
    """Return what an item is: ``offence F-12``; a child's own part goes by its kind."""
    return f"{entry['kind']} {entry['item'] or ''}".strip()


def field_words(field: Entry) -> str:
    """Return how a field differs; a value that may not be shown is only named."""
    if "before" not in field:
        return f"{field['field']}: another value"
    return f"{field['field']}: {_value(field['before'])} → {_value(field['now'])}"


def _value(value: object) -> str:
    return "blank" if value in (None, "") else str(value)


def sentence(difference: Entry) -> str:
    """Return what differs in one sentence."""
    counted = {
        "figures": "figure",
        "children": "child",
        "items": "item",
        "cells": "cell",
        "records": "record",
    }
    parts = [
        _number(len(difference[name]), noun)
        for name, noun in counted.items()
        if difference.get(name)
    ]
    if not parts:
        return "Nothing differs."
    return f"What differs: {', '.join(parts)}."


def _number(count: int, noun: str) -> str:
    many = {"child": "children"}.get(noun, f"{noun}s")
    return f"{count:,} {noun if count == 1 else many}"
