"""A failed run is noted, says what readers see, and reaches people."""

import dagster as dg
import pytest

from orchestration.definitions import defs
from orchestration.jobs import jobs
from orchestration.resources import WarehouseResource
from orchestration.runs import (
    end_of_step,
    note,
    note_failure,
    note_if_unknown,
    reasons_shown,
)
from orchestration.sensors import failed_runs
from tests.fixtures.receivers import Mailbox, mail_server, mail_toml
from warehouse.layout import Layout
from warehouse.refusal import DataRefused, Reason, WrongUse
from warehouse.state import connect

REFUSAL = DataRefused([Reason("M-KEYS", "broken", ("id-1",))], "nothing was published")


@pytest.fixture
def layout(tmp_path):
    return Layout(tmp_path)


def runs(layout):
    with connect(layout) as state:
        rows = state.execute("select outcome, detail from runs order by run_id")
        return [tuple(row) for row in rows]


@pytest.fixture
def fail(layout):
    """Run a job of one step that fails; return its result and the instance."""

    def once(error, config=None):
        @dg.op(retry_policy=dg.RetryPolicy(max_retries=1, delay=0))
        def stumble():
            with reasons_shown():
                raise error

        @dg.job(
            hooks={note_failure},
            resource_defs={
                "warehouse": WarehouseResource(home=str(layout.root), config=config)
            },
        )
        def failing():
            stumble()

        instance = dg.DagsterInstance.ephemeral()
        result = failing.execute_in_process(instance=instance, raise_on_error=False)
        return result, instance

    return once


@pytest.mark.parametrize(
    ("error", "noted"),
    [
        (REFUSAL, ("refused", "M-KEYS")),
        (RuntimeError("Surname, Forename"), ("failed", "stumble")),
        (WrongUse("nothing is published yet"), ("failed", "stumble")),
    ],
)
def test_a_failed_step_is_noted_by_codes_or_by_its_name(layout, fail, error, noted):
    result, _ = fail(error)

    assert not result.success
    assert runs(layout) == [noted]


@pytest.mark.parametrize(("error", "tries"), [(REFUSAL, 1), (OSError(), 2)])
def test_a_refusal_is_never_tried_again_and_a_fault_is(fail, error, tries):
    result, _ = fail(error)
    (failure,) = [event for event in result.all_events if event.is_step_failure]
    retries = [event for event in result.all_events if event.is_step_up_for_retry]

    assert len(retries) + 1 == tries
    told = failure.step_failure_data.user_failure_data
    assert (told is not None and told.description == REFUSAL.summary) is (tries == 1)


def test_a_failure_without_reasons_is_that_of_its_step():
    assert end_of_step(None, "publish") == ("failed", "publish")
    assert end_of_step(dg.Failure("busy"), "publish") == ("failed", "publish")


def test_a_run_that_was_killed_is_noted_and_one_that_told_is_left(layout):
    note(layout, "run-1", "refused", "M-KEYS")
    note_if_unknown(layout, "run-1", "nightly")
    note_if_unknown(layout, "run-2", "nightly")

    assert runs(layout) == [("refused", "M-KEYS"), ("failed", "nightly")]


def test_every_job_is_watched_for_failures_and_noted():
    assert {job.name for job in defs.jobs} == {job.name for job in jobs}
    for job in jobs:
        assert note_failure in job.hooks


def test_a_failed_run_reaches_people_through_the_mail_server(layout, fail, tmp_path):
    box = Mailbox()
    config = tmp_path / "service.toml"
    with mail_server(box) as port:
        config.write_text(mail_toml(port))
        result, instance = fail(REFUSAL, str(config))
        context = dg.build_run_status_sensor_context(
            sensor_name="failed_runs",
            dagster_instance=instance,
            dagster_run=result.dagster_run,
            dagster_event=result.get_run_failure_event(),
            resources={
                "warehouse": WarehouseResource(
                    home=str(layout.root), config=str(config)
                )
            },
        ).for_run_failure()
        failed_runs(context)

    (text,) = box.texts
    assert "a run was refused: M-KEYS" in text
    assert "What readers see now: no release has been published yet." in text
