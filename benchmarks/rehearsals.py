"""Rehearse a change of case system of a large service, as the head of service would.

The service under measurement and its size belong here. How a process is measured does
not.
"""

from benchmarks.cases import Bench, Result
from benchmarks.processes import cost_of, yjdw

CHILDREN = 10_000  # over ten years: the size that has a limit of 60 seconds
OLD, NEW, DAY, UNTIL = "careworks", "core_plus", "2024-01-15", "2025-03-31"


def rehearsal(bench: Bench) -> Result:
    """Compare two case systems, figures of every quarter and version included.

    Simulating and landing both systems' extracts is no part of the cost.
    """
    home = bench.folder / "rehearsed"
    words = ("simulate", "--out", home, "--children", CHILDREN, "--until", UNTIL)
    cutover = ("--cutover", f"{OLD}:{NEW}:{DAY}")
    cost_of(yjdw(*map(str, (*words, *cutover))), bench.log)
    cost_of(yjdw("land", "--home", str(home)), bench.log)
    return bench.repeat(
        f"yjdw rehearse, {CHILDREN:,} children",
        lambda: bench.command(
            home, "rehearse", "--old", OLD, "--new", NEW, "--cutover", DAY
        ),
    )
