"""Find whether what was frozen is still what was frozen.

Comparing sealed folders with their seals, and the chain of events with itself, belongs
here. What is sealed belongs to ``sealing``.
"""

import json
from dataclasses import asdict

from returns._shared import manifest
from returns.submissions import journal, sealing
from returns.submissions.key import SubmissionKey
from warehouse.layout import Layout


def find_faults(layout: Layout) -> dict[str, list[str]]:
    """Return what is wrong with each frozen submission, and with the chain.

    One entry a frozen submission, in the order of freezing, and one named ``chain``;
    an empty list says that it holds.
    """
    events = journal.read_events(layout)
    faults = {"chain": journal.find_breaks(events)}
    for event in events:
        if event.event == "freeze":
            # named by the event: what was written, or even frozen, may be lost
            key = SubmissionKey(*event.submission.split("/"))
            faults[event.submission] = find_changed_files(layout, key)
    return faults


def find_changed_files(layout: Layout, key: SubmissionKey) -> list[str]:
    """Return what is not as it was frozen: files changed, gone or added."""
    events = journal.read_events(layout, str(key))
    frozen = next(item for item in events if item.event == "freeze")
    folder = key.frozen(layout)
    sealed = folder / sealing.SEAL
    if not sealed.is_file() or manifest.digest(sealed) != frozen.document["seal"]:
        return [f"{sealing.SEAL} is not the one that freezing wrote"]
    told = json.loads(sealed.read_text(encoding="utf-8"))["files"]
    found = sealing.digests(folder)
    changed = [
        f"{name} is {_word(name in told, name in found)}"
        for name in sorted({*told, *found})
        if told.get(name) != found.get(name)
    ]
    if changed:
        return changed
    kept = json.loads((folder / "events.json").read_text(encoding="utf-8"))
    before = [asdict(item) for item in events if item.place < frozen.place]
    return [] if kept == before else ["its events are not those of the chain"]


def _word(is_sealed: bool, is_there: bool) -> str:
    if is_sealed and is_there:
        return "not as it was frozen"
    return "missing" if is_sealed else "no part of what was frozen"
