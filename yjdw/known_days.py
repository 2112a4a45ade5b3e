"""Tell what there is to know of a past day, before anything is built of it.

Refusing a day on which nothing was known belongs here, and the warning that only case
documents were. Building what was known belongs to ``knowledge``.
"""

from datetime import date

from sources.registry import CONTRACTS
from warehouse.case_systems import system_on
from warehouse.configuration import Configuration
from warehouse.freshness import newest_extracts
from warehouse.layout import Layout
from warehouse.receipts import first_extract, summarise
from warehouse.refusal import DataRefused, Reason


def look_at_day(layout: Layout, configuration: Configuration, day: date) -> list[str]:
    """Return what a reader of a past state must be told of its day.

    Raises:
        DataRefused: No case system had sent anything by then: nothing was known.
    """
    ever, known = (newest_extracts(summarise(layout, until)) for until in (None, day))
    systems = {name for name in ever if CONTRACTS[name].kind == "case_system"}
    by_record = {name for name in systems if CONTRACTS[name].known_by == "record"}
    if not ever or (systems - by_record) & set(known):
        return []
    system = system_on(configuration, ever, day)
    if system in by_record:
        return []
    first = first_extract(layout, system)
    since = f"the first extract of {system} is of {first}"
    if system not in ever:
        since = f"no extract of {system} has landed"
    if by_record:
        return [
            f"on {day} no extract of the case system was known, {since}: only case "
            "documents that were signed off by then are counted"
        ]
    told = f"nothing was known on {day}: {since}; ask for a later day"
    raise DataRefused(
        [Reason("NOTHING-KNOWN", told)], "there is no such state to build"
    )
