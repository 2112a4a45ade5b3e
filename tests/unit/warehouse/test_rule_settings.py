"""What may be set of the counting rules, and how a slip is answered.

Reading and refusing a value belong here. That a setting moves a figure is asked by
``tests/integration/test_settings_move_figures.py``.
"""

from datetime import date

import pytest

from warehouse.refusal import WrongUse
from warehouse.rule_settings import settle, settle_counting
from warehouse.seeds import read_seed

NAMED_BY_THE_RULES = """
age.licence_at_sentence annual.dedupe custody.unit deadline.case_level deadline.kpi
deleted.resent_reinstates duplicates.merge_on_originating_id_and_dob fte.pop_year
fte.source kpi.v2_from kpi.v8_from kpi1.always_unsuitable_enforced kpi1.primary_only
kpi10.information_base kpi2.none_is_unsuitable kpi2.part_time_start_includes_zero
kpi3.plan_types kpi45.headline kpi45.need_and_offer_on_same_record kpi6.unit kpi7.point
kpi7.template_hierarchy kpi8.headline kpi8.multi_meeting kpi9.age_bands
kpi9.pop_vintage kpi9.require_programme low_base map.disposal_count_in_kpis
map.first_tier_in_kpi map.legal_outcome_count_in_kpi null.age_first_hearing_from_outcome
null.appeal_counts_as_none null.residence_counts_as_local pop.year_offset rank
remand.min_days reoff.end_inclusive reoff.final_rule reoff.follow_up_months
reoff.index_hierarchy reoff.proof_months reoff.start_inclusive revoked_counts_as_ended
round.mode sex_precedence start_point.custody_offset_days suppress.threshold
transfer.excludes_end
"""
CATALOGUE = {row["setting_key"]: row for row in read_seed("rules/rule_settings")}
PARAMETERS = read_seed("rules/rule_parameters")


def test_every_key_that_the_rules_name_is_in_the_catalogue():
    # the gravity table's vintage is named in words, without a key
    named = {f"cfg.{name}" for name in NAMED_BY_THE_RULES.split()} | {
        "cfg.gravity.vintage"
    }

    assert named <= CATALOGUE.keys()


def test_every_parameter_is_in_the_catalogue_and_written_as_it_is_settled():
    for row in PARAMETERS:
        value = row["setting_value"]
        assert settle({row["setting_key"]: value}) == {row["setting_key"]: value}


def test_a_replaced_key_has_no_value_and_names_one_that_has():
    valued = {row["setting_key"] for row in PARAMETERS}
    replaced = {
        key: row["allowed"]
        for key, row in CATALOGUE.items()
        if row["kind"] == "replaced"
    }

    assert not replaced.keys() & valued
    assert set(replaced.values()) <= valued


@pytest.mark.parametrize(
    ("key", "given", "text"),
    [
        ("cfg.transfer.excludes_end", False, "false"),
        ("cfg.transfer.excludes_end", " TRUE", "true"),
        ("cfg.low_base", 10, "10"),
        ("cfg.low_base", "010", "10"),
        ("cfg.pop.year_offset", "-2", "-2"),
        ("cfg.custody.unit", "Child", "child"),
        ("cfg.fte.source", "pnc_yds", "PNC_YDS"),
        ("cfg.kpi3.plan_types", ["ehcp", "IDP"], "EHCP,IDP"),
        ("cfg.rank", ["fine", "REFERRAL_ORDER"], "FINE,REFERRAL_ORDER"),
        ("cfg.rank", "FINE, REFERRAL_ORDER", "FINE,REFERRAL_ORDER"),
        ("cfg.rank", [], "none"),
        ("cfg.kpi.v2_from", date(2023, 4, 1), "2023-04-01"),
        ("cfg.kpi.v8_from", "Open", "open"),
        ("cfg.gravity.vintage", "none", "none"),
        ("cfg.kpi9.age_bands", "10-15, 16-17", "10-15,16-17"),
        ("cfg.deadline.kpi", "case_level", "case_level"),
        (
            "cfg.deadline.kpi",
            ["08-14", "11-14", "02-14", "05-14"],
            "08-14,11-14,02-14,05-14",
        ),
        (
            "cfg.map.disposal_count_in_kpis",
            {"TURNAROUND": True, "prevention": "no"},
            "PREVENTION=NO,TURNAROUND=YES",
        ),
        (
            "cfg.map.legal_outcome_count_in_kpi",
            "FINE=YES, REFERRAL_ORDER=NO",
            "FINE=YES,REFERRAL_ORDER=NO",
        ),
        ("cfg.map.legal_outcome_count_in_kpi", "FINE", "FINE=YES"),
        ("cfg.map.legal_outcome_count_in_kpi", {}, "none"),
        ("cfg.deleted.resent_reinstates", True, "true"),
    ],
)
def test_a_value_has_one_text_form(key, given, text):
    assert settle({key: given}) == {key: text}


