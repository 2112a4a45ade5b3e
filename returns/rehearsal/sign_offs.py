"""Keep who said of a difference between two systems that it may stay, and why.

Writing and reading sign-offs in the state belongs here. A sign-off is of one difference
as it is: when it changes, its id changes, and the sign-off lapses.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from warehouse.layout import Layout
from warehouse.refusal import WrongUse
from warehouse.state import connect

ID = re.compile(r"[DF][0-9a-f]{12}")
NAMED = 3  # of the ids that there are not, in a message


@dataclass(frozen=True)
class SignOff:
    """One person's word on one difference; ``signed_at`` is an instant in UTC, ISO."""

    difference_id: str
    what: str
    signed_by: str
    reason: str
    signed_at: str

    def as_dict(self) -> dict[str, str]:
        """Return the sign-off as plain values, ready for JSON."""
        return asdict(self)


def read_sign_offs(layout: Layout, old: str, new: str) -> dict[str, SignOff]:
    """Return the newest sign-off of each difference between two systems, by its id."""
    with connect(layout) as state:
        rows = state.execute(
            "select difference_id, what, signed_by, reason, signed_at from sign_offs"
            " where old_supplier = ? and new_supplier = ? order by signed_at",
            [old, new],
        ).fetchall()
    return {row["difference_id"]: SignOff(**dict(row)) for row in rows}


def write_sign_offs(
    layout: Layout,
    systems: tuple[str, str],
    found: Mapping[str, str],
    signed_by: str,
    reason: str,
) -> None:
    """Keep a person's word on differences.

    Args:
        layout: The home.
        systems: The old and the new case system.
        found: What each difference is, in words without a value, by its id.
        signed_by: Who signs.
        reason: Why the difference may stay.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds")
    rows = [
        (key, *systems, what, signed_by, reason, now) for key, what in found.items()
    ]
    with connect(layout) as state:
        state.executemany(
            "insert or replace into sign_offs values (?, ?, ?, ?, ?, ?, ?)", rows
        )


def choose(
    wanted: Sequence[str], found: Mapping[str, str], rules: Mapping[str, Iterable[str]]
) -> dict[str, str]:
    """Return the differences that are meant: by id, by rule code, or listed in a file.

    Args:
        wanted: What was asked for; a file has one id or code a line, ``#`` begins a
            remark.
        found: What each difference found is, by its id.
        rules: The ids that each rule explains, by its code.

    Raises:
        WrongUse: An id or code is of no difference found now.
    """
    keys = [key for item in wanted for key in _listed(item)]
    chosen, unknown = [], []
    for key in keys:
        if key in found:
            chosen.append(key)
        elif key in rules:
            chosen += rules[key]
        else:
            unknown.append(key)
    if unknown:
        more = f" and {len(unknown) - NAMED} more" if len(unknown) > NAMED else ""
        raise WrongUse(
            f"no difference found now is called {', '.join(unknown[:NAMED])}{more}; "
            "take the ids from the workbook of this rehearsal: an id changes when its "
            "difference does"
        )
    return {key: found[key] for key in chosen}


def _listed(item: str) -> list[str]:
    """Return the ids in a file, or the one id or code given."""
    path = Path(item)
    if ID.fullmatch(item) or not path.is_file():
        return [item]
    lines = (line.partition("#")[0] for line in path.read_text("utf-8").splitlines())
    return [line.strip() for line in lines if line.strip()]
