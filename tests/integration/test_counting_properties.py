"""What holds of every count, whatever the children: through the whole road.

Properties of figures and findings belong here, of invented children drawn at random.
How returns follow each other is asked in ``test_return_properties.py``. Stated answers
belong to the golden cases, one rule at a time to the dbt unit tests.
"""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.integration.counted_services import answers_of, figures_of, findings_of
from tests.integration.drawn_children import (
    a_child,
    a_return,
    alone,
    born_on,
    some_children,
    transferred_out,
    with_outcomes,
    with_programmes,
)

few = settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
# what counts orders; serious violence and the national measures count outcomes
OF_ORDERS = tuple(f"kpi{number}" for number in (1, 2, 3, 4, 5, 6, 7, 10))
NO_ORDER = {
    "without a link": lambda child: child | {"link_offence_intervention_programme": []},
    "with running programmes": lambda child: with_programmes(
        child, endDate="1900-01-01"
    ),
    "with programmes that end before they start": lambda child: with_programmes(
        child, startDate="2024-06-30", endDate="2024-04-01"
    ),
    "aged 9": lambda child: born_on(child, "2015-04-02"),
    "aged 18": lambda child: born_on(child, "2005-05-01"),
    "transferred out": transferred_out,
}
NOTHING = {
    "out of area": lambda child: with_outcomes(
        child, residenceOnLegalOutcomeDate="OTHER"
    ),
    "whose outcomes changed on appeal": lambda child: with_outcomes(
        child, outcomeAppealStatus="Changed on appeal"
    ),
    "of unknown outcomes": lambda child: with_outcomes(
        child, legalOutcome="TALKING_TO", cmslegalOutcome=""
    ),
    "of future outcomes": lambda child: with_outcomes(child, outcomeDate="2024-08-01"),
    "without an offence": lambda child: (
        child
        | {
            "offence": [],
            "link_offence_intervention_programme": [],
            "link_offence_victim_intervention": [],
        }
    ),
}


def of_orders(figures):
    """Return the figures that count orders alone, by rule version."""
    return {
        rules: [
            item
            for item in found
            if item["measure"].split("_")[0].rstrip("abcdefg") in OF_ORDERS
            or item["measure"] == "remand_four_weeks"
        ]
        for rules, found in figures.items()
    }


@few
@given(children=some_children(), data=st.data())
def test_the_order_and_the_files_of_children_and_items_do_not_matter(children, data):
    mixed = [
        {
            name: data.draw(st.permutations(items))
            if isinstance(items, list)
            else items
            for name, items in child.items()
        }
        for child in data.draw(st.permutations(children))
    ]
    answers = answers_of(
        [
            a_return("plain", children),
            a_return("mixed", mixed),
            *(a_return("split", [child]) for child in mixed),
        ]
    )

    figures = figures_of(answers)
    assert figures["plain"] == figures["mixed"] == figures["split"]
    findings = findings_of(answers)
    assert findings["plain"] == findings["mixed"] == findings["split"]


@few
@given(children=some_children(2))
def test_counting_twice_gives_the_same(children):
    documents = [a_return("plain", children)]

    once, again = answers_of(documents), answers_of(documents)

    assert figures_of(once) == figures_of(again)
    assert findings_of(once) == findings_of(again)


@few
@given(children=some_children(), other=a_child("c9").map(alone))
def test_a_child_that_does_not_qualify_changes_nothing(children, other):
    kinds = {**NO_ORDER, **NOTHING}
    answers = answers_of(
        [
            a_return("plain", children),
            *(
                a_return(kind, [*children, change(other)])
                for kind, change in kinds.items()
            ),
        ]
    )

    figures = figures_of(answers)
    for kind in NOTHING:
        assert figures[kind] == figures["plain"], kind
    for kind in NO_ORDER:
        assert of_orders(figures[kind]) == of_orders(figures["plain"]), kind


@few
@given(other=a_child("c9").map(alone))
def test_a_child_out_of_area_is_a_member_of_no_figure(other):
    changed = with_outcomes(other, residenceOnLegalOutcomeDate="OTHER")
    figures = figures_of(answers_of([a_return("alone", [changed])]))

    for found in figures["alone"].values():
        for figure in found:
            assert figure["numerator_members"] == []
            if not figure["measure"].startswith("kpi8"):  # its base is the sectors
                assert figure["denominator_members"] == []
