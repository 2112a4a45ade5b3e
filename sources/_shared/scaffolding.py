"""Make the folder of a new case system: it lands and counts before anything is edited.

Filling the templates in ``new_supplier/``, with an extract to try, and writing the new
name where suppliers are listed belong here. What a supplier promises is edited by hand.
"""

import csv
import re
import sys
from collections.abc import Sequence
from keyword import iskeyword
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEMPLATES = Path(__file__).with_name("new_supplier")
NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
# schemas of the build, which has one more for every supplier
RESERVED = {
    *("case_system", "control", "staging", "intermediate", "marts", "reference"),
    *(
        "mappings",
        "rules",
        "main",
        "temp",
        "system",
        "information_schema",
        "pg_catalog",
    ),
}
WRONG_USE = 2


class NameRefused(ValueError):  # noqa: N818 - reads as what happened
    """A supplier cannot bear that name; the message says why and what may be."""


def scaffold(name: str, root: Path = ROOT) -> list[Path]:
    """Write everything that a new case system starts from; return what was written.

    Args:
        name: One word from folder to model, such as ``newcomer``.
        root: The project.

    Raises:
        NameRefused: The name cannot be one, or is taken; nothing is written.
    """
    require_free(name, root)
    words = {"name": name, "title": name.replace("_", " ").title()}
    written = [
        fill_template(path, root / "sources" / name, words)
        for path in sorted(TEMPLATES.iterdir())
        if path.is_file()
    ]
    written += [
        fill_template(path, samples_of(root) / name, words)
        for path in sorted((TEMPLATES / "samples").iterdir())
    ]
    return [*written, list_in_registry(name, root), list_in_seed(words, root)]


def require_free(name: str, root: Path) -> None:
    """Refuse a name that no supplier can bear.

    Raises:
        NameRefused: It is not one word of small letters, means something else
            already, or is another supplier's.
    """
    if not NAME.fullmatch(name) or iskeyword(name):
        raise NameRefused(
            f"{name!r} cannot be a supplier's name: small letters, digits and single"
            " underscores, a letter first, such as case_works2; and no word of Python"
        )
    if name in RESERVED or name.startswith("_"):
        raise NameRefused(f"{name} means something else in a build; take another name")
    for place in (root / "sources" / name, samples_of(root) / name):
        if place.exists():
            raise NameRefused(f"{name} is taken: there is {place.relative_to(root)}")
    if f'"{name}",' in registry(root).read_text(encoding="utf-8"):
        raise NameRefused(f"{name} is taken: sources/registry.py lists it")


def fill_template(path: Path, folder: Path, words: dict[str, str]) -> Path:
    """Write one file from its template, with the words put in."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / path.name.removesuffix(".template")
    text = path.read_text(encoding="utf-8")
    for word, said in words.items():
        text = text.replace(f"{{{word}}}", said)
    target.write_text(text, encoding="utf-8")
    return target


def list_in_registry(name: str, root: Path) -> Path:
    """Add the one line by which a supplier is known, behind the last case system."""
    path = registry(root)
    text = path.read_text(encoding="utf-8")
    last = '    "case_document",\n'
    path.write_text(text.replace(last, f'    "{name}",\n{last}', 1), encoding="utf-8")
    return path


def list_in_seed(words: dict[str, str], root: Path) -> Path:
    """Add the line that names the supplier to readers."""
    path = root / "dbt_project" / "seeds" / "mappings" / "suppliers.csv"
    with path.open("a", encoding="utf-8", newline="") as file:
        line = [words["name"], words["title"], "case_system"]
        csv.writer(file, lineterminator="\n").writerow(line)
    return path


def registry(root: Path) -> Path:
    """Return the list of suppliers."""
    return root / "sources" / "registry.py"


def samples_of(root: Path) -> Path:
    """Return the folder of the extracts by which the conformance kit tries a system."""
    return root / "tests" / "conformance" / "samples"


def main(arguments: Sequence[str]) -> int:
    """Scaffold the supplier named on the command line; return the exit status."""
    if len(arguments) != 1 or not arguments[0]:
        sys.stderr.write("name the new supplier: make new-supplier NAME=newcomer\n")
        return WRONG_USE
    try:
        written = scaffold(arguments[0])
    except NameRefused as error:
        sys.stderr.write(f"{error}\n")
        return WRONG_USE
    for path in written:
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
    sys.stdout.write(
        "It lands and counts as it is. Next: docs/adding-a-supplier.md, and\n"
        f"  .venv/bin/python -m pytest tests/conformance -k {arguments[0]}\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
