"""Cells that count children: education, health and links, against numbers by hand."""

import pytest

from tests.unit.returns.small_quarter import (
    SmallQuarter,
    computed,
    rows_labelled,
    rows_of_form,
)

NOT_COMPUTED = "not computed"


@pytest.fixture
def quarter():
    """Two referral orders, a caution and a sentence end; p2 and p4 are above school."""
    quarter = SmallQuarter()
    quarter.add_orders(ro=["p1", "p2"], yjs=["p3"], cust=["p4"])
    quarter.add_age_group("school", ["p1", "p3"])
    quarter.add_age_group("above", ["p2", "p4"])
    return quarter


def in_column(cells, column):
    return {
        row: count for (row, name), count in computed(cells).items() if name == column
    }


def test_a_child_is_in_education_by_any_record_but_none(quarter):
    quarter.add_status("p1", "COLLEGE")
    quarter.add_status("p1", "NONE")  # beside the college, so still in education
    quarter.add_status("p3", "NONE")
    cells = quarter.cells("kpi2")

    assert (cells[3, "ro_school_end"], cells[4, "ro_school_end"]) == ("0", "1")
    assert (cells[3, "yjs_school_end"], cells[4, "yjs_school_end"]) == ("1", "0")
    assert (cells[3, "ro_above_end"], cells[4, "ro_above_end"]) == (
        "1",
        "0",
    )  # no record


def test_a_child_stands_in_the_row_of_each_provision_at_its_point(quarter):
    quarter.add_status("p1", "SCHOOL_PART_TIME", "start")
    quarter.add_status("p1", "VOLUNTARY_WORK", "end")
    quarter.add_status("p1", "ALTERNATIVE_PROVISION_ABOVE_SCHOOL_AGE", "end")
    quarter.add_status("p2", "OTHER", "end")
    cells = quarter.cells("kpi2")

    assert in_column(cells, "ro_school_start") == {2: 1, 4: 1, 6: 1}
    assert in_column(cells, "ro_school_end") == {2: 1, 4: 1, 13: 1, 22: 1}
    assert in_column(cells, "ro_above_end") == {2: 1, 4: 1, 24: 1}


@pytest.mark.parametrize(
    ("code", "rows"),
    [
        ("MAINSTREAM_SCHOOL", (5, 6)),
        ("PUPIL_REFERRAL_UNIT", (10, 11)),
        ("EMPLOYMENT", (19, 20)),
    ],
)
def test_a_code_that_hides_full_or_part_time_leaves_both_rows_open(quarter, code, rows):
    quarter.add_status("p1", code)
    cells = quarter.cells("kpi2")

    assert [cells[row, "ro_school_end"] for row in rows] == [NOT_COMPUTED] * 2
    assert [cells[row, "ro_above_end"] for row in rows] == ["0", "0"]
    assert cells[4, "ro_school_end"] == "1"


def test_hours_stand_in_their_bands_by_column(quarter):
    quarter.count("kpi2c", ["p1"], ["p1", "p2"], hours="part_time", point="end")
    quarter.count("kpi2e", ["p1", "p2"], [], band="16-24", basis="offered", point="end")
    quarter.count("kpi2e", ["p2"], [], band="1-15", basis="attended", point="end")
    cells = quarter.cells("kpi2")

    assert in_column(cells, "ro_school_end") == {2: 1, 3: 1, 25: 1, 28: 1}
    assert in_column(cells, "ro_above_end") == {2: 1, 3: 1, 28: 1, 30: 1}


def test_only_the_population_of_education_has_a_total(quarter):
    cells = quarter.cells("kpi2")
    totals = {key: text for key, text in cells.items() if key[1].endswith("_total")}

    assert {row for (row, _), text in totals.items() if text != NOT_COMPUTED} == {2}
    assert cells[2, "cust_above_total"] == "1"
    assert cells[2, "cust_above_release"] == "0"


