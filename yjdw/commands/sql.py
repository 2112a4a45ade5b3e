"""``yjdw sql``: a read-only query on what is published.

Asking and printing belong here; what a reader may do belongs to ``querying``.
"""

import click

from warehouse.layout import ZONES
from yjdw.output import write_json, write_table
from yjdw.program import Program


@click.command("sql")
@click.argument("query")
@click.option(
    "--zone",
    type=click.Choice(ZONES),
    default="analyst",
    show_default=True,
    help="Which published file to ask.",
)
@click.pass_obj
def command(program: Program, query: str, zone: str) -> None:
    """Answer a read-only query on what is published, even during a run.

    Example: yjdw sql "select quarter, value from fct_measures where measure = 'fte'"
    """
    from warehouse.querying import ask, open_zone

    with open_zone(program.layout, zone) as connection:
        names, rows = ask(connection, query)
    if program.json:
        write_json([dict(zip(names, row, strict=True)) for row in rows])
    else:
        write_table(f"{len(rows)} rows", names, rows)
