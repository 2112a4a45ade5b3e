"""Name a submission: the return, its period, and which written version of it.

Reading and writing that name belong here, and which versions there are. What happened
to a submission belongs to ``journal``.
"""

from dataclasses import dataclass
from pathlib import Path

from warehouse.layout import Layout
from warehouse.refusal import WrongUse

PARTS = 3


@dataclass(frozen=True, order=True)
class SubmissionKey:
    """One written version of a return, such as ``2024Q1/yjb_kpi/v1``."""

    period: str
    name: str
    version: str

    def __str__(self) -> str:
        """Return the name by which people and commands call it."""
        return f"{self.period}/{self.name}/{self.version}"

    def written(self, layout: Layout) -> Path:
        """Return the folder that the writer of the return left."""
        return layout.returned(self.period, self.name, self.version)

    def frozen(self, layout: Layout) -> Path:
        """Return the folder that freezing makes."""
        return layout.submitted(self.period, self.name, self.version)

    def kept(self, layout: Layout) -> Path:
        """Return the folder that holds its files: as frozen, else as written."""
        frozen = self.frozen(layout)
        return frozen if frozen.is_dir() else self.written(layout)


def read_key(layout: Layout, text: str) -> SubmissionKey:
    """Return the submission of that name, also one of which only the frozen is left.

    Raises:
        WrongUse: There is none; the message says which there are.
    """
    return _find(text, list_kept_keys(layout))


def _find(text: str, known: list[SubmissionKey]) -> SubmissionKey:
    found = next((key for key in known if str(key) == text.strip("/")), None)
    if found is None:
        there = ", ".join(map(str, known[-3:])) or "none: write one with yjdw return"
        raise WrongUse(f"there is no submission {text!r}; there are {there}")
    return found


def list_keys(layout: Layout) -> list[SubmissionKey]:
    """Return every written version of every return, by period, name and number."""
    return _keys_in(layout.returns)


def list_kept_keys(layout: Layout) -> list[SubmissionKey]:
    """Return every version that is written or frozen, in the same order."""
    return sorted({*list_keys(layout), *_keys_in(layout.submissions)}, key=_place)


def _keys_in(place: Path) -> list[SubmissionKey]:
    folders = place.glob("*/*/v[0-9]*/manifest.json")
    parts = [path.parent.relative_to(place).parts for path in folders]
    keys = (SubmissionKey(*each) for each in parts if len(each) == PARTS)
    return sorted(keys, key=_place)


def _place(key: SubmissionKey) -> tuple[str, str, int]:
    return key.period, key.name, int(key.version[1:])
