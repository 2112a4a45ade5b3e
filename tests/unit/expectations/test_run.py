"""A check passes only when it was carried out, on rows, and both its forms agree."""

import json

import duckdb
import pytest

from expectations.results import record
from expectations.rules import Rule, Severity, Suite
from expectations.run import EMPTY, RAISED, UNLIKE, hold
from warehouse.layout import Layout
from warehouse.state import connect

AGES = "select * from (values ('a', 1), ('b', 2)) as row (record_id, age)"


def rule(**changes):
    plain = {
        "code": "T-AGE",
        "clause": "a test",
        "message": "an age is too high",
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


def test_a_broken_warning_is_told_but_blocks_nothing():
    warning = rule(
        arguments={"column": "age", "max_value": 1},
        failing="age > 1",
        severity=Severity.WARNING,
    )
    (result,) = held(warning)

    assert (result.passed, result.blocks) == (False, False)


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
