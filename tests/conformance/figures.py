"""The figures that one delivered extract gives, as JSON on standard output.

For tests that try a changed copy of the project: they run this in it, as a program of
its own. What the figures should be belongs to them.
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conformance.homes import SmallHome
from warehouse import stillness
from warehouse.calculating import calculate
from warehouse.configuration import Configuration, Service
from warehouse.control import Calculation, Scope

RULES = "KPI-v8-code"
FIGURES = "model.youth_justice.fct_measures"


def figures_of(system: str, extract: Path) -> list[tuple[str, ...]]:
    """Return quarter, measure, breakdown, numerator, denominator and value of each."""
    stillness.SETTLE_SECONDS = 0
    configuration = Configuration(service=Service(case_system=system))
    with TemporaryDirectory() as folder:
        home = SmallHome.of(system, Path(folder), extract)
        scope = Scope([Calculation(RULES, RULES, {})])
        with calculate(home.layout, configuration, scope, [FIGURES]) as counted:
            return counted.execute(
                "select quarter, measure, breakdown, numerator, denominator, value"
                " from marts.fct_measures order by all"
            ).fetchall()


if __name__ == "__main__":
    sys.stdout.write(json.dumps(figures_of(sys.argv[1], Path(sys.argv[2]))))
