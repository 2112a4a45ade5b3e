"""What a rule, a suite and the result of a check are.

The shapes that suites are written in belong here, free of Great Expectations, so
that a suite can be read without loading it. How a suite runs belongs to ``run``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any

from warehouse.refusal import Reason


class Severity(StrEnum):
    """What a broken rule means for a return, the mildest first."""

    INFORMATION = "information"
    MAY_BE_WAIVED = "may_be_waived"
    MUST_FIX = "must_fix"


class Owner(StrEnum):
    """Whose work it is to mend what breaks a rule."""

    CASE_WORKER = "case_worker"
    RETURNS_OFFICER = "returns_officer"
    OFFICE = "office"
    DATA_ENGINEER = "data_engineer"


@dataclass(frozen=True)
class Rule:
    """One expectation on one frame, said twice on purpose.

    Great Expectations decides from ``expectation`` and ``arguments``; ``failing`` is
    the same rule as a SQL condition on the frame's rows, and fetches the ids of the
    records to mend. Where the two disagree the check has failed.

    ``clause`` is where the rule comes from, ``remedy`` how to mend what breaks it,
    ``owner`` whose work that is.
    """

    code: str
    clause: str
    message: str
    remedy: str
    owner: Owner
    frame: str
    expectation: str
    arguments: Mapping[str, object]
    failing: str
    severity: Severity = Severity.MUST_FIX


def exception_rule(frame: str, column: str, code: str, **told: Any) -> Rule:
    """Return a rule that no row of a frame of exceptions bears its code.

    Args:
        frame: Lists exceptions of several rules, one row for each.
        column: Where the frame says of which rule a row is an exception.
        code: The rule.
        **told: Its clause, message, remedy, owner and, if it is milder, severity.
    """
    return Rule(
        code=code,
        frame=frame,
        expectation="ExpectColumnValuesToNotBeInSet",
        arguments={"column": column, "value_set": [code]},
        failing=f"{column} = '{code}'",
        **told,
    )


@dataclass(frozen=True)
class Suite:
    """Rules over frames; a frame is a query that gives a ``record_id`` per row.

    ``record_id`` is how people find the record. A frame whose ids are a supplier's has
    a column ``issue_key`` too: what names the record whatever its supplier calls it.

    ``may_be_empty`` names frames that list exceptions, where no row is good news.
    Every other frame without a row fails each of its rules.
    """

    name: str
    frames: Mapping[str, str]
    rules: Sequence[Rule]
    may_be_empty: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Unit:
    """One record that breaks a rule: how people find it, and what names it for ever.

    ``unit_id`` is what its supplier calls it now.
    """

    record_id: str
    issue_key: str
    unit_id: str
    child_id: str | None = None


@dataclass(frozen=True)
class CheckResult:
    """How one rule ended; ``units`` are record ids and nothing else.

    ``found`` has the same records with the keys that the ledger needs. ``waived`` are
    those that somebody has waived, by the waiver's id, and ``waiver`` is that of the
    whole rule; what could not be looked at (``is_answered``) nobody can waive.
    """

    code: str
    clause: str
    severity: Severity
    passed: bool
    message: str
    units: tuple[str, ...] = ()
    remedy: str = ""
    owner: str = ""
    found: tuple[Unit, ...] = ()
    waived: Mapping[str, str] = field(default_factory=dict)
    waiver: str = ""
    is_answered: bool = True

    @property
    def open_units(self) -> tuple[str, ...]:
        """Return the records that nobody has waived."""
        if self.waiver:
            return ()
        return tuple(unit for unit in self.units if unit not in self.waived)

    @property
    def is_waived(self) -> bool:
        """Return whether somebody has waived all that breaks the rule."""
        return (
            self.is_answered
            and bool(self.waiver or self.waived)
            and (not self.open_units)
        )

    @property
    def blocks(self) -> bool:
        """Return whether nothing may go out because of this."""
        if self.passed or self.severity is Severity.INFORMATION:
            return False
        return self.severity is Severity.MUST_FIX or not self.is_waived

    def waive(self, waived: Mapping[str, str], waiver: str = "") -> "CheckResult":
        """Return the result with the records named, or all of it, as waived."""
        return replace(self, waived=dict(waived), waiver=waiver)

    def as_reason(self) -> Reason:
        """Return the result as a reason for refusing, with what to do next."""
        told = f"{self.message}: {self.remedy}" if self.remedy else self.message
        return Reason(self.code, told, self.open_units)

    def as_dict(self) -> dict[str, object]:
        """Return the result as plain values, ready for JSON and for a seal."""
        return {
            "code": self.code,
            "clause": self.clause,
            "severity": self.severity.value,
            "owner": self.owner,
            "passed": self.passed,
            "message": self.message,
            "remedy": self.remedy,
            "units": list(self.units),
            "waived": dict(self.waived),
            "waiver": self.waiver,
            "is_answered": self.is_answered,
            "found": [asdict(unit) for unit in self.found],
        }

    @classmethod
    def from_dict(cls, told: Mapping[str, Any]) -> "CheckResult":
        """Return the result that was written as plain values."""
        return cls(
            **{
                **told,
                "severity": Severity(told["severity"]),
                "units": tuple(told["units"]),
                "found": tuple(Unit(**unit) for unit in told["found"]),
            }
        )
