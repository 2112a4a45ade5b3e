"""What a frozen submission is held against: itself, another, what is known now.

Reading the options and printing belong here; ``submission`` puts these beside its own
steps. Finding what differs belongs to ``returns/submissions``, showing it to
``difference_tables``.
"""

from pathlib import Path

import click

from warehouse.refusal import DataRefused, Reason, WrongUse
from yjdw.output import write_json, write_line
from yjdw.program import Program

SUBMISSION = click.argument("submission", metavar="SUBMISSION")
PATH = click.Path(path_type=Path)
OUT = click.option("--out", type=PATH, help="Where to write a page and a workbook.")


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
@OUT
@click.pass_obj
def show_difference(program: Program, old: str, new: str, out: Path | None) -> None:
    """Say what differs between two versions of a return, frozen or only written.

    Example: yjdw submission diff 2024Q1/yjb_kpi/v1 2024Q1/yjb_kpi/v2
    """
    from returns.submissions.comparing import find_difference
    from returns.submissions.key import read_key
    from yjdw import difference_tables

    keys = (read_key(program.layout, text) for text in (old, new))
    found = find_difference(program.layout, *keys)
    difference_tables.show_difference(program, {"old": old, "new": new}, found, out)


@click.command("restate")
@SUBMISSION
@OUT
@click.pass_obj
def restate(program: Program, submission: str, out: Path | None) -> None:
    """Hold a version beside what is known now, with the bridge between them.

    Example: yjdw submission restate 2024Q1/yjb_kpi/v1
    """
    from returns.submissions.key import read_key
    from yjdw.difference_tables import show_difference
    from yjdw.restating import restate_version

    key = read_key(program.layout, submission)
    found = restate_version(program.layout, key)
    show_difference(program, {"submission": submission}, found, out)


@click.command("rebuild")
@SUBMISSION
@click.option("--out", type=PATH, help="A folder that gets the rebuilt files.")
@click.pass_obj
def rebuild_one(program: Program, submission: str, out: Path | None) -> None:
    """Make its files again from what had landed then, and compare every byte.

    Example: yjdw submission rebuild 2024Q1/yjb_kpi/v1 --out again
    """
    from returns.submissions.key import read_key
    from yjdw.output import steps
    from yjdw.rebuilding import rebuild

    key = read_key(program.layout, submission)
    refuse_full_folder(out)
    with steps(program.console) as report:
        rebuilt = rebuild(program.layout, program.configuration, key, report, out)
    if rebuilt.differing:
        wrong = [f"{name} comes out otherwise" for name in rebuilt.differing]
        told = [Reason("SUBMISSION", text) for text in (*wrong, *rebuilt.notes)]
        raise DataRefused(told, f"{key} was not rebuilt")
    if program.json:
        folder = str(out) if out else None
        answer = {"submission": submission, "same": rebuilt.same, "folder": folder}
        write_json({**answer, "notes": rebuilt.notes})
        return
    write_line(f"{key} rebuilt, the same to the byte: {', '.join(rebuilt.same)}")
    if out:
        write_line(str(out))


def refuse_full_folder(out: Path | None) -> None:
    """Refuse to write over what lies in a folder.

    Raises:
        WrongUse: There is something in it.
    """
    if out and out.exists() and any(out.iterdir()):
        raise WrongUse(f"{out} is not empty; name an empty folder with --out")


EVIDENCE = (verify_all, show_difference, restate, rebuild_one)
