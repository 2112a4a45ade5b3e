"""Write a rehearsal as a workbook for whoever mends the migration.

Sheets and their columns belong here. No name, birth date or address is in what
``report`` gives, and none is added.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from returns._shared.sheets import Cell, Sheet
from returns.rehearsal import words

Entry = dict[str, Any]
VERDICTS = ("same", "explained", "signed_off", "unexplained")
PLACES = ("old_key", "new_key", "old_file", "old_row", "new_file", "new_row")


def sheets_of(document: Entry) -> list[Sheet]:
    """Return every sheet: title, columns, rows."""
    differences = document["differences"]
    lone = [item for item in differences if item["kind"] in ("only_old", "only_new")]
    values = [item for item in differences if item["kind"] == "value"]
    children = [item for item in differences if item["kind"].startswith("child_")]
    return [
        ("Summary", ("What", "Value"), _summary(document)),
        _counts("Entities", ("entity", "old", "new", *VERDICTS), document["entities"]),
        _counts(
            "Values",
            ("entity", "column", "differ", *VERDICTS[1:]),
            document["values"],
        ),
        _details("Children", (), children),
        _details("Records", ("entity",), lone),
        _details("Fields", FIELDS, values),
        ("Figures", FIGURE_COLUMNS, (_figure(item) for item in document["figures"])),
        _counts("Measures", ("measure", "name", *VERDICTS), document["measures"]),
        _counts(
            "Rules",
            ("code", "name", "applies_to", "words", "what_to_do"),
            document["rules"],
        ),
        _counts(
            "Sign-offs",
            ("difference_id", "what", "signed_by", "reason", "signed_at", "has_lapsed"),
            document["sign_offs"],
        ),
    ]


FIELDS = (*("entity", "column", "old_value", "new_value", "old_sent", "new_sent"),)
FIGURE_COLUMNS = (
    *("Id", "Verdict", "Rules", "Measure", "Quarter", "Rule version", "Service"),
    *("Old", "New", "Children that move it", "Their child_id"),
)


def _heading(name: str) -> str:
    return name.replace("_", " ").capitalize()


def _counts(title: str, names: Sequence[str], entries: Iterable[Entry]) -> Sheet:
    rows = ([_cell(entry[name]) for name in names] for entry in entries)
    return title, [_heading(name) for name in names], rows


def _details(title: str, names: Sequence[str], entries: Iterable[Entry]) -> Sheet:
    first = ("difference_id", "verdict", "rule_code", "kind", "child_id")
    shown = (*first, *names, "happened_on", *PLACES)
    rows = (
        [
            words.KINDS[entry["kind"]] if name == "kind" else entry[name]
            for name in shown
        ]
        for entry in entries
    )
    return title, [_heading(name) for name in shown], rows


def _cell(value: object) -> Cell:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, int | None) else str(value)


def _figure(figure: Entry) -> Sequence[Cell]:
    return [
        figure["difference_id"],
        figure["verdict"],
        ", ".join(figure["rule_codes"]),
        words.figure_words(figure),
        *(figure["quarter"], figure["rule_version"], figure["service"]),
        *(words.numbers_words(figure, side) for side in ("old", "new")),
        figure["children_count"],
        ", ".join(figure["children"]),
    ]


def _summary(document: Entry) -> list[Sequence[Cell]]:
    totals = document["totals"]
    rows: list[Sequence[Cell]] = [
        ("Verdict", words.sentence(document)),
        ("Old system, last extract", _system(document["old"])),
        ("New system, last extract", _system(document["new"])),
        ("Day of the switch", document["cutover"] or "not given"),
        ("Compared: everything before", document["compared_before"]),
    ]
    for what in ("differences", "figures"):
        for name, number in totals[what].items():
            rows.append((f"{_heading(what)}: {words.verdict_words(name)}", number))
    children = document["children"].items()
    rows += [
        (f"Children: {name.replace('_', ' ')}", number) for name, number in children
    ]
    return rows


def _system(side: Entry) -> str:
    return f"{side['supplier']}, {side['extract_date']}"
