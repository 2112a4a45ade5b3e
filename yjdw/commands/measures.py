"""``yjdw measures``: the figures of one quarter from the published release.

Asking and printing belong here; counting belongs to dbt.
"""

import click

from yjdw.figure_tables import figures_table, units_of
from yjdw.output import write_json, write_table
from yjdw.program import Program


@click.command("measures")
@click.option("--quarter", required=True, help="Such as 2024Q1 (April to June 2024).")
@click.option("--rules", help="A rule version [default: the one of the quarter].")
@click.option("--measure", help="One measure only, such as kpi1.")
@click.option("--service", help="Which service, where the release holds several.")
@click.pass_obj
def command(
    program: Program,
    quarter: str,
    rules: str | None,
    measure: str | None,
    service: str | None,
) -> None:
    """Print the figures of a quarter from the published release.

    Example: yjdw measures --quarter 2024Q1 --rules KPI-v8-code --measure kpi1
    """
    from warehouse.figures import ask_for, read_figures, read_findings
    from warehouse.querying import open_light
    from warehouse.releases import current
    from warehouse.wording import read_words

    with open_light(program.layout, "analyst") as connection:
        asked = ask_for(connection, quarter, rules, service)
        figures = read_figures(connection, asked, measure)
        findings = read_findings(connection, asked) if program.json else []
        words = read_words(connection)
    if not program.json:
        title = f"{asked.service}, {quarter}, {asked.rules}"
        write_table(title, *figures_table(quarter, figures, words))
        return
    release = current(program.layout)
    known_at = release.as_known_at if release else None
    answer = {"quarter": quarter, "rules": asked.rules, "service": asked.service}
    lists = {"measures": figures, "units": units_of(figures, words), "dq": findings}
    write_json({**answer, "as_known_at": known_at, **lists})
