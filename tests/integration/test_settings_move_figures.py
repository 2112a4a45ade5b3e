"""Every key of the counting rules changes the figures as its clause says, and no other.

One child of each setting, counted once for all settings together. Reading a value is
asked by ``tests/unit/warehouse/test_rule_settings.py``.
"""

import json
from fractions import Fraction

import pytest

from tests.integration.settings_children import (
    ORDER_END,
    SERVICE,
    case_file,
    child,
    home,
    need,
    order,
    provision,
)
from warehouse.counting import Run, count_documents
from warehouse.layout import Layout
from warehouse.seeds import read_seed

RULES, QUARTER = "KPI-v8-code", "2024Q1"
IN, BASE, OUT = "counted", "in the base", "in neither"
ROBBERY = {"yjboffenceCategory": "ROBBERY", "yjbseriousnessScore": 6}
CAUTION = {"disposal": "YOUTH_CAUTION", "outcome": "YOUTH_CAUTION"}
COHORT = {"outcome_date": "2022-04-20", "offenceDate": "2022-03-01"}
REOFFENDING = ("reoffending_binary", {"period": "quarter"})
REMAND = {"hearingID": "H1", "hearingDate": "2023-10-22", "courtType": "YOUTH_COURT"}
TOLD = {
    "victimInterventionID": "I1",
    "victimID": "told",
    "consentYJSContact": "Yes",
    "progressRequest": "No",
    "progressProvided": "Yes",
    "engagedRJ": "No",
}


def cohort(ypid, offence_date, proven="2022-10-01"):
    """A child cautioned in the cohort of April to June 2022, and a later offence."""
    first = order(1, **CAUTION, **COHORT, programme=False)
    later = {"outcome_date": proven, "offenceDate": offence_date, "programme": False}
    return child(ypid, first, order(2, "REFERRAL_ORDER", **later))


