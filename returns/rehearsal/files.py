"""Write a rehearsal for people: a page, and the answer itself beside the workbook.

Layout of the page belongs here; its content belongs to ``report``, the workbook to
``workbook``.
"""

from pathlib import Path
from typing import Any

from returns._shared.pages import render_page, write_report
from returns.rehearsal import words
from returns.rehearsal.workbook import sheets_of

Entry = dict[str, Any]
FOLDER = Path(__file__).parent
SHOWN = 50  # rows of a list on the page; the workbook has them all


def write_files(folder: Path, document: Entry) -> list[Path]:
    """Write the page, the workbook and the JSON document; return their paths."""
    page = compose_page(document)
    return write_report(folder, "rehearsal", page, sheets_of(document), document)


def compose_page(document: Entry) -> str:
    """Return the rehearsal as a page of its own."""
    causes = [
        words.cause_words(cause, document["rules"]) for cause in document["causes"]
    ]
    return render_page(
        FOLDER,
        report=document,
        sentence=words.sentence(document),
        open_causes=[cause for cause in causes if cause["verdict"] == "unexplained"],
        explained=[cause for cause in causes if cause["verdict"] == "explained"],
        open_differences=_open(document["differences"]),
        open_figures=_open(document["figures"]),
        moved=[item for item in document["measures"] if item["same"] < item["figures"]],
        shown=SHOWN,
        words=words,
    )


def _open(entries: list[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry["verdict"] == "unexplained"]
