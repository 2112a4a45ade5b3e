"""What must hold before the yearly tables of the Youth Justice Plan are written.

The rules belong here. Gathering what they are held against belongs to
``returns/youth_justice_plan/gate.py``; the faults of single lines are findings, named in
the seed ``finding_codes``.
"""

from functools import partial

from expectations.findings import rules_on_lines
from expectations.rules import Owner, Rule, Severity, Suite, exception_rule

CLAUSE = "counting rules 0.4: staffing and budget, once a year"
FINDINGS, BREACHES, TABLES = "findings", "breaches", "plan_tables"

_breach = partial(
    exception_rule, BREACHES, "rule_code", clause=CLAUSE, owner=Owner.OFFICE
)


TABLES_ARE_TOLD = Rule(
    code="P-LINES",
    clause=CLAUSE,
    message="no line tells the year",
    remedy="put the file into the drop folder of service_office and run yjdw run",
    owner=Owner.OFFICE,
    frame=TABLES,
    expectation="ExpectColumnValuesToNotBeInSet",
    arguments={"column": "lines", "value_set": ["0"]},
    failing="lines = '0'",
)
LINES_ARE_LANDED = _breach(
    "P-QUARANTINE",
    message="rows of the year's files are in quarantine",
    remedy="mend them and send the file",
)
TABLES_ARE_WHOLE = _breach(
    "P-SUMS",
    message="a table does not hold every line: its total is not the sum of the lines",
    remedy="the warehouse is wrong, not the lines: tell its engineer",
)


def build_suite(change_percent: float) -> Suite:
    """Return the suite of a year's tables.

    Args:
        change_percent: By how many per cent a total may change on the year before.
    """
    changes_are_bounded = _breach(
        "P-CHANGE",
        message=f"a total changed by more than {change_percent:g} % on the year before",
        remedy='mend it or explain it with --explain-change, such as staffing="..."',
        severity=Severity.MAY_BE_WAIVED,
    )
    of_tables = (TABLES_ARE_TOLD, LINES_ARE_LANDED, TABLES_ARE_WHOLE)
    return Suite(
        name="returns.youth_justice_plan",
        frames={name: f"from {name}" for name in (TABLES, BREACHES, FINDINGS)},
        rules=[*of_tables, changes_are_bounded, *rules_on_lines()],
        may_be_empty=frozenset({BREACHES, FINDINGS}),
    )
