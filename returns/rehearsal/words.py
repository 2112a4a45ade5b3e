"""A rehearsal in words, the same on the screen, the page and in the workbook.

Wording belongs here; what is said belongs to ``report``, how it looks to its readers.
"""

from collections.abc import Iterable
from typing import Any

Entry = dict[str, Any]
KINDS = {
    "child_only_old": "child in the old system only",
    "child_only_new": "child in the new system only",
    "child_merged": "records of a child merged",
    "child_split": "child split into several",
    "only_old": "record in the old system only",
    "only_new": "record in the new system only",
    "value": "value differs",
}
MEND = {
    "child_only_old": "Find out why the child was not brought over; migrate it again.",
    "child_only_new": "Find out where the child comes from: it was made by the migration.",
    "child_merged": "Part the children again: their old records are not of one child.",
    "child_split": "Merge the person records in the new system: the child counts twice.",
    "only_old": "Bring the record over: it is lost.",
    "only_new": "Find out where the record comes from; delete it if it is a double.",
    "value": "Mend the value in the new system, or the mapping of its text.",
}


def sentence(document: Entry) -> str:
    """Return the verdict of a rehearsal in one sentence."""
    totals = document["totals"]
    place = f"from {document['old']['name']} to {document['new']['name']}"
    if not totals["open"]:
        return (
            f"The service can change {place}: whatever differs is explained or signed "
            "off."
        )
    differences = count(totals["differences"]["unexplained"], "difference")
    figures = count(totals["figures"]["unexplained"], "figure")
    return (
        f"Do not change {place} yet: {differences} in the records and {figures} "
        "are neither explained nor signed off."
    )


def unmoved(document: Entry) -> str:
    """Return how many measures are the same in every quarter, in one sentence."""
    measures = document["measures"]
    same = sum(item["same"] == item["figures"] for item in measures)
    return f"{same} of {len(measures)} measures are the same in every quarter."


def count(number: int, noun: str) -> str:
    """Return a number with its noun: ``1 figure``, ``no figures``."""
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def kind_words(entry: Entry) -> str:
    """Return what kind of difference it is, and of what."""
    column = f".{entry['column']}" if entry["column"] else ""
    place = "" if entry["kind"].startswith("child_") else f"{entry['entity']}{column}: "
    return f"{place}{KINDS[entry['kind']]}"


def cause_words(cause: Entry, rules: Iterable[Entry]) -> Entry:
    """Return a cause as people read it: what it is, and what to do next."""
    named = {rule["code"]: rule for rule in rules}
    rule = named.get(cause["rule_code"])
    if rule:
        what, to_do = f"{rule['name']} ({rule['code']})", rule["what_to_do"]
    else:
        what, to_do = kind_words(cause), MEND[cause["kind"]]
    return {**cause, "what": what, "to_do": to_do}


def figure_words(figure: Entry) -> str:
    """Return the name of a figure: ``kpi1b end, STC``."""
    import json

    parts = [str(value) for value in json.loads(figure["breakdown"]).values()]
    return " ".join([figure["measure"], ", ".join(parts)]).strip()


def numbers_words(figure: Entry, side: str) -> str:
    """Return what a system counts of a figure: ``12 of 40``, or a dash."""
    numerator = figure[f"{side}_numerator"]
    denominator = figure[f"{side}_denominator"]
    if numerator is None:
        return "-"
    return str(numerator) if denominator is None else f"{numerator} of {denominator}"


def verdict_words(verdict: str) -> str:
    """Return a verdict as it is written for people."""
    return verdict.replace("_", " ")
