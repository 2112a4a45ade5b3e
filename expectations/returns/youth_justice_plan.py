"""What must hold before the yearly tables of the Youth Justice Plan are written.

The rules and their words belong here. Gathering what they ask for belongs to
``returns/youth_justice_plan/gate.py``; the faults of single lines are findings, named in
the seed ``finding_codes``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from expectations.rules import CheckResult, Severity

CLAUSE = "counting rules 0.4: staffing and budget, once a year"


@dataclass(frozen=True)
class LineFinding:
    """One fault of one line: its code, its words, and file and row of the line."""

    code: str
    message: str
    place: str


@dataclass(frozen=True)
class YearOnYear:
    """A total of the year and of the year before; null where there is none."""

    name: str
    unit: str
    now: Decimal | None
    before: Decimal | None

    @property
    def change_percent(self) -> Decimal | None:
        """Return by how many per cent the total changed; null without a base."""
        if not self.before or self.now is None:
            return None
        return abs(self.now - self.before) * 100 / self.before


def check_lines(findings: Iterable[LineFinding]) -> list[CheckResult]:
    """Return one failed result for each kind of fault, its units the lines."""
    by_code: dict[str, list[LineFinding]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding)
    return [
        _judge(code, found[0].message, [finding.place for finding in found])
        for code, found in by_code.items()
    ]


def check_whole(quarantined: Sequence[str]) -> CheckResult:
    """Return whether every row of the year's files has landed."""
    message = "rows of the year's files are in quarantine: mend them and send the file"
    return _judge("R-QUARANTINE", message, quarantined)


def check_there(lines: Mapping[str, int]) -> CheckResult:
    """Return whether there is a line at all, in each of the office's tables."""
    message = (
        "no line tells the year: put the file into the drop folder of service_office"
        " and run yjdw run"
    )
    return _judge(
        "R-LINES",
        message,
        [f"{table}.csv" for table, count in lines.items() if not count],
    )


def check_sums(sums: Mapping[str, tuple[Decimal, Decimal]]) -> CheckResult:
    """Return whether each table's total is the sum of all lines behind it.

    Args:
        sums: By table, its total and what the lines add up to.
    """
    message = "a table does not hold every line: its total is not the sum of the lines"
    wrong = [
        f"{table}: {total} where the lines add up to {lines}"
        for table, (total, lines) in sums.items()
        if total != lines
    ]
    return _judge("R-SUMS", message, wrong)


def check_change(
    years: Iterable[YearOnYear], limit_percent: float, explained: Mapping[str, str]
) -> CheckResult:
    """Return whether no total jumped since the year before without an explanation."""
    message = (
        f"a total changed by more than {limit_percent:g} % on the year before; mend it"
        ' or explain it with --explain-change, such as staffing="..."'
    )
    jumped = [
        f"{item.name}: {item.before} to {item.now} {item.unit}"
        for item in years
        if (item.change_percent or 0) > limit_percent and item.name not in explained
    ]
    return _judge("R-CHANGE", message, jumped)


def _judge(code: str, message: str, units: Sequence[str]) -> CheckResult:
    passed, must = not units, Severity.MUST_FIX
    return CheckResult(code, CLAUSE, must, passed, message, tuple(units))
