"""Count every figure of a landed home: all quarters, all measures, all versions.

The work under measurement and the sizes to measure it at belong here. How a process
is measured does not.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from benchmarks.cases import Bench, Result
from benchmarks.processes import cost_of, yjdw
from warehouse.calculating import calculate
from warehouse.configuration import Configuration
from warehouse.control import standard_scope
from warehouse.layout import Layout

# the size that has a limit of 20 seconds, and the one that shows how it grows
SIZES = (10_000, 100_000)
COUNTED = {
    "figures": "select count(*) from marts.fct_measures",
    "quarters": "select count(distinct quarter) from marts.fct_measures",
    "members": "select count(*) from marts.fct_measure_members",
}


def every_figure(bench: Bench, sizes: Sequence[int]) -> list[Result]:
    """Return what it costs to count everything for services of these sizes.

    Each size is simulated and landed anew; neither is part of the cost, reading what
    is landed is.
    """
    return [of_size(bench, children) for children in sizes]


def of_size(bench: Bench, children: int) -> Result:
    """Measure one size: a process of its own, so that its memory can be told."""
    home = bench.folder / f"counted-{children}"
    for words in (
        ("simulate", "--out", home, "--children", children),
        ("land", "--home", home),
    ):
        cost_of(yjdw(*map(str, words)), bench.log)
    answer = home / "counted.json"
    command = [sys.executable, "-m", "benchmarks.every_figure", str(home), str(answer)]
    result = bench.repeat(
        f"every figure, {children:,} children", lambda: cost_of(command, bench.log)
    )
    figures = json.loads(answer.read_text(encoding="utf-8"))
    return Result(result.case, result.runs, result.cost, figures)


@click.command(epilog="Example: python -m benchmarks.every_figure .yjdw counted.json")
@click.argument("home", type=click.Path(path_type=Path, exists=True))
@click.argument("target", type=click.Path(path_type=Path))
def main(home: Path, target: Path) -> None:
    """Count every figure of HOME in memory and write to TARGET how many there are."""
    configuration = Configuration()
    scope = standard_scope(configuration, None)
    with calculate(Layout(home), configuration, scope) as found:
        counts = {
            name: found.execute(query).fetchall()[0][0]
            for name, query in COUNTED.items()
        }
    target.write_text(json.dumps(counts), encoding="utf-8")


if __name__ == "__main__":
    main()
