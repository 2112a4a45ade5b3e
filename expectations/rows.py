"""Hold a suite against rows that are no table anywhere, such as a document's faults.

Giving rows to a suite as its frames belongs here. How a suite runs belongs to ``run``.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb

from expectations.rules import CheckResult, Suite
from expectations.run import hold

# of a frame that lists exceptions, and has none to show its columns by
COLUMNS = (
    *("record_id", "issue_key", "unit_id", "child_id"),
    *("rule_code", "finding_code"),
)

Rows = Sequence[Mapping[str, Any]]


def hold_rows(suite: Suite, rows: Mapping[str, Rows]) -> list[CheckResult]:
    """Return what a suite finds in rows, all of one frame with the same columns.

    Args:
        suite: Its frames ask tables of the names of ``rows``.
        rows: For each table its rows, ``record_id`` among their columns.
    """
    import pandas as pd

    with duckdb.connect(":memory:") as connection:
        for name, found in rows.items():
            columns = list(found[0]) if found else list(COLUMNS)
            frame = pd.DataFrame(list(found), columns=columns).astype("string")
            connection.register("given_rows", frame)
            connection.execute(f"create table {name} as from given_rows")
        return hold(connection, suite, {})
