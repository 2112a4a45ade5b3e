"""How much of what a return is made from a case system holds at all.

The columns that each return needs, and a system's score, belong here. How many of the
values it then sends are understood belongs to ``warehouse/mapping_coverage.py``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field

from sources._shared.mapping_files import Mappings

NEEDED = Path(__file__).with_name("required_columns.yml")


class NeededColumns(BaseModel):
    """The columns of the case record that one return is made from, by entity."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    threshold_percent: int = Field(ge=0, le=100)
    columns: dict[str, tuple[str, ...]]

    @property
    def names(self) -> list[str]:
        """Return the columns as ``entity.column``."""
        return [
            f"{entity}.{name}" for entity, all_ in self.columns.items() for name in all_
        ]


@dataclass(frozen=True)
class Score:
    """How many of the columns that a return needs one case system fills.

    ``percent_filled`` is of the columns needed.
    """

    supplier: str
    for_return: str
    needed: int
    filled: int
    percent_filled: float
    threshold_percent: int
    missing: tuple[str, ...]

    @property
    def is_enough(self) -> bool:
        """Return whether a return of the system is worth writing."""
        return self.percent_filled >= self.threshold_percent


@cache
def needed_columns() -> dict[str, NeededColumns]:
    """Return what each return needs, by the name of the return."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    read = yaml.load(NEEDED.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 (safe)
    return {
        name: NeededColumns.model_validate(item)
        for name, item in read["returns"].items()
    }


def score_system(supplier: str, mappings: Mappings) -> Iterator[Score]:
    """Yield the score of a case system for each return."""
    filled = {f"{entity}.{column}" for entity, column in mappings.filled}
    for name, needed in needed_columns().items():
        missing = [column for column in needed.names if column not in filled]
        there = len(needed.names) - len(missing)
        yield Score(
            supplier,
            name,
            len(needed.names),
            there,
            round(100 * there / len(needed.names), 1),
            needed.threshold_percent,
            tuple(missing),
        )
