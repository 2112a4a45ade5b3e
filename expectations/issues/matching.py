"""Tell which issue a sighting is, though file, row and the supplier's ids are others.

Pairing open issues with sightings belongs here, as plain lists. Keeping the outcome
belongs to ``ledger``.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from expectations.issues.sightings import Sighting

# From the surest to the weakest. The same record under the same id; the same day and
# meaning under another id (re-keyed); the same id with another day (half mended).
WAYS: Sequence[Callable[[Sighting], Hashable]] = (
    lambda item: (item.rule, item.service, item.issue_key, item.unit_id),
    lambda item: (item.rule, item.service, item.issue_key),
    lambda item: (
        *(item.rule, item.service, item.child_id, item.column_name, item.unit_id),
    ),
)


@dataclass
class Matched:
    """What became of issues: pairs that go on, sightings that are new, issues gone."""

    pairs: list[tuple[Any, Any]] = field(default_factory=list)
    new: list[Any] = field(default_factory=list)
    gone: list[Any] = field(default_factory=list)


def match(issues: Iterable[Sighting], sightings: Iterable[Sighting]) -> Matched:
    """Return which issues are seen again, which sightings are new, which are gone.

    An issue is paired once, and so is a sighting. Where several of either could be
    meant they are alike to people too, and are paired in the order of their ids.
    """
    matched = Matched(new=list(sightings), gone=list(issues))
    for way in WAYS:
        waiting = defaultdict(list)
        for issue in sorted(matched.gone, key=lambda item: item.unit_id, reverse=True):
            waiting[way(issue)].append(issue)
        seen_again = set()
        unpaired = []
        for sighting in sorted(matched.new, key=lambda item: item.unit_id):
            if waiting[way(sighting)]:
                issue = waiting[way(sighting)].pop()
                seen_again.add(id(issue))
                matched.pairs.append((issue, sighting))
            else:
                unpaired.append(sighting)
        matched.new = unpaired
        matched.gone = [item for item in matched.gone if id(item) not in seen_again]
    return matched
