"""Run the benchmarks: ``make bench``, or ``python -m benchmarks --children 30000``.

Reading options and the order of the cases belong here. Measuring does not.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from benchmarks import cases, report, steps
from benchmarks.every_figure import SIZES, every_figure
from benchmarks.rehearsals import rehearsal

RESULTS = Path(".yjdw") / "benchmarks.json"
LEICESTER = 3000  # children known over ten years to a service of Leicester's size


@click.command(epilog="Example: python -m benchmarks --runs 5 --json results.json")
@click.option("--children", default=LEICESTER, show_default=True)
@click.option("--runs", default=3, show_default=True, help="Medians are over these.")
@click.option("--quarter", default="2025Q1", show_default=True)
@click.option(
    "--large",
    is_flag=True,
    help="Also count every figure of 100,000 children; takes a quarter of an hour.",
)
@click.option(
    "--json",
    "target",
    type=click.Path(path_type=Path),
    default=RESULTS,
    show_default=True,
    help="Where the results go as JSON.",
)
def main(children: int, runs: int, quarter: str, large: bool, target: Path) -> None:
    """Measure the road, its steps and the commands people wait for."""
    with TemporaryDirectory(prefix="yjdw-bench-") as folder:
        bench = cases.Bench(Path(folder), children, runs)
        results = [cases.simulated(bench), cases.landing(bench), cases.first_run(bench)]
        home = bench.folder / "home"
        results += [cases.second_run(bench, home)]
        results += cases.readers(bench, home, quarter)
        results += [cases.count_documents(bench, quarter)]
        results += steps.each_step(bench)
        results += every_figure(bench, SIZES if large else SIZES[:1])
        results += [rehearsal(bench)]
    report.show(results)
    report.write(results, bench, target)
    click.echo(f"{children:,} children; medians of {runs} runs; as JSON: {target}")


if __name__ == "__main__":
    main()
