"""What the YJB will see, as tables for a terminal.

Choosing what a person reads first belongs here; the whole is in the page and the
workbook of ``returns/yjb_preview``.
"""

from collections import Counter
from typing import Any

Table = tuple[str, list[str], list[list[Any]]]


def tables_of(answer: dict[str, Any]) -> list[Table]:
    """Return the tables of one answer: figures, reasons, units, programmes, tasks."""
    title = f"{answer['service']}, {answer['quarter']}, ours under {answer['rules']}"
    tables = [
        (title, *_figures(answer)),
        ("Why the figures differ", *_reasons(answer)),
        ("Who counts in one and not in the other", *_units(answer)),
        ("Programmes that count in neither", *_not_counted(answer)),
        ("What to mend before sending", *_tasks(answer)),
    ]
    return [table for table in tables if table[2]]


def _figures(answer: dict[str, Any]) -> tuple[list[str], list[list[Any]]]:
    from returns.yjb_preview.words import figure_words, numbers_words

    rows = [
        [
            figure_words(figure),
            *(numbers_words(figure[name]) for name in ("ours", "code", "template")),
            figure["shown"],
        ]
        for figure in answer["figures"]
        if not figure["breakdown"]
        or figure["template"]
        or figure["code"] not in (None, figure["ours"])
    ]
    return ["figure", "ours", "their code", "the template", "the YJB shows"], rows


def _reasons(answer: dict[str, Any]) -> tuple[list[str], list[list[Any]]]:
    from returns.yjb_preview.words import READINGS, count_reasons

    rows = [
        [row["reason"], row["kind"], READINGS[row["reading"]], row["units"]]
        for row in count_reasons(answer["differences"])
    ]
    return ["reason", "kind", "seen in", "units"], rows


def _units(answer: dict[str, Any]) -> tuple[list[str], list[list[Any]]]:
    from returns.yjb_preview.words import figures_words, side_words

    rows = [
        [
            entry["unit"],
            side_words(entry),
            figures_words(entry["figures"]),
            entry["reason"],
            "; ".join(reason["what_to_mend"] for reason in entry["reasons"]),
        ]
        for entry in answer["differences"]
    ]
    return ["unit", "counts in", "figures", "reason", "what to do"], rows


def _not_counted(answer: dict[str, Any]) -> tuple[list[str], list[list[Any]]]:
    counted = Counter((row["why"], row["clause"]) for row in answer["not_counted"])
    rows = [[why, clause, number] for (why, clause), number in counted.most_common()]
    return ["why", "clause", "programmes"], rows


def _tasks(answer: dict[str, Any]) -> tuple[list[str], list[list[Any]]]:
    rows = [
        [task["what"], task["who"], task["why"], len(task["units"])]
        for task in answer["mend"]
    ]
    return ["what", "who", "why", "records"], rows
