"""The rules on single records: one for each code of a finding, as the seed states it.

Turning the seed ``finding_codes`` into rules belongs here. What raises a finding
belongs to ``dbt_project/models/intermediate/findings``, its words to the seed.
"""

from collections.abc import Sequence
from functools import cache

from expectations.rules import Owner, Rule, Severity, exception_rule
from warehouse.seeds import read_seed

FRAME, COLUMN = "findings", "finding_code"
OF_THE_PLAN = "DQ-PLAN-"


@cache
def finding_rules() -> Sequence[Rule]:
    """Return the rule of every code, in the order of the seed."""
    return [
        exception_rule(
            FRAME,
            COLUMN,
            row["finding_code"],
            clause=f"counting rules {row['clause']}",
            message=row["message"],
            remedy=row["what_to_do"],
            owner=Owner(row["owner_role"]),
            severity=Severity(row["on_return"]),
        )
        for row in read_seed("rules/finding_codes")
    ]


def rules_on_children() -> list[Rule]:
    """Return the rules on records that figures are counted from."""
    return [rule for rule in finding_rules() if not rule.code.startswith(OF_THE_PLAN)]


def rules_on_lines() -> list[Rule]:
    """Return the rules on the lines of the plan's yearly tables."""
    return [rule for rule in finding_rules() if rule.code.startswith(OF_THE_PLAN)]
