"""What holds of every count, whatever the children: through the whole road.

Properties of the counting rules belong here, of invented children drawn at random.
Stated answers belong to the golden cases, one rule at a time to the dbt unit tests.
"""

import json
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.integration.drawn_children import (
    ORDER_TYPE_OF,
    a_child,
    a_return,
    some_children,
)
from warehouse.counting import Run, count_documents
from warehouse.layout import Layout

QUARTER = "2024Q1"
RULES = st.sampled_from(["KPI-v1-template", "KPI-v2-headline", "KPI-v8-code"])
HEADLINES = ("kpi1", "kpi2", "kpi3", "kpi4", "kpi5", "kpi7")
few = settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))


def figures_of(rules, documents):
    """Count the documents; return the figures of each service, with members."""
    services = sorted({item["return_part"]["yjs_name"] for item in documents})
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number}.json") for number in range(len(documents))]
        for path, document in zip(paths, documents, strict=True):
            path.write_text(json.dumps(document))
        runs = [Run(QUARTER, rules, service=service) for service in services]
        answers = count_documents(Layout(Path(folder, "home")), paths, runs)
    return [answer["measures"] for answer in answers]


@few
@given(rules=RULES, children=some_children(), data=st.data())
def test_the_order_and_the_files_of_children_and_items_do_not_matter(
    rules, children, data
):
    mixed = [
        {
            name: data.draw(st.permutations(items))
            if isinstance(items, list)
            else items
            for name, items in child.items()
        }
        for child in data.draw(st.permutations(children))
    ]
    plain, split = figures_of(
        rules,
        [
            a_return("Eastshire", children),
            a_return("Westshire", mixed[:1]),
            a_return("Westshire", mixed[1:]),
        ],
    )

    assert plain == split


@few
@given(rules=RULES, children=some_children(), other=a_child("c9"))
def test_a_child_out_of_area_changes_no_figure(rules, children, other):
    for offence in other["offence"]:
        offence["offenceLegalOutcome"][0]["residenceOnLegalOutcomeDate"] = "OTHER"
    without, with_other = figures_of(
        rules,
        [a_return("Eastshire", children), a_return("Westshire", [*children, other])],
    )

    assert without == with_other


@few
@given(rules=RULES, children=some_children(), other=a_child("c9"))
def test_a_child_without_a_link_changes_no_figure_of_orders(rules, children, other):
    other["link_offence_intervention_programme"] = []
    without, with_other = figures_of(
        rules,
        [a_return("Eastshire", children), a_return("Westshire", [*children, other])],
    )

    for before, after in zip(without, with_other, strict=True):
        assert before == after or not before["measure"].startswith(HEADLINES)


@few
@given(rules=RULES, children=some_children(), older=some_children())
def test_a_superseded_return_changes_no_figure(rules, children, older):
    once, again = figures_of(
        rules,
        [
            a_return("Eastshire", children),
            a_return("Westshire", children),
            a_return(
                "Westshire", older, number=1, start="2024-01-01", end="2024-03-31"
            ),
        ],
    )

    assert once == again


@few
@given(rules=RULES, children=some_children(5))
def test_headlines_lie_within_their_base_and_order_types_add_up(rules, children):
    (figures,) = figures_of(rules, [a_return("Eastshire", children)])

    for headline in HEADLINES:
        rows = [figure for figure in figures if figure["measure"] == headline]
        assert all(row["numerator"] <= row["denominator"] for row in rows)
        (whole,) = [row for row in rows if not row["breakdown"]]
        parts = [row for row in rows if set(row["breakdown"]) == {"order_type"}]
        assert {row["breakdown"]["order_type"] for row in parts} == set(
            ORDER_TYPE_OF.values()
        )
        for side in ("numerator", "denominator"):
            assert sum(row[side] for row in parts) == whole[side]
