"""A road whose landing and building are stood in for: they have their own tests."""

from dataclasses import dataclass, field

import pytest

from tests.fixtures.builds.identities import TABLES
from tests.fixtures.builds.making import change, make_build
from warehouse import building, landing
from warehouse.configuration import Configuration
from warehouse.layout import Layout
from warehouse.models import BuildResult
from warehouse.state import connect
from yjdw import road

NO_CHILDREN = TABLES.read_text(encoding="utf-8")


@dataclass
class Steps:
    """Stands in for landing and building, which have tests of their own."""

    layout: Layout
    configuration: Configuration = field(default_factory=Configuration)
    changes: tuple[str, ...] = ()
    result: BuildResult = field(default_factory=lambda: BuildResult(5))
    fault: Exception | None = None
    builds: int = 0

    def land(self, *_args, **_options):
        return []

    def build(self, layout, _configuration, *, run_id, **_options):
        self.builds += 1
        if self.fault:
            raise self.fault
        change(make_build(layout.build(run_id)), NO_CHILDREN, *self.changes)
        return self.result

    def deliver(self, name):
        with connect(self.layout) as state:
            state.execute(
                "insert into receipts values (?, 'core_plus', 'persons', '2026-09-30',"
                " '2026-10-01', 1, 1, 0, 0)",
                [name],
            )

    def run(self, **options):
        return road.run(self.layout, self.configuration, **options)

    def runs(self):
        with connect(self.layout) as state:
            rows = state.execute("select outcome, detail from runs order by run_id")
            return [tuple(row) for row in rows]


@pytest.fixture
def steps(tmp_path, monkeypatch):
    steps = Steps(Layout(tmp_path / "home"))
    steps.layout.prepare()
    steps.deliver("one")
    monkeypatch.setattr(landing, "land", steps.land)
    monkeypatch.setattr(building, "build", steps.build)
    return steps
