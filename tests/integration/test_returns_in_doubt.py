"""Returns of doubtful period, sign-off or identity, each with its stated outcome.

What docs/bad-input.md promises of returns as a whole is held here, one service to each
case. The records of a child are tested in ``test_findings_of_children.py``.
"""

from datetime import date

import pytest

from tests.integration.sound_documents import count, headline, returns, sound_child
from warehouse.counting import Run

UNSUITABLE = {"residence.0.kpi1AccommodationSuitability": "UNSUITABLE"}
ONE = [sound_child("c1")]
TWO = [sound_child("c1"), sound_child("c2")]
CHANGED = [sound_child("c1", UNSUITABLE)]
LATE = {"returnstartdate": "2099-04-01", "returnenddate": "2099-06-30"}


# name: documents, numerator and denominator of kpi1 in 2024Q1, codes
CASES = {
    "a return without a period is the oldest": (
        returns((CHANGED, {"returnstartdate": None}), (ONE, {"source_return_id": "2"})),
        (1, 1),
        {"DQ-RETURN-PERIOD-NULL"},
    ),
    "a return that ends before it starts is used": (
        returns((ONE, {"returnenddate": "2024-03-31"})),
        (1, 1),
        {"DQ-RETURN-BACKWARDS"},
    ),
    "a return from the future is used": (
        returns(ONE, (CHANGED, {"source_return_id": "2", **LATE})),
        (0, 1),
        {"DQ-RETURN-FUTURE"},
    ),
    "a return that is not signed off is used": (
        returns((ONE, {"signoff_date": "1900-01-01"})),
        (1, 1),
        {"DQ-SIGNOFF-NULL"},
    ),
    "of two returns signed off at one moment the greater id is newer": (
        returns(
            (ONE, {"source_return_id": "10"}), (CHANGED, {"source_return_id": "9"})
        ),
        (1, 1),
        set(),
    ),
    "of two returns of one identity the later to arrive is used": (
        returns(ONE, CHANGED),
        (0, 1),
        {"DQ-RETURN-TIE"},
    ),
    "one return in two files is one return": (
        returns([sound_child("c1")], [sound_child("c2")]),
        (2, 2),
        set(),
    ),
    "the deletion of a child who never was changes nothing": (
        returns((TWO, {"deleted_yps": ["nobody"]})),
        (2, 2),
        {"DQ-DELETION-UNKNOWN"},
    ),
    "a deletion before the child is first sent changes nothing": (
        returns(
            ([], {"source_return_id": "1", "deleted_yps": "{c1}"}),
            (ONE, {"source_return_id": "2"}),
        ),
        (1, 1),
        set(),
    ),
    "a child that is sent and deleted in one return is gone": (
        returns((TWO, {"deleted_yps": ["c2"]})),
        (1, 1),
        set(),
    ),
}
# of every case here: a service of an invented name, without a board
OF_THE_SERVICE = {"DQ-SERVICE-UNKNOWN", "DQ-BOARD-MISSING"}


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """Count all cases at once, each as a service of its own."""
    documents = [
        document | {"return_part": document["return_part"] | {"yjs_name": name}}
        for name, (given, _, _) in CASES.items()
        for document in given
    ]
    runs = [Run("2024Q1", "KPI-v8-code", service=name) for name in CASES]
    found = count(tmp_path_factory.mktemp("returns"), documents, runs)
    return dict(zip(CASES, found, strict=True))


@pytest.mark.parametrize("name", CASES)
def test_a_return_in_doubt_has_its_stated_outcome(answers, name):
    _, figures, codes = CASES[name]

    assert headline(answers[name]) == figures
    raised = {finding["code"] for finding in answers[name]["dq"]}
    assert raised == codes | OF_THE_SERVICE


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    """Count a return, one that changes it and one from the future, as known on days."""
    documents = returns(
        ONE,
        (CHANGED, {"source_return_id": "2", "signoff_date": "2024-08-15"}),
        (TWO, {"source_return_id": "3", **LATE, "signoff_date": "2099-07-31"}),
    )
    days = [date(2024, 7, 31), date(2024, 8, 14), date(2024, 8, 15), date(2024, 12, 31)]
    runs = [Run("2024Q1", "KPI-v8-code", as_known_at=day) for day in [*days, None]]
    found = count(tmp_path_factory.mktemp("known"), documents, runs)
    return [headline(answer) for answer in found], found


def test_a_return_is_known_from_its_sign_off_and_one_of_the_future_only_then(known):
    figures, _ = known

    assert figures == [(1, 1), (1, 1), (0, 1), (0, 1), (2, 2)]


def test_a_day_before_the_sign_off_finds_nothing_in_the_return_either(known):
    _, found = known

    raised = [{finding["code"] for finding in answer["dq"]} for answer in found]
    assert "DQ-RETURN-FUTURE" in raised[-1]
    assert all("DQ-RETURN-FUTURE" not in codes for codes in raised[:-1])
