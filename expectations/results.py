"""Keep what the checks found, for the status and for the return.

Writing results into the state belongs here; deciding what they mean does not.
"""

import json
from collections.abc import Sequence

from expectations.rules import CheckResult
from warehouse.layout import Layout
from warehouse.state import connect


def record(
    layout: Layout, run_id: str, suite: str, results: Sequence[CheckResult]
) -> None:
    """Write the results of one suite in one run, in place of earlier ones."""
    rows = [
        (
            run_id,
            suite,
            result.code,
            int(result.passed),
            result.severity.value,
            result.message,
            json.dumps(list(result.units)),
        )
        for result in results
    ]
    with connect(layout) as state:
        state.execute(
            "delete from check_results where run_id = ? and suite = ?", [run_id, suite]
        )
        state.executemany(
            "insert into check_results values (?, ?, ?, ?, ?, ?, ?)", rows
        )
