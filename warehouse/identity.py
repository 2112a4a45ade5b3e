"""Keep the registry that makes a ``child_id`` last from one run to the next.

Writing what a build found out about identities into the state belongs here. Deciding
which records are one child belongs to ``dbt_project/models/intermediate/identity``.
"""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from warehouse.layout import Layout
from warehouse.state import connect

Rows = list[tuple[str, ...]]

NEW = """
select found.supplier, found.supplier_person_id, found.child_id, found.link_rule
from intermediate.int_identity__children as found
anti join control.identities as known using (supplier, supplier_person_id)
order by all
"""

# a number that the supplier has given to another child since
MOVED = """
select found.child_id, found.link_rule, found.supplier, found.supplier_person_id
from intermediate.int_identity__children as found
join control.identities as known using (supplier, supplier_person_id)
where known.child_id is distinct from found.registered_child_id
order by all
"""

MERGED = """
select distinct registered_child_id, child_id as merged_into
from intermediate.int_identity__children
where registered_child_id <> child_id
order by all
"""

KEYS = """
select found.child_id, person_hash, hashes.link_rule, key_hash,
    coalesce(birth_hash, '') as birth_hash, coalesce(forename_hash, '') as forename_hash
from intermediate.int_identity__key_hashes as hashes
join intermediate.int_identity__records as records using (record_number)
join intermediate.int_identity__children as found using (supplier, supplier_person_id)
except
select * exclude (registered_at) from control.identity_keys
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
    and the merge is recorded; or where its number is another child's now. By which
    keys a person was known is kept, hashed, whatever becomes of its number.
    Registering a build twice changes nothing. Call it only while holding the
    writer's lock.

    Args:
        layout: The home.
        build: The DuckDB file of a run that was published.

    Raises:
        duckdb.Error: The file is not a build.
    """
    new, moved, merged, keys = _read_findings(build)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    with connect(layout) as state:
        added = state.executemany(
            "insert or ignore into identities values (?, ?, ?, ?, ?)",
            [(*row, now) for row in new],
        ).rowcount
        _merge(state, merged, now)
        state.executemany(
            "update identities set child_id = ?1, rule = ?2, registered_at = ?5"
            " where supplier = ?3 and supplier_person_id = ?4 and child_id <> ?1",
            [(*row, now) for row in moved],
        )
        state.executemany(
            "insert or ignore into identity_keys values (?, ?, ?, ?, ?, ?, ?)",
            [(*row, now) for row in keys],
        )
    return Registration(persons=max(added, 0), merges=len(merged))


def _merge(state: sqlite3.Connection, merged: Rows, now: str) -> None:
    """Give all that is registered of one child to another."""
    state.executemany(
        "insert or ignore into identity_merges values (?, ?, ?)",
        [(*row, now) for row in merged],
    )
    for table in ("identities", "identity_keys"):
        state.executemany(
            f"update or replace {table} set child_id = ?2 where child_id = ?1",  # noqa: S608
            merged,
        )


def _read_findings(build: Path) -> list[Rows]:
    """Return what the registry does not know: persons, moves, merges, keys."""
    with duckdb.connect(str(build), read_only=True) as connection:
        return [
            connection.execute(query).fetchall() for query in (NEW, MOVED, MERGED, KEYS)
        ]
