"""The gate before publishing: may the build of a run be shown to anybody?

Opening a build and holding the suites of the marts against it belongs here. What is
expected belongs to the suites; what follows from the results, to the caller.
"""

from pathlib import Path

import duckdb

from expectations.marts.measures import EVERYTHING
from expectations.marts.measures import suite as measures
from expectations.rules import CheckResult
from expectations.run import hold

SUITE = measures.name


def meets_expectations(build: Path) -> list[CheckResult]:
    """Return what the suites of the marts find in the build file of a run.

    Raises:
        duckdb.Error: The file is not a build.
    """
    with duckdb.connect(str(build), read_only=True) as connection:
        connection.execute("set search_path = 'marts'")
        return hold(connection, measures, EVERYTHING)
