"""``yjdw submission``: the life of a written return, from its check to its sending.

Reading the options and printing belong here. What each step does belongs to
``returns/submissions``.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import click

from yjdw.commands.submission_evidence import EVIDENCE
from yjdw.output import write_json, write_line, write_table
from yjdw.program import Program

SUBMISSION = click.argument("submission", metavar="SUBMISSION")
OF_LIST = ("submission", "state", "service", "rules", "due")


@click.group("submission")
def command() -> None:
    """Check, sign, freeze and send a written return; verify what was frozen.

    A submission is one version that `yjdw return` wrote, such as 2024Q1/yjb_kpi/v1.

    Example: yjdw submission check 2024Q1/yjb_kpi/v1
    """


for each in EVIDENCE:
    command.add_command(each)


@command.command("list")
@click.pass_obj
def show_list(program: Program) -> None:
    """List every written version and where it stands.

    Example: yjdw submission list
    """
    from returns.submissions.key import list_kept_keys
    from returns.submissions.life import describe

    told = [describe(program.layout, key) for key in list_kept_keys(program.layout)]
    if program.json:
        write_json({"submissions": told})
        return
    rows = [[item[name] for name in OF_LIST] for item in told]
    write_table("submissions", OF_LIST, rows)


@command.command("show")
@SUBMISSION
@click.pass_obj
def show_one(program: Program, submission: str) -> None:
    """Say what a submission is, and all that happened to it.

    Example: yjdw submission show 2024Q1/yjb_kpi/v1
    """
    _show(program, submission)


@command.command("check")
@SUBMISSION
@click.pass_obj
def check_one(program: Program, submission: str) -> None:
    """Hold its files against their manifest, and list its warnings.

    Example: yjdw submission check 2024Q1/yjb_kpi/v1
    """
    from returns.submissions.life import check

    layout, configuration = program.layout, program.configuration
    _take(program, submission, partial(check, layout, configuration))


@command.command("sign")
@SUBMISSION
@click.option("--name", required=True, help="Who answers for the figures.")
@click.option("--role", required=True, help="As what, such as head of service.")
@click.option("--statement", help="In which words. [default: that they are right]")
@click.pass_obj
def sign_one(
    program: Program, submission: str, name: str, role: str, statement: str | None
) -> None:
    """Put a name under a checked submission.

    Example: yjdw submission sign 2024Q1/yjb_kpi/v1 --name "A. Head" --role "head of
    service"
    """
    from returns.submissions.life import STATEMENT, Signature, sign

    signature = Signature(name, role, statement or STATEMENT)
    layout, configuration = program.layout, program.configuration
    step = partial(sign, layout, configuration, signature=signature)
    _take(program, submission, step)


@command.command("freeze")
@SUBMISSION
@click.pass_obj
def freeze_one(program: Program, submission: str) -> None:
    """Keep its files and the members of every figure under a seal, for ever.

    Example: yjdw submission freeze 2024Q1/yjb_kpi/v1
    """
    from returns.submissions.life import freeze

    layout, configuration = program.layout, program.configuration
    _take(program, submission, partial(freeze, layout, configuration))


@command.command("send")
@SUBMISSION
@click.option("--how", required=True, help="By which way, such as Connectivity.")
@click.option("--by", required=True, help="Who sent it.")
@click.pass_obj
def send_one(program: Program, submission: str, how: str, by: str) -> None:
    """Write down that it was sent; the version sent before it is superseded.

    Example: yjdw submission send 2024Q1/yjb_kpi/v1 --how Connectivity --by "A. Clerk"
    """
    from returns.submissions.life import send

    _take(program, submission, partial(send, program.layout, how=how, by=by))


def _take(program: Program, submission: str, step: Callable[..., Any]) -> None:
    """Take one step of a submission's life as the only writer, and show it."""
    from returns.submissions.key import read_key
    from warehouse.locking import one_writer

    with one_writer(program.layout):
        step(key=read_key(program.layout, submission))
    _show(program, submission)


def _show(program: Program, submission: str) -> None:
    from returns.submissions.key import read_key
    from returns.submissions.life import describe

    told = describe(program.layout, read_key(program.layout, submission))
    if program.json:
        write_json(told)
        return
    write_line(f"{told['submission']}: {told['state']}")
    for event in told["events"]:
        who = event.get("name") or event.get("by") or ""
        write_line(f"  {event['at']} {event['event']} {who}".rstrip())
        for rule in event.get("rules", ()):
            if not rule["passed"]:
                word = "waived" if rule["waived"] else rule["severity"]
                write_line(f"    {word}: {rule['code']}: {rule['units']} records")
        for waiver in event.get("waivers", ()):
            write_line(
                f"    {waiver['waiver_id']}: {waiver['rule']} waived by"
                f" {waiver['given_by']} up to {waiver['expires_on']}:"
                f" {waiver['reason']}"
            )
