"""Compare every figure that both systems give, and find the children that move it.

A figure is explained by its children alone: when all that move it differ, and only in
ways that a rule explains. What a rule explains belongs to ``explaining``.
"""

import duckdb

from returns.rehearsal.queries import query


def compare_figures(connection: duckdb.DuckDBPyConnection) -> None:
    """Write ``rehearsal.movers`` and ``rehearsal.figures``.

    Grain of ``figures``: one row per rule version, service, quarter, measure and
    breakdown, with both counts, the verdict (same, explained, unexplained), the rules
    and the children that move it. Needs ``rehearsal.verdicts``.
    """
    connection.execute(query("movers"))
    connection.execute(query("child_verdicts"))
    connection.execute(query("figures"))
