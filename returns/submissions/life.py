"""The life of a submission: draft, checked, signed, frozen, sent, superseded.

Which step may follow which, and taking one, belong here. What freezing keeps belongs
to ``sealing``, whether it is still so to ``verifying``.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from expectations.rules import CheckResult
from returns._shared import manifest
from returns._shared.gate import refuse_if_blocked
from returns.submissions import journal, rules, sealing
from returns.submissions.key import SubmissionKey, list_kept_keys
from returns.submissions.verifying import find_changed_files
from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.refusal import DataRefused, Reason, WrongUse

# step: the states in which it may be taken, and the one that it leads to
STEPS: Mapping[str, tuple[tuple[str, ...], str]] = {
    "check": (("draft", "checked"), "checked"),
    "sign": (("checked",), "signed"),
    "freeze": (("signed",), "frozen"),
    "send": (("frozen",), "sent"),
    "supersede": (("sent",), "superseded"),
}
NEXT = {"draft": "check", "checked": "sign", "signed": "freeze", "frozen": "send"}
STATEMENT = "The figures of this return are right to the best of my knowledge."


@dataclass(frozen=True)
class Signature:
    """Who answers for a submission, as what, and in which words."""

    name: str
    role: str
    statement: str = STATEMENT


def state_of(layout: Layout, key: SubmissionKey) -> str:
    """Return where a submission stands; one to which nothing happened is a draft."""
    events = journal.read_events(layout, str(key))
    return STEPS[events[-1].event][1] if events else "draft"


def check(
    layout: Layout, configuration: Configuration, key: SubmissionKey
) -> journal.Event:
    """Hold the written files against their manifest, and the rules against waivers.

    Raises:
        DataRefused: A file is not as it was written, or a rule is broken that must be
            fixed or that nobody has waived.
        WrongUse: The submission is signed already.
    """
    _allow(layout, key, "check")
    _refuse_changed(layout, key)
    results = _refuse_blocked(layout, configuration, key)
    told = manifest.read(key.written(layout))
    names = ("release", "as_known_at", "due", "warnings", "files", "evidence")
    document = {name: told.get(name) for name in names}
    document["rules"] = [rules.summarise(result) for result in results]
    document["waivers"] = rules.describe_waivers(layout, key)
    return journal.append(layout, str(key), "check", document)


def sign(
    layout: Layout,
    configuration: Configuration,
    key: SubmissionKey,
    signature: Signature,
) -> journal.Event:
    """Put a person's name under a checked submission.

    Raises:
        DataRefused: A file changed since the check, or a waiver has run out.
        WrongUse: The submission is not checked, or a name or role is blank.
    """
    _allow(layout, key, "sign")
    _refuse_changed(layout, key)
    _refuse_blocked(layout, configuration, key)
    blank = [name for name, text in vars(signature).items() if not text.strip()]
    if blank:
        raise WrongUse(f"a signature needs a {blank[0]}; give --{blank[0]}")
    document = {
        **vars(signature),
        "files": sealing.digests(key.written(layout)),
        "waivers": rules.describe_waivers(layout, key),
    }
    return journal.append(layout, str(key), "sign", document)


def freeze(
    layout: Layout, configuration: Configuration, key: SubmissionKey
) -> journal.Event:
    """Keep the submission with all that its figures follow from, under a seal.

    Killed at any moment it leaves a signed submission or a frozen one: the folder is
    made aside, and the event that makes it count is written last.

    Raises:
        DataRefused: A file is not the one that was signed, or a waiver has run out.
        WrongUse: The submission is not signed.
    """
    _allow(layout, key, "freeze")
    events = journal.read_events(layout, str(key))
    signed = next(item for item in reversed(events) if item.event == "sign")
    if sealing.digests(key.written(layout)) != signed.document["files"]:
        _refuse(key, "a file is not the one that was signed: check and sign a new one")
    results = _refuse_blocked(layout, configuration, key)
    seal = sealing.seal(layout, key, events, results)
    return journal.append(layout, str(key), "freeze", {"seal": seal})


def send(layout: Layout, key: SubmissionKey, how: str, by: str) -> journal.Event:
    """Write down that a frozen submission was sent; an older one is superseded.

    Both are one step: whoever is killed here has done all of it or nothing.

    Raises:
        DataRefused: What was frozen is no longer whole.
        WrongUse: The submission is not frozen.
    """
    _allow(layout, key, "send")
    changed = find_changed_files(layout, key)
    if changed:
        _refuse(key, changed[0])
    steps = [journal.Step(str(key), "send", {"how": how, "by": by})]
    steps += [
        journal.Step(str(other), "supersede", {"by": str(key)})
        for other in _sent_before(layout, key)
    ]
    return journal.append_all(layout, steps)[0]


def _sent_before(layout: Layout, key: SubmissionKey) -> Iterator[SubmissionKey]:
    """Yield the version of the same return and service that is now the one sent."""
    asked = manifest.read(key.frozen(layout))
    for other in list_kept_keys(layout):
        is_same = (other.period, other.name) == (key.period, key.name) and other != key
        if is_same and state_of(layout, other) == "sent":
            told = manifest.read(other.frozen(layout))
            if told.get("service") == asked.get("service"):
                yield other


def describe(layout: Layout, key: SubmissionKey) -> dict[str, Any]:
    """Return a submission as plain values: its state, its question, its events."""
    told = manifest.read(key.kept(layout))
    asked = ("service", "rules", "as_known_at", "due", "written_at")
    return {
        "submission": str(key),
        "state": state_of(layout, key),
        **{name: told.get(name) for name in asked},
        "events": [
            {"event": item.event, "at": item.at, **item.document}
            for item in journal.read_events(layout, str(key))
        ],
    }


def _allow(layout: Layout, key: SubmissionKey, step: str) -> None:
    state = state_of(layout, key)
    allowed, _ = STEPS[step]
    if state in allowed:
        return
    follows = NEXT.get(state)
    remedy = f"next: yjdw submission {follows} {key}; or " if follows else ""
    raise WrongUse(
        f"{key} is {state} and cannot {step} now; "
        f"{remedy}write a new version with yjdw return"
    )


def _refuse_changed(layout: Layout, key: SubmissionKey) -> None:
    written = manifest.read(key.written(layout))
    told = written["files"] | written.get("evidence", {})
    found = manifest.describe_files(key.written(layout))
    wrong = sorted(
        name for name in {*told, *found} if told.get(name) != found.get(name)
    )
    if wrong:
        _refuse(key, f"{wrong[0]} is not as it was written: write the return again")


def _refuse_blocked(
    layout: Layout, configuration: Configuration, key: SubmissionKey
) -> list[CheckResult]:
    results = rules.results_today(layout, configuration, key)
    refuse_if_blocked(results, f"{key} cannot go on")
    return results


def _refuse(key: SubmissionKey, why: str) -> None:
    raise DataRefused([Reason("SUBMISSION", why)], f"{key} cannot go on")
