"""Cells that count sectors, offences and victims, against numbers by hand."""

import pytest

from tests.unit.returns.small_quarter import (
    SmallQuarter,
    computed,
    rows_of_form,
)
from warehouse.figures import breakdown_text

NOT_COMPUTED = "not computed"
SECTORS = ["social_care", "education", "police", "probation", "health", "other"]


def board(rules, *meetings):
    """Return a quarter whose board met: at each meeting, senior and delegate sectors."""
    quarter = SmallQuarter(rules)
    is_based = rules == "KPI-v8-code"
    for number, came in enumerate(meetings):
        part = "" if is_based else f"2024-0{number + 7}-01"
        for measure, present in zip(("kpi8a", "kpi8c"), came, strict=True):
            for sector in SECTORS:
                quarter.connection.execute(
                    "insert into fct_measure_members values"
                    " (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    [
                        *(measure, breakdown_text({"sector": sector})),
                        *(*quarter.asked.key, sector, part),
                        *(sector in present, is_based),
                    ],
                )
    return quarter.cells("kpi8")


def test_a_sector_is_represented_or_not():
    cells = board(
        "KPI-v8-code", (["social_care", "police", "other"], ["police", "health"])
    )

    assert computed(cells) == {
        **{(1, f"senior_{sector}_attended"): 1 for sector in ("a", "c", "other")},
        **{(1, f"senior_{sector}_not"): 1 for sector in "bde"},
        **{(2, f"senior_{sector}_attended"): 1 for sector in "ce"},
        **{(2, f"senior_{sector}_not"): 1 for sector in ("a", "b", "d", "other")},
    }


def test_rules_that_add_attendances_up_count_every_meeting():
    cells = board("KPI-v2-headline", (["police"], []), (["police", "health"], []))

    assert (cells[1, "senior_c_attended"], cells[1, "senior_c_not"]) == ("2", "0")
    assert (cells[1, "senior_e_attended"], cells[1, "senior_e_not"]) == ("1", "1")
    assert (cells[2, "senior_a_attended"], cells[2, "senior_a_not"]) == ("0", "2")


def test_without_a_meeting_nobody_is_said_to_have_been_absent():
    assert set(board("KPI-v8-code").values()) == {NOT_COMPUTED}


def test_new_partners_are_never_computed():
    cells = board("KPI-v8-code", (SECTORS, SECTORS))

    assert {cells[key] for key in cells if key[0] == 3} == {NOT_COMPUTED}


def test_offences_stand_by_category_score_and_age():
    quarter = SmallQuarter()
    quarter.add_offence("p1|o1", "DRUGS", 5, 15)
    quarter.add_offence("p1|o2", "DRUGS", 4, 15)  # not grave enough
    quarter.add_offence("p2|o1", "ROBBERY", 6, 16)
    quarter.add_offence("p3|o1", "VIOLENCE_AGAINST_THE_PERSON", 8, 10)
    quarter.add_offence("p3|o2", "VIOLENCE_AGAINST_THE_PERSON", 7, 17)
    quarter.add_offence("p4|o1", "ARSON", 7, 17)  # grave, but not serious violence

    assert computed(quarter.cells("kpi9")) == {
        (1, "age10to15"): 1,
        (2, "age16to17"): 1,
        (3, "age10to15"): 1,
        (3, "age16to17"): 1,
        (4, "age10to15"): 2,
        (4, "age16to17"): 3,
    }


def test_a_quarter_without_proven_offences_has_noughts_that_are_counted():
    assert set(SmallQuarter().cells("kpi9").values()) == {"0"}


@pytest.mark.parametrize(
    ("table", "kpi", "row"),
    [("fct_proven_offences", "kpi9", 4), ("fct_order_statuses", "kpi2", 4)],
)
def test_a_release_older_than_a_table_does_not_compute_what_needs_it(table, kpi, row):
    quarter = SmallQuarter()
    quarter.connection.execute(f"drop table {table}")
    cells = quarter.cells(kpi)

    assert {cells[row, column] for column in rows_of_form(kpi)[row]} == {NOT_COMPUTED}


def count_victims(rules):
    """Two children have five victims; four consent, three asked, two of them got it."""
    quarter = SmallQuarter(rules)
    quarter.count("kpi10a", ["v1", "v2", "v3", "v4", "v5"], ["p1", "p2", "p3"])
    quarter.count("kpi10b", ["p1", "p2"], ["p1", "p2", "p3"])
    quarter.count("kpi10", ["v1"], ["v1", "v2", "v3", "v4"])
    quarter.count("kpi10d", ["v1", "v2", "v3"], ["v1", "v2", "v3", "v4"])
    told, asked = ["v1", "v2"], ["v1", "v2", "v5"]
    quarter.count("kpi10_asked", told, asked, information="progress")
    quarter.count("kpi10_asked", ["v4"], ["v4"], information="support")
    cells = quarter.cells("kpi10")
    return {row: text for (row, _), text in cells.items()}


@pytest.mark.parametrize("rules", ["KPI-v2-headline", "KPI-v8-code"])
def test_victims_are_counted_by_what_they_agreed_to(rules):
    cells = count_victims(rules)

    assert [cells[row] for row in range(1, 6)] == ["2", "1", "4", "5", "3"]


@pytest.mark.parametrize("rules", ["KPI-v2-headline", "KPI-v8-code"])
def test_who_asked_and_was_told_is_counted_whatever_the_base_of_the_figures(rules):
    cells = count_victims(rules)

    assert [cells[row] for row in (7, 6, 9, 8)] == ["3", "2", "1", "1"]
