"""Count each case system of a home alone, over one load of what has landed.

Loading every system and making the models again for others belong here. Holding what
was counted side by side belongs to the caller.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import duckdb

from warehouse import models
from warehouse.building import fill
from warehouse.calculating import make_relations, needed, tables_read, worked_out
from warehouse.case_systems import SystemTerm
from warehouse.configuration import Configuration
from warehouse.control import Scope
from warehouse.layout import Layout
from warehouse.plan import compiled_plan
from warehouse.variants import below

CASE_SYSTEMS = "model.youth_justice.stg_control__case_systems"
Entry = dict[str, Any]


@dataclass
class Counting:
    """A database in memory with all that has landed, and what is made of it.

    Attributes:
        connection: The database.
        entries: What may be made, in running order.
        change: What becomes of an entry before it is made.
        made: The names of what stands.
    """

    connection: duckdb.DuckDBPyConnection
    entries: Sequence[Entry]
    change: Callable[[Entry], Entry] = lambda entry: entry
    made: set[str] = field(default_factory=set)

    def count(self, systems: Sequence[SystemTerm], targets: Iterable[str]) -> None:
        """Make models as if these case systems were the only ones.

        What stands already and does not depend on the systems in force is kept.

        Args:
            systems: The systems in force, oldest first.
            targets: The models that are wanted, with all they are made from.

        Raises:
            duckdb.Error: A model does not run: a fault of the program.
        """
        self._put_in_force(systems)
        wanted = tuple(targets)
        missing = [
            self.change(entry)
            for entry in worked_out(
                self.connection, needed(self.entries, wanted), wanted
            )
            if entry["name"] not in self.made
        ]
        make_relations(self.connection, missing)
        self.made |= {entry["name"] for entry in missing}

    def _put_in_force(self, systems: Sequence[SystemTerm]) -> None:
        self.connection.execute("delete from control.case_systems")
        self.connection.executemany(
            "insert into control.case_systems values (?, ?, ?)",
            [(term.supplier, term.valid_from, term.valid_to) for term in systems],
        )
        for entry in below(self.entries, {CASE_SYSTEMS}):
            if entry["name"] in self.made:
                kind = "view" if entry["kind"] == "view" else "table"
                self.connection.execute(f"drop {kind} {entry['relation']}")
                self.made.remove(entry["name"])


def load_systems(
    layout: Layout, configuration: Configuration, scope: Scope, targets: Iterable[str]
) -> Counting:
    """Return a database in memory with all that has landed, nothing made of it yet.

    Args:
        layout: The home.
        configuration: The service's configuration.
        scope: What the figures are asked for.
        targets: All models that will be wanted.
    """
    connection = duckdb.connect(":memory:")
    connection.execute(f"attach ':memory:' as {models.CATALOG}")
    connection.execute(f"use {models.CATALOG}")
    entries = needed(compiled_plan(), targets)
    fill(connection, layout, configuration, scope, tables_read(entries))
    return Counting(connection, entries)
