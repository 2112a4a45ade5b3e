"""Parts and wholes of the figures agree as the rules say, whatever the children.

Numerators within denominators, and parts that add up, belong here: of drawn children
under every rule version. What must not change a figure at all is asked in
``test_counting_properties.py``.
"""

from hypothesis import HealthCheck, given, settings

from tests.integration.counted_services import answers_of, figures_of
from tests.integration.drawn_children import a_return, some_children
from tests.integration.drawn_records import ORDER_TYPE_OF

few = settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
HEADLINES = ("kpi1", "kpi2", "kpi3", "kpi4", "kpi5", "kpi7")
# section 12 names these: numerator and denominator are counted apart
MAY_EXCEED = ("kpi2e", "kpi4c", "kpi5c", "kpi10a", "kpi10c", "kpi10f", "kpi10g")
# of other units than their base, or without one
NOT_WITHIN = ("reoffending_frequency", "reoffences_per_child", "kpi8", "kpi10_asked")


class Figures:
    """The figures of one count, by measure and breakdown."""

    def __init__(self, figures):
        self._figures = figures

    def __iter__(self):
        return iter(self._figures)

    def rows(self, measure, **breakdown):
        """Return the figures of a measure whose breakdown holds these answers."""
        found = [
            item
            for item in self._figures
            if item["measure"] == measure
            and breakdown.items() <= item["breakdown"].items()
        ]
        assert found, (measure, breakdown)
        return found

    def one(self, measure, **breakdown):
        """Return the one figure of exactly this breakdown."""
        found = self.rows(measure, **breakdown)
        (figure,) = [item for item in found if item["breakdown"] == breakdown]
        return figure

    def sums(self, measure, **breakdown):
        """Return numerators and denominators added up."""
        rows = self.rows(measure, **breakdown)
        return tuple(
            sum(item[side] or 0 for item in rows)
            for side in ("numerator", "denominator")
        )


def counted(children):
    """Count children under every version; return the figures of each."""
    (found,) = figures_of(answers_of([a_return("Eastshire", children)])).values()
    return [(rules.split()[0], Figures(figures)) for rules, figures in found.items()]


@few
@given(children=some_children(5))
def test_every_numerator_lies_within_its_denominator(children):
    for rules, figures in counted(children):
        for figure in figures:
            measure, base = figure["measure"], figure["denominator_members"]
            is_apart = measure.startswith(NOT_WITHIN) or measure in MAY_EXCEED
            if is_apart or figure["denominator"] is None:
                continue
            assert set(figure["numerator_members"]) <= set(base), (rules, figure)
            assert figure["numerator"] <= figure["denominator"], (rules, figure)


@few
@given(children=some_children(5))
def test_order_types_add_up_to_their_headline_and_share_one_base(children):
    for rules, figures in counted(children):
        for headline in HEADLINES:
            whole = figures.one(headline)
            rows = figures.rows(headline)
            parts = [row for row in rows if "order_type" in row["breakdown"]]
            assert {row["breakdown"]["order_type"] for row in parts} == set(
                ORDER_TYPE_OF.values()
            )
            for side in ("numerator", "denominator"):
                total = sum(row[side] for row in parts)
                assert total == whole[side], (rules, headline)
                members = [unit for row in parts for unit in row[f"{side}_members"]]
                assert sorted(members) == whole[f"{side}_members"], (rules, headline)
        with_orders = figures.one("kpi1")["denominator_members"]
        for measure in ("kpi2", "kpi3a", "kpi4a", "kpi5a", "kpi7"):
            assert figures.one(measure)["denominator_members"] == with_orders


@few
@given(children=some_children(5))
def test_the_parts_of_each_breakdown_add_up_as_the_rules_say(children):
    for rules, figures in counted(children):
        children_count = figures.one("kpi1")["denominator"]
        for kpi, split in (("kpi1", "kpi1a"), ("kpi2", "kpi2a")):
            ends = {"point": "end", "suitability": "suitable"}
            at_end = figures.one(split, **ends)
            assert at_end["numerator"] == figures.one(kpi)["numerator"], rules
            for point in ("start", "end"):
                suitable, _ = figures.sums(split, point=point)
                assert suitable <= children_count, rules
        assert figures.sums("kpi1c", **ends)[0] == figures.one("kpi1")["numerator"]
        assert figures.sums("kpi2f", **ends)[0] == figures.one("kpi2")["numerator"]
        assert figures.sums("kpi2b", **ends) == (
            figures.one("kpi2")["numerator"],
            children_count,
        )
        assert figures.sums("kpi3b")[0] <= figures.one("kpi3a")["numerator"]
        for need, split in (("kpi3a", "kpi3d"), ("kpi4a", "kpi4d"), ("kpi5a", "kpi5d")):
            whole = figures.one(need)
            assert figures.sums(split) == (whole["numerator"], whole["denominator"])


@few
@given(children=some_children(5))
def test_serious_violence_adds_up_by_category_score_and_characteristic(children):
    for rules, figures in counted(children):
        offences = figures.one("kpi9a")["numerator"]
        assert figures.one("kpi9")["numerator"] == offences
        for split in ("kpi9c", "kpi9d"):
            assert figures.sums(split)[0] == offences, (rules, split)
        assert figures.sums("kpi9e")[0] <= offences
        children_count = figures.one("kpi9b")["numerator"]
        for kind in ("sex", "ethnicity"):
            rows = [row for row in figures.rows("kpi9f") if kind in row["breakdown"]]
            assert sum(row["numerator"] for row in rows) == children_count, (
                rules,
                kind,
            )


@few
@given(children=some_children(5))
def test_out_of_court_disposals_are_completed_or_not_or_not_answered(children):
    for rules, figures in counted(children):
        done, undone = (
            figures.one("kpi6", **part)
            for part in ({}, {"completion": "not_completed"})
        )
        assert done["denominator_members"] == undone["denominator_members"], rules
        answered = {*done["numerator_members"], *undone["numerator_members"]}
        assert answered <= set(done["denominator_members"]), rules
        programmes = figures.one("kpi6a")
        assert programmes["denominator"] >= len(answered), rules
