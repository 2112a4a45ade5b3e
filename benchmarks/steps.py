"""Where the time of a run goes, step by step, in one process as in a real run.

Timing the functions of the road belongs here. What they do does not.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median

from benchmarks.cases import Bench, Result
from benchmarks.processes import Cost
from warehouse.configuration import Configuration
from warehouse.layout import Layout


@dataclass
class Watch:
    """Seconds spent in each step, over several walks."""

    seconds: dict[str, list[float]] = field(default_factory=dict)

    @contextmanager
    def timing(self, step: str) -> Iterator[None]:
        """Add the length of the block to a step."""
        began = time.perf_counter()
        yield
        self.seconds.setdefault(step, []).append(time.perf_counter() - began)


def each_step(bench: Bench) -> list[Result]:
    """Walk the road as often as asked and return the median of each step.

    Imports are warm from the second walk on: what is left is the work itself.
    """
    watch = Watch()
    for _ in range(bench.runs):
        walk(Layout(bench.home()), Configuration(), watch)
    return [
        Result(f"  step: {step}", bench.runs, Cost(median(seconds), 0, 0))
        for step, seconds in watch.seconds.items()
    ]


def walk(layout: Layout, configuration: Configuration, watch: Watch) -> None:
    """Walk the road once over full drop folders, with a watch on every step."""
    from warehouse import building, models
    from warehouse.landing import land
    from warehouse.locking import one_writer
    from yjdw.journal import fingerprint
    from yjdw.road import check_build, publish_build

    run_id = "benchmark"
    with one_writer(layout):
        with watch.timing("land"):
            land(layout, configuration=configuration)
        with watch.timing("prepare the build"):
            build_file = building.prepare(layout, configuration, run_id=run_id)
        with watch.timing("dbt build"):
            models.build(build_file)
        with watch.timing("check"):
            check_build(layout, run_id)
        with watch.timing("publish"):
            inputs = fingerprint(layout, configuration, None)
            publish_build(layout, configuration, run_id, None, inputs)
