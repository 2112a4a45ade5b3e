"""Tell what there is to know of a past day, before anything is built of it.

Refusing a day on which nothing was known belongs here, and the warning that only case
documents were. Building what was known belongs to ``knowledge``.
"""

from datetime import date

import duckdb

from sources.registry import CONTRACTS
from warehouse.case_systems import system_on
from warehouse.configuration import Configuration
from warehouse.freshness import first_extract, newest_extracts
from warehouse.handed_files import DOCUMENTS
from warehouse.landing import current_files
from warehouse.layout import Layout
from warehouse.receipts import summarise
from warehouse.refusal import DataRefused, Reason


def look_at_day(layout: Layout, configuration: Configuration, day: date) -> list[str]:
    """Return what a reader of a past state must be told of its day.

    Raises:
        DataRefused: No case system had sent anything by then: nothing was known.
    """
    ever, known = (newest_extracts(summarise(layout, until)) for until in (None, day))
    systems = {name for name in ever if CONTRACTS[name].kind == "case_system"}
    if not systems or (systems - {DOCUMENTS}) & set(known):
        return []
    signed_off = first_sign_off(layout) if DOCUMENTS in systems else None
    is_signed_off = signed_off is not None and signed_off <= day
    system = system_on(configuration, ever, day)
    if system == DOCUMENTS and is_signed_off:
        return []
    since = f"the first extract of {system} is of {first_extract(layout, system)}"
    if system == DOCUMENTS or system not in ever:
        since = f"no extract of a case system is known of {day} or before"
    if is_signed_off:
        return [
            f"on {day} no extract of the case system was known, {since}: only case "
            "documents that were signed off by then are counted"
        ]
    documents = f", the first case document was signed off on {signed_off}"
    told = f"nothing was known on {day}: {since}{documents if signed_off else ''}"
    raise DataRefused(
        [Reason("NOTHING-KNOWN", told)], "there is no such state to build"
    )


def first_sign_off(layout: Layout) -> date | None:
    """Return the day on which the first case document that landed was signed off."""
    files = [str(file.path) for file in current_files(layout, DOCUMENTS, "returns")]
    if not files:
        return None
    found = duckdb.execute(
        "select min(try_cast(signoff_date as date)) from read_parquet($files)",
        {"files": files},
    ).fetchone()
    day: date | None = found[0] if found else None
    return day
