"""Files that are still being written are told from finished ones."""

import os
import threading
import time

from warehouse import stillness
from warehouse.stillness import find_moving, is_being_written


def test_a_file_that_somebody_has_open_for_writing_is_unfinished(tmp_path):
    path = tmp_path / "half.csv"
    with path.open("w") as file:
        file.write("A,B\n")
        file.flush()
        while_open = is_being_written(path)

    assert while_open
    assert not is_being_written(path)


def test_where_the_system_cannot_say_only_a_young_empty_file_is_unfinished(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(stillness, "fcntl", None)
    path = tmp_path / "empty.csv"
    path.touch()
    young = is_being_written(path)
    os.utime(path, (time.time() - 60, time.time() - 60))

    assert young
    assert not is_being_written(path)


def test_a_file_that_grows_between_two_looks_is_moving(tmp_path, monkeypatch):
    monkeypatch.setattr(stillness, "fcntl", None)
    growing, still = tmp_path / "growing.csv", tmp_path / "still.csv"
    growing.write_text("A\n")
    still.write_text("A\n")
    later = threading.Timer(
        stillness.SETTLE_SECONDS / 2, growing.write_text, ["A\n1\n"]
    )
    later.start()

    assert find_moving([growing, still]) == {growing}
    later.join()


def test_files_that_are_old_cost_no_waiting(tmp_path):
    path = tmp_path / "old.csv"
    path.write_text("A\n")
    os.utime(path, (time.time() - 3600, time.time() - 3600))
    started = time.monotonic()

    assert find_moving([path]) == set()
    assert time.monotonic() - started < stillness.SETTLE_SECONDS
