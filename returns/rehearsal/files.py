"""Write a rehearsal for people: a page, and the answer itself beside the workbook.

Layout of the page belongs here; its content belongs to ``report``, the workbook to
``workbook``.
"""

from pathlib import Path
from typing import Any

from returns._shared.pages import render_page, write_answer
from returns.rehearsal import words
from returns.rehearsal.workbook import write_workbook

Entry = dict[str, Any]
FOLDER = Path(__file__).parent
SHOWN = 50  # rows of a list on the page; the workbook has them all


def write_files(folder: Path, document: Entry) -> list[Path]:
    """Write the page, the workbook and the JSON document; return their paths."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    page, book, answer = (
        folder / f"rehearsal.{kind}" for kind in ("html", "xlsx", "json")
    )
    page.write_text(compose_page(document), encoding="utf-8")
    write_workbook(book, document)
    write_answer(answer, document)
    return [page, book, answer]


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
