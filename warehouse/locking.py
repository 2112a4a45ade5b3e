"""See to it that one process at a time writes to a home, or makes a file.

Taking and holding a lock belongs here. Readers never need one.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warehouse.layout import Layout
from warehouse.refusal import WrongUse

SECONDS_BETWEEN_TRIES = 1.0


class HomeBusy(WrongUse):
    """Another process is writing to the home; the same request will do later."""


@contextmanager
def one_writer(layout: Layout, patience_seconds: float = 0) -> Iterator[None]:
    """Hold the home for writing; the system lets go of it even after a kill.

    Args:
        layout: The home.
        patience_seconds: How long to wait for another process to end; a person is
            told at once.

    Raises:
        HomeBusy: Another process is writing to this home, and patience has ended.
    """
    layout.prepare()
    descriptor = os.open(layout.lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(layout, descriptor, time.monotonic() + patience_seconds)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def one_maker(path: Path) -> Iterator[None]:
    """Make a file or folder alone: whoever else wants to make it waits until then."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _take(layout: Layout, descriptor: int, until: float) -> None:
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as busy:
            if time.monotonic() >= until:
                raise HomeBusy(
                    f"another yjdw is writing to {layout.root}; wait until it has ended"
                ) from busy
            time.sleep(SECONDS_BETWEEN_TRIES)
        else:
            return
