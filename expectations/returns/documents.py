"""Hold a national case document against its suite.

Listing what is wrong with a document, and giving the list to the suite, belongs here.
What is expected belongs to ``case_level``.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from expectations.returns.case_level import BREACHES, CHILDREN, build_suite
from expectations.returns.document_breaches import FORM
from expectations.returns.document_validation import VALIDATION
from expectations.rows import hold_rows
from expectations.rules import CheckResult

Item = dict[str, Any]
PLACE = re.compile(r"\[\d+\]")


def hold_document(
    document: Item,
    home: Mapping[str, Iterable[str]] | None = None,
    children: Mapping[str, str] | None = None,
) -> list[CheckResult]:
    """Return what the suite finds in a document; units name children and fields.

    Args:
        document: The case document.
        home: What only a home knows, by rule: records that are not whole, suppliers
            that are too old. A document that is not whole is not looked at further.
        children: The child of each ypid, which names it whatever its system does.
    """
    told = [(code, unit) for code, units in (home or {}).items() for unit in units]
    is_whole = not any(code == "C-WHOLE" for code, _ in told)
    told += list_breaches(document) if is_whole else []
    rows = [_row(code, unit, children or {}) for code, unit in told]
    there = [{"record_id": child.get("ypid")} for child in document["children"]]
    return hold_rows(build_suite(is_whole), {BREACHES: rows, CHILDREN: there})


def list_breaches(document: Item) -> list[tuple[str, str]]:
    """Return rule and unit of all that is wrong with a document.

    Where the form is broken the questions on records are not asked: what they look at
    may not be there.
    """
    found = [(code, unit) for code, find in FORM.items() for unit in find(document)]
    if any(code == "C-SCHEMA" for code, _ in found):
        return found
    return found + [
        (code, f"{child['ypid']} {place}")
        for code, ask in VALIDATION.items()
        for child in document["children"]
        for place in dict.fromkeys(ask(child))
    ]


def _row(code: str, unit: str, children: Mapping[str, str]) -> Mapping[str, str | None]:
    """Return a breach as a row of its frame; its key holds no number of a supplier."""
    ypid, _, place = unit.partition(" ")
    child_id = children.get(ypid)
    where = PLACE.sub("", place.partition(" ")[0])
    return {
        "record_id": unit,
        "issue_key": f"{child_id} {where}" if child_id else unit,
        "child_id": child_id,
        "rule_code": code,
    }
