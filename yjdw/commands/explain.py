"""``yjdw explain``: the members behind a figure, or the figures that have one child.

Asking and printing belong here. It reads the identified zone, because whoever has
to mend a record needs the case system's own id.
"""

from typing import TYPE_CHECKING, Any

import click

from yjdw.output import WrongUse, write_json, write_line, write_table
from yjdw.program import Program

if TYPE_CHECKING:
    import duckdb

    from warehouse.figures import Asked


def _pairs(
    _context: click.Context, option: click.Parameter, given: tuple[str, ...]
) -> dict[str, str]:
    pairs = [text.partition("=") for text in given]
    if any(not sign for _, sign, _ in pairs):
        raise click.BadParameter("write it as order_type=ro", param=option)
    return {key: value for key, _, value in pairs}


@click.command("explain")
@click.option("--quarter", required=True, help="Such as 2024Q1 (April to June 2024).")
@click.option("--measure", help="Such as kpi1.")
@click.option("--rules", help="A rule version [default: the one of the quarter].")
@click.option(
    "--breakdown",
    multiple=True,
    callback=_pairs,
    help="One part of the figure, such as order_type=ro; may be given twice.",
)
@click.option("--service", help="Which service, where the release holds several.")
@click.option(
    "--child",
    help="One child by its child_id: with --measure its part of that figure, without"
    " it every figure that has the child in it, and what keeps it out of others.",
)
@click.pass_obj
def command(
    program: Program,
    quarter: str,
    rules: str | None,
    service: str | None,
    **options: Any,
) -> None:
    """List the members behind a figure: who counts, why, and from which rows.

    Example: yjdw explain --quarter 2024Q1 --measure kpi1 --breakdown order_type=ro
    """
    from warehouse.figures import ask_for
    from warehouse.querying import open_light

    if not options["measure"] and not options["child"]:
        raise WrongUse("give --measure (such as kpi1), --child (a child_id) or both")
    with open_light(program.layout, "identified") as connection:
        asked = ask_for(connection, quarter, rules, service)
        if options["measure"]:
            _explain_figure(program, connection, asked, **options)
        else:
            _explain_child(program, connection, asked, options["child"])


def _explain_figure(
    program: Program,
    connection: "duckdb.DuckDBPyConnection",
    asked: "Asked",
    *,
    measure: str,
    breakdown: dict[str, str],
    child: str | None,
) -> None:
    from warehouse.deliveries import find_deliveries
    from warehouse.explaining import explain
    from yjdw import explanations

    explained = explain(connection, asked, measure, breakdown).only(child)
    deliveries = find_deliveries(
        program.layout,
        (item.file_sha256 for member in explained.members for item in member.records),
    )
    if program.json:
        write_json(explanations.answer(asked, explained, deliveries))
        return
    title = explanations.title(asked, explained)
    if explained.members:
        write_line(f"{title}\n\n{explanations.as_text(explained, deliveries)}")
    else:
        write_line(f"{title}\nNobody is in this figure.")


def _explain_child(
    program: Program,
    connection: "duckdb.DuckDBPyConnection",
    asked: "Asked",
    child: str,
) -> None:
    from warehouse.one_child import figures_of_child, uncounted_of_child
    from yjdw import explanations

    figures = figures_of_child(connection, asked, child)
    uncounted = uncounted_of_child(connection, asked, child)
    if program.json:
        answer = {"quarter": asked.quarter, "rules": asked.rules, "child_id": child}
        parts = {"figures": figures, "not_counted": uncounted}
        write_json({**answer, "service": asked.service, **parts})
        return
    place = f"{asked.service}, {asked.quarter}, {asked.rules}"
    if figures:
        write_table(
            f"Figures that have {child} in them: {place}",
            *explanations.figures_table(figures),
        )
    else:
        write_line(f"No figure has {child} in it: {place}")
    write_table(
        "Programmes that count in no order measure of the quarter, or are still open",
        *explanations.uncounted_table(uncounted),
    )
