"""Write a report for people: a page that stands alone, a workbook, the answer as JSON.

How a page is rendered and where the files go belongs here; the template, the sheets and
what they say belong to the folder of the report.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from returns._shared.sheets import Sheet, write_sheets

TEMPLATE = "page.html.jinja"


def render_page(folder: Path, **names: object) -> str:
    """Return the folder's page, every text of a record escaped.

    Raises:
        jinja2.UndefinedError: The template names what is not given.
    """
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(folder),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    return environment.get_template(TEMPLATE).render(**names)


def write_report(
    folder: Path, name: str, page: str, sheets: Iterable[Sheet], document: object
) -> list[Path]:
    """Write the page, the workbook and the JSON document; return their paths."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    paths = [folder / f"{name}.{kind}" for kind in ("html", "xlsx", "json")]
    paths[0].write_text(page, encoding="utf-8")
    write_sheets(paths[1], sheets)
    text = json.dumps(document, indent=2, ensure_ascii=False, default=str)
    paths[2].write_text(f"{text}\n", encoding="utf-8")
    return paths
