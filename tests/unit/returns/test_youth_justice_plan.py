"""The yearly tables hold every line once, add up, and are written whole or not at all."""

import csv
import json
from decimal import Decimal

import pytest

from returns.youth_justice_plan.tables import PlanAsked
from returns.youth_justice_plan.writer import ask_for_plan
from tests.unit.returns.small_plan import SERVICE, SmallPlan
from warehouse.configuration import Configuration
from warehouse.refusal import DataRefused, WrongUse


@pytest.fixture
def plan(tmp_path):
    return SmallPlan(tmp_path / "home")


def filled(table):
    """Return the cells of a table that hold something."""
    return {key: amount for key, amount in table.amounts.items() if amount}


def refused(plan, **explanations):
    with pytest.raises(DataRefused) as refusal:
        plan.write(**explanations)
    assert not list((plan.layout.root / "returns").rglob("v*"))
    return {reason.code: reason for reason in refusal.value.reasons}


def test_staff_stand_by_contract_and_role_with_vacant_posts_apart(plan):
    plan.add_staff("Practitioner", "Vacant", None, None, "2", 0)

    assert filled(plan.tables()["staffing_by_contract"]) == {
        ("Permanent", "Practitioner"): Decimal("1.6"),
        ("Permanent", "Total"): Decimal("1.6"),
        ("Fixed term", "Strategic manager"): Decimal(1),
        ("Fixed term", "Total"): Decimal(1),
        ("Total in post", "Practitioner"): Decimal("1.6"),
        ("Total in post", "Strategic manager"): Decimal(1),
        ("Total in post", "Total"): Decimal("2.6"),
        ("Vacant", "Practitioner"): Decimal(2),
        ("Vacant", "Total"): Decimal(2),
    }


def test_people_stand_by_ethnicity_and_by_role_and_sex(plan):
    assert filled(plan.tables()["staffing_by_sex_and_ethnicity"]) == {
        ("Indian", "Practitioner, female"): 2,
        ("Indian", "Total"): 2,
        ("Irish", "Strategic manager, male"): 1,
        ("Irish", "Total"): 1,
        ("Total", "Practitioner, female"): 2,
        ("Total", "Strategic manager, male"): 1,
        ("Total", "Total"): 3,
    }


def test_money_stands_by_partner_and_kind(plan):
    assert filled(plan.tables()["budget"]) == {
        ("Local authority", "Staffing costs"): Decimal("100000.50"),
        ("Local authority", "Total"): Decimal("100000.50"),
        ("Police", "Payments in kind"): 20000,
        ("Police", "Total"): 20000,
        ("Total", "Staffing costs"): Decimal("100000.50"),
        ("Total", "Payments in kind"): 20000,
        ("Total", "Total"): Decimal("120000.50"),
    }


def test_lines_of_other_years_and_services_are_in_no_table(plan):
    plan.add_money("Police", "Payments in kind", "7", year=2023)
    plan.connection.execute(
        "insert into fct_budget select 2024, 'Othershire', partner_name, kind_name,"
        " amount_gbp, file_sha256 from fct_budget"
    )

    assert plan.tables()["budget"].amounts["Total", "Total"] == Decimal("120000.50")


def test_the_tables_are_written_with_a_manifest_and_only_once(plan):
    first, again = plan.write(), plan.write()

    assert first.folder == plan.layout.returned("2024", "youth_justice_plan", "v1")
    assert (first.is_new, again.is_new, again.folder) == (True, False, first.folder)
    told = json.loads((first.folder / "manifest.json").read_text(encoding="utf-8"))
    assert (told["year"], told["service"]) == ("2024/25", SERVICE)
    assert set(told["files"]) == {"youth_justice_plan.csv", "youth_justice_plan.xlsx"}
    with (first.folder / "youth_justice_plan.csv").open(encoding="utf-8") as file:
        cells = {
            (row["table"], row["row"], row["column"]): row["value"]
            for row in csv.DictReader(file)
        }
    assert cells["budget", "Total", "Total"] == "120000.50"
    assert cells["staffing_by_contract", "Total in post", "Total"] == "2.60"
    assert cells["staffing_by_sex_and_ethnicity", "Total", "Total"] == "3"


def test_a_changed_line_makes_the_next_version(plan):
    plan.write()
    plan.add_money("Health", "Payments in kind", "1")

    assert plan.write().version == "v2"


def test_a_fault_of_a_line_names_file_and_row_and_nothing_is_written(plan):
    plan.add_finding("DQ-PLAN-NEGATIVE", "budget", 3)
    plan.add_finding("DQ-PLAN-TOTAL", "staffing", 7, detail="the lines add up to 3")
    plan.add_finding("DQ-PLAN-TOTAL", "staffing", 9, unit="practitioner|total")

    reasons = refused(plan)

    assert reasons["DQ-PLAN-NEGATIVE"].units == ("budget_2.csv row 3, year",)
    assert reasons["DQ-PLAN-TOTAL"].units == (
        "staffing_2.csv row 7, year (the lines add up to 3)",
        "staffing_2.csv row 9, year",
    )


def test_a_fault_of_another_year_stands_against_nothing(plan):
    plan.add_finding("DQ-PLAN-NEGATIVE", "budget", 3, unit="2023|police")

    assert plan.write().is_new


def test_a_row_of_the_years_file_in_quarantine_stands_against_the_tables(plan):
    plan.keep_in_quarantine("staffing", 5, "year is empty")

    reasons = refused(plan)

    assert reasons["P-QUARANTINE"].units == ("staffing_2.csv row 5: year is empty",)


def test_a_line_that_is_in_no_cell_is_missed_in_the_sum(plan):
    plan.add_money("The guild", "Payments in kind", "5")

    (unit,) = refused(plan)["P-SUMS"].units

    assert unit == "budget: 120000.50 where the lines add up to 120005.50"


def test_a_year_without_staff_is_refused(plan):
    plan.connection.execute("delete from fct_staffing")

    assert refused(plan)["P-LINES"].units == ("staffing.csv",)


def test_a_jump_on_the_year_before_needs_a_reason(plan):
    plan.add_money("Police", "Payments in kind", "60000", year=2023)
    plan.add_staff("Practitioner", "Permanent", "Female", "Irish", "2", 2, year=2023)

    (unit,) = refused(plan)["P-CHANGE"].units
    assert unit == "budget: 60000.00 to 120000.50 pounds"

    written = plan.write(budget="a grant for two years")
    told = json.loads((written.folder / "manifest.json").read_text(encoding="utf-8"))
    assert told["explanations"] == {"budget": "a grant for two years"}


def test_the_bound_of_a_jump_is_configuration(plan):
    plan.add_money("Police", "Payments in kind", "60000", year=2023)
    plan.configuration = Configuration(settings={"check.change_percent": 200})

    assert plan.write().is_new


def test_only_totals_that_are_watched_can_be_explained(plan):
    with pytest.raises(WrongUse, match="watches staffing and budget"):
        plan.write(kpi1="no")


def test_the_only_service_of_the_year_need_not_be_named(plan):
    assert ask_for_plan(plan.connection, 2024, None) == PlanAsked(2024, SERVICE)


def test_several_services_must_be_told_apart(plan):
    plan.connection.execute("update fct_budget set service = 'Othershire'")

    with pytest.raises(WrongUse, match="Othershire, Testshire"):
        ask_for_plan(plan.connection, 2024, None)


def test_a_year_that_nobody_told_says_what_to_send(plan):
    with pytest.raises(DataRefused) as refusal:
        ask_for_plan(plan.connection, 2019, None)

    assert "put staffing.csv and budget.csv" in refusal.value.reasons[0].message
