"""Say what changed between two versions of a return, whichever return it is.

Choosing what is compared belongs here, and which version was sent before. Comparing
belongs to ``returns/differences``, reading a version's figures to ``sides``.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from returns._shared import manifest
from returns.case_level.files import JSON_FILE
from returns.differences.cells import compare_cells
from returns.differences.documents import compare_documents
from returns.differences.figures import Side, compare_figures
from returns.submissions import journal
from returns.submissions.key import SubmissionKey, list_kept_keys
from returns.submissions.sides import describe_version, open_side, read_side
from returns.youth_justice_plan.writer import TABLE
from warehouse.layout import Layout
from warehouse.refusal import WrongUse

Difference = dict[str, Any]
KPI = "yjb_kpi"
SENT = ("send",)
KEPT = ("send", "freeze")  # what was sent comes before what was only frozen


def find_difference(
    layout: Layout, old: SubmissionKey, new: SubmissionKey
) -> Difference:
    """Return what differs between two versions, frozen or only written.

    Raises:
        WrongUse: They are of two returns, or the members of one are kept nowhere.
    """
    if old.name != new.name:
        raise WrongUse(f"{old} and {new} are versions of two returns")
    if old.name == KPI:
        return bridge_sides(old.period, open_side(layout, old), open_side(layout, new))
    return _compare_folders((old, old.kept(layout)), (new, new.kept(layout)))


def bridge_sides(period: str, before: Side, now: Side) -> Difference:
    """Return what differs between two states of a quarter's figures."""
    head = {"return": KPI, "period": period, "warnings": []}
    return head | {
        "before": before.told,
        "now": now.told,
        **compare_figures(before, now),
    }


def difference_to_sent(
    layout: Layout, key: SubmissionKey, folder: Path
) -> Difference | None:
    """Return what differs from the version of the same question that was sent before.

    None when nothing was sent before.

    Args:
        layout: The home.
        key: The version that is being frozen.
        folder: Its frozen folder, also while it is still being made.
    """
    before = find_sent(layout, key, manifest.read(folder))
    if before is None:
        return None
    if key.name == KPI:
        now = read_side(folder, str(key))
        return bridge_sides(key.period, open_side(layout, before), now)
    return _compare_folders((before, before.kept(layout)), (key, folder))


def find_sent(
    layout: Layout, key: SubmissionKey, told: Difference
) -> SubmissionKey | None:
    """Return the other version of a service's return that was sent last, if any was.

    Args:
        layout: The home.
        key: The version for which a predecessor is wanted.
        told: Its manifest.
    """
    asked = {"service": told.get("service")}
    return find_last(layout, SENT, _others_of(layout, key), asked)


def find_kept_before(layout: Layout, key: SubmissionKey) -> SubmissionKey | None:
    """Return the version before a written one that was sent, else frozen, last."""
    asked = {"service": manifest.read(key.written(layout)).get("service")}
    return find_last(layout, KEPT, _others_of(layout, key), asked)


def _others_of(layout: Layout, key: SubmissionKey) -> list[SubmissionKey]:
    return [
        other
        for other in list_kept_keys(layout)
        if (other.period, other.name) == (key.period, key.name) and other != key
    ]


def find_last(
    layout: Layout,
    events: Sequence[str],
    keys: Iterable[SubmissionKey],
    asked: Difference,
) -> SubmissionKey | None:
    """Return of some versions the one to which something happened last.

    Args:
        layout: The home.
        events: What happened, such as ``send``; the first that happened to any decides.
        keys: The versions.
        asked: What their manifests must tell.
    """
    found = {str(key): key for key in keys if _tells(key.kept(layout), asked)}
    told = journal.read_events(layout) if found else []
    for event in events:
        names = [item.submission for item in told if item.event == event]
        if last := [name for name in names if name in found][-1:]:
            return found[last[0]]
    return None


def _tells(folder: Path, asked: Difference) -> bool:
    told = manifest.read(folder)
    return all(told.get(name) == value for name, value in asked.items())


def _compare_folders(
    old: tuple[SubmissionKey, Path], new: tuple[SubmissionKey, Path]
) -> Difference:
    told = {
        side: describe_version(manifest.read(folder), str(key))
        for side, (key, folder) in (("before", old), ("now", new))
    }
    head = {"return": new[0].name, "period": new[0].period, "warnings": []}
    return {**head, **told} | COMPARED[new[0].name](old[1], new[1])


def _compare_cases(old: Path, new: Path) -> Difference:
    before, now = (
        json.loads((folder / JSON_FILE).read_text(encoding="utf-8"))
        for folder in (old, new)
    )
    return dict(compare_documents(before, now))


def _compare_plans(old: Path, new: Path) -> Difference:
    return {"cells": compare_cells(old / TABLE, new / TABLE)}


COMPARED: dict[str, Callable[[Path, Path], Difference]] = {
    "case_level": _compare_cases,
    "youth_justice_plan": _compare_plans,
}
