"""What every return's gate does with its results: the ledger, the waivers, the refusal.

From raw results to what stands against a return belongs here. Holding the rules belongs
to the return's own ``gate``.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from expectations.issues.ledger import RECORDS, Issue, read_issues, update
from expectations.issues.sightings import see_results
from expectations.library import at_least
from expectations.results import record
from expectations.rules import CheckResult
from expectations.waivers import ReturnOf, apply, read_waivers
from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.refusal import DataRefused
from warehouse.releases import Release


def settle(
    layout: Layout,
    configuration: Configuration,
    release: Release,
    what: ReturnOf,
    results: Sequence[CheckResult],
) -> list[CheckResult]:
    """Return the results with severities as the service has them, and waivers applied.

    What was found goes into the ledger, unless it is of a past state of knowledge, and
    the results are kept beside those of the run.
    """
    judged = raise_severities(configuration, results)
    if release.as_known_at is None:
        seen = see_results(what.service, judged)
        update(layout, release.run_id, what.scope, seen)
    applied = apply_waivers(layout, what, judged)
    record(layout, release.run_id, what.scope, applied)
    return applied


def raise_severities(
    configuration: Configuration, results: Sequence[CheckResult]
) -> list[CheckResult]:
    """Return the results as the service takes its rules, never more mildly than we."""
    raised = configuration.severities
    return [
        replace(result, severity=at_least(result.code, result.severity, raised))
        for result in results
    ]


def apply_waivers(
    layout: Layout, what: ReturnOf, results: Sequence[CheckResult]
) -> list[CheckResult]:
    """Return the results with what is waived today marked."""
    holding = [
        waiver for waiver in read_waivers(layout, what) if waiver.holds(date.today())
    ]
    if not holding:
        return list(results)
    issues = [*read_issues(layout, what.scope), *read_issues(layout, RECORDS)]
    return apply(results, holding, name_units(results, issues))


def name_units(
    results: Sequence[CheckResult], issues: Sequence[Issue]
) -> dict[tuple[str, str], str]:
    """Return the id of the issue behind each rule and record of the results."""
    ids = {
        (issue.rule, issue.issue_key, issue.unit_id): issue.issue_id for issue in issues
    }
    return {
        (result.code, unit.record_id): ids[key]
        for result in results
        for unit in result.found
        if (key := (result.code, unit.issue_key, unit.unit_id)) in ids
    }


def refuse_if_blocked(results: Sequence[CheckResult], told: str) -> None:
    """Refuse with every reason there is.

    Raises:
        DataRefused: A check failed that must be fixed, or that nobody has waived;
            reasons name the ids of the records.
    """
    blocking = [result.as_reason() for result in results if result.blocks]
    if blocking:
        raise DataRefused(blocking, told)
