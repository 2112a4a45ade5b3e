"""Each rule of the suites lets good figures pass and catches its own kind of fault."""

import json

import duckdb
import pytest

from expectations.findings import rules_on_children
from expectations.marts.measures import EVERYTHING
from expectations.marts.measures import suite as marts_suite
from expectations.returns.yjb_kpi import build_suite
from expectations.run import hold
from tests.fixtures.builds.making import RULES, SERVICE, change, finding, make_build
from tests.unit.expectations.spoilt_builds import (
    KPI1,
    MEMBERS,
    NOT_LOW,
    RETURN,
    STRUCTURE,
    THIS,
    spoilt_by_a_finding,
)

SUITES = (marts_suite, build_suite(25, 50))

ASKED = {
    "quarter": "2024Q2",
    "previous": "2024Q1",
    "rules": RULES,
    "service": SERVICE,
    "explained": [],
    "suppliers": json.dumps([{"supplier": "core_plus", "is_stale": False}]),
    "sent": "[]",
    "newest_rules": "KPI-newest",
}
FEW = "T-LOW-BASE"  # the build has four children, which is few


@pytest.fixture
def failed(tmp_path):
    """Spoil a build, hold the two suites against it; return failed codes with units."""

    def held(*changes, **values):
        path = change(make_build(tmp_path / "build.duckdb"), *NOT_LOW, *changes)
        with duckdb.connect(str(path), read_only=True) as connection:
            connection.execute("set search_path = 'marts'")
            results = hold(connection, marts_suite, EVERYTHING)
            results += hold(connection, build_suite(25, 50), {**ASKED, **values})
        return {result.code: result.units for result in results if not result.passed}

    return held


def test_good_figures_pass_every_rule(failed):
    assert failed() == {}


@pytest.mark.parametrize(("code", "spoilt"), [*STRUCTURE.items(), *RETURN.items()])
def test_a_rule_catches_its_own_kind_of_fault(failed, code, spoilt):
    assert code in failed(*spoilt)


def test_every_finding_breaks_the_rule_of_its_code(failed):
    codes = [rule.code for rule in rules_on_children()]
    spoilt = [statement for code in codes for statement in spoilt_by_a_finding(code)]

    assert list(failed(*spoilt)) == codes


def test_a_finding_breaks_no_other_rule(failed):
    assert list(failed(*spoilt_by_a_finding("DQ-SEX-NULL"))) == ["DQ-SEX-NULL"]


def test_few_children_are_told_of(failed):
    few = failed("update fct_measures set is_low_base = true where measure = 'kpi3'")

    assert few == {FEW: ("kpi3",)}


def test_a_figure_that_was_sent_otherwise_is_told_of(failed):
    sent = {"quarter": "2024Q1", "rules": RULES, "measure": "kpi1"}
    as_now = json.dumps([sent | {"numerator": 3, "denominator": 4}])
    otherwise = json.dumps([sent | {"numerator": 2, "denominator": 4}])

    assert failed(sent=as_now) == {}
    assert failed(sent=otherwise) == {"X-SENT": ("kpi1 of 2024Q1",)}


def test_every_rule_of_the_suites_is_broken_by_some_test_here():
    held_here = {rule.code for suite in SUITES for rule in suite.rules}
    broken = {*STRUCTURE, *RETURN, FEW, "X-SENT", "R-FRESH"}
    broken |= {rule.code for rule in rules_on_children()}

    assert broken == held_here


def test_with_no_figures_at_all_every_rule_over_figures_fails(failed):
    codes = failed("delete from fct_measures", "delete from fct_measure_members")

    assert {"M-FIGURES", "R-MEASURES", "R-CHILDREN", "R-CHANGE"} <= set(codes)


def test_a_missing_child_is_named_by_its_record_id(failed):
    codes = failed(f"{MEMBERS} 'kpi2' and unit_id = 'p3' and breakdown = '{{}}'")

    assert codes["R-ACCOUNTED"] == ("p3",)


def test_a_finding_is_named_with_code_unit_and_the_suppliers_row(failed):
    codes = failed(finding("DQ-RES-NULL", "blocks_sign_off", "2024Q2", 12))

    assert codes["DQ-RES-NULL"] == (
        "DQ-RES-NULL p1|o1 (core_plus offences row 12 of file aaaaaaaaaaaa)",
    )


def test_a_finding_on_a_row_that_was_counted_bears_on_the_quarter(failed):
    assert "DQ-RES-NULL" in failed(finding("DQ-RES-NULL", "blocks_sign_off", None, 7))


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
