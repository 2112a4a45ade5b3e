"""``yjdw rules``: every rule there is, where it comes from, and how to mend what breaks it.

Printing belongs here; the rules belong to ``expectations``.
"""

import click

from yjdw.output import write_json, write_line, write_table
from yjdw.program import Program

OF_LIST = ("code", "severity", "owner", "message", "clause")


@click.command("rules")
@click.option("--rule", help="One rule, by its code, with all that is said of it.")
@click.option("--suite", help="Those of one suite, such as returns.yjb_kpi.")
@click.pass_obj
def command(program: Program, rule: str | None, suite: str | None) -> None:
    """List the rules that a build and each return are held against.

    Example: yjdw rules --rule DQ-RES-NULL
    """
    from expectations.library import all_rules, at_least, find_rule, held_by

    raised = program.configuration.severities
    chosen = [find_rule(rule)] if rule else list(all_rules().values())
    told = [
        {
            "code": item.code,
            "severity": at_least(item.code, item.severity, raised).value,
            "owner": item.owner.value,
            "message": item.message,
            "remedy": item.remedy,
            "clause": item.clause,
            "suites": list(held_by()[item.code]),
        }
        for item in chosen
        if suite is None or suite in held_by()[item.code]
    ]
    if program.json:
        write_json({"rules": told})
    elif rule:
        for name, value in told[0].items() if told else ():
            text = ", ".join(value) if isinstance(value, list) else value
            write_line(f"{name:>9}: {text}")
    else:
        rows = [[item[name] for name in OF_LIST] for item in told]
        write_table("rules", OF_LIST, rows)
