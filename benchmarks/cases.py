"""What is measured, each case as a command over a simulated service.

The cases and what they need belong here. How they are measured and shown does not.
"""

import json
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from benchmarks.processes import Cost, cost_of, median_of, yjdw


@dataclass(frozen=True)
class Result:
    """One case: what it cost as a median, and figures of its own such as rows."""

    case: str
    runs: int
    cost: Cost
    figures: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Bench:
    """Where the benchmarks work, how large a service, how often each case runs.

    Everything lies under ``folder``: the simulated service, homes, one log.
    """

    folder: Path
    children: int
    runs: int

    @property
    def service(self) -> Path:
        """Return the simulated service that every home is filled from."""
        return self.folder / "service"

    @property
    def log(self) -> Path:
        """Return the file that takes every command's output."""
        return self.folder / "commands.log"

    def home(self) -> Path:
        """Return a fresh home with every delivery in its drop folders."""
        home = self.folder / "home"
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(self.service / "drop", home / "drop")
        return home

    def command(self, home: Path, *arguments: str | Path) -> Cost:
        """Run one command of the program over a home and return its cost."""
        return cost_of(yjdw(*arguments, "--home", home), self.log)

    def answer(self, home: Path, *arguments: str | Path) -> dict[str, object]:
        """Return the JSON answer of one command of the program."""
        command = yjdw(*arguments, "--home", home, "--json")
        done = subprocess.run(command, capture_output=True, check=True, text=True)  # noqa: S603 - ours
        answer: dict[str, object] = json.loads(done.stdout)
        return answer

    def repeat(self, case: str, measure: Callable[[], Cost]) -> Result:
        """Measure a case as often as asked and return the medians."""
        costs = [measure() for _ in range(self.runs)]
        return Result(case, self.runs, median_of(costs))


def simulated(bench: Bench) -> Result:
    """Write the service that the other cases use; once, for it is no part of the road."""
    command = yjdw(
        "simulate", "--out", bench.service, "--children", str(bench.children)
    )
    return Result("simulate", 1, cost_of(command, bench.log))


def first_run(bench: Bench) -> Result:
    """Walk the whole road from full drop folders to a published release."""
    return bench.repeat("road, first run", lambda: bench.command(bench.home(), "run"))


def second_run(bench: Bench, home: Path) -> Result:
    """Walk the road again with nothing new: no work beyond checking."""
    return bench.repeat("road, nothing new", lambda: bench.command(home, "run"))


def landing(bench: Bench) -> Result:
    """Land every delivery of ten years; rows per second over all suppliers."""
    result = bench.repeat("land", lambda: bench.command(bench.home(), "land"))
    suppliers = bench.answer(bench.folder / "home", "status")["suppliers"]
    assert isinstance(suppliers, list)
    rows = sum(supplier["rows_in"] for supplier in suppliers)
    figures = {"rows": rows, "rows_per_second": round(rows / result.cost.seconds)}
    return Result(result.case, result.runs, result.cost, figures)


def readers(bench: Bench, home: Path, quarter: str) -> list[Result]:
    """Ask what people wait for at their desk: each within two seconds."""
    asked: dict[str, Sequence[str]] = {
        "status": ("status",),
        "measures": ("measures", "--quarter", quarter),
        "explain": ("explain", "--quarter", quarter, "--measure", "kpi2"),
        "sql": ("sql", "select count(*) from fct_offences"),
    }
    return [
        bench.repeat(f"yjdw {name}", partial(bench.command, home, *words))
        for name, words in asked.items()
    ]


def count_documents(bench: Bench, quarter: str) -> Result:
    """Count every case document of the service, as an acceptance check would."""
    documents = bench.service / "drop" / "case_document"
    words = ("kpi", "--documents", documents, "--quarter", quarter)
    return bench.repeat(
        "yjdw kpi, ten years of documents",
        lambda: bench.command(bench.folder / "home", *words),
    )
