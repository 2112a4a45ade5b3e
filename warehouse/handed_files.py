"""Land the files that somebody hands to one command, in a throw-away home.

Finding them and refusing the bad ones belong here: a figure of half the documents
would be wrong. Drop folders, where the rest goes on, belong to ``intake``.
"""

import shutil
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from warehouse.landing import land
from warehouse.layout import Layout
from warehouse.outcomes import FileOutcome
from warehouse.refusal import DataRefused, Reason, WrongUse

DOCUMENTS, TABLES = "case_document", "service_office"
KNOWN_ALWAYS = date(1901, 1, 1)


def land_documents(
    layout: Layout, documents: Sequence[Path], entities: Collection[str] | None = None
) -> None:
    """Land the documents; one that cannot be used refuses them as a whole.

    Args:
        layout: An empty home.
        documents: Case documents, case files of several, or folders of either.
        entities: A row or cell that is wrong matters in these alone; in all when null.

    Raises:
        DataRefused: A document cannot be used; the reasons name file and field.
    """
    outcomes = land(layout, suppliers=[DOCUMENTS], paths=documents_in(documents))
    if entities is not None:
        outcomes = [_keep_problems(outcome, entities) for outcome in outcomes]
    refuse_problems(outcomes, "DOCUMENT", "documents cannot be used")


def _keep_problems(outcome: FileOutcome, entities: Collection[str]) -> FileOutcome:
    """Return an outcome with the problems of whole documents and of some entities."""
    kept = [
        item
        for item in outcome.problems
        if item.code == "breaks_schema" or item.entity in (None, *entities)
    ]
    return replace(outcome, problems=tuple(kept))


def land_table(layout: Layout, entity: str, path: Path) -> None:
    """Land one of the service's own tables, whatever its name; one bad row refuses it.

    It is dated before all days, so that it is known on whatever day is asked.

    Raises:
        DataRefused: The table cannot be used as a whole; the reasons name its rows.
        WrongUse: There is no such file.
    """
    if not path.is_file():
        raise WrongUse(f"{path}: no such file")
    folder = layout.root / "given"
    folder.mkdir(exist_ok=True)
    dated = folder / f"{entity}_{KNOWN_ALWAYS:%Y%m%d}.csv"
    shutil.copyfile(path, dated)
    outcomes = land(layout, suppliers=[TABLES], paths=[dated])
    refuse_problems(outcomes, "TABLE", f"{path} cannot be used", given=path)


def refuse_problems(
    outcomes: Sequence[FileOutcome], code: str, what: str, given: Path | None = None
) -> None:
    """Refuse when landing met a problem; a file is named as it was given.

    Raises:
        DataRefused: It did.
    """
    problems = [problem for outcome in outcomes for problem in outcome.problems]
    if given:
        problems = [replace(problem, file_name=given.name) for problem in problems]
    if problems:
        raise DataRefused((Reason(code, str(problem)) for problem in problems), what)


def documents_in(paths: Sequence[Path]) -> list[Path]:
    """Return the files, and of each folder its JSON files without expected answers.

    Raises:
        WrongUse: A path does not exist, or a folder holds no document.
    """
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise WrongUse(f"{path}: no such file or folder")
        inside = sorted(path.glob("*.json")) if path.is_dir() else [path]
        files = [file for file in inside if not file.name.endswith(".expected.json")]
        if not files:
            raise WrongUse(f"{path}: no case document (*.json) in this folder")
        found += files
    return found
