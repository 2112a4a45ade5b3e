"""Fetch extracts from suppliers that have a reporting database.

Which supplier has one, and what is said when it cannot be read, belongs here. Reading
the tables belongs to ``sources/_shared/database.py``.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from sources._shared.database import extract_tables
from sources._shared.delivery import FileRefused
from sources.registry import CONTRACTS, mapped_systems
from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.outcomes import FileOutcome, Problem
from warehouse.receipts import list_receipts

DATABASE = "reporting database"


def extract_databases(
    layout: Layout, configuration: Configuration, suppliers: Sequence[str] | None
) -> list[FileOutcome]:
    """Write today's extracts into the drop folders, from where they land like any other.

    Returns:
        Nothing when all went well or no database is configured, else one outcome per
        supplier that says why not; what was delivered as files lands all the same.
    """
    outcomes = []
    for supplier, url in configuration.sources.items():
        if suppliers and supplier not in suppliers:
            continue
        try:
            _fetch_tables(layout, supplier, url)
        except FileRefused as refusal:
            outcomes.append(_say_failed(supplier, refusal))
    return outcomes


def _fetch_tables(layout: Layout, supplier: str, url: str) -> None:
    """Write all tables out of sight, then give each its place in the drop folder.

    Raises:
        FileRefused: The database cannot be read, or the supplier has none.
    """
    if supplier not in mapped_systems():
        raise FileRefused(
            "no_database",
            f"sources.{supplier}: only a case system is read from its database",
            f"take it out, or name one of {', '.join(mapped_systems())}",
        )
    folder = layout.drop / supplier
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".extract-", dir=folder) as hidden:
        contract = CONTRACTS[supplier]
        for table in extract_tables(url, contract, Path(hidden), date.today()):
            # an empty table that never held a row is no news; one that did is
            if table.rows or list_receipts(layout, supplier, table.entity):
                table.path.replace(folder / table.path.name)


def _say_failed(supplier: str, refusal: FileRefused) -> FileOutcome:
    problem = Problem(
        supplier,
        DATABASE,
        refusal.code,
        refusal.what,
        refusal.remedy,
        column=refusal.column,
    )
    return FileOutcome(supplier, DATABASE, "failed", problems=(problem,))
