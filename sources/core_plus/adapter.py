"""Core+: one table per file, ``<TABLE>_<yyyymmdd>.csv``.

How delivered tables are named belongs here; reading them from the reporting database
is in ``database.py``, columns are in the contract.
"""

from sources._shared.contract import Contract
from sources._shared.csv_adapter import CsvAdapter


def build_adapter(contract: Contract) -> CsvAdapter:
    """Return the adapter; the day in the file's name is the extract date."""
    return CsvAdapter(contract)
