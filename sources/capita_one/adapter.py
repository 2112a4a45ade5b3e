"""Capita One: one table per file, ``yj_<table>_<yyyymmdd>.csv``.

How delivered tables are named belongs here; columns are in the contract.
"""

from sources._shared.contract import Contract
from sources._shared.csv_adapter import CsvAdapter


def build_adapter(contract: Contract) -> CsvAdapter:
    """Return the adapter; the day in the file's name is the extract date."""
    return CsvAdapter(contract)
