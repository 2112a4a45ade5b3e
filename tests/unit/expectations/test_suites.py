"""Each rule of the suites lets good figures pass and catches its own kind of fault."""

import json

import duckdb
import pytest

from expectations.marts.measures import EVERYTHING
from expectations.marts.measures import suite as marts_suite
from expectations.returns.yjb_kpi import build_suite
from expectations.run import hold
from tests.fixtures.builds.making import RULES, SERVICE, change, finding, make_build

ASKED = {
    "quarter": "2024Q2",
    "previous": "2024Q1",
    "rules": RULES,
    "service": SERVICE,
    "explained": [],
    "suppliers": json.dumps([{"supplier": "core_plus", "is_stale": False}]),
}
THIS = "quarter = '2024Q2' and measure ="
KPI1 = f"update fct_measures set {{0}} where {THIS} 'kpi1' and breakdown = '{{{{}}}}'"
MEMBERS = f"delete from fct_measure_members where {THIS}"


@pytest.fixture
def failed(tmp_path):
    """Spoil a build, hold the two suites against it; return failed codes with units."""

    def held(*changes, **values):
        path = change(make_build(tmp_path / "build.duckdb"), *changes)
        with duckdb.connect(str(path), read_only=True) as connection:
            connection.execute("set search_path = 'marts'")
            results = hold(connection, marts_suite, EVERYTHING)
            results += hold(connection, build_suite(25, 50), {**ASKED, **values})
        return {result.code: result.units for result in results if not result.passed}

    return held


def test_good_figures_pass_every_rule(failed):
    assert failed() == {}


@pytest.mark.parametrize(
    ("code", "spoilt"),
    [
        ("M-DUPLICATE", ["insert into fct_measures select * from fct_measures"]),
        (
            "M-MEMBER-DUPLICATE",
            ["insert into fct_measure_members select * from fct_measure_members"],
        ),
        ("M-NUMERATOR", [KPI1.format("numerator = 5")]),
        ("M-MEMBERS-NUMERATOR", [KPI1.format("numerator = 2")]),
        ("M-MEMBERS-DENOMINATOR", [KPI1.format("denominator = 5")]),
        ("M-ORPHAN", [f"delete from fct_measures where {THIS} 'kpi1'"]),
        ("R-MEASURES", [f"delete from fct_measures where {THIS} 'kpi9'"]),
        ("R-CHILDREN", ["delete from fct_measure_members"]),
        ("R-ACCOUNTED", [f"{MEMBERS} 'kpi7' and unit_id = 'p2'"]),
        ("R-PARTS-NUMERATOR", [KPI1.format("numerator = 2")]),
        ("R-PARTS-DENOMINATOR", [KPI1.format("denominator = 5")]),
        ("R-CODES", [finding("DQ-ACC-CODE", "warning", "2024Q2", 1)]),
        ("R-FINDINGS", [finding("DQ-RES-NULL", "blocks_sign_off", "2024Q2", 1)]),
        ("W-FINDINGS", [finding("DQ-SCORE-NULL", "warning", "2024Q2", 1)]),
        ("R-CHANGE", [KPI1.format("numerator = 100, denominator = 100")]),
        ("R-VOLUME", [KPI1.format("numerator = 75, denominator = 100")]),
    ],
)
def test_a_rule_catches_its_own_kind_of_fault(failed, code, spoilt):
    if code == "R-CHANGE":  # a change that chance would hardly give needs numbers
        spoilt = [
            *spoilt,
            "update fct_measures set numerator = 20, denominator = 100"
            " where quarter = '2024Q1' and measure = 'kpi1' and breakdown = '{}'",
        ]

    assert code in failed(*spoilt)


def test_with_no_figures_at_all_every_rule_over_figures_fails(failed):
    codes = failed("delete from fct_measures", "delete from fct_measure_members")

    assert {"M-FIGURES", "R-MEASURES", "R-CHILDREN", "R-CHANGE"} <= set(codes)


def test_a_missing_child_is_named_by_its_record_id(failed):
    codes = failed(f"{MEMBERS} 'kpi2' and unit_id = 'p3' and breakdown = '{{}}'")

    assert codes["R-ACCOUNTED"] == ("p3",)


def test_a_finding_is_named_with_code_unit_and_the_suppliers_row(failed):
    codes = failed(finding("DQ-RES-NULL", "blocks_sign_off", "2024Q2", 12))

    assert codes["R-FINDINGS"] == (
        "DQ-RES-NULL p1|o1 (core_plus offences row 12 of file aaaaaaaaaaaa)",
    )


def test_a_finding_on_a_row_that_was_counted_bears_on_the_quarter(failed):
    assert "R-FINDINGS" in failed(finding("DQ-RES-NULL", "blocks_sign_off", None, 7))


@pytest.mark.parametrize(("quarter", "row"), [(None, 8), ("2024Q1", 8)])
def test_a_finding_on_another_quarters_row_does_not_block(failed, quarter, row):
    assert failed(finding("DQ-RES-NULL", "blocks_sign_off", quarter, row)) == {}


def test_a_stale_required_supplier_blocks_and_is_named(failed):
    suppliers = [
        {"supplier": "core_plus", "is_stale": True},
        {"supplier": "niche", "is_stale": False},
    ]

    assert failed(suppliers=json.dumps(suppliers)) == {"R-FRESH": ("core_plus",)}


def test_without_any_known_supplier_the_freshness_is_not_taken_for_granted(failed):
    assert "R-FRESH" in failed(suppliers="[]")


def test_a_change_that_is_explained_passes(failed):
    spoilt = KPI1.format("numerator = 75, denominator = 100")

    assert "R-VOLUME" in failed(spoilt)
    assert "R-VOLUME" not in failed(spoilt, explained=["kpi1"])


def test_a_jump_that_chance_would_give_in_so_few_children_passes(failed):
    changed = (
        f"update fct_measure_members set in_numerator = false where {THIS} 'kpi1'",
        f"update fct_measures set numerator = 0 where {THIS} 'kpi1'",
    )

    assert "R-CHANGE" not in failed(*changed)  # three of four children, then none


def test_the_first_quarter_there_is_has_nothing_to_be_compared_with(failed):
    assert failed(quarter="2024Q1", previous="2023Q4") == {}
