"""Every rule there is, whatever it is held against, found by its code.

Gathering the rules of the suites belongs here. A rule itself belongs to its suite, or
to the seed ``finding_codes``.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from expectations.findings import finding_rules
from expectations.marts.measures import suite as marts_suite
from expectations.returns import case_level, yjb_kpi, youth_justice_plan
from expectations.rules import Rule, Severity, Suite
from warehouse.refusal import WrongUse

CHANGE_POINTS, CHANGE_PERCENT = 25.0, 50.0  # a child in four; half as many again


def suites() -> Iterator[Suite]:
    """Yield the suite of the gate before publishing, and that of each return."""
    yield marts_suite
    yield yjb_kpi.build_suite(CHANGE_POINTS, CHANGE_PERCENT)
    yield case_level.build_suite()
    yield youth_justice_plan.build_suite(CHANGE_PERCENT)


@cache
def all_rules() -> Mapping[str, Rule]:
    """Return every rule by its code, in the order in which suites hold them."""
    of_suites = {rule.code: rule for suite in suites() for rule in suite.rules}
    return of_suites | {rule.code: rule for rule in finding_rules()}


@cache
def held_by() -> Mapping[str, tuple[str, ...]]:
    """Return which suites hold each rule."""
    return {
        code: tuple(
            suite.name
            for suite in suites()
            if any(rule.code == code for rule in suite.rules)
        )
        for code in all_rules()
    }


def find_rule(code: str) -> Rule:
    """Return the rule of a code.

    Raises:
        WrongUse: There is none of that code.
    """
    rule = all_rules().get(code.strip().upper())
    if rule is None:
        raise WrongUse(f"there is no rule {code!r}; yjdw rules lists them all")
    return rule


def at_least(rule_code: str, severity: Severity, raised: Mapping[str, str]) -> Severity:
    """Return what a rule means for a service that takes some rules more seriously."""
    order = list(Severity)
    wanted = Severity(raised.get(rule_code, severity))
    return max(severity, wanted, key=order.index)
