"""The summary form as the YJB adds it up, and numbers as they are printed."""

import pytest

from returns.yjb_preview.figures import cross, printed
from returns.yjb_preview.form_differences import (
    find_form_differences,
    read_form_figures,
)
from returns.yjb_preview.form_reading import Cells, FilledForm, load_readings
from returns.yjb_preview.words import (
    count_reasons,
    figures_words,
    numbers_words,
    only_measure,
    side_words,
)

NEED = "screened need"


def a_form(cells):
    """Return a form of some cells of KPI 4 and 5, each with its units."""
    return FilledForm(
        {
            key: (label, frozenset((unit, "") for unit in units))
            for key, (label, units) in cells.items()
        }
    )


def reasons_of(form, sides):
    return {
        (item.measure, item.side, item.unit_id): item.difference.name
        for item in find_form_differences(form, sides)
    }


def test_a_sum_counts_a_unit_as_often_as_cells_hold_it():
    form = a_form(
        {
            ("kpi4", 2, "ro_end"): (NEED, ["A", "B"]),
            ("kpi4", 3, "ro_end"): ("help", ["A"]),
            ("kpi4", 3, "ro_start"): ("help", ["C"]),
            ("kpi5", 3, "ro_end"): ("targeted", ["A"]),
        }
    )
    summed = form.add_up("kpi4", [Cells(rows=(2, 3), columns=".*_end")])

    assert summed.total == 3
    assert summed.times == {"A": 2, "B": 1}
    assert summed.rows == {"A": {NEED, "help"}, "B": {NEED}}


def test_kpi_4_adds_the_need_and_leaves_out_additional_help():
    form = a_form(
        {
            ("kpi4", 2, "ro_end"): (NEED, ["unhelped", "helped"]),
            ("kpi4", 3, "ro_end"): ("help", ["helped"]),
            ("kpi4", 4, "ro_end"): ("additional help", ["unscreened"]),
        }
    )
    offered = frozenset({"helped", "unscreened"})
    sides = {
        (name, "kpi4", "{}", "numerator"): offered for name in ("ours", "template")
    }
    found = reasons_of(form, sides)

    assert found["kpi4", "numerator", "unhelped"] == "row added to the headline"
    assert found["kpi4", "numerator", "helped"] == "counted by several rows"
    assert found["kpi4", "numerator", "unscreened"] == "row left out of the headline"


def test_kpi_5_leaves_out_treatment_before_the_order():
    form = a_form({("kpi5", 9, "ro_start"): ("prior", ["treated"])})
    sides = {("ours", "kpi5", "{}", "numerator"): frozenset({"treated"})}
    sides["template", "kpi5", "{}", "numerator"] = frozenset({"treated"})
    found = reasons_of(form, sides)

    assert found["kpi5", "numerator", "treated"] == "row left out of the headline"


def test_what_the_form_asks_for_otherwise_is_its_own_definition():
    form = a_form({("kpi9", 1, "age10to15"): ("drugs", ["A|F1"])})
    sides = {("template", "kpi9", "{}", "numerator"): frozenset({"A|F1"})}

    assert reasons_of(form, sides) == {
        ("kpi9", "numerator", "A|F1"): "offences without a programme"
    }


def test_a_form_that_counts_as_we_do_makes_no_difference():
    form = a_form({("kpi2", 1, "ro_school_end"): ("suitable", ["A"])})
    sides = {("ours", "kpi2", "{}", "numerator"): frozenset({"A"})}

    assert reasons_of(form, sides) == {}


def test_an_empty_form_is_not_what_they_show():
    figures = {item.measure: item for item in read_form_figures(a_form({}))}

    assert not any(item.is_filled for item in figures.values())
    assert figures["kpi8"].denominator == 5
    assert figures["kpi9"].denominator is None


def test_every_headline_of_the_form_has_its_reading():
    headlines = {item.measure for item in load_readings() if not item.breakdown}

    assert headlines == {f"kpi{number}" for number in range(1, 11)}


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ((1, 8, 100, 1), "12.5"),
        ((1, 2000, 100, 1), "0.1"),  # 0.05 goes up
        ((3, 2, 100, 0), "150"),
        ((3, None, 1, 0), "3"),
        ((0, 0, 100, 1), None),
    ],
)
def test_a_ratio_is_printed_half_up(numbers, words):
    assert printed(*numbers) == words


def test_numbers_sides_and_figures_are_said_in_words():
    part = {"measure": "kpi1a", "breakdown": {"point": "end"}, "times": 2}
    head = {"measure": "kpi1", "breakdown": {}}
    entry = {"reading": "template", "counts_in": "ours", "figures": [part]}

    assert (
        numbers_words({"numerator": 1, "denominator": 0, "value": None}) == "1 of 0 (-)"
    )
    assert numbers_words(None) is None
    assert side_words(entry) == "the template 2 times"
    assert side_words({**entry, "figures": [head]}) == "ours, not the template"
    assert figures_words([head, part]) == "kpi1 and 1 parts"
    assert figures_words([part]) == "kpi1a end"


def test_one_measure_is_shown_with_its_parts_and_not_with_its_namesakes():
    figures = [
        {"measure": name, "breakdown": {}}
        for name in ("kpi1", "kpi1a", "kpi10", "kpi10a")
    ]
    reason = {"kind": "definition"}
    entry = {
        "unit": "A",
        "reading": "code",
        "reason": "r",
        "reasons": [reason],
        "figures": figures[2:],
    }
    document = {"figures": figures, "differences": [entry]}

    shown = only_measure(document, "kpi1")

    assert [item["measure"] for item in shown["figures"]] == ["kpi1", "kpi1a"]
    assert shown["differences"] == []
    assert count_reasons([entry, entry]) == [
        {"reading": "code", "reason": "r", "kind": "definition", "units": 1}
    ]


def test_they_divide_referral_orders_by_rehabilitation_orders():
    def an_entry(numerator, denominator):
        numbers = {"numerator": numerator, "denominator": denominator, "value": "x"}
        return {"code": numbers, "notes": []}

    entries = {
        ("kpi3d", '{"order_type":"ro"}'): an_entry(1, 4),
        ("kpi3d", '{"order_type":"yro"}'): an_entry(1, 2),
    }
    cross(entries)
    first, second = entries.values()

    assert first["code"] == {"numerator": 1, "denominator": 2, "value": "50.0"}
    assert second["code"] == {"numerator": 1, "denominator": 4, "value": "25.0"}
    assert len(first["notes"]) == 1
