"""Fetch extracts from suppliers that have a reporting database.

Which supplier has one, and what is said when it cannot be read, belongs here. Reading
the tables belongs to the supplier's own folder.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from sources._shared.delivery import FileRefused
from sources.core_plus.database import extract_tables
from sources.registry import CONTRACTS
from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.outcomes import FileOutcome, Problem
from warehouse.receipts import list_receipts

DATABASE = "reporting database"
HAS_DATABASE = "core_plus"


def extract_database(
    layout: Layout, configuration: Configuration, suppliers: Sequence[str] | None
) -> list[FileOutcome]:
    """Write today's extract into the drop folder, from where it lands like any other.

    Returns:
        Nothing when all went well or no database is configured, else one outcome
        that says why not; what was delivered as files lands all the same.
    """
    url = configuration.sources.get(HAS_DATABASE)
    if url is None or (suppliers and HAS_DATABASE not in suppliers):
        return []
    try:
        _fetch_tables(layout, url)
    except FileRefused as refusal:
        problem = Problem(
            HAS_DATABASE,
            DATABASE,
            refusal.code,
            refusal.what,
            refusal.remedy,
            column=refusal.column,
        )
        return [FileOutcome(HAS_DATABASE, DATABASE, "failed", problems=(problem,))]
    return []


def _fetch_tables(layout: Layout, url: str) -> None:
    """Write all tables out of sight, then give each its place in the drop folder."""
    folder = layout.drop / HAS_DATABASE
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".extract-", dir=folder) as hidden:
        contract = CONTRACTS[HAS_DATABASE]
        for table in extract_tables(url, contract, Path(hidden), date.today()):
            # an empty table that never held a row is no news; one that did is
            if table.rows or list_receipts(layout, HAS_DATABASE, table.entity):
                table.path.replace(folder / table.path.name)
