"""Which rule versions there are, and which one a quarter has when none is asked for."""

from datetime import date

import pytest

from warehouse.configuration import Configuration
from warehouse.control import standard_scope
from warehouse.refusal import WrongUse
from warehouse.rule_versions import (
    Term,
    computed_versions,
    default_version,
    find_terms,
    first_day,
)

V1, V2, V8 = "KPI-v1-template", "KPI-v2-headline", "KPI-v8-code"


def test_what_is_computed_is_what_the_reference_says():
    assert computed_versions() == [V1, V2, V8]


@pytest.mark.parametrize(
    ("quarter", "settings", "version"),
    [
        ("2018Q3", {}, V1),
        ("2024Q4", {}, V1),
        ("2025Q1", {}, V2),
        ("2030Q1", {}, V2),
        ("2024Q1", {"cfg.kpi.v2_from": "2024-04-01"}, V2),
        ("2024Q1", {"cfg.kpi.v2_from": "2024-04-02"}, V1),
        ("2030Q1", {"cfg.kpi.v2_from": "open"}, V1),
        ("2025Q4", {"cfg.kpi.v8_from": "2026-01-01"}, V8),
        ("2025Q3", {"cfg.kpi.v8_from": "2026-01-01"}, V2),
        ("2025Q1", {"cfg.kpi.v8_from": "2025-04-01"}, V8),
        ("2024Q4", {"cfg.kpi.v8_from": "2025-04-01"}, V1),
    ],
)
def test_a_quarter_has_the_version_in_force_on_its_first_day(
    quarter, settings, version
):
    assert default_version(quarter, settings) == version


def test_a_version_ends_when_the_next_begins():
    assert find_terms({"cfg.kpi.v8_from": "2026-04-01"}) == [
        Term(V1, None, date(2025, 4, 1)),
        Term(V2, date(2025, 4, 1), date(2026, 4, 1)),
        Term(V8, date(2026, 4, 1), None),
    ]


def test_of_two_versions_that_begin_on_a_day_the_later_one_holds():
    assert find_terms({"cfg.kpi.v8_from": "2025-04-01"}) == [
        Term(V1, None, date(2025, 4, 1)),
        Term(V8, date(2025, 4, 1), None),
    ]


@pytest.mark.parametrize(
    ("quarter", "day"),
    [
        ("2024Q1", date(2024, 4, 1)),
        ("2024Q2", date(2024, 7, 1)),
        ("2024Q3", date(2024, 10, 1)),
        ("2024Q4", date(2025, 1, 1)),
    ],
)
def test_the_fourth_quarter_starts_in_the_next_january(quarter, day):
    assert first_day(quarter) == day


def test_what_is_no_quarter_is_wrong_use():
    with pytest.raises(WrongUse, match="written like 2024Q1"):
        first_day("2024-1")


def test_a_run_counts_under_every_version_with_the_services_settings():
    settings = {"cfg.kpi.v8_from": date(2026, 4, 1), "check.change_points": 5}
    scope = standard_scope(Configuration(settings=settings), None)

    assert [item.rule_version for item in scope.calculations] == [V1, V2, V8]
    assert [item.calculation_id for item in scope.calculations] == [V1, V2, V8]
    for calculation in scope.calculations:
        assert calculation.settings == {"cfg.kpi.v8_from": "2026-04-01"}
    assert scope.calculations[2].term == Term(V8, date(2026, 4, 1), None)


def test_a_run_under_a_setting_that_is_not_allowed_is_wrong_use():
    with pytest.raises(WrongUse, match=r"cfg\.low_base"):
        standard_scope(Configuration(settings={"cfg.low_base": "few"}), None)
