"""The worked examples: counted, not written; the sum agrees with the figure."""

from fractions import Fraction

import pytest

from warehouse.rule_versions import computed_versions
from warehouse.seeds import read_seed
from yjdw.definitions.examples import examples, telling
from yjdw.definitions.figures_worked import long_decimal, sum_words, worked
from yjdw.definitions.reference import definitions

EXAMPLES = examples()
MEASURES = {row["measure"]: row for row in read_seed("rules/measures")}
DEFINITIONS = {item.measure: item for item in definitions()}


def rounded_half_up(exact: Fraction, places: int) -> str:
    units = int(exact * 10**places + Fraction(1, 2))
    digits = f"{units:0{places + 1}d}"
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_has_an_example_under_every_version(measure):
    found = EXAMPLES[measure]

    assert [example["rules"] for example in found] == computed_versions()
    assert any(example["members"] for example in found)
    assert all(m["why"] for example in found for m in example["members"])


@pytest.mark.parametrize("measure", MEASURES)
def test_the_members_shown_make_the_sum_and_the_sum_makes_the_value(measure):
    row = MEASURES[measure]
    for example in EXAMPLES[measure]:
        figure, members = example["figure"], example["members"]
        counted, base = figure["numerator"], figure["denominator"]
        assert counted == sum(member["in_numerator"] for member in members)
        if base is None:
            assert figure["value"] == str(counted)
            continue
        if row["denominator_kind"] != "population":
            assert base == sum(member["in_denominator"] for member in members)
        exact = Fraction(counted * int(row["scale"]), base) if base else None
        places = int(row["decimal_places"])
        value = None if exact is None else rounded_half_up(exact, places)
        assert figure["value"] == value


def test_versions_that_say_the_same_are_shown_as_one():
    shown = worked(EXAMPLES["kpi1"], DEFINITIONS["kpi1"])

    assert [item["rules_words"] for item in shown] == [
        "KPI-v1-template and KPI-v2-headline",
        "KPI-v8-code",
    ]


def test_who_is_kept_out_is_shown_with_the_rule_that_does():
    newest = EXAMPLES["kpi1"][-1]
    kept_out = {item["unit_id"]: item["reason"] for item in newest["kept_out"]}

    assert "out of area" in kept_out["F|P1"]
    assert "linked to no offence" in kept_out["G|P1"]
    assert EXAMPLES["fte"][-1]["kept_out"] == []


@pytest.mark.parametrize(
    ("exact", "places", "text"),
    [
        (Fraction(200, 3), 4, "66.6666…"),
        (Fraction(60), 4, "60"),
        (Fraction(1, 8), 4, "0.125"),
        (Fraction(0), 3, "0"),
    ],
)
def test_a_fraction_is_written_out_and_cut_off_with_dots(exact, places, text):
    assert long_decimal(exact, places) == text


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ((2, 3), "2 ÷ 3 x 100 = 66.6666…, rounded half up:"),
        ((2, None), "A count without a base:"),
        ((0, 0), "0 of 0:"),
    ],
)
def test_a_sum_is_said_step_by_step(figure, words):
    example = {"figure": dict(zip(("numerator", "denominator"), figure, strict=True))}

    assert sum_words(example, DEFINITIONS["kpi1"]) == words


def test_the_part_that_tells_most_is_shown():
    def figure(counted, base, **breakdown):
        return {
            "measure": "m",
            "breakdown": breakdown,
            "numerator": counted,
            "denominator": base,
        }

    everybody, some = figure(2, 2, part="a"), figure(1, 2, part="b")

    assert telling([figure(0, 0, part="x"), everybody, some]) == {"m": {"part": "b"}}
    assert telling([some, figure(2, 2)]) == {"m": {}}
