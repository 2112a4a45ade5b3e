"""Write the national case documents: one JSON file per return, children whole.

Writing a file chunk by chunk belongs here. Children, their items and the returns are in
`case_document_children`, `case_document_items` and `case_document_returns`.
"""

import json
from pathlib import Path

from simulation.plan import Plan
from simulation.suppliers.case_document_children import Item, list_children
from simulation.suppliers.case_document_returns import (
    Return,
    keep_case_records,
    keep_reported,
    list_events,
    list_returns,
)
from simulation.world import World


class Writer:
    """Writes one document per return; a child stands in a return with all it has."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan = plan
        self.folder = folder
        self._returns = list_returns(plan)
        self._begun: set[int] = set()

    def write(self, world: World) -> None:
        """Append the children of one chunk to every return that names them."""
        held = keep_case_records(world)
        events = list_events(held)
        for period in self._returns:
            reported = keep_reported(held, events, period)
            if len(reported.children):
                self._append(period, list_children(reported))

    def finish(self) -> None:
        """Close every document."""
        for period in self._returns:
            self._append(period, [])
            self._write(period, "\n]}\n")

    def _append(self, period: Return, children: list[Item]) -> None:
        texts = [json.dumps(child, separators=(",", ":")) for child in children]
        begun = period.number in self._begun
        if not begun:
            self._write(period, self._head(period))
        between = ",\n" if begun and texts else ""
        self._begun.add(period.number)
        self._write(period, between + ",\n".join(texts))

    def _head(self, period: Return) -> str:
        head = describe_return(self.plan, period)
        return f'{{"return_part":{json.dumps(head)},\n"children":[\n'

    def _write(self, period: Return, text: str) -> None:
        with (self.folder / period.file_name).open("ab") as file:
            file.write(text.encode("utf-8"))


def describe_return(plan: Plan, period: Return) -> Item:
    """Return the `return_part` of one return."""
    return {
        "source_return_id": str(period.number),
        "returnstartdate": period.first.isoformat(),
        "returnenddate": period.last.isoformat(),
        "signoff_date": period.signed_off.isoformat(),
        "yotoucode": "YOT-001",
        "yjs_name": plan.service,
        "cmssystem": "Core+",
        "cmsextractversion": "1.0",
        "deleted_yps": [],
    }
