"""The program ``yjdw``: its list of commands and its exit statuses.

Finding a command and turning an exception into an exit status belong here.
What a command does belongs to its own module in ``yjdw/commands/``.
"""

import sys
from collections.abc import Sequence
from importlib import import_module

import click

from warehouse.configuration import ConfigurationError
from warehouse.refusal import DataRefused, WrongUse
from yjdw.program import Program, common_options

DONE, DATA_REFUSED, WRONG_USE, FAULT, STOPPED = 0, 1, 2, 3, 130

COMMANDS = {
    "simulate": "Write an invented service's extracts, and the truth about them.",
    "land": "Land what is in the drop folders, or the paths given.",
    "run": "Land, build, check and publish.",
    "status": "Say what has arrived, what is published, and how old it is.",
    "measures": "Print the figures of a quarter from the published release.",
    "explain": "List the members behind a figure, down to the supplier's rows.",
    "definitions": "Say what each measure means, with a worked example.",
    "kpi": "Count case documents in a throw-away home and print the measures.",
    "preview": "Say what the YJB will see, who counts otherwise there, and why.",
    "rehearse": "Compare two case systems before the service changes from one to the other.",
    "return": "Write a return from the published release.",
    "backfill": "Write the return of every past quarter.",
    "restate": "Hold a past quarter as it was known beside what is known now.",
    "submission": "Check, sign, freeze and send a written return; verify what was.",
    "issues": "List the records to mend, and write a fix list per case worker.",
    "waiver": "Let a return through though a rule that may be waived is broken.",
    "rules": "List every rule that builds and returns are held against.",
    "calendar": "Say which returns are due when, and what to do next about each.",
    "alert": "Tell people what went wrong or is due, by mail and webhook.",
    "depends": "Say what falls when a column of a case system is missing.",
    "sql": "Answer a read-only query on what is published.",
}

MODULES = {"return": "write_return"}  # a keyword of Python names no module


class Commands(click.Group):
    """The commands by name; a command's module is imported only when it is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names in the order a newcomer would use them."""
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002
        cmd_name: str,
    ) -> click.Command | None:
        """Import one command and give it the common options."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"yjdw.commands.{MODULES.get(cmd_name, cmd_name)}")
        command: click.Command = module.command
        for each in (command, *getattr(command, "commands", {}).values()):
            known = {parameter.name for parameter in each.params}
            each.params += [
                option for option in common_options() if option.name not in known
            ]
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        """Write the summaries from the list, so that help imports no command."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


yjdw = Commands(
    name="yjdw",
    params=common_options(),
    no_args_is_help=True,
    help=(
        "A youth justice data warehouse: from partners' extracts to a return.\n\n"
        "Example: yjdw measures --quarter 2024Q1 --measure kpi1"
    ),
)


def run_program(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status (see ``INTERFACES``).

    0 done; 1 the data did not pass; 2 wrong use or configuration; 3 a fault of
    the program; 130 stopped from the keyboard.
    """
    program = Program()
    try:
        answer = yjdw.main(
            arguments, prog_name="yjdw", standalone_mode=False, obj=program
        )
    except BrokenPipeError:  # the reader of our output has seen enough
        return DONE
    except (Exception, KeyboardInterrupt) as error:
        return exit_status(program, error)
    return answer if isinstance(answer, int) else DONE


def exit_status(program: Program, error: BaseException) -> int:
    """Tell the person how the command ended and return the status to leave with."""
    from yjdw import faults

    match error:
        case DataRefused():
            faults.show_refusal(program, error)
            return DATA_REFUSED
        case click.ClickException():
            error.show()
            return WRONG_USE
        case WrongUse() | ConfigurationError():
            faults.show_line(program, str(error))
            return WRONG_USE
        case KeyboardInterrupt() | click.Abort():
            faults.show_line(program, "stopped; what was published stays as it was")
            return STOPPED
    faults.show_fault(program, error)
    return FAULT


def main() -> None:
    """Enter the program from the command line."""
    sys.exit(run_program())
