"""How returns follow each other changes figures only as it should, whatever they hold.

Superseded, deleted, unsigned and later returns of drawn children belong here. Stated
outcomes of single doubtful returns are tested in ``test_returns_in_doubt.py``.
"""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.integration.counted_services import answers_of, figures_of, findings_of
from tests.integration.drawn_children import a_child, a_return, some_children

few = settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
OLDER = {"number": 1, "start": "2024-01-01", "end": "2024-03-31"}
LATER = {"number": 3, "start": "2024-07-01", "end": "2024-09-30"}


@few
@given(children=some_children(), older=some_children(), signed=st.booleans())
def test_a_superseded_return_changes_nothing_once_superseded(children, older, signed):
    # superseded by its period, whenever it was signed
    day = "2024-04-30" if signed else "1900-01-01"
    answers = answers_of(
        [
            a_return("once", children),
            a_return("after", older, signed=day, **OLDER),
            a_return("after", children),
            a_return("before", children),
            a_return("before", older, signed=day, **OLDER),
        ]
    )

    figures = figures_of(answers)
    assert figures["once"] == figures["after"] == figures["before"]


@few
@given(children=some_children(), other=a_child("c9"))
def test_a_deleted_child_is_gone_and_a_newer_return_brings_it_back(children, other):
    # another child of one originating id would still be counted
    other["person_details"]["originatingYOTPersonID"] = "c9"
    answers = answers_of(
        [
            a_return("never", children),
            a_return("deleted", [*children, other], deleted=["c9"]),
            a_return("later", [*children, other], **OLDER),
            a_return("later", children, deleted=["c9", "nobody"]),
            a_return("always", [*children, other]),
            a_return("back", children, deleted=["c9"], **OLDER),
            a_return("back", [*children, other]),
        ]
    )

    figures = figures_of(answers)
    assert figures["never"] == figures["deleted"] == figures["later"]
    assert figures["always"] == figures["back"]


@few
@given(children=some_children(), later=some_children(), extra=a_child("c9"))
def test_as_known_before_a_sign_off_the_return_does_not_exist(children, later, extra):
    days = [date(2024, 7, 31), date(2024, 10, 29)]
    answers = answers_of(
        [
            a_return("alone", children),
            a_return("followed", children),
            a_return("followed", [*later, extra], signed="2024-10-30", **LATER),
            a_return("unsigned", children),
            a_return("unsigned", [*later, extra], signed="1900-01-01", **LATER),
        ],
        known=days,
    )

    figures, findings = figures_of(answers), findings_of(answers)
    assert figures["alone"] == figures["followed"] == figures["unsigned"]
    assert findings["alone"] == findings["followed"] == findings["unsigned"]


@few
@given(children=some_children(), later=some_children())
def test_as_known_from_its_sign_off_on_the_newer_return_counts(children, later):
    answers = answers_of(
        [
            a_return("newer", later, signed="2024-10-30", **LATER),
            a_return("both", children),
            a_return("both", later, signed="2024-10-30", **LATER),
        ],
        known=[date(2024, 10, 30)],
    )

    figures = figures_of(answers)
    assert figures["newer"] == figures["both"]
