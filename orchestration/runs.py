"""One run of Dagster's as the home knows it: its name, its inputs, its end.

Naming and noting a run belong here, for all its steps alike. Dagster keeps its own
log of steps.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import dagster as dg

from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.refusal import DataRefused, WrongUse
from warehouse.releases import word_shown
from warehouse.state import connect
from yjdw.journal import fingerprint

INPUTS = "inputs.sha256"
NOTE = """
insert into runs (run_id, started_at, finished_at, outcome, detail)
values (?, ?, ?, ?, ?)
on conflict (run_id) do update set
    finished_at = excluded.finished_at,
    outcome = excluded.outcome,
    detail = excluded.detail
"""


def name_of_run(instance: dg.DagsterInstance, dagster_run_id: str) -> str:
    """Return the run's name in the home: when it was asked for, so names sort.

    Every step of a run gives the same answer, and the program names its own runs in
    the same form.
    """
    record = instance.get_run_record_by_id(dagster_run_id)
    if record is None:
        raise LookupError(f"Dagster knows no run {dagster_run_id}")
    return f"{record.create_timestamp.astimezone(UTC):%Y%m%dT%H%M%S%f}"


def keep_inputs(layout: Layout, configuration: Configuration, run_id: str) -> None:
    """Keep what a build is made of beside it, before anything can change."""
    path = inputs_file(layout, run_id)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.write_text(fingerprint(layout, configuration, None), encoding="utf-8")


def read_inputs(layout: Layout, run_id: str) -> str:
    """Return the fingerprint of what a run's build was made of."""
    return inputs_file(layout, run_id).read_text(encoding="utf-8")


def inputs_file(layout: Layout, run_id: str) -> Path:
    """Return the file that keeps a build's fingerprint."""
    return layout.build(run_id).with_name(INPUTS)


def note(layout: Layout, run_id: str, outcome: str, detail: str) -> None:
    """Note how a run ended, for ``yjdw status``; the last note of a run stays."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with connect(layout) as state:
        state.execute(NOTE, [run_id, now, now, outcome, detail])


def note_if_unknown(layout: Layout, run_id: str, job: str) -> None:
    """Note a run that ended with no step to say so: its process was killed."""
    with connect(layout) as state:
        known = state.execute(
            "select 1 from runs where run_id = ? and outcome is not null", [run_id]
        ).fetchone()
    if known is None:
        note(layout, run_id, "failed", job)


@contextmanager
def reasons_shown() -> Iterator[None]:
    """Turn a refusal into Dagster's failure that lists codes, messages and ids.

    Raises:
        dagster.Failure: The block refused the data, or cannot do what was asked. A
            second try would not help.
    """
    try:
        yield
    except WrongUse as slip:
        raise dg.Failure(description=str(slip), allow_retries=False) from slip
    except DataRefused as refusal:
        reasons = [reason.as_dict() for reason in refusal.reasons]
        raise dg.Failure(
            description=refusal.summary,
            metadata={"reasons": dg.MetadataValue.json(reasons)},
            allow_retries=False,
        ) from refusal


@dg.failure_hook(required_resource_keys={"warehouse"})
def note_failure(context: dg.HookContext) -> None:
    """Note that a step failed, and say what readers see; neither holds data."""
    layout = context.resources.warehouse.layout
    run_id = name_of_run(context.instance, context.run_id)
    outcome, detail = end_of_step(context.op_exception, context.op.name)
    note(layout, run_id, outcome, detail)
    context.log.error(f"{context.op.name} {outcome}; {word_shown(layout)}")


def end_of_step(error: BaseException | None, step: str) -> tuple[str, str]:
    """Return outcome and detail as the journal has them: codes, else the step."""
    if not isinstance(error, dg.Failure) or "reasons" not in error.metadata:
        return "failed", step
    reasons: Any = error.metadata["reasons"].value
    return "refused", ", ".join(sorted({reason["code"] for reason in reasons}))