# setting: value, the child it decides of, quarter, measure, breakdown, unit of the
# child, what it is by the rules, what it becomes
SCENARIOS = {
    "cfg.age.licence_at_sentence": (
        "false",
        child(
            "licence",
            order(
                outcome="DETENTION_AND_TRAINING_ORDER",
                disposal="DTO_LICENCE",
                outcome_date="2023-05-01",
                start="2024-02-01",
            ),
            birth="2006-01-15",
        ),
        *(QUARTER, "kpi1", {}, "licence", BASE, OUT),
    ),
    "cfg.custody.unit": (
        "child",
        child("custody", order(outcome="SECTION_250", outcome_date="2024-05-01")),
        *(QUARTER, "custody", {}, "custody", OUT, IN),
    ),
    "cfg.duplicates.merge_on_originating_id_and_dob": (
        "false",
        [child("same-a", originating="X1"), child("same-b", originating="X1")],
        *(QUARTER, "kpi1", {}, "same-b", OUT, BASE),
    ),
    "cfg.gravity.vintage": (
        "none",
        child(
            "unscored",
            order(**{**ROBBERY, "yjbseriousnessScore": None}, cjscode="TH68023"),
        ),
        *("2023Q3", "kpi9", {}, "unscored|F1", IN, OUT),
    ),
    "cfg.kpi1.always_unsuitable_enforced": (
        "false",
        child("hotel", residence=[home(kind="BED_AND_BREAKFAST")]),
        *(QUARTER, "kpi1", {}, "hotel", BASE, IN),
    ),
    "cfg.kpi1.primary_only": (
        "true",
        child("two-homes", residence=[home(), home("UNSUITABLE", primary=False)]),
        *(QUARTER, "kpi1", {}, "two-homes", BASE, IN),
    ),
    "cfg.kpi10.information_base": (
        "asked",
        child(
            "victimised",
            victim_intervention=[TOLD],
            link_offence_victim_intervention=[
                {"offenceID": "F1", "victimInterventionID": "I1"}
            ],
        ),
        *(QUARTER, "kpi10e", {}, "told", IN, OUT),
    ),
    "cfg.kpi2.none_is_unsuitable": (
        "false",
        child("idle", ete_status=[provision("NONE")]),
        *(QUARTER, "kpi2", {}, "idle", BASE, IN),
    ),
    "cfg.kpi2.part_time_start_includes_zero": (
        "false",
        child(
            "no-hours",
            ete_status=[provision("COLLEGE", hours=0)],
        ),
        *(QUARTER, "kpi2c", {"hours": "part_time", "point": "start"}),
        *("no-hours", IN, BASE),
    ),
    "cfg.kpi45.headline": (
        "need_over_children",
        child("needless"),
        *(QUARTER, "kpi4", {}, "needless", OUT, BASE),
    ),
    "cfg.kpi45.need_and_offer_on_same_record": (
        "false",
        child(
            "two-records",
            mental_health=[need("2024-01-10"), need(offered="2024-02-10")],
        ),
        *(QUARTER, "kpi4", {}, "two-records", BASE, IN),
    ),
    "cfg.kpi7.point": (
        "end",
        child(
            "left-care",
            care_status=[
                {
                    "status": "Child in Need",
                    "startDate": "2023-12-10",
                    "endDate": "2024-01-10",
                }
            ],
        ),
        *(QUARTER, "kpi7", {}, "left-care", IN, BASE),
    ),
    "cfg.kpi9.age_bands": (
        "10-15,16-17",
        child("banded", order(**ROBBERY, ageOnFirstHearing=15)),
        *("2023Q3", "kpi9f", {"age": "10-15"}, "banded", OUT, IN),
    ),
    "cfg.kpi9.require_programme": (
        "false",
        child("fined", order(outcome="FINE", programme=False, **ROBBERY)),
        *("2023Q3", "kpi9", {}, "fined|F1", OUT, IN),
    ),
    "cfg.map.disposal_count_in_kpis": (
        "TURNAROUND=YES",
        child("turned", order(disposal="TURNAROUND")),
        *(QUARTER, "kpi1", {}, "turned", OUT, BASE),
    ),
    "cfg.map.first_tier_in_kpi": (
        "true",
        child("discharged", order(outcome="FINE", disposal="COURT_FINE_SUPPORT")),
        *(QUARTER, "kpi1", {}, "discharged", OUT, BASE),
    ),
    "cfg.map.legal_outcome_count_in_kpi": (
        "REPARATION_ORDER=YES",
        child(
            "repairing",
            order(outcome="REPARATION_ORDER", disposal="COURT_FINE_SUPPORT"),
        ),
        *(QUARTER, "kpi1", {}, "repairing", OUT, BASE),
    ),
    "cfg.null.age_first_hearing_from_outcome": (
        "false",
        child("unheard", order(ageOnFirstHearing=None)),
        *(QUARTER, "fte", {}, "unheard", IN, OUT),
    ),
    "cfg.null.appeal_counts_as_none": (
        "false",
        child("unappealed", order(outcomeAppealStatus=None)),
        *(QUARTER, "kpi1", {}, "unappealed", BASE, OUT),
    ),
    "cfg.null.residence_counts_as_local": (
        "false",
        child("unplaced", order(residenceOnLegalOutcomeDate=None)),
        *(QUARTER, "kpi1", {}, "unplaced", BASE, OUT),
    ),
    "cfg.rank": (
        "YOUTH_CAUTION,REFERRAL_ORDER",
        child("ranked", order(1), order(2, **CAUTION)),
        *(QUARTER, "kpi1", {"order_type": "yjs"}, "ranked", OUT, BASE),
    ),
    "cfg.remand.min_days": (
        "60",
        child("remanded", hearing=[{**REMAND, "remandDecision": "REMAND_IN_CUSTODY"}]),
        *(QUARTER, "remand_four_weeks", {}, "remanded", IN, OUT),
    ),
    "cfg.reoff.end_inclusive": (
        "false",
        cohort("last-day", "2023-04-20", "2023-08-01"),
        *("2022Q1", *REOFFENDING, "last-day", IN, BASE),
    ),
    "cfg.reoff.follow_up_months": (
        "6",
        cohort("late", "2022-12-01", "2022-12-20"),
        *("2022Q1", *REOFFENDING, "late", IN, BASE),
    ),
    "cfg.reoff.proof_months": (
        "12",
        cohort("proven-late", "2022-06-01", "2023-08-01"),
        *("2022Q1", *REOFFENDING, "proven-late", IN, BASE),
    ),
    "cfg.reoff.start_inclusive": (
        "true",
        cohort("same-day", "2022-04-20"),
        *("2022Q1", *REOFFENDING, "same-day", BASE, IN),
    ),
    "cfg.revoked_counts_as_ended": (
        "false",
        child(
            "revoked",
            order(1),
            order(
                2,
                "YOUTH_REHABILITATION_ORDER",
                outcome_date=ORDER_END,
                start=ORDER_END,
                end="1900-01-01",
                yjboffenceCategory="BREACH_OF_STATUTORY_ORDER",
                programmeBreachID="P1",
            ),
        ),
        *(QUARTER, "kpi1", {}, "revoked", BASE, OUT),
    ),
    "cfg.sex_precedence": (
        "gender_first",
        child("unsexed", order(**ROBBERY), sex="1", gender="2"),
        *("2023Q3", "kpi9f", {"sex": "Female"}, "unsexed", OUT, IN),
    ),
    "cfg.start_point.custody_offset_days": (
        "0",
        child(
            "moved-in",
            order(outcome="SECTION_250"),
            residence=[home(start="2023-12-01")],
        ),
        *(QUARTER, "kpi1a", {"point": "start", "suitability": "suitable"}),
        *("moved-in", BASE, IN),
    ),
    "cfg.transfer.excludes_end": (
        "false",
        child("gone", transfer=[{"date": ORDER_END, "description": "TRANSFER_OUT"}]),
        *(QUARTER, "kpi1", {}, "gone", OUT, BASE),
    ),
}
# two ends out of court in one quarter, of two columns of the form
TWO_COLUMNS = child(
    "columns",
    order(1, **CAUTION, completed=True),
    order(
        2,
        "COMMUNITY_RESOLUTION_WITH_YJS_INVOLVEMENT",
        completed=True,
    ),
)
YOUNG_COHORT = child(
    "young",
    order(**CAUTION, outcome_date="2023-01-10", programme=False),
)
# setting: value, quarter, measure, breakdown, part of the figure, before, after
PARTS = {
    "cfg.fte.source": ("PNC_YDS", "2024Q1", "fte", {}, "value", None, "200"),
    "cfg.kpi6.unit": ("child_per_column", QUARTER, "kpi6", {}, "numerator", 1, 2),
    "cfg.kpi8.headline": ("attendances", QUARTER, "kpi8", {}, "denominator", 5, None),
    "cfg.kpi8.multi_meeting": ("last", QUARTER, "kpi8", {}, "numerator", 1, 0),
    "cfg.low_base": ("1", QUARTER, "kpi1", {}, "low_base", True, False),
    "cfg.pop.year_offset": ("0", "2021Q1", "fte", {}, "denominator", 35417, 39944),
    "cfg.reoff.final_rule": (
        *("last_reference_date", "2022Q4", *REOFFENDING),
        *("state", "provisional", "final"),
    ),
}
NO_FIGURE = {"cfg.reoff.index_hierarchy": "caution,first_tier"}
ROUNDING = ("half_up", "half_even", "down")
# where a setting is proved that the figures of a few children cannot show
ELSEWHERE = {
    "cfg.annual.dedupe": "int_measures: yearly figures",
    "cfg.deadline.case_level": "dim_quarters",
    "cfg.deadline.kpi": "dim_quarters",
    "cfg.deleted.resent_reinstates": "test_rule_settings: fixed",
    "cfg.kpi.v2_from": "test_rule_versions",
    "cfg.kpi.v8_from": "test_rule_versions",
    "cfg.kpi3.plan_types": "int_orders__send_statuses: partners' records only",
    "cfg.kpi7.template_hierarchy": "int_measures__wider_services",
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
