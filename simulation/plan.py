"""What a simulation is asked for, and the calendar that follows from it, belong here.

Generating children and writing files do not.
"""

from dataclasses import dataclass
from datetime import date, timedelta

SUPPLIERS = (
    "core_plus",
    "case_document",
    "niche",
    "school_census",
    "ssda903",
    "systmone",
    "service_office",
)
# each writes the same service in its own shape; usually one is asked for
CASE_SYSTEMS = ("core_plus", "careworks", "childview", "capita_one")
FAULT_LEVELS = ("none", "light", "heavy")

THURSDAY = 3
# term: month of the census day, and which Thursday of it
CENSUS_THURSDAYS = {"spring": (1, 3), "summer": (5, 3), "autumn": (10, 1)}


@dataclass(frozen=True, slots=True)
class Cutover:
    """A change of case system.

    Attributes:
        old: the system left.
        new: the system entered; all of the service is brought into it on the day.
        day: first day of the new system.
        overlap_months: how long both were kept up after it.
    """

    old: str
    new: str
    day: date
    overlap_months: int = 2

    @property
    def last_old_day(self) -> date:
        """The day as known on which the old system's last extract was drawn."""
        months = self.day.year * 12 + self.day.month - 1 + self.overlap_months
        first = date(months // 12, months % 12 + 1, 1)
        return first + timedelta(days=min(self.day.day, days_of_month(first)) - 1)


@dataclass(frozen=True, slots=True)
class Plan:
    """The arguments of one simulation; equal plans give equal bytes.

    Attributes:
        service: national name of the youth justice service.
        children: children known to the service over the whole period.
        years: simulated years; the first day is this long before the last.
        until: the last simulated day, on which everything is as known.
        seed: seed of all random numbers.
        suppliers: suppliers whose extracts are written.
        faults: none, light or heavy.
        cutover: the change of case system, if there is one within the period.
    """

    service: str
    children: int
    years: int
    until: date
    seed: int
    suppliers: tuple[str, ...] = SUPPLIERS
    faults: str = "none"
    cutover: Cutover | None = None

    @property
    def has_case_system(self) -> bool:
        """Whether a case system is written, which may be silent where partners speak."""
        return not set(CASE_SYSTEMS).isdisjoint(self.suppliers)

    @property
    def has_spoilt_migration(self) -> bool:
        """Whether records come over otherwise when the case system changes."""
        return self.cutover is not None and self.faults != "none"

    @property
    def first_day(self) -> date:
        """The first simulated day; older events are history of known children."""
        after = self.until + timedelta(days=1)
        return date(after.year - self.years, after.month, 1)


def days_of_month(first: date) -> int:
    """Return how many days the month of its first day has."""
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return (following - first).days


def census_days(first_day: date, until: date) -> list[tuple[str, date]]:
    """List the school census days within the period, oldest first.

    Returns:
        (label such as '2024_autumn', census day); the year is that of the day.
    """
    days = [
        (f"{year}_{term}", nth_thursday(year, month, nth))
        for year in range(first_day.year, until.year + 1)
        for term, (month, nth) in CENSUS_THURSDAYS.items()
    ]
    return [(label, day) for label, day in days if first_day <= day <= until]


def nth_thursday(year: int, month: int, nth: int) -> date:
    """Return the nth Thursday of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(THURSDAY - first.weekday()) % 7 + 7 * (nth - 1))
