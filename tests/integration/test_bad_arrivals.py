"""Bad arrivals: repeated, changed, half written, on a full disk, not readable.

What can be wrong with the content itself is tested in ``test_bad_input.py``.
"""

import errno
import subprocess
import sys

import pytest

from tests.fixtures.deliveries import making
from tests.fixtures.deliveries.home import GOOD_ROWS, Home
from tests.fixtures.deliveries.making import TRANSFERS, as_csv, transfers
from warehouse import intake, landing_one, parquet_files, stillness
from warehouse.landing import current_files, land
from warehouse.receipts import list_refused

NAME = "PERSON_TRANSFER_20240630.csv"
NEWER = transfers(GOOD_ROWS, first=2)
WRITES_HALF = """
import sys
with open(sys.argv[1], "w", newline="") as file:
    file.write(sys.argv[2])
    file.flush()
    print("half", flush=True)
    sys.stdin.readline()
    file.write(sys.argv[3])
"""


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setattr(stillness, "SETTLE_SECONDS", 0)
    return Home.with_last_good(tmp_path / "home")


def everything_below(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_the_same_content_under_two_names_lands_once(home):
    making.put_transfers(home.layout, "20240630", NEWER)
    content = (home.layout.drop / "core_plus" / NAME).read_bytes()
    making.put(home.layout, "core_plus", NAME.replace(".csv", "_copy.csv"), content)

    first, again = land(home.layout)

    assert (first.status, again.status) == ("landed", "repeated")
    assert f"same content as {first.file_name}" in again.lines[0]
    assert home.served() == ["2024-06-30"]
    assert everything_below(home.layout.drop / "core_plus") == []


def test_a_file_changed_under_the_same_name_is_a_new_landing(home):
    making.put_transfers(home.layout, "20240331", transfers(GOOD_ROWS + 1))

    outcome = home.land_beside_a_good_file()

    assert outcome.status == "landed"
    assert len(home.landed_rows()) == GOOD_ROWS + 1
    kept = everything_below(home.layout.done / "core_plus")
    assert len(kept) == 2


def test_an_extract_that_lost_a_third_lands_once_somebody_says_it_is_right(home):
    making.put_transfers(home.layout, "20240630", transfers(20))
    refused = home.land_beside_a_good_file()

    (accepted,) = land(home.layout, accept_shrink=True)

    assert (refused.status, accepted.status) == ("refused", "landed")
    assert home.served() == ["2024-06-30"]
    assert list_refused(home.layout) == []


def test_a_file_half_written_waits_while_another_lands(home):
    path = home.layout.drop / "core_plus" / NAME
    text = as_csv(TRANSFERS, NEWER)
    command = [sys.executable, "-c", WRITES_HALF, str(path), text[:700], text[700:]]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout.readline() == "half\n"
        waiting = home.land_beside_a_good_file()
        writer.communicate("go on\n")

    assert waiting.status == "waiting"
    assert "still being written" in waiting.lines[0]
    assert home.served() == ["2024-03-31"]
    assert [outcome.status for outcome in land(home.layout)] == ["landed"]
    assert home.served() == ["2024-06-30"]


@pytest.mark.parametrize("ending", [".part", ".tmp", ".filepart"])
def test_a_name_that_says_unfinished_is_left_alone(home, ending):
    making.put(home.layout, "core_plus", NAME + ending, "TRANSFER_ID")

    assert land(home.layout) == []


def test_a_file_that_changes_while_it_is_read_waits(home, monkeypatch):
    path = making.put_transfers(home.layout, "20240630", NEWER)
    hash_delivery = intake.hash_delivery

    def hash_then_grow(delivery):
        answer = hash_delivery(delivery)
        with path.open("ab") as file:
            file.write(b"T99,P99,,\r\n")
        return answer

    monkeypatch.setattr(landing_one, "hash_delivery", hash_then_grow)

    assert [outcome.status for outcome in land(home.layout)] == ["waiting"]
    assert home.served() == ["2024-03-31"]


@pytest.mark.parametrize("step", ["write", "finish"])
def test_a_full_disk_leaves_nothing_behind_and_the_rest_goes_on(
    home, monkeypatch, step
):
    making.put_transfers(home.layout, "20240630", NEWER)
    before = everything_below(home.layout.root / "landing")
    original = getattr(parquet_files.PendingFile, step)

    def fail_for_core_plus(self, *arguments):
        if "core_plus" in self.path.parts:
            raise OSError(errno.ENOSPC, "No space left on device")
        return original(self, *arguments)

    monkeypatch.setattr(parquet_files.PendingFile, step, fail_for_core_plus)

    outcome = home.land_beside_a_good_file()

    assert outcome.status == "failed"
    assert "the disk is full" in outcome.lines[0]
    after = everything_below(home.layout.root / "landing")
    assert [path for path in after if "core_plus" in path.parts] == [
        path for path in before if "core_plus" in path.parts
    ]
    assert home.served() == ["2024-03-31"]
    monkeypatch.undo()
    assert [again.status for again in land(home.layout)] == ["landed"]


def test_a_file_that_may_not_be_read_is_named_and_the_rest_goes_on(home, monkeypatch):
    making.put_transfers(home.layout, "20240630", NEWER)
    hash_delivery = intake.hash_delivery

    def refuse_core_plus(delivery):
        if delivery.supplier == "core_plus":
            raise PermissionError(errno.EACCES, "Permission denied")
        return hash_delivery(delivery)

    monkeypatch.setattr(landing_one, "hash_delivery", refuse_core_plus)

    outcome = home.land_beside_a_good_file()

    assert outcome.status == "failed"
    assert "may not be read" in outcome.lines[0]


def test_a_refused_newest_extract_is_served_from_the_last_good_one(home):
    making.put_transfers(home.layout, "20240531", transfers(GOOD_ROWS + 2))
    making.put(home.layout, "core_plus", NAME, "<html></html>")

    land(home.layout)

    assert home.served() == ["2024-05-31"]
    (refused,) = list_refused(home.layout)
    assert refused.file_name == NAME
    assert len(current_files(home.layout, "core_plus", "transfers")) == 1
