"""``yjdw rehearse``: what would change if the service changed its case system.

Reading the options and printing belong here; comparing the two systems belongs to
``returns/rehearsal``.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from yjdw.output import WrongUse, steps, write_json, write_line, write_table
from yjdw.program import Program

if TYPE_CHECKING:
    from returns.rehearsal.report import Signing

UNSETTLED = 1  # like data that did not pass: something is open


@click.command("rehearse")
@click.option("--old", required=True, help="The case system to be left: careworks.")
@click.option("--new", required=True, help="The case system to be used from then on.")
@click.option(
    "--cutover",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day of the switch [default: the day after the earlier extract].",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where to write page, workbook and JSON [default: rehearsals/ in the home].",
)
@click.option(
    "--sign-off",
    multiple=True,
    help="A difference that may stay: its id, the code of a rule (all that it explains"
    " now), or a file of ids; may be repeated.",
)
@click.option("--by", help="Who signs off; with --sign-off.")
@click.option("--reason", help="Why the differences may stay; with --sign-off.")
@click.pass_obj
def command(program: Program, **options: Any) -> int:
    """Compare two case systems record by record and figure by figure.

    Both systems' extracts must have landed. Every difference is explained by a named
    rule, signed off, or open; the exit status is 1 while one is open.

    Example: yjdw rehearse --old careworks --new core_plus --cutover 2023-01-16
    """
    from returns.rehearsal.comparing import Question
    from returns.rehearsal.files import write_files
    from returns.rehearsal.report import rehearse

    moment = options["cutover"]
    question = Question(
        options["old"], options["new"], moment.date() if moment else None
    )
    signing = read_signing(options)
    folder = options["out"] or program.layout.rehearsed(question.old, question.new)
    with steps(program.console) as report:
        document = rehearse(
            program.layout, program.configuration, question, report, signing
        )
        report(f"writing to {folder}")
        files = write_files(folder, document)
    if program.json:
        write_json({**document, "files": [str(path) for path in files]})
    else:
        show(document, files)
    return 0 if document["is_settled"] else UNSETTLED


def read_signing(options: dict[str, Any]) -> "Signing | None":
    """Return what is to be signed off, if anything.

    Raises:
        WrongUse: Nobody signs, or nobody says why.
    """
    from returns.rehearsal.report import Signing

    wanted, by, reason = (options[name] for name in ("sign_off", "by", "reason"))
    if not wanted:
        if by or reason:
            raise WrongUse("--by and --reason go with --sign-off; name the differences")
        return None
    if not (by and reason):
        raise WrongUse("say who signs off with --by, and why with --reason")
    return Signing(wanted, by, reason)


def show(document: dict[str, Any], files: list[Path]) -> None:
    """Print the verdict, the measures, the causes and where the files are."""
    from returns.rehearsal.words import sentence
    from yjdw.rehearsal_tables import tables_of

    write_line(sentence(document))
    for title, columns, rows in tables_of(document):
        write_table(title, columns, rows)
    for path in files:
        write_line(str(path))
