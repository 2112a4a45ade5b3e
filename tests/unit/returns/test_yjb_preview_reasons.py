"""Reasons are worked out from which counts hold a unit, and nothing else."""

import pytest

from returns.yjb_preview.differences import (
    Difference,
    known_differences,
    probing_calculations,
)
from returns.yjb_preview.reasons import find_reason
from warehouse.rule_settings import settle


def a_difference(key):
    return Difference("code", key, "true", "definition", key, "1", "why", "what", "who")


A, B, C = (a_difference(key) for key in "abc")


@pytest.mark.parametrize(
    ("in_ours", "counted_in", "how", "keys"),
    [
        (True, {"with b", "with c"}, "alone", "a"),
        (False, {"with a", "with b"}, "alone", "ab"),
        # only both of a and b bring the unit in: without either it is out again
        (False, {"without c", "step b", "step c"}, "together", "ab"),
        # a or b would do, but c hides what each does alone
        (False, {"without a", "without b", "without c", "step c"}, "in turn", "c"),
    ],
)
def test_a_reason_is_the_difference_that_moves_the_unit(in_ours, counted_in, how, keys):
    reason = find_reason(in_ours=in_ours, counted_in=counted_in, differences=(A, B, C))

    assert reason.how == how
    assert "".join(item.setting_key for item in reason.differences) == keys


def test_the_words_of_a_reason_say_how_its_differences_work():
    together = find_reason(
        in_ours=False, counted_in={"without c", "step b"}, differences=(A, B, C)
    )
    either = find_reason(in_ours=True, counted_in={"with c"}, differences=(A, B, C))

    assert together.words == "a with b"
    assert either.words == "a or b"


def test_every_difference_is_a_key_that_a_council_may_set():
    theirs = {row.setting_key: row.their_value for row in known_differences("code")}

    assert settle(theirs) == dict(sorted(theirs.items()))


def test_each_difference_is_tried_alone_left_out_and_added_in_turn():
    calculations = probing_calculations("KPI-v2-headline", {"cfg.low_base": "10"})
    ids = {item.calculation_id for item in calculations}
    settings = {item.calculation_id: item.settings for item in calculations}
    keys = [row.setting_key for row in known_differences("code")]

    assert len(ids) == len(calculations) == 2 + 3 * len(keys)
    assert all(item.settings["cfg.low_base"] == "10" for item in calculations)
    assert set(settings[f"with {keys[0]}"]) == {"cfg.low_base", keys[0]}
    assert keys[0] not in settings[f"without {keys[0]}"]
    assert settings[f"step {keys[-1]}"] == settings["code"]
