"""A document taken apart into items and put together again is the same document."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.case_document.items import (
    CHILD,
    SentItem,
    list_kinds,
    put_together,
    take_apart,
)
from sources.case_document.validation import find_breach
from tests.fixtures.drawn_documents import documents


def kept(item):
    """The item as it comes back from landing: its fields were text meanwhile."""
    fields = json.loads(item.text)
    return SentItem(item.kind, item.number, item.parent_number, item.ypid, fields)


@settings(max_examples=40, deadline=None)
@given(document=documents(), data=st.data())
def test_a_document_comes_back_from_its_items_whatever_their_order(document, data):
    assert find_breach(document) is None
    items = [kept(item) for item in take_apart(document)]

    (again,) = put_together(data.draw(st.permutations(items)))

    # as text: to Python 1, 1.0 and true are equal
    assert json.dumps(again, sort_keys=True) == json.dumps(document, sort_keys=True)


def test_an_item_holds_its_own_fields_and_an_empty_list_where_items_were():
    outcome = {"legalOutcome": "REPRIMAND", "x_note": None}
    offence = {"offenceID": "O1", "offenceLegalOutcome": [outcome], "policeBail": []}
    document = {"return_part": {}, "children": [{"ypid": "7", "offence": [offence]}]}

    found = {item.kind: item for item in take_apart(document)}

    assert found["offence"].fields == {**offence, "offenceLegalOutcome": []}
    assert found["offence.offenceLegalOutcome"].fields == outcome
    assert found["offence.offenceLegalOutcome"].parent_number == 1
    assert {item.ypid for kind, item in found.items() if "offence" in kind} == {"7"}


def test_nothing_is_cut_out_of_the_document_that_was_given():
    document = {"return_part": {}, "children": [{"ypid": "7", "health": {}}]}

    list(take_apart(document))

    assert document["children"] == [{"ypid": "7", "health": {}}]


@pytest.mark.parametrize(
    ("kind", "parent"),
    [
        ("health.mentalHealth.kpi4MentalHealthWellbeing", "child"),
        ("offence.offenceLegalOutcome.lorequirements", "offence.offenceLegalOutcome"),
        ("hearing.sentenceProposal", "hearing"),
        ("asset_plus.substanceMisuse.substance", "asset_plus"),
        ("person_details", "child"),
        ("child", "document"),
    ],
)
def test_every_list_of_the_schema_is_a_kind_of_its_own(kind, parent):
    assert list_kinds()[kind].parent == parent


def test_children_can_be_put_together_without_their_document():
    items = [SentItem(CHILD, 1, 1, "7", {"ypid": "7"})]
    items += [SentItem("residence", 1, 1, "7", {"date": "2024-05-01"})]

    assert put_together(items, CHILD) == [
        {"ypid": "7", "residence": [{"date": "2024-05-01"}]}
    ]


def test_an_item_without_the_one_it_lies_in_is_not_lost_silently():
    with pytest.raises(KeyError):
        put_together([SentItem("residence", 1, 1, "7", {})], CHILD)
