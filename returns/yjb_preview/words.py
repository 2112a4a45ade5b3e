"""Figures, sides and parts in words, the same on the screen, the page and the sheet.

Wording belongs here; what is said belongs to ``report``, how it looks to its readers.
"""

from collections.abc import Iterable
from typing import Any

Entry = dict[str, Any]
READINGS = {"code": "their code", "template": "the template"}


def figure_words(figure: Entry) -> str:
    """Return the name of a figure: ``kpi1b end, STC``."""
    parts = [str(value) for value in figure["breakdown"].values()]
    return " ".join([figure["measure"], ", ".join(parts)]).strip()


def numbers_words(numbers: Entry | None) -> str | None:
    """Return numerator, denominator and value: ``12 of 40 (30.0)``."""
    if numbers is None:
        return None
    if numbers["denominator"] is None:
        return str(numbers["numerator"])
    value = "-" if numbers["value"] is None else numbers["value"]
    return f"{numbers['numerator']} of {numbers['denominator']} ({value})"


def side_words(entry: Entry) -> str:
    """Return who counts a unit: ``ours, not their code``."""
    theirs = READINGS[entry["reading"]]
    if entry["counts_in"] == "theirs":
        return f"{theirs}, not ours"
    times = max((figure.get("times", 0) for figure in entry["figures"]), default=0)
    return f"{theirs} {times} times" if times > 1 else f"ours, not {theirs}"


def figures_words(figures: Iterable[Entry]) -> str:
    """Return the headlines in which a unit differs, and how many other figures."""
    figures = list(figures)
    heads = {item["measure"] for item in figures if not item["breakdown"]}
    rest = {figure_words(item) for item in figures if item["breakdown"]}
    rest -= heads
    if not heads:
        return ", ".join(sorted(rest))
    more = f" and {len(rest)} parts" if rest else ""
    return ", ".join(sorted(heads)) + more


def count_reasons(differences: Iterable[Entry]) -> list[Entry]:
    """Return each reason with its kind and its units, the most units first."""
    counted: dict[tuple[str, str, str], set[str]] = {}
    for entry in differences:
        kinds = " and ".join(dict.fromkeys(item["kind"] for item in entry["reasons"]))
        key = (entry["reading"], entry["reason"], kinds)
        counted.setdefault(key, set()).add(entry["unit"])
    rows = [
        {"reading": reading, "reason": reason, "kind": kind, "units": len(units)}
        for (reading, reason, kind), units in counted.items()
    ]
    return sorted(rows, key=lambda row: (-row["units"], row["reading"], row["reason"]))


def only_measure(document: Entry, measure: str | None) -> Entry:
    """Return the report on one measure and its parts (kpi1: also kpi1a, kpi1b)."""
    if measure is None:
        return document

    def is_of(name: str) -> bool:
        return name == measure or (
            name.startswith(measure) and not name[len(measure)].isdigit()
        )

    differences = []
    for entry in document["differences"]:
        figures = [item for item in entry["figures"] if is_of(item["measure"])]
        if figures:
            differences.append({**entry, "figures": figures})
    figures = [item for item in document["figures"] if is_of(item["measure"])]
    return {**document, "figures": figures, "differences": differences}
