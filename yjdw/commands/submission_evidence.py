"""What a frozen submission is held against: itself, another, what is known now.

Reading the options and printing belong here; ``submission`` puts these beside its own
steps. Finding what differs belongs to ``returns/submissions``.
"""

from typing import Any

import click

from warehouse.refusal import DataRefused, Reason
from yjdw.output import write_json, write_line, write_table
from yjdw.program import Program

SUBMISSION = click.argument("submission", metavar="SUBMISSION")
BRIDGE = ("before", "entered", "left", "other", "now")


@click.command("verify")
@click.pass_obj
def verify_all(program: Program) -> None:
    """Find whether everything that was ever frozen is still as it was.

    Example: yjdw submission verify
    """
    from returns.submissions.verifying import find_faults

    faults = find_faults(program.layout)
    wrong = [
        Reason("SUBMISSION", f"{name}: {fault}")
        for name, found in faults.items()
        for fault in found
    ]
    if wrong:
        raise DataRefused(wrong, "not everything is as it was frozen")
    if program.json:
        write_json({"verified": sorted(faults)})
        return
    write_line(f"{len(faults) - 1} frozen submissions and the chain of events hold")


@click.command("diff")
@click.argument("old")
@click.argument("new")
@click.pass_obj
def show_difference(program: Program, old: str, new: str) -> None:
    """Say which figures, children and records differ between two frozen versions.

    Example: yjdw submission diff 2024Q1/yjb_kpi/v1 2024Q1/yjb_kpi/v2
    """
    from returns.submissions.comparing import compare, frozen_side
    from returns.submissions.key import read_key

    layout = program.layout
    before, now = (frozen_side(layout, read_key(layout, text)) for text in (old, new))
    _show_moved(program, {"old": old, "new": new}, compare(before, now))


@click.command("restate")
@SUBMISSION
@click.pass_obj
def restate(program: Program, submission: str) -> None:
    """Hold what was frozen beside what is known now, with the bridge between them.

    Example: yjdw submission restate 2024Q1/yjb_kpi/v1
    """
    from returns.submissions.comparing import compare, frozen_side, published_side
    from returns.submissions.key import read_key
    from warehouse.querying import open_zone

    key = read_key(program.layout, submission)
    before = frozen_side(program.layout, key)
    with open_zone(program.layout, "identified") as connection:
        now = published_side(program.layout, key, connection)
    _show_moved(program, {"submission": submission}, compare(before, now))


@click.command("rebuild")
@SUBMISSION
@click.pass_obj
def rebuild_one(program: Program, submission: str) -> None:
    """Make its files again from what had landed then, and compare every byte.

    Example: yjdw submission rebuild 2024Q1/yjb_kpi/v1
    """
    from returns.submissions.key import read_key
    from yjdw.output import steps
    from yjdw.rebuilding import rebuild

    key = read_key(program.layout, submission)
    with steps(program.console) as report:
        same, differing = rebuild(program.layout, program.configuration, key, report)
    if differing:
        wrong = [
            Reason("SUBMISSION", f"{name} comes out otherwise") for name in differing
        ]
        raise DataRefused(wrong, f"{key} was not rebuilt")
    if program.json:
        write_json({"submission": submission, "same": same})
        return
    write_line(f"{key} rebuilt, the same to the byte: {', '.join(same)}")


def _show_moved(
    program: Program, asked: dict[str, str], found: dict[str, list[Any]]
) -> None:
    if program.json:
        write_json({**asked, **found})
        return
    rows = [
        [figure["measure"], figure["breakdown"], part, *figure["bridge"][part].values()]
        for figure in found["figures"]
        for part in figure["bridge"]
    ]
    columns = ("measure", "breakdown", "part", *BRIDGE)
    write_table("figures that moved", columns, rows)
    for what in ("members", "records"):
        if found[what]:
            names = list(found[what][0])
            write_table(what, names, [list(item.values()) for item in found[what]])


EVIDENCE = (verify_all, show_difference, restate, rebuild_one)
