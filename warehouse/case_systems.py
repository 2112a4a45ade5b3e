"""Which case systems the service works in, and from which day each of them counts.

Reading that out of the configuration and of what has landed belongs here. What becomes of
two systems' records of one child belongs to ``dbt_project/models/intermediate/switch``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from sources.registry import CONTRACTS, mapped_systems
from warehouse.configuration import CaseSystem, Configuration
from warehouse.refusal import WrongUse


@dataclass(frozen=True)
class SystemTerm:
    """A case system and the days on which the service works in it, both included.

    ``valid_from`` is null for the first system, ``valid_to`` for the last.
    """

    supplier: str
    valid_from: date | None = None
    valid_to: date | None = None


def case_systems(
    configuration: Configuration, newest: Mapping[str, date]
) -> list[SystemTerm]:
    """Return the case systems that a build counts, oldest first; never none.

    A later system counts once an extract is known that was drawn on its first day or
    after it: until then all is as it was, and a trial extract changes no figure.

    Args:
        configuration: The service's configuration.
        newest: Day of the newest extract known, of every supplier that has one.

    Raises:
        WrongUse: The configuration names a system that cannot be used.
    """
    listed = _listed(configuration, newest)
    started = [
        item
        for item in listed[1:]
        if (day := newest.get(item.supplier)) and day >= _first_day(item)
    ]
    return _terms([listed[0], *started])


def system_on(
    configuration: Configuration, newest: Mapping[str, date], day: date
) -> str:
    """Return the case system in which the service works on a day, landed or not.

    Raises:
        WrongUse: The configuration names a system that cannot be used.
    """
    listed = _listed(configuration, newest)
    begun = [item.supplier for item in listed[1:] if _first_day(item) <= day]
    return [listed[0].supplier, *begun][-1]


def _listed(
    configuration: Configuration, newest: Mapping[str, date]
) -> list[CaseSystem]:
    """Return the systems as configured; else the first of which anything landed."""
    known = [name for name, item in CONTRACTS.items() if item.kind == "case_system"]
    present = [name for name in known if name in newest]
    listed = configuration.service.listed_systems
    usable = known if len(listed) < 2 else mapped_systems()  # noqa: PLR2004 (a switch)
    for item in listed:
        if item.supplier not in usable:
            raise WrongUse(
                f"service.toml: {item.supplier} cannot be a case system"
                f"{' of several' if len(listed) > 1 else ''}; these can: "
                f"{', '.join(usable)}"
            )
    return listed or [CaseSystem(supplier=(present or known)[0])]


def _first_day(system: CaseSystem) -> date:
    return system.valid_from or date.min


def _terms(systems: list[CaseSystem]) -> list[SystemTerm]:
    """Let each system end on the day before the next one begins."""
    ends = [_first_day(later) - timedelta(days=1) for _, later in pairwise(systems)]
    return [
        SystemTerm(item.supplier, item.valid_from, end)
        for item, end in zip(systems, [*ends, None], strict=True)
    ]
