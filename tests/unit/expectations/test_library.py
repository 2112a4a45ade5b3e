"""Every rule says where it comes from, what is wrong, how to mend it, and whose work it is."""

import pytest

from expectations.library import all_rules, at_least, find_rule, held_by, suites
from expectations.rules import Severity
from warehouse.refusal import WrongUse

TRAPS = range(1, 11)
# held by a rule of its own; the others are findings about single records
TRAPS_OF_RECORDS = {
    4: "DQ-LINK-MISSING",
    6: "DQ-DUPLICATE-CHILD",
    9: "DQ-POP-YEAR",
}


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.code)
def test_a_rule_says_all_that_a_person_needs(rule):
    assert rule.message
    assert rule.remedy
    assert rule.clause.split(":")[0].split()[0] in (
        *("counting", "ours", "measures", "case", "case_document.schema.json"),
    )


def test_no_two_rules_bear_one_code():
    by_code = {}
    for suite in suites():
        for rule in suite.rules:
            by_code.setdefault(rule.code, []).append(rule)

    assert [code for code, rules in by_code.items() if len({*map(id, rules)}) > 2] == []
    assert all(rules[0] == rules[-1] for rules in by_code.values())


def test_every_rule_is_held_by_some_suite():
    assert [code for code, names in held_by().items() if not names] == []


@pytest.mark.parametrize("trap", TRAPS)
def test_every_trap_of_section_8_has_its_rule(trap):
    named = [code for code, rule in all_rules().items() if f"8 ({trap})" in rule.clause]

    assert named or TRAPS_OF_RECORDS[trap] in all_rules()


def test_a_rule_is_found_however_its_code_is_typed():
    assert find_rule(" dq-res-null ").code == "DQ-RES-NULL"
    with pytest.raises(WrongUse, match="yjdw rules"):
        find_rule("DQ-NOTHING")


def test_a_service_may_raise_a_rule_and_never_lower_one():
    serious = {"A": "must_fix", "B": "may_be_waived"}

    assert at_least("A", Severity.INFORMATION, serious) is Severity.MUST_FIX
    assert at_least("B", Severity.MUST_FIX, serious) is Severity.MUST_FIX
    assert at_least("C", Severity.INFORMATION, serious) is Severity.INFORMATION
