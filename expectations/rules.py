"""What a rule, a suite and the result of a check are.

The shapes that suites are written in belong here, free of Great Expectations, so
that a suite can be read without loading it. How a suite runs belongs to ``run``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from warehouse.refusal import Reason


class Severity(StrEnum):
    """What a broken rule means: nothing goes out, or a person is told."""

    MUST_FIX = "must_fix"
    WARNING = "warning"


@dataclass(frozen=True)
class Rule:
    """One expectation on one frame, said twice on purpose.

    Great Expectations decides from ``expectation`` and ``arguments``; ``failing`` is
    the same rule as a SQL condition on the frame's rows, and fetches the ids of the
    records to mend. Where the two disagree the check has failed.
    """

    code: str
    clause: str
    message: str
    frame: str
    expectation: str
    arguments: Mapping[str, object]
    failing: str
    severity: Severity = Severity.MUST_FIX


@dataclass(frozen=True)
class Suite:
    """Rules over frames; a frame is a query that gives a ``record_id`` per row.

    ``may_be_empty`` names frames that list exceptions, where no row is good news.
    Every other frame without a row fails each of its rules.
    """

    name: str
    frames: Mapping[str, str]
    rules: Sequence[Rule]
    may_be_empty: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class CheckResult:
    """How one rule ended; ``units`` are record ids and nothing else."""

    code: str
    clause: str
    severity: Severity
    passed: bool
    message: str
    units: tuple[str, ...] = ()

    @property
    def blocks(self) -> bool:
        """Return whether nothing may go out because of this."""
        return not self.passed and self.severity is Severity.MUST_FIX

    def as_reason(self) -> Reason:
        """Return the result as a reason for refusing."""
        return Reason(self.code, self.message, self.units)
