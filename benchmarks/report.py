"""Show results as a table for people and as JSON for a comparison over time.

Form belongs here. What is measured belongs to ``cases.py``.
"""

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click

from benchmarks.cases import Bench, Result

ROW = "{:<34} {:>5} {:>9} {:>9} {:>9}  {}"


def show(results: Sequence[Result]) -> None:
    """Print one line for each case: medians, and the case's own figures."""
    click.echo(ROW.format("case", "runs", "seconds", "cpu s", "MiB", ""))
    for result in results:
        cost = result.cost
        own = ", ".join(
            f"{name} {value:,.6g}" for name, value in result.figures.items()
        )
        click.echo(
            ROW.format(
                result.case,
                result.runs,
                f"{cost.seconds:.2f}",
                f"{cost.processor_seconds:.2f}",
                f"{cost.peak_mib:.0f}",
                own,
            )
        )


def write(results: Sequence[Result], bench: Bench, target: Path) -> None:
    """Write the results with the machine they were measured on."""
    document = {
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": {
            "processors": os.cpu_count(),
            "system": platform.system(),
            "python": platform.python_version(),
        },
        "children": bench.children,
        "results": [asdict(result) for result in results],
    }
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")