@pytest.mark.parametrize(
    ("kpi", "types", "offered", "attended", "prior"),
    [
        ("kpi4", ["GETTING_HELP", "GETTING_ADVICE"], (3, 6), (7, 10), 11),
        ("kpi5", ["TARGETED_INTERVENTION", "COMPLEX_CARE"], (3, 5), (6, 8), 9),
    ],
)
def test_a_child_in_treatment_is_not_among_the_screened(
    quarter, kpi, types, offered, attended, prior
):
    quarter.count(f"{kpi}a", ["p1", "p2", "p4"], ["p1", "p2", "p3", "p4"])
    quarter.count(f"{kpi}b", ["p2"], ["p1", "p2", "p4"])
    quarter.count(f"{kpi}c", ["p1", "p2"], ["p1"], stage="offered", type=types[0])
    quarter.count(f"{kpi}c", ["p4"], ["p4"], stage="attended", type=types[1])
    quarter.count(f"{kpi}c", ["p2"], ["p2"], stage="offered", type=types[1])
    cells = quarter.cells(kpi)

    assert in_column(cells, "ro_start") == {1: 2, prior: 1}
    assert in_column(cells, "ro_end") == {1: 2, 2: 1, offered[0]: 2, offered[1]: 1}
    assert in_column(cells, "cust_end") == {1: 1, 2: 1, attended[1]: 1}
    assert in_column(cells, "yjs_end") == {1: 1}
    assert cells[attended[0], "ro_end"] == "0"


@pytest.mark.parametrize(("kpi", "prior"), [("kpi4", 11), ("kpi5", 9)])
def test_health_has_no_number_in_a_column_whose_meaning_is_not_stated(
    quarter, kpi, prior
):
    cells = quarter.cells(kpi)
    for row in set(rows_of_form(kpi)) - {1}:
        filled = "start" if row == prior else "end"
        for point in ("total", "start", "end"):
            expected = "0" if point == filled else NOT_COMPUTED
            assert cells[row, f"ro_{point}"] == expected


def test_links_stand_in_the_row_of_their_status_at_their_point(quarter):
    of = {"order_type": "ro", "point": "start"}
    quarter.count("kpi7_template", ["p1"], [], **of, status="LAC")
    quarter.count("kpi7_template", ["p2"], [], **of, status="CIN")
    of = {"order_type": "ro", "point": "end"}
    quarter.count("kpi7_template", ["p2"], [], **of, status="EH")
    quarter.count("kpi7c", ["p4"], [], referral="referred")
    cells = quarter.cells("kpi7")

    assert in_column(cells, "ro_start") == {1: 2, 2: 1, 4: 1}
    assert in_column(cells, "ro_end") == {1: 2, 5: 1}
    assert in_column(cells, "cust_total") == {1: 1, 7: 1}


@pytest.mark.parametrize("rules", ["KPI-v2-headline", "KPI-v8-code"])
def test_links_have_both_points_whatever_the_headline_looks_at(rules):
    cells = SmallQuarter(rules).cells("kpi7")

    for point in ("start", "end"):
        assert [cells[row, f"ro_{point}"] for row in range(1, 6)] == ["0"] * 5


def test_only_custody_has_a_release_with_its_home_and_education(quarter):
    home = {"accommodation_group": "Foster Care", "point": "release"}
    quarter.count("kpi1b", ["p4"], ["p4"], **home)
    age = {"age_group": "school", "point": "release", "suitability": "suitable"}
    quarter.count("kpi2b", ["p4"], ["p4"], **age)
    quarter.add_status("p4", "COLLEGE", "release")
    (foster,) = rows_labelled("kpi1", "Foster Care")
    homes, education = quarter.cells("kpi1"), quarter.cells("kpi2")

    assert homes[foster, "cust_release_yes"] == "1"
    assert homes[foster, "cust_release_no"] == "0"
    assert in_column(education, "cust_school_release") == {1: 1, 2: 1, 4: 1, 12: 1}
    assert in_column(education, "cust_above_release") == {}


def test_children_on_remand_stand_apart_from_the_orders(quarter):
    home = {"accommodation_group": "Foster Care"}
    quarter.count("kpi1_remand", ["r1"], ["r1", "r2"], **home, point="remand_start")
    quarter.count("kpi1_remand", ["r1"], ["r1"], **home, point="remand_release")
    (foster,) = rows_labelled("kpi1", "Foster Care")
    cells = quarter.cells("kpi1")

    assert computed(cells) == {
        (foster, "noncust_start_yes"): 1,
        (foster, "noncust_start_no"): 1,
        (foster, "noncust_release_yes"): 1,
        (foster, "noncust_total"): 1,
    }
    assert NOT_COMPUTED not in cells.values()
