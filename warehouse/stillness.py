"""Tell a file that is still being written from one that is finished.

Asking the disk belongs here. What is done with an unfinished file does not.
"""

import errno
import signal
import time
from pathlib import Path

try:
    import fcntl
except ImportError:  # not a Unix: sizes and times must do
    fcntl = None  # type: ignore[assignment]

SETTLE_SECONDS = 0.2  # between two looks; a copy in progress writes far more often
OLD_SECONDS = 300  # a file unchanged for so long needs no second look
YOUNG_SECONDS = 2  # where the system cannot say who writes, an empty file this young

Stamp = tuple[int, int]  # size in bytes, time of change in nanoseconds


def take_stamps(files: list[Path]) -> dict[Path, Stamp]:
    """Return size and time of change of each file that is still there."""
    stamps = {}
    for file in files:
        try:
            stat = file.stat()
        except FileNotFoundError:
            continue
        stamps[file] = (stat.st_size, stat.st_mtime_ns)
    return stamps


def find_moving(files: list[Path]) -> set[Path]:
    """Return the files that change between two looks, or that somebody writes to."""
    before = take_stamps(files)
    now = time.time_ns()
    if any(now - changed < OLD_SECONDS * 10**9 for _, changed in before.values()):
        time.sleep(SETTLE_SECONDS)
    after = take_stamps(files)
    return {
        file
        for file in files
        if after.get(file) != before.get(file) or is_being_written(file)
    }


def is_being_written(file: Path) -> bool:
    """Return whether a process has the file open for writing.

    The kernel is asked by a read lease, which it grants only when nobody writes.
    Where it cannot say, only an empty file of the last seconds counts as unfinished.
    """
    answer = _ask_for_lease(file)
    if answer is not None:
        return answer
    stat = file.stat()
    return stat.st_size == 0 and time.time() - stat.st_mtime < YOUNG_SECONDS


def _ask_for_lease(file: Path) -> bool | None:
    if fcntl is None or not hasattr(fcntl, "F_SETLEASE"):
        return None
    try:
        with file.open("rb") as handle:
            # whoever opens the file meanwhile makes the kernel signal us: harmlessly
            fcntl.fcntl(handle, fcntl.F_SETSIG, signal.SIGURG)
            fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_RDLCK)
            fcntl.fcntl(handle, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except OSError as error:
        return True if error.errno == errno.EAGAIN else None
    return False
