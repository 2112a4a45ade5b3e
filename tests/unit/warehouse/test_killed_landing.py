"""A landing killed at any moment leaves nothing of a delivery, or all of it."""

import signal
import subprocess
import sys

import pytest

from tests.fixtures.deliveries import making
from warehouse.landing import current_files, land
from warehouse.layout import Layout
from warehouse.outcomes import FileOutcome

LANDS_UNTIL_KILLED = """
import os, signal, sys
from importlib import import_module
from pathlib import Path
from warehouse.landing import land
from warehouse.layout import Layout

def die(*arguments, **keywords):
    os.kill(os.getpid(), signal.SIGKILL)

*owner, step = sys.argv[2].split(".")
place = import_module(".".join(owner[:2]))
for name in owner[2:]:
    place = getattr(place, name)
setattr(place, step, die)
land(Layout(Path(sys.argv[1])))
"""
NOTHING_YET = [
    "warehouse.parquet_files.PendingFile.write",
    "warehouse.parquet_files.PendingFile.finish",
    "warehouse.parquet_files.make_durable",
    "warehouse.landing_one.record",
]
ALL_OF_IT = ["warehouse.landing_one.take_away"]


@pytest.fixture
def layout(tmp_path):
    layout = Layout(tmp_path / "home")
    making.put_transfers(layout, "20240630", making.transfers(3))
    return layout


def land_until_killed(layout: Layout, step: str) -> None:
    command = [sys.executable, "-c", LANDS_UNTIL_KILLED, str(layout.root), step]
    ended = subprocess.run(command, check=False, capture_output=True)
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()


def assert_landed_once(layout: Layout, outcome: FileOutcome) -> None:
    (file,) = current_files(layout, "core_plus", "transfers")
    below = [path for path in (layout.root / "landing").rglob("*") if path.is_file()]
    assert below == [file.path]
    assert file.file_sha256 == outcome.file_sha256


@pytest.mark.parametrize("step", NOTHING_YET)
def test_killed_before_the_receipt_nothing_has_landed(layout, step):
    land_until_killed(layout, step)
    before = current_files(layout, "core_plus", "transfers")

    (outcome,) = land(layout)

    assert before == []
    assert outcome.status == "landed"
    assert_landed_once(layout, outcome)


@pytest.mark.parametrize("step", ALL_OF_IT)
def test_killed_after_the_receipt_all_of_it_has_landed(layout, step):
    land_until_killed(layout, step)
    before = current_files(layout, "core_plus", "transfers")

    (outcome,) = land(layout)

    assert len(before) == 1
    assert outcome.status == "repeated"
    assert_landed_once(layout, outcome)
    assert not list((layout.drop / "core_plus").iterdir())
