"""Killed at any moment of a step, a submission is as before it or after it."""

import os
import signal
from functools import partial

import pytest

from returns.submissions import journal, life, sealing
from returns.submissions.verifying import find_faults
from tests.unit.returns.small_submission import (
    PLAIN,
    SIGNATURE,
    make_version,
    take_to,
)

# what a process is doing when it is killed: a function, and its how-manieth call
FREEZING = [
    (sealing.shutil, "copytree", 1),
    (sealing, "digests", 1),
    *((sealing, "_write", call) for call in (1, 2, 3, 4, 5)),
    (sealing, "digests", 2),
    *((sealing, "make_durable", call) for call in (1, 6, 12)),
    (sealing.shutil, "rmtree", 2),
    (journal, "append", 1),
    (journal, "connect", 2),
]
SIGNING = [
    (sealing, "digests", 1),
    (journal, "append", 1),
    (journal, "connect", 2),
    (journal.Event, "computed", 1),
]
SENDING = [
    (life, "find_changed_files", 1),
    (journal, "append_all", 1),
    (journal.Event, "computed", 1),
    (journal.Event, "computed", 2),
]


@pytest.fixture
def versions(tmp_path):
    """A home with two versions, of which the first was sent."""
    layout, first = make_version(tmp_path / "home", 1)
    _, second = make_version(tmp_path / "home", 2, second=True)
    take_to("sent", layout, first)
    return layout, first, second


@pytest.mark.parametrize(("module", "name", "call"), FREEZING)
def test_killed_while_freezing_it_is_signed_or_frozen(versions, module, name, call):
    layout, _, key = versions
    take_to("signed", layout, key)
    freeze = partial(life.freeze, layout, PLAIN, key)

    kill(freeze, module, name, call)

    finish(layout, key, freeze, before="signed", after="frozen")


@pytest.mark.parametrize(("module", "name", "call"), SIGNING)
def test_killed_while_signing_it_is_checked_or_signed(versions, module, name, call):
    layout, _, key = versions
    take_to("checked", layout, key)
    sign = partial(life.sign, layout, PLAIN, key, SIGNATURE)

    kill(sign, module, name, call)

    finish(layout, key, sign, before="checked", after="signed")


@pytest.mark.parametrize(("module", "name", "call"), SENDING)
def test_killed_while_sending_both_versions_are_as_before(versions, module, name, call):
    layout, first, key = versions
    take_to("frozen", layout, key)
    send = partial(life.send, layout, key, "Connectivity", "A. Clerk")

    kill(send, module, name, call)

    assert life.state_of(layout, first) == "sent"
    finish(layout, key, send, before="frozen", after="sent")
    assert life.state_of(layout, first) == "superseded"


def finish(layout, key, step, *, before, after):
    """See that nothing is half done, and that the step can be taken again."""
    assert life.state_of(layout, key) == before
    step()
    assert life.state_of(layout, key) == after
    assert not any(find_faults(layout).values())


def kill(step, module, name, call):
    """Take a step in a process that is killed when a function is called so often."""
    child = os.fork()
    if child == 0:
        kill_at(module, name, call)
        step()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), f"{name} is not called {call} times"
    assert os.WTERMSIG(status) == signal.SIGKILL


def kill_at(module, name, call):
    """Let the process be killed when a function is called so many times."""
    own, calls = getattr(module, name), []

    def counted(*arguments, **named):
        calls.append(name)
        if len(calls) == call:
            os.kill(os.getpid(), signal.SIGKILL)
        return own(*arguments, **named)

    setattr(module, name, counted)
