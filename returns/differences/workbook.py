"""A difference as the sheets of a workbook.

Sheets and their columns belong here. No name or birth date is in what is compared, and
none is added.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from returns._shared.sheets import Cell, Sheet
from returns.differences import words

Entry = dict[str, Any]
STATES = ("name", "service", "rules", "as_known_at", "written_at", "release")
BRIDGE = ("Figure", "Part", "Before", "Entered", "Left", "Other", "Now", "Why other")
MEMBER = ("measure", "breakdown", "child_id", "unit_id", "unit_part")
RECORD = (
    *("side", "unit_id", "topic", "point", "fact", "verdict"),
    *("supplier", "entity", "file_name", "row_number", "file_sha256", "is_of_a_mover"),
)
# part of a difference: its sheet, and the columns that are shown as they are
PLAIN = {
    "records": ("Records", RECORD),
    "settings": ("Settings", ("setting", "before", "now")),
    "cells": ("Cells", ("table", "row", "column", "unit", "before", "now")),
    "children": ("Children", ("ypid", "what")),
}


def sheets_of(difference: Entry) -> list[Sheet]:
    """Return every sheet that a difference has: title, columns, rows."""
    sheets: list[Sheet] = [("Summary", ("What", "Before", "Now"), _summary(difference))]
    if "figures" in difference:
        sheets += _figures(difference)
    for part, (title, columns) in PLAIN.items():
        if part in difference:
            sheets.append((title, _headings(columns), _rows(difference[part], columns)))
    if "items" in difference:
        columns = ("Child", "Item", "What", "Field", "Before", "Now")
        sheets.append(("Items", columns, list(_items(difference["items"]))))
    return sheets


def _summary(difference: Entry) -> list[Sequence[Cell]]:
    sides = (difference["before"], difference["now"])
    rows: list[Sequence[Cell]] = [
        (_heading(name), *(_cell(side.get(name)) for side in sides)) for name in STATES
    ]
    rows += [("Warning", text, None) for text in difference.get("warnings", ())]
    head = difference.get("head", ())
    changed = [
        (field["field"], _cell(field["before"]), _cell(field["now"])) for field in head
    ]
    return [("What differs", words.sentence(difference), None), *rows, *changed]


def _figures(difference: Entry) -> list[Sheet]:
    both = [
        [
            words.figure_words(figure),
            words.numbers_words(figure["before"]),
            words.numbers_words(figure["now"]),
        ]
        for figure in difference["side_by_side"]
    ]
    movers = [
        [*(_cell(row[name]) for name in MEMBER), words.move_words(row)]
        for row in difference["members"]
    ]
    return [
        ("Bridge", BRIDGE, words.bridge_rows(difference["figures"])),
        ("Side by side", ("Figure", "Before", "Now"), both),
        ("Who moved", (*_headings(MEMBER), "How"), movers),
    ]


def _items(entries: Iterable[Entry]) -> Iterable[Sequence[Cell]]:
    for entry in entries:
        start = (entry["ypid"], words.item_words(entry), words.WHAT[entry["what"]])
        for field in entry["fields"]:
            values = (_cell(field.get(side)) for side in ("before", "now"))
            yield [*start, field["field"], *values]
        if not entry["fields"]:
            yield [*start, None, None, None]


def _rows(entries: Iterable[Entry], columns: Sequence[str]) -> list[Sequence[Cell]]:
    return [[_cell(entry[name]) for name in columns] for entry in entries]


def _headings(columns: Sequence[str]) -> list[str]:
    return [_heading(name) for name in columns]


def _heading(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _cell(value: object) -> Cell:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, int | None) else str(value)
