"""The road: land, build, check, publish; every step a plain function elsewhere.

The order of the steps, and what a failure leaves standing, belong here. Each step
belongs to its own folder; ``orchestration/`` walks the same steps as assets.
"""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.locking import one_writer
from warehouse.refusal import DataRefused, Reason
from warehouse.releases import Release, current, word_shown
from yjdw.journal import fingerprint, journal

if TYPE_CHECKING:
    from expectations.rules import CheckResult
    from warehouse.models import BuildResult
    from warehouse.outcomes import FileOutcome

BUILDS_KEPT = 3  # enough to look at what went wrong the night before
Report = Callable[[str], None]


@dataclass(frozen=True)
class RunOutcome:
    """How a run ended well: ``published``, or ``nothing new``."""

    run_id: str
    outcome: str
    release: Release
    landed: Sequence["FileOutcome"] = field(default_factory=list)


def run(
    layout: Layout,
    configuration: Configuration,
    as_known_at: date | None = None,
    report: Report | None = None,
    *,
    on_landed: Callable[[Sequence["FileOutcome"]], None] | None = None,
) -> RunOutcome:
    """Walk the whole road. Whatever fails, the published release stays as it was.

    Args:
        layout: The home.
        configuration: The service's configuration.
        as_known_at: Build the state of knowledge of that day; none means now.
        report: Told which step is at work.
        on_landed: Told what became of each delivery, before anything is built.

    Raises:
        DataRefused: A check failed, or there is nothing to build from.
        WrongUse: Another process is writing to this home, or a setting is not allowed.
    """
    from warehouse.landing import land
    from warehouse.rule_settings import settle_counting

    settle_counting(configuration.settings)
    say = report or (lambda _text: None)
    with one_writer(layout), journal(layout) as entry:
        landed = land(layout, configuration=configuration, report=say)
        if on_landed:
            on_landed(landed)
        inputs = fingerprint(layout, configuration, as_known_at)
        shown = current(layout)
        if shown and shown.inputs_fingerprint == inputs:
            entry.outcome = "nothing new"
            return RunOutcome(entry.run_id, entry.outcome, shown, landed)
        build_and_check(layout, configuration, entry.run_id, as_known_at, say)
        say("publishing")
        known_at = as_known_at.isoformat() if as_known_at else None
        release = publish_build(layout, configuration, entry.run_id, known_at, inputs)
        entry.outcome, entry.detail = "published", release.release
        return RunOutcome(entry.run_id, entry.outcome, release, landed)


def build_and_check(
    layout: Layout,
    configuration: Configuration,
    run_id: str,
    as_known_at: date | None,
    report: Report,
) -> Path:
    """Build one run's file and hold it against models' tests and suites.

    Raises:
        DataRefused: A test or a rule failed; reasons name the ids concerned. Or nothing
            was known on the day.
        ModelError: A model could not be run: a fault of the program.
    """
    from warehouse.building import build
    from yjdw.known_days import look_at_day

    require_something_landed(layout)
    if as_known_at:
        for warning in look_at_day(layout, configuration, as_known_at):
            report(f"warning: {warning}")
    forget_old_builds(layout)
    report("building the models")
    result = build(layout, configuration, run_id=run_id, as_known_at=as_known_at)
    keep_build_result(layout, run_id, result)
    report("checking the figures")
    refuse_if_blocked(layout, check_build(layout, run_id))
    return layout.build(run_id)


def check_build(layout: Layout, run_id: str) -> list["CheckResult"]:
    """Hold the gate before publishing and keep what it found in the state."""
    from expectations.gate import SUITE, meets_expectations
    from expectations.results import record

    results = meets_expectations(layout.build(run_id))
    record(layout, run_id, SUITE, results)
    return results


def publish_build(
    layout: Layout,
    configuration: Configuration,
    run_id: str,
    as_known_at: str | None,
    inputs_fingerprint: str,
) -> Release:
    """Register the identities of a checked build, then show it to the readers.

    The registry comes first: an id that nobody has seen yet does no harm there, but
    a published one that is not registered could be another's tomorrow. So with the
    ledger, which after a kill in between is written again, the same, and with the
    configuration: kept for a release that never came it does no harm.
    """
    from expectations.issues.ledger import update_from_build
    from warehouse.identity import register_children
    from warehouse.past_configurations import keep_configuration
    from warehouse.publishing import new_release, publish

    build = layout.build(run_id)
    register_children(layout, build)
    if as_known_at is None:
        update_from_build(layout, run_id, build)
    release = new_release(run_id, as_known_at, inputs_fingerprint)
    keep_configuration(layout, release.release, configuration)
    return publish(layout, build, release, configuration.releases_kept)


def require_something_landed(layout: Layout) -> None:
    """Refuse to build from nothing, with what to do next."""
    from warehouse.receipts import summarise

    if not summarise(layout):
        told = f"nothing has landed yet: put extracts into {layout.drop}/<supplier>/"
        raise DataRefused([Reason("NOTHING-LANDED", told)], "nothing was published")


def keep_build_result(layout: Layout, run_id: str, result: "BuildResult") -> None:
    """Keep how models and their tests ended; a failed test refuses the data.

    Raises:
        DataRefused: A data test failed.
        ModelError: A model or a test could not be run.
    """
    from expectations.results import record
    from expectations.rules import CheckResult, Severity
    from warehouse.models import ModelError

    must = Severity.MUST_FIX
    passed = f"{result.passed} models and tests ended well"
    results = [CheckResult("dbt", "dbt_project", must, True, passed)]
    results += [
        CheckResult(item.node, "dbt_project", must, False, item.message)
        for item in result.failures
    ]
    record(layout, run_id, "dbt", results)
    broken = [item for item in result.failures if item.status != "fail"]
    if broken:
        raise ModelError(f"{broken[0].node}: {broken[0].message}")
    refuse_if_blocked(layout, results)


def refuse_if_blocked(layout: Layout, results: Sequence["CheckResult"]) -> None:
    """Refuse when a result blocks, saying what readers go on seeing."""
    reasons = [result.as_reason() for result in results if result.blocks]
    if reasons:
        told = f"nothing was published; {word_shown(layout)}"
        raise DataRefused(reasons, told)


def forget_old_builds(layout: Layout, keep: int = BUILDS_KEPT - 1) -> None:
    """Delete the build folders of all but the last runs, this one still to come."""
    folders = sorted(file.parent for file in layout.builds.glob("*/warehouse.duckdb"))
    for folder in folders[: len(folders) - keep]:
        shutil.rmtree(folder)
