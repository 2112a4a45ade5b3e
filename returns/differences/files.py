"""Write a difference for people: a page, a workbook, and the answer itself.

Layout of the page belongs here; its content belongs to ``figures``, ``documents`` and
``cells``, the sheets to ``workbook``.
"""

from pathlib import Path
from typing import Any

from returns._shared.pages import render_page, write_report
from returns.differences import words
from returns.differences.workbook import sheets_of

Entry = dict[str, Any]
FOLDER = Path(__file__).parent
SHOWN = 100  # rows of a list on the page; the workbook has them all


def write_files(folder: Path, difference: Entry) -> list[Path]:
    """Write the page, the workbook and the JSON document; return their paths."""
    page = compose_page(difference)
    return write_report(folder, "difference", page, sheets_of(difference), difference)


def compose_page(difference: Entry) -> str:
    """Return the difference as a page of its own."""
    has_figures = "figures" in difference
    return render_page(
        FOLDER,
        report=difference,
        words=words,
        shown=SHOWN,
        headlines=[
            item for item in difference.get("side_by_side", []) if not item["breakdown"]
        ],
        bridges=words.bridge_rows(difference["figures"]) if has_figures else [],
        movers=words.moves_of_children(difference) if has_figures else [],
    )
