"""Render a page that stands alone, and write an answer as JSON beside it.

How a page is rendered belongs here; its template and what it says belong to the folder
of the report.
"""

import json
from pathlib import Path

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


def write_answer(path: Path, document: object) -> None:
    """Write a document as JSON for people and programs."""
    text = json.dumps(document, indent=2, ensure_ascii=False, default=str)
    path.write_text(f"{text}\n", encoding="utf-8")
