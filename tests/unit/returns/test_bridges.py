"""A bridge adds up exactly and leaves a rest only where the figure counts no members."""

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from returns.differences.bridges import NOT_KEPT, bridge_figure
from returns.differences.figures import Side, by_cell, compare_figures

RECORD = ("topic", "point", "unit_id", "fact", "verdict", "supplier", "entity")
RECORDS = pa.table(
    {name: pa.array([], pa.string()) for name in (*RECORD, "file_sha256")}
    | {"row_number": pa.array([], pa.int64())}
)
# a measure of members, one over a population, a plain count, sectors of the board
MEASURES = st.sampled_from(["kpi1", "fte", "kpi7_template", "kpi8"])
UNITS = st.tuples(
    st.sampled_from(["P1", "P2", "P1|O1", "2023Q4|P1"]),
    st.sampled_from(["", "STC", "meeting 2"]),
)
STATES = st.dictionaries(UNITS, st.tuples(st.booleans(), st.booleans()), max_size=8)


def side_of(measure, state, population, source=None):
    """Return a state in which the figure is counted from members as the models do."""
    counted = [sum(flags[part] for flags in state.values()) for part in (0, 1)]
    base = {"fte": population, "kpi7_template": None}.get(measure, counted[1])
    figure = {"measure": measure, "breakdown": {}, "numerator": counted[0]}
    figure |= {"denominator": base, "value": f"{counted[0]}/{base}"}
    if source:
        figure |= {"source": source, "numerator": population}
    rows = [
        {
            "measure": measure,
            "breakdown": "{}",
            "unit_id": unit,
            "unit_part": part,
            "child_id": "C1",
            "in_numerator": in_numerator,
            "in_denominator": in_denominator,
        }
        for (unit, part), (in_numerator, in_denominator) in state.items()
    ]
    names = ("measure", "breakdown", "unit_id", "unit_part", "child_id")
    columns = {
        name: pa.array([row[name] for row in rows], pa.string()) for name in names
    }
    columns |= {
        name: pa.array([row[name] for row in rows], pa.bool_())
        for name in ("in_numerator", "in_denominator")
    }
    return Side(by_cell([figure]), pa.table(columns), RECORDS)


@settings(max_examples=30, deadline=None)
@given(MEASURES, STATES, STATES, st.integers(9000, 9003), st.integers(9000, 9003))
def test_a_bridge_of_drawn_members_adds_up_without_a_rest(
    measure, old, new, people_then, people_now
):
    found = compare_figures(
        side_of(measure, old, people_then), side_of(measure, new, people_now)
    )

    for figure in found["figures"]:
        for part, bridge in figure["bridge"].items():
            came = bridge["entered"] - bridge["left"] + bridge["other"]
            assert bridge["before"] + came == bridge["now"] == figure["now"][part]
            is_population = (measure, part) == ("fte", "denominator")
            assert bridge["other"] == (people_now - people_then) * is_population
            assert bool(bridge["other"]) == ("reason" in bridge)
            assert part == "numerator" or measure != "kpi7_template"
    said = {row["unit_id"] for row in found["members"]}
    assert said == {
        unit
        for unit, part in {*old, *new}
        if old.get((unit, part), (False, False))
        != new.get((unit, part), (False, False))
    }


@settings(max_examples=30, deadline=None)
@given(STATES, STATES)
def test_who_entered_and_left_is_the_same_the_other_way_round(old, new):
    there, back = (
        compare_figures(*sides)["figures"]
        for sides in (
            (side_of("kpi8", old, 0), side_of("kpi8", new, 0)),
            (side_of("kpi8", new, 0), side_of("kpi8", old, 0)),
        )
    )

    assert [
        (bridge["entered"], bridge["left"])
        for figure in there
        for bridge in figure["bridge"].values()
    ] == [
        (bridge["left"], bridge["entered"])
        for figure in back
        for bridge in figure["bridge"].values()
    ]


def test_a_child_for_another_is_told_though_the_number_is_the_same():
    old, new = {("P1", ""): (True, True)}, {("P2", ""): (True, True)}

    [figure] = compare_figures(side_of("kpi1", old, 0), side_of("kpi1", new, 0))[
        "figures"
    ]

    assert figure["is_same_number"]
    assert figure["bridge"]["numerator"] == {
        "before": 1,
        "entered": 1,
        "left": 1,
        "other": 0,
        "now": 1,
    }


@pytest.mark.parametrize(
    ("before", "now", "base", "part", "reason"),
    [
        ({"denominator": 9000}, {"denominator": 9100}, "population", "denominator",
         "another population of children aged 10 to 17"),
        ({"numerator": 3, "source": "CASE_LEVEL"}, {"numerator": 5, "source": "PNC_YDS"},
         "population", "numerator",
         "stated by PNC_YDS, not counted by us; the other side is counted by us"),
        ({"numerator": 3, "source": "LOCAL"}, {"numerator": 5, "source": "LOCAL"},
         "population", "numerator", "stated by LOCAL, not counted by us"),
        ({"denominator": None}, {"denominator": 7}, "sectors", "denominator",
         "the figure has no base before"),
        ({"numerator": 3}, {"numerator": 5}, "members", "numerator", NOT_KEPT),
    ],
)  # fmt: skip
def test_a_rest_is_named_with_its_reason(before, now, base, part, reason):
    bridge = bridge_figure(before, now, [], base)[part]

    assert bridge["other"] == bridge["now"] - bridge["before"]
    assert bridge["reason"] == reason


def test_a_figure_that_was_not_there_has_only_who_entered():
    mover = {"was_in_numerator": False, "is_in_numerator": True}

    bridge = bridge_figure({}, {"numerator": 1}, [mover], "members")

    assert bridge["numerator"]["entered"] == 1
    assert bridge["numerator"]["other"] == 0
    assert "denominator" not in bridge
