"""Killed at any moment of freezing, a submission is signed or frozen, never between."""

import os
import signal

import pytest

from returns.submissions import journal, life, sealing
from returns.submissions.verifying import find_faults
from tests.unit.returns.small_submission import make_version, take_to


@pytest.fixture
def version(tmp_path):
    return make_version(tmp_path / "home", 1)


# what a process is doing when it is killed: a function, and its how-manieth call
MOMENTS = [
    *(
        (sealing.shutil, "copytree", 1),
        (sealing, "digests", 1),
        (sealing, "select_kept", 1),
    ),
    *((sealing, "select_kept", 2), (sealing, "_write", 1), (sealing, "_write", 3)),
    *((sealing, "make_durable", 1), (sealing, "make_durable", 9)),
    *((sealing.shutil, "rmtree", 2), (journal, "append", 1)),
]


@pytest.mark.parametrize(("module", "name", "call"), MOMENTS)
def test_killed_while_freezing_it_is_signed_or_frozen(version, module, name, call):
    take_to("signed", *version)
    child = os.fork()
    if child == 0:
        kill_at(module, name, call)
        life.freeze(*version)
        os._exit(0)
    _, status = os.waitpid(child, 0)

    assert os.WTERMSIG(status) == signal.SIGKILL
    assert life.state_of(*version) == "signed"
    life.freeze(*version)
    assert not any(find_faults(version[0]).values())


def kill_at(module, name, call):
    """Let the process be killed when a function is called so many times."""
    own, calls = getattr(module, name), []

    def counted(*arguments, **named):
        calls.append(name)
        if len(calls) == call:
            os.kill(os.getpid(), signal.SIGKILL)
        return own(*arguments, **named)

    setattr(module, name, counted)
