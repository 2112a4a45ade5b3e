"""What a simulation can be asked for: services, their sizes, a change of case system.

What is wrong with a wish, and what to ask for instead, belongs here. Making what was
asked for does not.
"""

from datetime import date
from difflib import get_close_matches

from simulation.plan import CASE_SYSTEMS, Cutover, Plan
from simulation.reference import find_population, list_services, read_mapping

CHILDREN_A_YEAR = 300  # known to a service of Leicester's size (CONTEXT.md)
SIZE_OF_LEICESTER = 39_944  # children aged 10-17, mid-2021
EXAMPLE = "careworks:core_plus:2024-01-15"


class CannotSimulate(ValueError):  # noqa: N818 - reads as what happened
    """A wish cannot be met; the message says what can."""


def find_service(name: str) -> str:
    """Return the name of a service that can be simulated.

    Raises:
        CannotSimulate: there is none of that name; the message says which are near.
    """
    named = set(read_mapping("organisation_names")["service"])
    services = [each for each in list_services() if each in named]
    if name in services:
        return name
    near = get_close_matches(name, services, n=3, cutoff=0.4) or services[:3]
    raise CannotSimulate(
        f"--service {name!r} is no service with a known population; "
        f"did you mean {', '.join(near)}?"
    )


def size_up(service: str, years: int) -> int:
    """Return how many children a service of that size knows over the years."""
    size = find_population(service, 2021) / SIZE_OF_LEICESTER
    return max(round(CHILDREN_A_YEAR * years * size), 1)


def read_cutover(asked: object, overlap_months: object) -> Cutover | None:
    """Return the change of case system that ``OLD:NEW:DATE`` asks for; none for none.

    Raises:
        CannotSimulate: it is not of that form, or names what is no case system, or one twice.
    """
    if not asked:
        return None
    parts = str(asked).split(":")
    if len(parts) != 3:  # noqa: PLR2004 - old, new and day
        raise CannotSimulate(
            f"--cutover {asked}: write OLD:NEW:DATE, such as {EXAMPLE}"
        )
    old, new, text = (part.strip() for part in parts)
    for system in (old, new):
        if system not in CASE_SYSTEMS:
            raise CannotSimulate(
                f"--cutover {asked}: {system or 'nothing'} is no case system; choose "
                f"from {', '.join(CASE_SYSTEMS)}"
            )
    if old == new:
        raise CannotSimulate(f"--cutover {asked}: names {old} twice; name two systems")
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise CannotSimulate(
            f"--cutover {asked}: {text} is no day; write it like {EXAMPLE}"
        ) from error
    return Cutover(old, new, day, int(str(overlap_months)))


def write_both(suppliers: tuple[str, ...], cutover: Cutover | None) -> tuple[str, ...]:
    """Return the suppliers to write: of the case systems those of the change alone."""
    if cutover is None:
        return suppliers
    others = (each for each in suppliers if each not in CASE_SYSTEMS)
    return (cutover.old, cutover.new, *others)


def refuse_other_days(plan: Plan) -> None:
    """Refuse a change of case system on a day that is not simulated.

    Raises:
        CannotSimulate: the message says which days are.
    """
    cutover = plan.cutover
    if cutover and not plan.first_day < cutover.day <= plan.until:
        raise CannotSimulate(
            f"--cutover {cutover.day} is not within the simulated days; name a day "
            f"after {plan.first_day}, until {plan.until}"
        )


def describe_plan(plan: Plan) -> dict[str, object]:
    """Return what was simulated, for an answer to programs."""
    cutover = plan.cutover and {
        "old": plan.cutover.old,
        "new": plan.cutover.new,
        "day": plan.cutover.day.isoformat(),
        "last_old_day": min(plan.cutover.last_old_day, plan.until).isoformat(),
    }
    return {
        "service": plan.service,
        "children": plan.children,
        "years": plan.years,
        "first_day": plan.first_day.isoformat(),
        "until": plan.until.isoformat(),
        "seed": plan.seed,
        "suppliers": list(plan.suppliers),
        "faults": plan.faults,
        "cutover": cutover,
    }
