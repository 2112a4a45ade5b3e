"""Write what the YJB will see for people: a page, a workbook, and the answer itself.

Layout of the files belongs here; their content belongs to ``report``.
"""

from pathlib import Path
from typing import Any

from returns._shared.pages import render_page, write_report
from returns._shared.sheets import Cell, Sheet
from returns.yjb_preview.words import (
    READINGS,
    count_reasons,
    figure_words,
    figures_words,
    numbers_words,
    side_words,
)

Entry = dict[str, Any]
Row = list[Cell]
FOLDER = Path(__file__).parent


def write_files(folder: Path, document: Entry) -> list[Path]:
    """Write the page, the workbook and the JSON document; return their paths."""
    page = compose_page(document)
    return write_report(
        folder, "what_the_yjb_will_see", page, _sheets(document), document
    )


def compose_page(document: Entry) -> str:
    """Return the report as a page of its own."""
    return render_page(
        FOLDER,
        report=document,
        headlines=[item for item in document["figures"] if not item["breakdown"]],
        parts=[
            item
            for item in document["figures"]
            if item["breakdown"] and item["code"] not in (None, item["ours"])
        ],
        reasons=count_reasons(document["differences"]),
        readings=READINGS,
        words=figure_words,
        numbers=numbers_words,
        side=side_words,
        figures=figures_words,
    )


def _sheets(document: Entry) -> list[Sheet]:
    return [
        (
            "Figures",
            ["Figure", "Ours", "Their code", "The form", "Shown by the YJB"],
            [_figure(item) for item in document["figures"]],
        ),
        (
            "To mend",
            ["What", "Who", "Why", "How many", "Records"],
            [_task(task) for task in document["mend"]],
        ),
        (
            "Units that differ",
            ["Unit", "Child", "Counts in", "Reason", "Kind", "Figures", "What to do"],
            [_difference(entry) for entry in document["differences"]],
        ),
        (
            "Counted in neither",
            ["Programme", "Child", "Type", "Start", "End", "Why", "What to do"],
            [_not_counted(entry) for entry in document["not_counted"]],
        ),
    ]


def _figure(figure: Entry) -> Row:
    numbers = (numbers_words(figure[name]) for name in ("ours", *READINGS))
    return [figure_words(figure), *numbers, figure["shown"]]


def _task(task: Entry) -> Row:
    names = (task[name] for name in ("what", "who", "why"))
    return [*names, len(task["units"]), ", ".join(task["units"])]


def _difference(entry: Entry) -> Row:
    names = ", ".join(figure_words(item) for item in entry["figures"])
    return [
        entry["unit"],
        entry["child_id"],
        side_words(entry),
        entry["reason"],
        "; ".join(reason["kind"] for reason in entry["reasons"]),
        names,
        "; ".join(reason["what_to_mend"] for reason in entry["reasons"]),
    ]


def _not_counted(entry: Entry) -> Row:
    names = ("programme", "child_id", "disposal_type", "start_date", "end_date")
    return [*(entry[name] for name in (*names, "why", "what_to_mend"))]
