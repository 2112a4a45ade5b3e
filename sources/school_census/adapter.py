"""School census: one table per file, ``<year>_<term>_<table>.csv``.

Working out the census day from the name belongs here; columns are in the contract.
"""

import re
from datetime import date, timedelta

from sources._shared.contract import Contract
from sources._shared.csv_adapter import CsvAdapter
from sources.school_census.settings import CENSUS_THURSDAY, THURSDAY

YEAR_AND_TERM = re.compile(r"(\d{4})_(autumn|spring|summer)_", re.IGNORECASE)


def build_adapter(contract: Contract) -> CsvAdapter:
    """Return the adapter; the census day is the extract date."""
    return CsvAdapter(contract, find_census_day)


def find_census_day(file_name: str) -> date | None:
    """Return the census day of a file: ``2024_autumn_...`` is 3 October 2024."""
    match = YEAR_AND_TERM.match(file_name)
    if match is None:
        return None
    month, ordinal = CENSUS_THURSDAY[match[2].lower()]
    first = date(int(match[1]), month, 1)
    to_thursday = (THURSDAY - first.weekday()) % 7
    return first + timedelta(days=to_thursday, weeks=ordinal - 1)
