"""Which case systems count, and from which day."""

from datetime import date

import pytest
from pydantic import ValidationError

from warehouse.case_systems import SystemTerm, case_systems, system_on
from warehouse.configuration import Configuration, Service
from warehouse.refusal import WrongUse

SWITCH = date(2024, 1, 15)
BOTH = ["core_plus", "case_document"]


@pytest.fixture
def mapped(monkeypatch):
    monkeypatch.setattr("warehouse.case_systems.mapped_systems", lambda: BOTH)


def configured(*systems):
    listed = [{"supplier": name, "from": day} for name, day in systems]
    return Configuration(service=Service(case_systems=listed))


def switched():
    return configured(("case_document", None), ("core_plus", SWITCH))


@pytest.mark.usefixtures("mapped")
def test_two_systems_meet_at_the_day_of_the_switch():
    newest = {"case_document": date(2024, 3, 1), "core_plus": date(2024, 6, 30)}

    assert case_systems(switched(), newest) == [
        SystemTerm("case_document", None, date(2024, 1, 14)),
        SystemTerm("core_plus", SWITCH, None),
    ]


@pytest.mark.usefixtures("mapped")
@pytest.mark.parametrize("extract", [None, date(2024, 1, 14)])
def test_a_new_system_counts_only_once_an_extract_of_its_own_days_is_known(extract):
    newest = {"case_document": date(2024, 3, 1)}
    if extract:
        newest["core_plus"] = extract

    assert case_systems(switched(), newest) == [SystemTerm("case_document")]


@pytest.mark.usefixtures("mapped")
@pytest.mark.parametrize(
    ("day", "system"),
    [(date(2024, 1, 14), "case_document"), (date(2024, 1, 15), "core_plus")],
)
def test_the_service_works_in_the_new_system_from_its_day_on(day, system):
    assert system_on(switched(), {}, day) == system


def test_one_system_has_no_dates():
    short = Configuration(service=Service(case_system="case_document"))

    assert case_systems(short, {}) == [SystemTerm("case_document")]
    assert case_systems(Configuration(), {"case_document": SWITCH}) == [
        SystemTerm("case_document")
    ]


@pytest.mark.parametrize(
    ("systems", "said"),
    [
        ([("core_plus", None), ("case_document", None)], "say from which day"),
        ([("core_plus", SWITCH), ("case_document", SWITCH)], "must begin after"),
        ([("core_plus", None), ("core_plus", SWITCH)], "listed twice"),
    ],
)
def test_a_list_without_an_order_is_refused(systems, said):
    with pytest.raises(ValidationError, match=said):
        configured(*systems)


def test_both_forms_at_once_are_refused():
    with pytest.raises(ValidationError, match="not both"):
        Service(case_system="core_plus", case_systems=[{"supplier": "core_plus"}])


@pytest.mark.parametrize(
    ("systems", "said"),
    [
        ([("niche", None)], "niche cannot be a case system"),
        # what is sent to the board was counted before: nothing in it can be paired
        ([("case_document", None), ("core_plus", SWITCH)], "of several"),
    ],
)
def test_a_supplier_that_cannot_be_one_is_refused_with_those_that_can(systems, said):
    with pytest.raises(WrongUse, match=said):
        case_systems(configured(*systems), {})
