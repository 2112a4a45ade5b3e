"""A case system that gives an old number to another child: nobody gets another's id."""

import pytest

from tests.integration.registered_children import identify
from tests.integration.two_case_systems import child, system
from warehouse.layout import Layout

# children 8 apart have one forename, and another birth date
ALIKE = 8
CHILDREN = 40


@pytest.fixture
def layout(tmp_path):
    return Layout(tmp_path / "home")


def numbered(numbers):
    """Return the tables of a system in which children have these numbers, by child."""
    return system(*(child(who, person_id=number) for who, number in numbers.items()))


def test_children_whose_numbers_went_round_keep_their_child_ids(layout):
    numbers = {who: f"P{who}" for who in range(CHILDREN)}
    dealt = {who: f"P{(who + ALIKE) % CHILDREN}" for who in numbers}
    before = identify(layout, numbered(numbers))
    after = identify(layout, numbered(dealt))

    assert len(set(before.values())) == CHILDREN
    for who in numbers:
        assert after[dealt[who]] == before[numbers[who]]
    # and back: the registry holds what it learnt, not the last word only
    assert identify(layout, numbered(numbers)) == before


def test_children_under_numbers_never_used_before_keep_their_child_ids(layout):
    before = identify(layout, numbered({who: f"P{who}" for who in range(CHILDREN)}))
    after = identify(layout, numbered({who: f"Q{who}" for who in range(CHILDREN)}))

    assert after == {f"Q{who}": before[f"P{who}"] for who in range(CHILDREN)}


@pytest.mark.parametrize("newcomer", [2, 1 + ALIKE], ids=["another", "of_one_forename"])
def test_a_new_child_under_an_old_number_gets_an_id_of_its_own(layout, newcomer):
    [known] = identify(layout, numbered({1: "P1"})).values()
    after = identify(layout, numbered({1: "P7", newcomer: "P1"}))

    assert after["P7"] == known
    assert after["P1"] != known
    # who has the number now keeps its id too, and the other comes back to its own
    assert identify(layout, numbered({1: "P7", newcomer: "P1"})) == after
    assert identify(layout, numbered({1: "P1"}))["P1"] == known


def test_a_number_whose_child_has_left_does_not_carry_its_id_to_the_next(layout):
    [known] = identify(layout, numbered({1: "P1"})).values()
    [second] = identify(layout, numbered({2: "P1"})).values()
    [third] = identify(layout, numbered({3: "P1"})).values()

    assert len({known, second, third}) == 3


@pytest.mark.parametrize(
    "change",
    [
        {"date_of_birth": "2008-05-20"},
        {"forename": "Nickname"},
        {"surname": "Elm", "postcode": "LE9 9ZZ"},
        {"date_of_birth": "", "forename": ""},
    ],
    ids="_and_".join,
)
def test_a_child_of_whom_one_thing_is_corrected_keeps_its_id(layout, change):
    before = identify(layout, system(child(1), child(2)))
    after = identify(layout, system(child(1, **change), child(2)))

    assert after == before


def test_a_key_that_two_remembered_children_had_makes_nobody_one(layout):
    shared = {"nhs_number": "9434765919"}
    apart = system(child(1, **shared), child(2, **shared))
    before = identify(layout, apart)
    again = system(
        child(1, person_id="Q1", postcode="LE7 7AA", **shared),
        child(2, person_id="Q2", postcode="LE8 8AA", **shared),
    )

    assert before["P1"] != before["P2"]
    assert identify(layout, again) == {"Q1": before["P1"], "Q2": before["P2"]}


def test_a_child_without_any_key_is_a_new_one_under_a_new_number(layout):
    nameless = {"forename": "", "postcode": ""}
    before = identify(layout, system(child(1, **nameless)))
    after = identify(layout, system(child(1, person_id="Q1", **nameless)))

    assert set(before.values()).isdisjoint(after.values())
