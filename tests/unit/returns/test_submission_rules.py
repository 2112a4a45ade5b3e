"""What a rule says of a submission at each step, under the waivers of that day."""

import json
from datetime import date, timedelta

import pytest

from expectations import waivers
from expectations.issues.ledger import update
from expectations.issues.sightings import see_results
from expectations.rules import Severity
from expectations.waivers import Wish
from returns.submissions import life
from returns.submissions.rules import return_of
from tests.unit.returns.small_submission import (
    PLAIN,
    SIGNATURE,
    broken_rule,
    make_version,
    take_to,
)
from warehouse.configuration import Configuration
from warehouse.refusal import DataRefused

TOMORROW = date.today() + timedelta(days=1)


def make(tmp_path, *results):
    """Write a version in which these rules ended so, and note their issues."""
    layout, key = make_version(tmp_path / "home", 1, results=results)
    what = return_of(layout, key)
    issues = update(layout, "run", what.scope, see_results(what.service, results))
    return layout, key, what, [issue.issue_id for issue in issues]


def waive(layout, what, issue_id=None, rule="R-CHANGE"):
    wish = Wish(rule, issue_id, "a small quarter", "A. Head", TOMORROW)
    return waivers.give(layout, what, wish, {})


def test_a_broken_rule_that_nobody_waived_stops_the_check(tmp_path):
    layout, key, *_ = make(tmp_path, broken_rule())

    with pytest.raises(DataRefused) as refused:
        life.check(layout, PLAIN, key)

    assert [reason.code for reason in refused.value.reasons] == ["R-CHANGE"]
    assert life.state_of(layout, key) == "draft"


@pytest.mark.parametrize("is_of_the_rule", [True, False])
def test_a_waiver_of_the_rule_or_of_the_record_lets_it_pass(tmp_path, is_of_the_rule):
    layout, key, what, [issue_id] = make(tmp_path, broken_rule())
    waiver = waive(layout, what, None if is_of_the_rule else issue_id)

    told = life.check(layout, PLAIN, key).document

    assert [item["waiver_id"] for item in told["waivers"]] == [waiver.waiver_id]
    [rule] = told["rules"]
    assert (rule["code"], rule["passed"], rule["waived"]) == ("R-CHANGE", False, True)


def test_a_waiver_of_another_record_changes_nothing(tmp_path):
    layout, key, what, _ = make(tmp_path, broken_rule())
    waive(layout, what, "I00000000000")

    with pytest.raises(DataRefused):
        life.check(layout, PLAIN, key)


def test_a_rule_that_must_be_fixed_is_not_waived_whatever_was_written(tmp_path):
    layout, key, what, _ = make(tmp_path, broken_rule(Severity.MUST_FIX))
    waive(layout, what)

    with pytest.raises(DataRefused):
        life.check(layout, PLAIN, key)


def test_information_stops_nothing(tmp_path):
    layout, key, *_ = make(tmp_path, broken_rule(Severity.INFORMATION))

    assert life.check(layout, PLAIN, key).document["rules"][0]["passed"] is False


def test_a_service_may_take_a_rule_more_seriously(tmp_path):
    layout, key, *_ = make(tmp_path, broken_rule(Severity.INFORMATION))
    strict = Configuration(severities={"R-CHANGE": "must_fix"})

    with pytest.raises(DataRefused):
        life.check(layout, strict, key)


def test_a_waiver_withdrawn_after_the_check_stops_the_signature(tmp_path):
    layout, key, what, _ = make(tmp_path, broken_rule())
    waiver = waive(layout, what)
    take_to("checked", layout, key)
    waivers.withdraw(layout, waiver.waiver_id, "A. Head")

    with pytest.raises(DataRefused):
        life.sign(layout, PLAIN, key, SIGNATURE)

    assert life.state_of(layout, key) == "checked"


def test_what_was_waived_is_frozen_with_name_reason_and_expiry(tmp_path):
    layout, key, what, _ = make(tmp_path, broken_rule())
    waiver = waive(layout, what)
    take_to("frozen", layout, key)

    kept = json.loads((key.frozen(layout) / "waivers.json").read_text())
    rules = json.loads((key.frozen(layout) / "rules.json").read_text())

    assert [item["waiver_id"] for item in kept] == [waiver.waiver_id]
    assert kept[0]["given_by"] == "A. Head"
    assert kept[0]["reason"] == "a small quarter"
    assert kept[0]["expires_on"] == TOMORROW.isoformat()
    assert rules[0]["waiver"] == waiver.waiver_id
