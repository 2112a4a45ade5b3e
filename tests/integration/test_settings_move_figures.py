"""Every key of the counting rules changes the figures as its clause says, and no other.

One child of each setting, counted once for all settings together. Reading a value is
asked by ``tests/unit/warehouse/test_rule_settings.py``.
"""

import json
from fractions import Fraction

import pytest

from tests.integration import settings_of_measures, settings_of_orders
from tests.integration.settings_children import (
    BASE,
    IN,
    OUT,
    QUARTER,
    SERVICE,
    case_file,
)
from tests.integration.settings_of_measures import PARTS, TWO_COLUMNS, YOUNG_COHORT
from warehouse.counting import Run, count_documents
from warehouse.layout import Layout
from warehouse.seeds import read_seed

RULES = "KPI-v8-code"
SCENARIOS = settings_of_orders.SCENARIOS | settings_of_measures.SCENARIOS
NO_FIGURE = {"cfg.reoff.index_hierarchy": "caution,first_tier"}
ROUNDING = ("half_up", "half_even", "down")
# where a setting is proved that the figures of a few children cannot show
ELSEWHERE = {
    "cfg.deadline.case_level": "dim_quarters",
    "cfg.deadline.kpi": "dim_quarters",
    "cfg.deleted.resent_reinstates": "test_rule_settings: fixed",
    "cfg.kpi.v2_from": "test_rule_versions",
    "cfg.kpi.v8_from": "test_rule_versions",
    "cfg.kpi3.plan_types": "int_orders__send_statuses: partners' records only",
    "cfg.suppress.threshold": "test_suppression: the zone aggregate only",
}
STATED = f"""service,measure,quarter,source,numerator,denominator,value
{SERVICE},fte,2024Q1,PNC_YDS,80,40000,
{SERVICE},fte,2024Q1,LOCAL,8,40000,
"""


def runs_asked():
    quarters = {row[2] for row in SCENARIOS.values()} | {
        row[1] for row in PARTS.values()
    }
    asked = [(quarter, ()) for quarter in sorted(quarters)]
    asked += [(row[2], ((key, row[0]),)) for key, row in SCENARIOS.items()]
    asked += [(row[1], ((key, row[0]),)) for key, row in PARTS.items()]
    asked += [(QUARTER, (item,)) for item in NO_FIGURE.items()]
    asked += [(QUARTER, (("cfg.round.mode", mode),)) for mode in ROUNDING]
    return [Run(quarter, RULES, settings=settings) for quarter, settings in asked]


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """Every figure by the rules and under each setting, by quarter and settings."""
    folder = tmp_path_factory.mktemp("settings")
    children = [TWO_COLUMNS, YOUNG_COHORT]
    for _, given, *_ in SCENARIOS.values():
        children += given if isinstance(given, list) else [given]
    (folder / "case.json").write_text(json.dumps(case_file(children)))
    (folder / "stated.csv").write_text(STATED)
    runs = runs_asked()
    tables = {"stated_figures": folder / "stated.csv"}
    found = count_documents(
        Layout(folder / "home"), [folder / "case.json"], runs, tables
    )
    return {
        (run.quarter, run.settings): answer
        for run, answer in zip(runs, found, strict=True)
    }


def figure_of(answer, measure, breakdown):
    """Return a figure; none where nobody could be in it."""
    for figure in answer["measures"]:
        if (figure["measure"], figure["breakdown"]) == (measure, breakdown):
            return figure
    return {"numerator_members": [], "denominator_members": []}


def place_of(answer, measure, breakdown, unit):
    figure = figure_of(answer, measure, breakdown)
    if unit in figure["numerator_members"]:
        return IN
    return BASE if unit in figure["denominator_members"] else OUT


@pytest.mark.parametrize("key", SCENARIOS)
def test_a_setting_decides_of_its_child(key, answers):
    value, _, quarter, measure, breakdown, unit, before, after = SCENARIOS[key]
    by_rules, as_set = (answers[quarter, part] for part in ((), ((key, value),)))

    assert place_of(by_rules, measure, breakdown, unit) == before
    assert place_of(as_set, measure, breakdown, unit) == after


@pytest.mark.parametrize("key", PARTS)
def test_a_setting_decides_of_a_part_of_the_figure(key, answers):
    value, quarter, measure, breakdown, part, before, after = PARTS[key]
    by_rules, as_set = (answers[quarter, part] for part in ((), ((key, value),)))

    found = figure_of(by_rules, measure, breakdown)[part]
    assert found == before or before is None
    assert figure_of(as_set, measure, breakdown)[part] == after
    assert found != after


@pytest.mark.parametrize(("key", "value"), NO_FIGURE.items())
def test_a_setting_that_changes_no_figure_changes_none(key, value, answers):
    assert answers[QUARTER, ((key, value),)] == answers[QUARTER, ()]


@pytest.mark.parametrize("mode", ROUNDING)
def test_every_value_is_rounded_as_the_mode_says(mode, answers):
    catalogue = {row["measure"]: row for row in read_seed("rules/measures")}
    inexact = 0
    for figure in answers[QUARTER, (("cfg.round.mode", mode),)]["measures"]:
        if not figure["denominator"]:
            continue
        row = catalogue[figure["measure"]]
        places = int(row["decimal_places"])
        exact = Fraction(figure["numerator"] * int(row["scale"]), figure["denominator"])
        units = exact * 10**places
        expected = {
            "half_up": (units + Fraction(1, 2)).__floor__(),
            "half_even": round(units),
            "down": units.__floor__(),
        }
        assert Fraction(figure["value"]) * 10**places == expected[mode]
        inexact += expected["down"] != expected["half_up"]
    assert inexact > 0


def test_first_time_entrants_of_another_source_have_no_members_and_say_so(answers):
    key = (("cfg.fte.source", "PNC_YDS"),)
    stated = figure_of(answers[QUARTER, key], "fte", {})
    counted = figure_of(answers[QUARTER, ()], "fte", {})

    assert (stated["source"], stated["numerator"], stated["denominator"]) == (
        *("PNC_YDS", 80),
        40000,
    )
    assert stated["numerator_members"] == []
    assert counted["source"] == "CASE_LEVEL"
    assert counted["numerator_members"]


def test_every_key_of_the_catalogue_is_proved():
    keys = {
        row["setting_key"]
        for row in read_seed("rules/rule_settings")
        if row["kind"] != "replaced" and not row["setting_key"].startswith("cfg.code.")
    }

    proved = {*SCENARIOS, *PARTS, *NO_FIGURE, *ELSEWHERE, "cfg.round.mode"}
    assert keys == proved
