"""What a definition is put together from, and that nothing is missing in any."""

import pytest

from warehouse.rule_versions import computed_versions
from warehouse.seeds import read_seed
from yjdw.definitions.reference import definitions, parameters_of, steers

DEFINITIONS = definitions()
MEASURES = [row["measure"] for row in read_seed("rules/measures")]


def named(definition):
    return definition.measure


@pytest.mark.parametrize(
    ("pattern", "measure", "expected"),
    [
        ("kpi1*", "kpi1", True),
        ("kpi1*", "kpi1b", True),
        ("kpi1*", "kpi1_remand", True),
        ("kpi1*", "kpi10", False),
        ("kpi1*", "kpi10a", False),
        ("kpi*", "kpi10a", True),
        ("kpi4", "kpi4a", False),
        ("reoff*", "reoffences_per_child", True),
        ("fte", "fte", True),
    ],
)
def test_a_star_stands_for_sub_measures_and_never_for_another_number(
    pattern, measure, expected
):
    assert steers(pattern, measure) is expected


def test_every_measure_has_one_definition():
    assert sorted(map(named, DEFINITIONS)) == sorted(MEASURES)


@pytest.mark.parametrize("definition", DEFINITIONS, ids=named)
def test_a_definition_says_its_clauses_its_parts_and_what_it_looks_at(definition):
    assert definition.clauses
    assert definition.breakdowns
    assert definition.topics
    assert all(definition.texts[name] for name in ("definition", "numerator_text"))


@pytest.mark.parametrize("definition", DEFINITIONS, ids=named)
def test_a_setting_of_a_definition_has_a_value_under_every_version(definition):
    for parameter in definition.parameters:
        assert set(parameter.values) == set(computed_versions()), parameter.key


def test_versions_stand_side_by_side_with_what_differs():
    parameters = {item.key: item for item in parameters_of("kpi1")}

    assert parameters["cfg.kpi1.primary_only"].differs
    assert not parameters["cfg.transfer.excludes_end"].differs
    assert "cfg.kpi7.point" not in parameters


@pytest.mark.parametrize(
    "row",
    [row for row in read_seed("rules/rule_settings") if row["measures"]],
    ids=lambda row: row["setting_key"],
)
def test_every_setting_that_changes_figures_is_on_a_page(row):
    patterns = row["measures"].split()

    for pattern in patterns:
        assert [measure for measure in MEASURES if steers(pattern, measure)], pattern


@pytest.mark.parametrize("kpi", [f"kpi{number}" for number in range(1, 11)])
def test_every_kpi_fills_rows_of_the_form(kpi):
    filled = [item for item in DEFINITIONS if item.family == kpi and item.form_cells]

    assert filled or kpi == "kpi8"
