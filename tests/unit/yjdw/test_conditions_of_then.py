"""A version is rebuilt under the configuration of then, and what changed is named."""

import json

import pytest

from returns.submissions.sealing import describe_program
from warehouse.configuration import Configuration, Service
from warehouse.layout import Layout
from warehouse.past_configurations import find_configuration, keep_configuration
from yjdw.conditions_of_then import (
    changes_since,
    configuration_of_then,
    name_other_code,
)

TODAY = Configuration(
    settings={"cfg.low_base": 5, "check.change_points": 40},
    service=Service(name="Testshire"),
    releases_kept=3,
)
THEN = {"settings": {"cfg.low_base": 20}, "service": {"case_system": "careworks"}}


def test_what_counts_is_of_then_and_the_rest_of_today():
    then = configuration_of_then(TODAY, {"configuration": THEN})

    assert then.settings == {"cfg.low_base": 20}
    assert (then.service.name, then.service.case_system) == (None, "careworks")
    assert then.releases_kept == 3


def test_settings_of_a_manifest_of_before_are_those_that_were_set():
    told = {"rules": "KPI-v8-code", "settings": {"cfg.low_base": "7"}}

    then = configuration_of_then(TODAY, told)

    assert then.settings == {"cfg.low_base": "7", "check.change_points": 40}
    assert then.service == TODAY.service


def test_a_manifest_that_tells_no_settings_is_rebuilt_as_today():
    assert configuration_of_then(TODAY, {"year": "2024/25"}) == TODAY


def test_what_changed_since_is_one_sentence_each(tmp_path):
    then = configuration_of_then(TODAY, {"configuration": THEN})
    program = describe_program() | {"models": "0" * 16}
    (tmp_path / "program.json").write_text(json.dumps(program))

    notes = changes_since(TODAY, then, tmp_path)

    assert notes[0] == (
        "service.toml changed since: counted with cfg.low_base = 20 as then, not 5"
    )
    assert "careworks" in notes[1]
    assert notes[2].startswith(f"the program changed since: the models were {'0' * 16}")


def test_nothing_that_changed_is_no_note(tmp_path):
    (tmp_path / "program.json").write_text(json.dumps(describe_program()))

    assert changes_since(TODAY, TODAY, tmp_path) == []


@pytest.mark.parametrize(
    ("told", "notes"),
    [
        ({"configuration": THEN, "release": {"inputs_fingerprint": "a"}}, 1),
        ({"configuration": THEN, "release": {"inputs_fingerprint": "b"}}, 0),
        ({"release": {"inputs_fingerprint": "a"}}, 0),
    ],
)
def test_other_code_is_found_by_the_fingerprint_of_the_release(told, notes):
    assert len(name_other_code(told, "b")) == notes


def test_the_configuration_of_a_release_is_kept_and_found(tmp_path):
    layout = Layout(tmp_path)

    keep_configuration(layout, "r1", TODAY)

    assert find_configuration(layout, "r1") == TODAY.counted
    assert find_configuration(layout, "r2") is None
