"""What every system sends becomes one national document, whichever system it was."""

import re

import pytest

from returns.case_level.documents import ask_for_case, compose_document
from sources.case_document.validation import find_breach
from sources.registry import mapped_systems
from tests.conformance.homes import SmallHome, deliver, is_simulated

QUARTERS = ("2025Q1", "2025Q2")
NATIONAL = ("national_items", "national_children", "national_headers")
SIMULATED = [name for name in mapped_systems() if is_simulated(name)]
# keys of the systems' own, their own words, and terms, which some keep in days alone or
# for sentences alone: nothing else may differ
OWN = re.compile(
    r"(^|_)(ypid|id)$|ID$|Id$|^cms|^courtType$|^yotoucode$|^source_return_id$|^term|^deleted_yps$"
)


def compose(view, quarter):
    view.connection.execute("set schema = 'marts'")
    asked = ask_for_case(view.connection, quarter)
    return compose_document(view.connection, asked)


def without_own(value):
    """A document without a system's own keys and words, its lists in one order."""
    if isinstance(value, dict):
        return {
            key: without_own(item)
            for key, item in sorted(value.items())
            if not OWN.search(key)
        }
    if isinstance(value, list):
        return sorted(map(without_own, value), key=repr)
    return value


def united(children):
    """Children as they are, whether a system keeps one record of each or one a team."""
    found = {}
    for child in children:
        details = child.pop("person_details")
        place = repr((details["dateOfBirth"], details["sex"], details["ethnicity"]))
        found[place] = joined(found[place], child) if place in found else child
    return {place: without_own(found[place]) for place in sorted(found)}


def joined(one, other):
    """Two parts of a document as one."""
    if isinstance(one, dict):
        return {key: joined(one[key], other[key]) for key in one}
    return one + other if isinstance(one, list) else one


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    """The documents of one simulated service, by system and quarter."""
    found = {}
    for name in SIMULATED:
        folder = tmp_path_factory.mktemp(name)
        home = SmallHome.of(name, folder / "home", deliver(name, folder / "drop"))
        with home.look(NATIONAL) as view:
            for quarter in QUARTERS:
                found[name, quarter] = compose(view, quarter).document
    return found


@pytest.mark.parametrize("quarter", QUARTERS)
def test_the_document_of_a_quarter_is_whole_and_valid(small_home, quarter):
    with small_home.look(NATIONAL) as view:
        composed = compose(view, quarter)

    assert composed.not_whole == ()
    assert find_breach(composed.document) is None
    assert composed.document["children"]


@pytest.mark.parametrize("quarter", QUARTERS)
@pytest.mark.parametrize("name", SIMULATED)
def test_the_same_service_gives_the_same_document_through_every_system(
    documents, name, quarter
):
    ours = without_own(documents[name, quarter])
    first = without_own(documents[SIMULATED[0], quarter])

    mine, theirs = united(ours["children"]), united(first["children"])
    assert mine.keys() == theirs.keys() != set()
    for place, child in mine.items():
        assert child == theirs[place]
    assert ours["return_part"] == first["return_part"]
