"""A rehearsal as tables for a terminal.

Choosing what a person reads first belongs here; the whole is in the page and the
workbook of ``returns/rehearsal``.
"""

from typing import Any

Document = dict[str, Any]
Rows = list[list[Any]]
VERDICTS = ("same", "explained", "signed_off", "unexplained")


def tables_of(document: Document) -> list[tuple[str, list[str], Rows]]:
    """Return the tables of one rehearsal: causes, measures that differ, records."""
    from returns.rehearsal.words import verdict_words

    heads = [verdict_words(name) for name in VERDICTS]
    causes = ["what", "verdict", "differences", "children", "what to do"]
    measures = [item for item in document["measures"] if item["same"] < item["figures"]]
    tables = [
        ("Why the systems differ", causes, list_causes(document)),
        (
            "Measures that differ, in figures",
            ["measure", "name", *heads],
            list_counts(measures, "measure", "name"),
        ),
        (
            "Records",
            ["entity", "old", "new", *heads],
            list_counts(document["entities"], "entity", "old", "new"),
        ),
    ]
    return [table for table in tables if table[2]]


def list_causes(document: Document) -> Rows:
    """Return why the systems differ, unexplained causes first."""
    from returns.rehearsal.words import cause_words, verdict_words

    causes = [cause_words(cause, document["rules"]) for cause in document["causes"]]
    return [
        [
            cause["what"],
            verdict_words(cause["verdict"]),
            *(cause["differences"], cause["children"], cause["to_do"]),
        ]
        for cause in causes
    ]


def list_counts(entries: list[Document], *names: str) -> Rows:
    """Return what entries are called and how many of each verdict they count."""
    return [[entry[name] for name in (*names, *VERDICTS)] for entry in entries]
