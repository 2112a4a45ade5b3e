"""See to it that one process at a time writes to a home, or makes a file.

Taking and holding a lock belongs here. Readers never need one.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warehouse.layout import Layout
from warehouse.refusal import WrongUse


@contextmanager
def one_writer(layout: Layout) -> Iterator[None]:
    """Hold the home for writing; the system lets go of it even after a kill.

    Raises:
        WrongUse: Another process is writing to this home.
    """
    layout.prepare()
    descriptor = os.open(layout.lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as busy:
            raise WrongUse(
                f"another yjdw is writing to {layout.root}; wait until it has ended"
            ) from busy
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
