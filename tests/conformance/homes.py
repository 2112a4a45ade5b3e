"""Homes of one case system each: its deliveries landed, and the models run over them.

Landing and asking belong here. What the answer should be belongs to the tests.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module, util
from pathlib import Path
from typing import Any

import duckdb

from simulation.generate import generate_chunks
from simulation.plan import Plan
from sources._shared.case_record import case_record
from tests.conformance.extracts import Spot
from warehouse.calculating import calculate
from warehouse.configuration import Configuration, Service
from warehouse.control import Scope
from warehouse.landing import land
from warehouse.layout import Layout
from warehouse.plan import compiled_plan

PLAN = Plan(
    "Leicester City", children=60, years=2, until=date(2026, 3, 31), seed=5,
    faults="none",
)  # fmt: skip
SAMPLES = Path(__file__).with_name("samples")
MODEL = "model.youth_justice."
FOLDERS = ("staging", "intermediate", "marts")
# what the kit looks at: not the measures, which have tests of their own
WANTED = ("stg_case_system__", "int_case__", "national_", "int_findings__unread")
ALSO = {"int_identity__case_children", "fct_mapping_coverage"}


def is_simulated(system: str) -> bool:
    """Return whether the simulation writes the extracts of a system."""
    return util.find_spec(f"simulation.suppliers.{system}") is not None


def deliver(system: str, folder: Path) -> Path:
    """Return a folder with one extract: the simulation's, else the hand-written one."""
    if not is_simulated(system):
        return SAMPLES / system
    folder.mkdir(parents=True, exist_ok=True)
    writer = import_module(f"simulation.suppliers.{system}").Writer(PLAN, folder)
    for world in generate_chunks(PLAN):
        writer.write(world)
    writer.finish()
    return folder


def targets() -> list[str]:
    """Return the models that the kit looks at, by dbt's own names."""
    names = [entry["name"].removeprefix(MODEL) for entry in compiled_plan()]
    return [
        f"{MODEL}{name}" for name in names if name.startswith(WANTED) or name in ALSO
    ]


@dataclass
class SmallHome:
    """A home in which extracts of one case system have landed."""

    system: str
    layout: Layout
    open_connections: list[duckdb.DuckDBPyConnection] = field(default_factory=list)

    @classmethod
    def of(cls, system: str, root: Path, *extracts: Path) -> "SmallHome":
        """Land the extracts, the oldest first; every file must be taken in."""
        home = cls(system, Layout(root))
        home.layout.prepare()
        for folder in extracts:
            outcomes = land(
                home.layout, suppliers=[system], paths=[folder], accept_shrink=True
            )
            refused = {
                item.file_name
                for item in outcomes
                # a table without news is recognised, and goes on being served
                if item.status not in ("landed", "repeated") or item.problems
            }
            assert outcomes
            assert refused == set()
        return home

    @contextmanager
    def look(
        self, models: Iterable[str] = (), known_at: date | None = None
    ) -> Iterator["View"]:
        """Yield what the models make of what has landed, as known on a day."""
        configuration = Configuration(service=Service(case_system=self.system))
        wanted = [f"{MODEL}{name}" for name in models] or targets()
        scope = Scope([], as_known_at=known_at)
        with calculate(self.layout, configuration, scope, wanted) as connection:
            for folder in FOLDERS:
                connection.execute(f"create schema if not exists {folder}")
            connection.execute(f"set search_path = '{','.join(FOLDERS)}'")
            yield View(connection)


@dataclass
class View:
    """The tables of one calculation; a model's name is enough to find it."""

    connection: duckdb.DuckDBPyConnection

    def ask(self, query: str, **values: Any) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        return self.connection.execute(query, values or None).fetchall()

    def first(self, entity: str, condition: str = "true") -> dict[str, str]:
        """Return the first record of an entity of the case record, by its key."""
        key = ", ".join(case_record()[entity].primary_key)
        relation = self.connection.sql(
            f"select * from case_system.{entity} where {condition} order by {key}"
        )
        row = relation.fetchone()
        assert row is not None, f"no record of {entity} where {condition}"
        return dict(zip(relation.columns, row, strict=True))


def spot_of(record: dict[str, Any]) -> Spot:
    """Return where a record stands in the supplier's files."""
    return Spot(record["_entity"], record["_row_number"])
