"""Read which change of case system a simulation is asked for.

What is wrong with such a wish, and what to ask for instead, belongs here. What either
system then holds belongs to ``simulation``.
"""

from datetime import date
from typing import TYPE_CHECKING

from warehouse.refusal import WrongUse

if TYPE_CHECKING:
    from simulation.plan import Cutover, Plan

EXAMPLE = "careworks:core_plus:2024-01-15"


def read_cutover(asked: object, overlap_months: object) -> "Cutover | None":
    """Return the change of case system that ``OLD:NEW:DATE`` asks for; none for none.

    Raises:
        WrongUse: it is not of that form, or names what is no case system, or one twice.
    """
    from simulation.plan import CASE_SYSTEMS, Cutover

    if not asked:
        return None
    parts = str(asked).split(":")
    if len(parts) != 3:  # noqa: PLR2004 - old, new and day
        raise WrongUse(f"--cutover {asked}: write OLD:NEW:DATE, such as {EXAMPLE}")
    old, new, text = (part.strip() for part in parts)
    for system in (old, new):
        if system not in CASE_SYSTEMS:
            raise WrongUse(
                f"--cutover {asked}: {system or 'nothing'} is no case system; choose "
                f"from {', '.join(CASE_SYSTEMS)}"
            )
    if old == new:
        raise WrongUse(f"--cutover {asked}: names {old} twice; name two systems")
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise WrongUse(
            f"--cutover {asked}: {text} is no day; write it like {EXAMPLE}"
        ) from error
    return Cutover(old, new, day, int(str(overlap_months)))


def write_both(
    suppliers: tuple[str, ...], cutover: "Cutover | None"
) -> tuple[str, ...]:
    """Return the suppliers to write: of the case systems those of the change alone."""
    from simulation.plan import CASE_SYSTEMS

    if cutover is None:
        return suppliers
    others = (each for each in suppliers if each not in CASE_SYSTEMS)
    return (cutover.old, cutover.new, *others)


def refuse_other_days(plan: "Plan") -> None:
    """Refuse a change of case system on a day that is not simulated.

    Raises:
        WrongUse: the message says which days are.
    """
    cutover = plan.cutover
    if cutover and not plan.first_day < cutover.day <= plan.until:
        raise WrongUse(
            f"--cutover {cutover.day} is not within the simulated days; name a day "
            f"after {plan.first_day}, until {plan.until}"
        )


def describe_cutover(plan: "Plan") -> dict[str, str] | None:
    """Return what is said of the change in an answer for programs."""
    if plan.cutover is None:
        return None
    return {
        "old": plan.cutover.old,
        "new": plan.cutover.new,
        "day": plan.cutover.day.isoformat(),
        "last_old_day": min(plan.cutover.last_old_day, plan.until).isoformat(),
    }
