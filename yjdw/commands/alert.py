"""``yjdw alert``: tell people what went wrong or is due, by mail and webhook.

Reading the options and printing belong here. What is told belongs to ``yjdw/alerts``.
"""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from yjdw.output import WrongUse, write_json, write_line
from yjdw.program import Program

if TYPE_CHECKING:
    from yjdw.alerts.telling import Told

NO_WAY = (
    "no way to tell people: name a mail server or a webhook under [alerts] in"
    " service.toml (docs/commands.md says how)"
)


@click.command("alert")
@click.option("--test", "is_test", is_flag=True, help="Send a test and nothing else.")
@click.pass_obj
def command(program: Program, is_test: bool) -> None:
    """Tell people what went wrong or is due, unless they were told already.

    Example: yjdw alert --test
    """
    from yjdw.alerts.telling import tell, tell_trial

    configuration = program.configuration
    if not configuration.alerts.are_configured:
        raise WrongUse(NO_WAY)
    step = tell_trial if is_test else tell
    told = step(program.layout, configuration, lambda _text: None)
    show(program, told)
    if told.sent.failed:
        why = "; ".join(f"{name}: {text}" for name, text in told.sent.failed.items())
        raise WrongUse(f"not sent by {why}; see [alerts] in service.toml")


def show(program: Program, told: "Told") -> None:
    """Print what was news, and by which ways it went out."""
    alerts, over = told.news.alerts, list(told.news.over.values())
    if program.json:
        answer: dict[str, Any] = {"alerts": [asdict(alert) for alert in alerts]}
        answer |= {"over": over, "sent_by": list(told.sent.by)}
        write_json({**answer, "failed": told.sent.failed})
        return
    for alert in alerts:
        write_line(f"{alert.what}; next: {alert.next_step}")
    for what in over:
        write_line(f"over: {what}")
    if not alerts and not over:
        write_line("nothing that people have not been told")
    elif told.sent.by:
        write_line(f"sent by {' and '.join(told.sent.by)}")
