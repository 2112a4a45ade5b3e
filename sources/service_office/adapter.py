"""The service's own tables: ``<table>.csv`` or ``<table>_<yyyymmdd>.csv``.

How the service names what its office keeps by hand belongs here; its columns are in
the contract.
"""

from sources._shared.contract import Contract
from sources._shared.csv_adapter import CsvAdapter


def build_adapter(contract: Contract) -> CsvAdapter:
    """Return the adapter; without a day in its name a file is of its landing day."""
    return CsvAdapter(contract)
