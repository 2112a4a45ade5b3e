"""A check passes only when it was carried out, on rows, and both its forms agree."""

import json

import duckdb
import pytest

from expectations.results import record
from expectations.rules import CheckResult, Owner, Rule, Severity, Suite
from expectations.run import EMPTY, RAISED, UNLIKE, hold
from warehouse.layout import Layout
from warehouse.state import connect

AGES = "select * from (values ('a', 1), ('b', 2)) as row (record_id, age)"


def rule(**changes):
    plain = {
        "code": "T-AGE",
        "clause": "a test",
        "message": "an age is too high",
        "remedy": "ask again",
        "owner": Owner.CASE_WORKER,
        "frame": "ages",
        "expectation": "ExpectColumnValuesToBeBetween",
        "arguments": {"column": "age", "max_value": 5},
        "failing": "age > 5",
    }
    return Rule(**{**plain, **changes})


def held(*rules, frame=AGES, may_be_empty=(), values=None):
    suite = Suite("test", {"ages": frame}, rules, frozenset(may_be_empty))
    with duckdb.connect() as connection:
        return hold(connection, suite, values or {})


def test_a_rule_that_holds_passes_and_names_nobody():
    (result,) = held(rule())

    assert result.passed
    assert result.units == ()
    assert not result.blocks


def test_a_rule_that_is_broken_names_the_records_to_mend():
    broken = rule(arguments={"column": "age", "max_value": 1}, failing="age > 1")
    (result,) = held(broken)

    assert not result.passed
    assert result.units == ("b",)
    assert result.blocks


def broken_of(severity):
    """Return the result of a broken rule of some severity."""
    (result,) = held(
        rule(
            arguments={"column": "age", "max_value": 0},
            failing="age > 0",
            severity=severity,
        )
    )
    return result


@pytest.mark.parametrize(
    ("severity", "blocks", "blocks_when_waived"),
    [
        (Severity.MUST_FIX, True, True),
        (Severity.MAY_BE_WAIVED, True, False),
        (Severity.INFORMATION, False, False),
    ],
)
def test_what_a_broken_rule_blocks_depends_on_its_severity(
    severity, blocks, blocks_when_waived
):
    broken = broken_of(severity)

    assert not broken.passed
    assert broken.blocks is blocks
    assert broken.waive({"a": "W1", "b": "W2"}).blocks is blocks_when_waived
    assert broken.waive({}, "W3").blocks is blocks_when_waived


def test_one_waived_record_of_two_leaves_the_other_standing():
    partly = broken_of(Severity.MAY_BE_WAIVED).waive({"a": "W1"})

    assert partly.blocks
    assert partly.as_reason().units == ("b",)


def test_what_could_not_be_looked_at_nobody_can_waive():
    (empty,) = held(
        rule(severity=Severity.MAY_BE_WAIVED), frame=f"{AGES} where age > 5"
    )

    assert empty.waive({}, "W1").blocks


def test_a_result_comes_back_from_plain_values():
    broken = broken_of(Severity.MAY_BE_WAIVED).waive({"a": "W1"})

    assert CheckResult.from_dict(json.loads(json.dumps(broken.as_dict()))) == broken


def test_an_expectation_that_raises_is_a_failure_and_never_a_pass():
    raising = rule(arguments={"column": "no_such_column", "max_value": 5})
    (result,) = held(raising)

    assert not result.passed
    assert RAISED in result.message


def test_every_rule_fails_on_a_frame_without_rows():
    (result,) = held(rule(), frame=f"{AGES} where age > 5")

    assert not result.passed
    assert EMPTY in result.message


def test_a_frame_that_lists_exceptions_may_be_without_rows():
    (result,) = held(rule(), frame=f"{AGES} where age > 5", may_be_empty={"ages"})

    assert result.passed


def test_a_rule_fails_when_its_two_forms_disagree():
    (result,) = held(rule(failing="age > 1"))

    assert not result.passed
    assert UNLIKE in result.message


def test_results_come_in_the_order_of_the_suite():
    codes = [f"T-{number}" for number in range(5)]

    assert [result.code for result in held(*(rule(code=c) for c in codes))] == codes


def test_a_frame_is_given_only_the_values_it_names():
    frame = f"select * from ({AGES}) where age = $age"
    (result,) = held(rule(), frame=frame, values={"age": 1, "other": 2})

    assert result.passed


def test_results_are_kept_with_the_ids_of_the_records(tmp_path):
    layout = Layout(tmp_path)
    results = held(rule(arguments={"column": "age", "max_value": 1}, failing="age > 1"))
    for _ in range(2):  # a second time replaces the first
        record(layout, "run-1", "test", results)

    with connect(layout) as state:
        rows = state.execute("select * from check_results").fetchall()
    assert [(row["code"], row["passed"], json.loads(row["units"])) for row in rows] == [
        ("T-AGE", 0, ["b"])
    ]


@pytest.mark.parametrize("word", ["Invented", "Example"])
def test_no_value_of_the_data_gets_into_a_result(word):
    frame = f"select 'a' as record_id, '{word}' as age"
    in_set = rule(
        expectation="ExpectColumnValuesToBeInSet",
        arguments={"column": "age", "value_set": ["x"]},
        failing="age <> 'x'",
    )

    (result,) = held(in_set, frame=frame)

    assert word not in repr(result)
