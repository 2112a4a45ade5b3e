"""Read which records of the two systems are the same one, and who is one victim.

What makes two records one belongs to ``int_switch__pairs``. What differs between them
belongs to ``records``.
"""

from datetime import date, timedelta
from typing import Any

from returns.rehearsal.queries import query
from warehouse.alone import Counting
from warehouse.case_systems import SystemTerm

PAIRS = "int_switch__pairs"


def named(model: str) -> str:
    """Return a model's name in the plan."""
    return f"model.youth_justice.{model}"


def pair_records(counting: Counting, old: str, new: str, line: date) -> None:
    """Write ``rehearsal.pairs``: which records of the two systems are the same one.

    Grain: one row per entity and pair; ``is_near`` where they agree in less than what a
    record is known by. The service's own list of victims, which goes by the ids of one
    system, is from then on read with those of either.
    """
    both = [
        SystemTerm(old, None, line - timedelta(days=1)),
        SystemTerm(new, line, None),
    ]
    counting.count(both, [named(PAIRS)])
    counting.connection.execute(query("pairs"))
    counting.connection.execute(query("victims"))
    counting.change = translate_list


def translate_list(entry: dict[str, Any]) -> dict[str, Any]:
    """Return an entry of the plan; the list of victims with the ids of both systems."""
    if entry["name"] != named("int_office__victims"):
        return entry
    return {**entry, "sql": query("list_of_both").format(told=entry["sql"])}
