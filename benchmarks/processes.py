"""Run one command as its own process and say what it cost.

Measuring belongs here. What is measured belongs to ``cases.py``.
"""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

KIB_IN_MIB = 1024


class BenchmarkFailed(Exception):  # noqa: N818 - reads as what happened
    """A command under measurement ended with an exit status other than 0."""


@dataclass(frozen=True)
class Cost:
    """Wall-clock seconds, processor seconds and peak resident memory in MiB."""

    seconds: float
    processor_seconds: float
    peak_mib: float


def yjdw(*arguments: str | Path) -> list[str]:
    """Return the program's command line, from the environment that runs us."""
    return [str(Path(sys.executable).with_name("yjdw")), *map(str, arguments)]


def cost_of(command: Sequence[str], log: Path) -> Cost:
    """Run a command to its end and return what it cost, children included.

    Args:
        command: The command line.
        log: Where its output goes, for the case that it fails.

    Raises:
        BenchmarkFailed: It failed; the message names the log.
    """
    with log.open("ab") as output:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=output)  # noqa: S603 - ours
        # wait4 gives the peak memory of this process; psutil would have to poll for it
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise BenchmarkFailed(
            f"{' '.join(command)}: status {process.returncode}, {log}"
        )
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / KIB_IN_MIB)


def median_of(costs: Sequence[Cost]) -> Cost:
    """Return the median of each figure; one slow start does not count."""
    return Cost(
        median(cost.seconds for cost in costs),
        median(cost.processor_seconds for cost in costs),
        median(cost.peak_mib for cost in costs),
    )
