"""Two that want to write to one home: one waits, or is told to come again."""

import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import dagster as dg
import pytest

from orchestration.assets import landing
from orchestration.assets.landing import build_landing_asset
from orchestration.resources import WarehouseResource
from sources.registry import CONTRACTS
from warehouse import locking
from warehouse.layout import Layout
from warehouse.locking import one_writer

SETTINGS = Path("orchestration/dagster.yaml")
RUN = [sys.executable, "-c", "from yjdw.cli import main; main()", "run"]
HOLD = """
import sys, time
from pathlib import Path
from warehouse.layout import Layout
from warehouse.locking import one_writer
with one_writer(Layout(Path(sys.argv[1]))):
    print("held", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def another_writer(home):
    """Another process that holds the home until it is let go."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(home)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    holder.stdout.readline()
    try:
        yield holder
    finally:
        holder.communicate("done\n")


@pytest.fixture
def land(tmp_path, monkeypatch):
    monkeypatch.setattr(locking, "SECONDS_BETWEEN_TRIES", 0.05)

    def once(patience):
        warehouse = WarehouseResource(home=str(tmp_path), patience_seconds=patience)
        return dg.materialize(
            [build_landing_asset(CONTRACTS["niche"])],
            resources={"warehouse": warehouse},
            raise_on_error=False,
        )

    return once


def test_a_step_waits_until_another_writer_has_ended(land, tmp_path):
    with another_writer(tmp_path) as holder:
        letting_go = threading.Timer(1.0, lambda: holder.stdin.write("done\n"))
        letting_go.start()
        threading.Timer(1.1, holder.stdin.flush).start()
        began = time.monotonic()
        result = land(30)

    assert result.success
    assert time.monotonic() - began >= 1.0


def test_a_step_that_waited_in_vain_says_so_and_is_tried_again(
    land, tmp_path, monkeypatch
):
    at_once = dg.RetryPolicy(max_retries=1, delay=0.01)
    monkeypatch.setattr(landing, "AGAIN_SOON", at_once)
    with another_writer(tmp_path):
        result = land(0)

    (failure,) = [event for event in result.all_events if event.is_step_failure]
    told = failure.step_failure_data.user_failure_data
    retries = [event for event in result.all_events if event.is_step_up_for_retry]
    assert "another yjdw is writing" in told.description
    assert "start the run again" in told.description
    assert len(retries) == 1


def test_the_program_is_told_at_once_and_writes_nothing(tmp_path):
    with another_writer(tmp_path):
        ended = subprocess.run(
            [*RUN, "--home", str(tmp_path)], capture_output=True, text=True, check=False
        )

    assert ended.returncode == 2
    assert "another yjdw is writing" in ended.stderr
    assert not (tmp_path / "published").exists()


def test_dagster_starts_one_run_at_a_time(tmp_path):
    (tmp_path / "dagster.yaml").write_text(SETTINGS.read_text())
    with dg.DagsterInstance.from_config(str(tmp_path)) as instance:
        queue = instance.get_concurrency_config().run_queue_config

    assert queue.max_concurrent_runs == 1


def test_a_run_whose_process_died_is_started_once_more(tmp_path):
    (tmp_path / "dagster.yaml").write_text(SETTINGS.read_text())
    with dg.DagsterInstance.from_config(str(tmp_path)) as instance:
        assert instance.run_monitoring_enabled
        assert instance.run_retries_enabled
        assert instance.run_retries_max_retries == 1
        assert not instance.run_retries_retry_on_asset_or_op_failure


def test_who_waits_takes_the_home_when_it_is_free(tmp_path):
    layout = Layout(tmp_path)
    with one_writer(layout, patience_seconds=5):
        assert layout.lock.exists()
