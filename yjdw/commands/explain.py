"""``yjdw explain``: the members behind a figure, down to the supplier's rows.

Asking and printing belong here. It reads the identified zone, because whoever has
to mend a record needs the case system's own id.
"""

import click

from yjdw.output import write_json, write_table
from yjdw.program import Program


def _pairs(
    _context: click.Context, option: click.Parameter, given: tuple[str, ...]
) -> dict[str, str]:
    pairs = [text.partition("=") for text in given]
    if any(not sign for _, sign, _ in pairs):
        raise click.BadParameter("write it as order_type=ro", param=option)
    return {key: value for key, _, value in pairs}


@click.command("explain")
@click.option("--quarter", required=True, help="Such as 2024Q1 (April to June 2024).")
@click.option("--measure", required=True, help="Such as kpi1.")
@click.option("--rules", help="A rule version [default: KPI-v2-headline].")
@click.option(
    "--breakdown",
    multiple=True,
    callback=_pairs,
    help="One part of the figure, such as order_type=ro; may be given twice.",
)
@click.option("--service", help="Which service, where the release holds several.")
@click.pass_obj
def command(
    program: Program,
    quarter: str,
    measure: str,
    rules: str | None,
    breakdown: dict[str, str],
    service: str | None,
) -> None:
    """List the members behind a figure, and the suppliers' rows behind each.

    Example: yjdw explain --quarter 2024Q1 --measure kpi1 --breakdown order_type=ro
    """
    from warehouse.figures import ask_for
    from warehouse.members import read_members
    from warehouse.querying import open_zone

    with open_zone(program.layout, "identified") as connection:
        asked = ask_for(connection, quarter, rules, service)
        members = read_members(connection, asked, measure, breakdown)
    if program.json:
        answer = {"quarter": quarter, "measure": measure, "rules": asked.rules}
        write_json({**answer, "members": members})
    else:
        write_table(f"{measure}, {quarter}, {asked.rules}", *_table(members))


def _table(members: list[dict]) -> tuple[list[str], list[list[object]]]:
    columns = ["unit", "child", "numerator", "denominator", "records used"]
    rows = [
        [
            member["unit_id"],
            member["child_id"],
            "yes" if member["in_numerator"] else "no",
            "yes" if member["in_denominator"] else "no",
            "\n".join(_words(record) for record in member["records"]),
        ]
        for member in members
    ]
    return columns, rows


def _words(record: dict) -> str:
    file = record["file_sha256"][:12]
    return f"{record['supplier']} {record['entity']}, file {file}, row {record['row_number']}"