@pytest.mark.parametrize(
    ("key", "given", "words"),
    [
        ("cfg.transfer.excludes_end", "perhaps", "must be true or false"),
        ("cfg.low_base", "many", "must be a whole number from 0 to"),
        ("cfg.low_base", 2.5, "must be a whole number"),
        ("cfg.low_base", -1, "must be a whole number"),
        ("cfg.low_base", True, "must be a whole number"),
        ("cfg.custody.unit", "sentence", "sentencing_occasion, child, order, offence"),
        ("cfg.round.mode", "up", "half_up, half_even, down"),
        ("cfg.kpi3.plan_types", "EHCP,EHCP", "only once"),
        ("cfg.rank", "FINE,FIEN", "FIEN is not in the reference table legal_outcomes"),
        ("cfg.rank", "FINE,FINE", "only once"),
        ("cfg.rank", "FINE,none", "only once"),
        ("cfg.kpi.v2_from", "1 April", "must be a day like 2025-04-01, or open"),
        ("cfg.gravity.vintage", "2024-02-30", "offence_date, none"),
        ("cfg.kpi9.age_bands", "10 to 14", "must be age bands"),
        ("cfg.deadline.kpi", "07-31,10-31", "or case_level"),
        ("cfg.deadline.case_level", "case_level", "for Q1 to Q4"),
        ("cfg.deadline.kpi", "07-31,10-31,02-29,04-30", "for Q1 to Q4"),
        ("cfg.map.disposal_count_in_kpis", "TURNAROUND=MAYBE", "CODE=YES or CODE=NO"),
        ("cfg.map.disposal_count_in_kpis", {"FINE": True}, "FINE is not in the"),
        ("cfg.map.disposal_count_in_kpis", "OTHER=YES,OTHER=NO", "only once"),
        ("cfg.deleted.resent_reinstates", False, "fixed at true"),
    ],
)
def test_a_value_that_is_not_allowed_is_named_with_what_is(key, given, words):
    with pytest.raises(WrongUse) as refused:
        settle({key: given})

    message = str(refused.value)
    assert message.startswith(f"{key} = {given}: ")
    assert words in message
    assert "docs/changing-a-definition.md" in message


@pytest.mark.parametrize("key", ["cfg.fte.pop_year", "cfg.kpi9.pop_vintage"])
def test_a_replaced_key_is_refused_and_its_replacement_named(key):
    with pytest.raises(WrongUse, match=r"is replaced by cfg\.pop\.year_offset"):
        settle({key: "2022"})


def test_an_unknown_key_is_refused_with_those_it_resembles():
    with pytest.raises(WrongUse, match=r"did you mean cfg\.low_base"):
        settle({"cfg.lowbase": 10})
    with pytest.raises(WrongUse, match=r"rule_settings\.csv"):
        settle({"colour": "blue"})


def test_the_settings_of_checks_are_left_to_the_checks():
    given = {"check.change_points": 10, "cfg.low_base": 5}

    assert settle_counting(given) == {"cfg.low_base": "5"}
    with pytest.raises(WrongUse, match="no setting low_base"):
        settle_counting({"low_base": 5})
