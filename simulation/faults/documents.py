"""Spoil single values inside the newest case document.

Only values are changed, in the text itself and within the national schema, so that the
document as a whole stays sound. Faults of a whole document belong to the file faults.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from simulation.chance import draw
from simulation.faults.row_catalogue import REFUSED, UNKNOWN
from simulation.plan import Plan
from simulation.truth import Fault

SUPPLIER = "case_document"
VALUES_PER_FAULT = {"light": 1, "heavy": 3}
FEWEST_ITEMS = 5


@dataclass(frozen=True)
class ValueFault:
    """One field, of which every item of an entity has one; and what it is made."""

    field: str
    fault: str
    value: str
    what_should_happen: str


VALUE_FAULTS = [
    ValueFault("dateOfBirth", "date_is_no_date", '"2010-02-30"', REFUSED),
    ValueFault(
        "dateOfBirth",
        "missing_birth_date",
        '"1900-01-01"',
        "row lands; the child has no age and is listed as a finding",
    ),
    ValueFault("disposalType", "unknown_code", '"STERN_TALKING_TO"', UNKNOWN),
    ValueFault("ethnicity", "unknown_code", '"NOT_IN_ANY_LIST"', UNKNOWN),
]


def spoil_documents(plan: Plan, drop: Path) -> list[Fault]:
    """Spoil values of the newest document; row_number is the item's ordinal."""
    documents = sorted((drop / SUPPLIER).glob("*.json"))
    if SUPPLIER not in plan.suppliers or not documents:
        return []
    path = documents[-1]
    text = path.read_text(encoding="utf-8")
    planted: list[Fault] = []
    spoilt: set[tuple[str, int]] = set()
    for fault in VALUE_FAULTS:
        text, ordinals = _spoil_values(text, fault, plan, spoilt)
        planted += [
            Fault(SUPPLIER, path.name, number, fault.fault, fault.what_should_happen)
            for number in ordinals
        ]
    path.write_bytes(text.encode("utf-8"))
    return planted


def _spoil_values(
    text: str, fault: ValueFault, plan: Plan, spoilt: set[tuple[str, int]]
) -> tuple[str, list[int]]:
    """Return the spoilt text and the ordinals (from 1) of the items spoilt."""
    pattern = re.compile(rf'(?<="{fault.field}":)(\s*)("[^"]*"|null|[^\s,}}\]]+)')
    found = list(pattern.finditer(text))
    if len(found) < FEWEST_ITEMS:
        return text, []
    order = np.argsort(
        draw(np.arange(len(found)), plan.seed, f"document {fault.field} {fault.fault}")
    )
    free = [int(item) for item in order if (fault.field, int(item)) not in spoilt]
    chosen = sorted(free[: VALUES_PER_FAULT[plan.faults]], reverse=True)
    for item in chosen:  # from the end, so that earlier places stay where they are
        spoilt.add((fault.field, item))
        start, end = found[item].span(2)
        text = text[:start] + fault.value + text[end:]
    return text, [item + 1 for item in reversed(chosen)]
