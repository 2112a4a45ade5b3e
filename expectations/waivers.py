"""Waive what may be waived: one record or one rule, for one return, with a reason.

Giving, withdrawing and applying waivers belong here. Which rules may be waived is said
by their severity.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime

from expectations.library import at_least, find_rule
from expectations.rules import CheckResult, Severity
from warehouse.layout import Layout
from warehouse.refusal import WrongUse
from warehouse.state import connect

LENGTH_OF_ID = 9


@dataclass(frozen=True)
class ReturnOf:
    """One return of one period and service: what waivers and issues belong to.

    ``rules`` is the rule version of a return of figures; of others it is empty.
    """

    name: str
    period: str
    service: str
    rules: str = ""

    @property
    def scope(self) -> str:
        """Return the name under which results and issues of it are kept."""
        parts = (f"returns.{self.name}", self.period, self.rules, self.service)
        return " ".join(part for part in parts if part)


@dataclass(frozen=True)
class Waiver:
    """Somebody's word that a broken rule need not hold this return back.

    Without an ``issue_id`` it is for the whole rule. It holds up to ``expires_on``,
    the day included, unless it is withdrawn. Instants are in UTC, ISO.
    """

    waiver_id: str
    return_name: str
    period: str
    service: str
    rule: str
    issue_id: str | None
    reason: str
    given_by: str
    given_at: str
    expires_on: str
    withdrawn_at: str | None = None
    withdrawn_by: str | None = None

    def holds(self, day: date) -> bool:
        """Return whether it counts on a day."""
        return not self.withdrawn_at and date.fromisoformat(self.expires_on) >= day


@dataclass(frozen=True)
class Wish:
    """What somebody wants to waive: a rule, or one issue of it, why and until when."""

    rule: str
    issue_id: str | None
    reason: str
    given_by: str
    expires_on: date


def give(
    layout: Layout, what: ReturnOf, wish: Wish, raised: Mapping[str, str]
) -> Waiver:
    """Write a waiver down.

    Args:
        layout: The home.
        what: The return it is for.
        wish: What, why, by whom and until when.
        raised: Rules that the service takes more seriously, by code.

    Raises:
        WrongUse: There is no such rule, it must be fixed or blocks nothing, the day
            has passed, or reason or name is blank.
    """
    _refuse(wish, raised)
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    parts = (what.scope, wish.rule, wish.issue_id or "", now)
    digest = hashlib.sha256("|".join(parts).encode()).hexdigest()
    waiver = Waiver(
        waiver_id=f"W{digest[:LENGTH_OF_ID]}",
        return_name=what.name,
        period=what.period,
        service=what.service,
        rule=wish.rule,
        issue_id=wish.issue_id,
        reason=wish.reason.strip(),
        given_by=wish.given_by.strip(),
        given_at=now,
        expires_on=wish.expires_on.isoformat(),
    )
    row = asdict(waiver)
    marks = ", ".join("?" for _ in row)
    with connect(layout) as state:
        state.execute(f"insert into waivers values ({marks})", list(row.values()))  # noqa: S608
    return waiver


def _refuse(wish: Wish, raised: Mapping[str, str]) -> None:
    rule = find_rule(wish.rule)
    severity = at_least(rule.code, rule.severity, raised)
    if severity is Severity.MUST_FIX:
        told = f"{rule.code} must be fixed and cannot be waived: {rule.remedy}"
        raise WrongUse(told)
    if severity is Severity.INFORMATION:
        raise WrongUse(f"{rule.code} only informs: it blocks nothing, so waive nothing")
    if wish.expires_on < date.today():
        raise WrongUse(f"{wish.expires_on} has passed: name a day to come")
    for name, text in (("reason", wish.reason), ("name", wish.given_by)):
        if not text.strip():
            raise WrongUse(f"a waiver needs a {name}")


def withdraw(layout: Layout, waiver_id: str, withdrawn_by: str) -> Waiver:
    """Take a waiver back; what it let through blocks again.

    Raises:
        WrongUse: There is no such waiver, it is withdrawn already, or no name is given.
    """
    if not withdrawn_by.strip():
        raise WrongUse("say who withdraws it")
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    with connect(layout) as state:
        changed = state.execute(
            "update waivers set withdrawn_at = ?, withdrawn_by = ?"
            " where waiver_id = ? and withdrawn_at is null",
            [now, withdrawn_by.strip(), waiver_id],
        ).rowcount
    found = {waiver.waiver_id: waiver for waiver in read_waivers(layout)}
    if not changed:
        word = "is withdrawn already" if waiver_id in found else "does not exist"
        raise WrongUse(f"waiver {waiver_id} {word}; yjdw waiver list shows all")
    return found[waiver_id]


def read_waivers(layout: Layout, what: ReturnOf | None = None) -> list[Waiver]:
    """Return the waivers of one return, or all there ever were, oldest first."""
    with connect(layout) as state:
        rows = state.execute(
            "select * from waivers where ?1 is null"
            " or (return_name = ?1 and period = ?2 and service = ?3)"
            " order by given_at",
            [what.name, what.period, what.service] if what else [None, None, None],
        ).fetchall()
    return [Waiver(**dict(row)) for row in rows]


def apply(
    results: Iterable[CheckResult],
    waivers: Sequence[Waiver],
    issue_ids: Mapping[tuple[str, str], str],
) -> list[CheckResult]:
    """Return the results with what is waived marked, where the rule may be waived.

    Args:
        results: Of one return.
        waivers: Those of the same return that hold today.
        issue_ids: The issue of each rule and record id.
    """
    whole = {waiver.rule: waiver.waiver_id for waiver in waivers if not waiver.issue_id}
    single = {waiver.issue_id: waiver.waiver_id for waiver in waivers}
    applied = []
    for result in results:
        if result.passed or result.severity is not Severity.MAY_BE_WAIVED:
            applied.append(result)
            continue
        found = {
            unit: single[issue_ids.get((result.code, unit))]
            for unit in result.units
            if issue_ids.get((result.code, unit)) in single
        }
        applied.append(result.waive(found, whole.get(result.code, "")))
    return applied
