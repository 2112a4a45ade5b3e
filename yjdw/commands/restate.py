"""``yjdw restate``: a past quarter as it was known, beside what is known now.

Reading the options and printing belong here; choosing both states belongs to
``yjdw/restating.py``.
"""

from pathlib import Path
from typing import Any

import click

from yjdw.output import steps
from yjdw.program import Program


@click.command("restate")
@click.option("--quarter", required=True, help="Such as 2024Q1 (April to June 2024).")
@click.option("--rules", help="A rule version [default: the one of the quarter].")
@click.option("--service", help="Which service, where the release holds several.")
@click.option(
    "--then",
    type=click.DateTime(["%Y-%m-%d"]),
    help="As it was known on that day [default: as submitted, else on the due day].",
)
@click.option(
    "--out", type=click.Path(path_type=Path), help="Where to write page and workbook."
)
@click.pass_obj
def command(program: Program, out: Path | None, **options: Any) -> None:
    """Hold a past quarter beside what is known now, with the bridge between them.

    Example: yjdw restate --quarter 2024Q1 --then 2024-07-31
    """
    from yjdw.difference_tables import show_difference
    from yjdw.restating import Question, restate_quarter

    moment = options.pop("then")
    question = Question(**options, then=moment.date() if moment else None)
    with steps(program.console) as report:
        found = restate_quarter(program.layout, program.configuration, question, report)
    show_difference(program, {"quarter": question.quarter}, found, out)
