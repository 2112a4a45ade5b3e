"""How the rules of a written return stand today: its results, under today's waivers.

Results were worked out when the return was written, from the release it was made of,
and do not change; waivers run out or are withdrawn, so they are applied anew each time.
Holding rules against a release belongs to the gates.
"""

from dataclasses import asdict
from datetime import date
from typing import Any

from expectations.rules import CheckResult
from expectations.waivers import ReturnOf, Waiver, read_waivers
from returns._shared import manifest
from returns._shared.evidence import CHECKS, read_checks
from returns._shared.gate import apply_waivers, raise_severities
from returns.submissions.key import SubmissionKey
from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.refusal import DataRefused, Reason


def return_of(layout: Layout, key: SubmissionKey) -> ReturnOf:
    """Return the return that a submission is a version of."""
    told = manifest.read(key.written(layout))
    return ReturnOf(key.name, key.period, told["service"], told.get("rules", ""))


def results_today(
    layout: Layout, configuration: Configuration, key: SubmissionKey
) -> list[CheckResult]:
    """Return how each rule stands for a submission today.

    Raises:
        DataRefused: It was written before results were kept.
    """
    folder = key.written(layout)
    if not (folder / CHECKS).is_file():
        why = f"{CHECKS} is not there: write the return again with yjdw return"
        raise DataRefused([Reason("SUBMISSION", why)], f"{key} cannot go on")
    judged = raise_severities(configuration, read_checks(folder))
    return apply_waivers(layout, return_of(layout, key), judged)


def waivers_today(layout: Layout, key: SubmissionKey) -> list[Waiver]:
    """Return the waivers of a submission's return that hold today."""
    given = read_waivers(layout, return_of(layout, key))
    return [waiver for waiver in given if waiver.holds(date.today())]


def describe_waivers(layout: Layout, key: SubmissionKey) -> list[dict[str, Any]]:
    """Return the waivers that hold today as plain values."""
    return [asdict(waiver) for waiver in waivers_today(layout, key)]


def summarise(result: CheckResult) -> dict[str, Any]:
    """Return how one rule ended in few words; the units stand in the evidence."""
    return {
        "code": result.code,
        "severity": result.severity.value,
        "passed": result.passed,
        "units": len(result.units),
        "waived": result.is_waived,
    }
