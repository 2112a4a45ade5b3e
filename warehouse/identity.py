"""Keep the registry that makes a ``child_id`` last from one run to the next.

Writing what a build found out about identities into the state belongs here. Deciding
which records are one child belongs to ``dbt_project/models/intermediate/identity``.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from warehouse.layout import Layout
from warehouse.state import connect

NEW = """
select found.supplier, found.supplier_person_id, found.child_id, found.link_rule
from intermediate.int_identity__children as found
anti join control.identities as known using (supplier, supplier_person_id)
order by all
"""

MERGED = """
select distinct known.child_id, found.child_id as merged_into
from intermediate.int_identity__children as found
join control.identities as known using (supplier, supplier_person_id)
where known.child_id <> found.child_id
order by all
"""


@dataclass(frozen=True)
class Registration:
    """How many persons entered the registry, and how many children became another."""

    persons: int
    merges: int


def register_children(layout: Layout, build: Path) -> Registration:
    """Write the identities of a published build into the registry.

    A person that is registered stays with its child, except where the build found
    two registered children to be one: then all persons of the one move to the other
    and the merge is recorded. Registering a build twice changes nothing. Call it
    only while holding the writer's lock.

    Args:
        layout: The home.
        build: The DuckDB file of a run that was published.

    Raises:
        duckdb.Error: The file is not a build.
    """
    new, merged = _read_findings(build)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with connect(layout) as state:
        added = state.executemany(
            "insert or ignore into identities values (?, ?, ?, ?, ?)",
            [(*row, now) for row in new],
        ).rowcount
        state.executemany(
            "insert or ignore into identity_merges values (?, ?, ?)",
            [(*row, now) for row in merged],
        )
        state.executemany(
            "update identities set child_id = ? where child_id = ?",
            [(merged_into, child_id) for child_id, merged_into in merged],
        )
    return Registration(persons=max(added, 0), merges=len(merged))


def _read_findings(build: Path) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """Return the persons and the merges that the registry does not know."""
    with duckdb.connect(str(build), read_only=True) as connection:
        return connection.execute(NEW).fetchall(), connection.execute(MERGED).fetchall()
