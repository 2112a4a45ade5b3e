"""See to it that one process at a time writes to a home.

Taking and holding the lock belongs here. Readers never need it.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

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
