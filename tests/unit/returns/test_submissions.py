"""A submission goes one way from draft to superseded, and what is frozen stays so."""

import json
import shutil

import pytest

from returns.submissions import journal, life
from returns.submissions.comparing import difference_to_sent, find_difference
from returns.submissions.key import read_key
from returns.submissions.verifying import find_faults
from tests.unit.returns.small_submission import (
    PLAIN,
    SIGNATURE,
    make_version,
    take_to,
)
from warehouse.refusal import DataRefused, WrongUse


def check(layout, key):
    return life.check(layout, PLAIN, key)


def sign(layout, key, signature=SIGNATURE):
    return life.sign(layout, PLAIN, key, signature)


def freeze(layout, key):
    return life.freeze(layout, PLAIN, key)


@pytest.fixture
def version(tmp_path):
    return make_version(tmp_path / "home", 1)


def test_a_submission_goes_from_draft_to_sent(version):
    assert life.state_of(*version) == "draft"
    take_to("sent", *version)

    told = life.describe(*version)
    assert told["state"] == "sent"
    assert [event["event"] for event in told["events"]] == [
        *("check", "sign", "freeze", "send")
    ]
    assert find_faults(version[0]) == {"chain": [], "2024Q1/yjb_kpi/v1": []}


@pytest.mark.parametrize(
    ("state", "step"),
    [
        ("draft", sign),
        ("draft", freeze),
        ("checked", freeze),
        ("signed", check),
        ("signed", lambda *one: life.send(*one, "by hand", "A. Clerk")),
        ("frozen", freeze),
        ("sent", sign),
    ],
)
def test_no_step_is_left_out_or_taken_again(version, state, step):
    take_to(state, *version) if state != "draft" else None
    before = journal.read_events(version[0])

    with pytest.raises(WrongUse, match=f"is {state} and cannot"):
        step(*version)

    assert journal.read_events(version[0]) == before


@pytest.mark.parametrize("missing", ["name", "role", "statement"])
def test_a_signature_has_a_name_a_role_and_a_statement(version, missing):
    take_to("checked", *version)
    signature = life.Signature(**{**vars(SIGNATURE), missing: " "})

    with pytest.raises(WrongUse, match=f"--{missing}"):
        sign(*version, signature)


@pytest.mark.parametrize(
    ("state", "step"),
    [
        ("draft", check),
        ("checked", sign),
        ("signed", freeze),
    ],
)
def test_a_file_changed_on_the_way_stops_it(version, state, step):
    take_to(state, *version) if state != "draft" else None
    layout, key = version
    (key.written(layout) / "kpi_return.csv").write_text("kpi,value\n1,2\n")

    with pytest.raises(DataRefused) as refusal:
        step(layout, key)

    assert "not" in refusal.value.reasons[0].message
    assert life.state_of(layout, key) == state


def test_the_version_sent_before_is_superseded(tmp_path):
    layout, first = make_version(tmp_path / "home", 1)
    _, second = make_version(tmp_path / "home", 2, second=True)
    take_to("sent", layout, first)
    take_to("sent", layout, second)

    assert life.state_of(layout, first) == "superseded"
    assert life.state_of(layout, second) == "sent"
    assert not any(find_faults(layout).values())


def test_the_difference_names_figures_children_and_records(tmp_path):
    layout, first = make_version(tmp_path / "home", 1)
    _, second = make_version(tmp_path / "home", 2, second=True)
    for key in (first, second):
        take_to("frozen", layout, key)

    found = find_difference(layout, first, second)

    [figure] = found["figures"]
    assert (figure["before"]["numerator"], figure["now"]["numerator"]) == (1, 2)
    assert figure["bridge"]["numerator"] == {
        "before": 1,
        "entered": 1,
        "left": 0,
        "other": 0,
        "now": 2,
    }
    [member] = found["members"]
    assert member["child_id"] == "child-u2"
    assert (member["was_in_numerator"], member["is_in_numerator"]) == (False, True)
    assert [(row["side"], row["unit_id"], row["fact"]) for row in found["records"]] == [
        ("before", "u2", "UNSUITABLE"),
        ("now", "u2", "SUITABLE"),
    ]


def test_a_version_that_is_only_written_is_compared_by_the_members_beside_it(tmp_path):
    layout, first = make_version(tmp_path / "home", 1)
    _, second = make_version(tmp_path / "home", 2, second=True)
    take_to("frozen", layout, first)

    layout.release("identified", "r2").unlink()
    assert find_difference(layout, first, second)["figures"]
    (second.written(layout) / "members.parquet").unlink()
    with pytest.raises(WrongUse, match="without its members"):
        find_difference(layout, first, second)


def test_the_difference_is_to_the_version_that_was_sent_last(tmp_path):
    layout, first = make_version(tmp_path / "home", 1)
    _, second = make_version(tmp_path / "home", 2)
    _, third = make_version(tmp_path / "home", 3, second=True)
    take_to("frozen", layout, second)
    take_to("frozen", layout, third)

    assert difference_to_sent(layout, third, third.frozen(layout)) is None
    take_to("sent", layout, first)
    found = difference_to_sent(layout, third, third.frozen(layout))

    assert (found["before"]["name"], found["now"]["name"]) == (str(first), str(third))
    assert [figure["measure"] for figure in found["figures"]] == ["kpi1"]


def test_a_frozen_version_is_found_when_what_was_written_is_lost(tmp_path):
    layout, first = make_version(tmp_path / "home", 1)
    _, second = make_version(tmp_path / "home", 2, second=True)
    take_to("sent", layout, first)
    take_to("frozen", layout, second)
    shutil.rmtree(layout.returns)

    assert read_key(layout, str(first)) == first
    assert difference_to_sent(layout, second, second.frozen(layout))["figures"]


def test_freezing_a_resubmission_keeps_what_differs_from_the_one_sent(tmp_path):
    layout, first = make_version(tmp_path / "home", 1)
    _, second = make_version(tmp_path / "home", 2, second=True)
    take_to("sent", layout, first)
    take_to("frozen", layout, second)

    kept = json.loads((second.frozen(layout) / "difference.json").read_text())

    assert [figure["measure"] for figure in kept["figures"]] == ["kpi1"]
    assert not (first.frozen(layout) / "difference.json").exists()
