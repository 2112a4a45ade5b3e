"""Write the definition pages: one a measure and an index, each a file of its own.

Putting pages together and writing them belongs here, how they look to ``templates/``.
What they say belongs to ``reference``, ``examples`` and ``page``.
"""

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import jinja2

from warehouse.rule_versions import computed_versions
from warehouse.seeds import read_seed
from yjdw.definitions.examples import DOCUMENT, Example, examples
from yjdw.definitions.figures_worked import worked
from yjdw.definitions.page import Page
from yjdw.definitions.reference import Definition, Row, definitions

HERE = Path(__file__).parent
NATIONAL = "National indicators and others"


def pages(measure: str | None = None) -> list[Page]:
    """Return the pages of all measures, or of one.

    Raises:
        KeyError: No measure bears the name.
    """
    known = definitions()
    if measure is not None and measure not in {item.measure for item in known}:
        raise KeyError(measure)
    counted = examples()
    return [
        _page(item, counted.get(item.measure, []), known)
        for item in known
        if measure in (None, item.measure)
    ]


def _page(
    definition: Definition, found: Sequence[Example], known: Sequence[Definition]
) -> Page:
    family = [item.measure for item in known if item.family == definition.family]
    return Page(definition, worked(found, definition), family, _cast(found))


def _cast(found: Sequence[Example]) -> list[Row]:
    """Return the children of the cast who play a part in the examples."""
    names = {child["unit_id"] for child in read_cast()}
    units = {
        item["unit_id"]
        for example in found
        for item in (*example["members"], *example["kept_out"])
    }
    told = {part for unit in units for part in unit.split("|") if part in names}
    told |= {child for child, victim in victims_of_cast() if victim in units}
    return [child for child in read_cast() if child["unit_id"] in told]


def victims_of_cast() -> list[tuple[str, str]]:
    """Return each child of the cast with its victims, who have no story of their own."""
    case = json.loads(DOCUMENT.read_text(encoding="utf-8"))
    return [
        (child["ypid"], victim["victimID"])
        for document in case["documents"]
        for child in document["children"]
        for victim in child.get("victim_intervention", [])
    ]


def read_cast() -> list[Row]:
    """Return the children of the examples, each with its story."""
    path = HERE / "samples" / "cast.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_pages(folder: Path) -> list[Path]:
    """Write all pages and their index into a folder; return the files, index first."""
    written = pages()
    folder.mkdir(parents=True, exist_ok=True)
    texts = {
        "index.html": render("index.html", groups=_groups(written), cast=read_cast())
    }
    for page in written:
        texts[f"{page.definition.measure}.html"] = render("measure.html", page=page)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in texts]


def _groups(written: Sequence[Page]) -> list[tuple[str, list[Page]]]:
    titles = {
        row["clause"].replace("KPI ", "kpi"): row for row in read_seed("rules/clauses")
    }
    groups: dict[str, list[Page]] = {}
    for page in written:
        title = titles.get(page.definition.family)
        heading = f"{title['clause']}: {title['title']}" if title else NATIONAL
        groups.setdefault(heading, []).append(page)
    return list(groups.items())


def render(template: str, **parts: Any) -> str:
    """Return one template filled in; HTML is escaped, plain text is not."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=jinja2.select_autoescape(["html"]),
        undefined=jinja2.StrictUndefined,
    )
    style = (HERE / "templates" / "style.css").read_text(encoding="utf-8")
    computed = computed_versions()
    versions = [
        row
        for row in read_seed("reference/rule_versions")
        if row["rule_version"] in computed
    ]
    return environment.get_template(template).render(
        style=style, versions=versions, **parts
    )
