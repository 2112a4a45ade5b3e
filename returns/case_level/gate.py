"""Hold the case-level return of one quarter against its rules before it is written.

Adding what only the home knows belongs here: whose records are not whole, how old each
supplier is. The rules of a document belong to ``expectations/returns/case_level.py``.
"""

from collections.abc import Sequence

from expectations.results import record
from expectations.returns.case_level import check_document
from expectations.rules import CheckResult, Severity
from returns.case_level.documents import CaseAsked, Composed
from sources.registry import CONTRACTS
from warehouse.freshness import Freshness
from warehouse.layout import Layout
from warehouse.refusal import DataRefused

NAME = "case_level"
NOT_WHOLE = (
    "these records landed before documents were kept whole: land the same files"
    " (drop/.done keeps them) in a new home"
)
TOO_OLD = (
    "the newest usable extract of the case system is too old: land a newer one"
    " (yjdw status tells each age), or write the return with --as-known-at"
)


def check_return(
    composed: Composed, suppliers: Sequence[Freshness]
) -> list[CheckResult]:
    """Return what the rules find in a document that is to go out."""
    stale = [
        item.supplier
        for item in suppliers
        if item.is_required
        and item.is_stale
        and CONTRACTS[item.supplier].kind == "case_system"
    ]
    whole = _judge("R-WHOLE", "ours: lossless", NOT_WHOLE, composed.not_whole)
    clause = "a case system older than its limit blocks the return"
    fresh = _judge("R-FRESH", clause, TOO_OLD, stale)
    rest = [] if composed.not_whole else check_document(composed.document)
    return [whole, fresh, *rest]


def _judge(code: str, clause: str, message: str, units: Sequence[str]) -> CheckResult:
    passed = not units
    must = Severity.MUST_FIX
    return CheckResult(code, clause, must, passed, message, tuple(units))


def keep_results(
    layout: Layout, run_id: str, asked: CaseAsked, results: Sequence[CheckResult]
) -> None:
    """Keep the results beside the run's own, one suite per quarter and service."""
    record(layout, run_id, f"returns.{NAME} {asked.quarter} {asked.service}", results)


def refuse_if_blocked(asked: CaseAsked, results: Sequence[CheckResult]) -> None:
    """Refuse with every reason there is.

    Raises:
        DataRefused: A check failed; units name children, fields and ids.
    """
    blocking = [result.as_reason() for result in results if result.blocks]
    if blocking:
        told = f"the case-level return of {asked.quarter} was not written"
        raise DataRefused(blocking, told)
