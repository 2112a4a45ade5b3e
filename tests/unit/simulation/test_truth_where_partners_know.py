"""The truth takes SEND and care from partners only where the case system is silent."""

from dataclasses import replace

import pandas as pd
import pytest

from simulation.measures.truth import count_world
from tests.unit.simulation import small_world
from tests.unit.simulation.golden_world import make_plan, make_world

HEAD = {
    "returnenddate": "2024-09-30",
    "signoff_date": "2024-09-30",
    "yjs_name": "Leicester City",
}
# the census days around the order: 2024-01-18, 2024-05-16; it ends 2024-06-28
ORDER_END = "2024-06-28"


def make_document(offences, programme="REFERRAL_ORDER", end=ORDER_END):
    return {
        "return_part": HEAD,
        "children": [
            {
                "ypid": "1",
                "person_details": {"dateOfBirth": "2009-01-10"},
                "offence": offences,
                "intervention_programme": [
                    {
                        "interventionProgrammeID": "P1",
                        "startDate": "2024-01-10",
                        "endDate": end,
                        "disposalType": programme,
                    }
                ],
                "link_offence_intervention_programme": [
                    {"offenceID": offence["offenceID"], "interventionProgrammeID": "P1"}
                    for offence in offences
                ],
            }
        ],
    }


def make_offence(number="F1", outcome="REFERRAL_ORDER", on="2024-01-10", **changes):
    offence = {
        "offenceID": number,
        "yjboffenceCategory": "ROBBERY",
        "yjbseriousnessScore": 6,
        "ageAtArrestOrOffence": 15,
        "ageOnFirstHearing": 15,
        "offenceLegalOutcome": [
            {
                "outcomeDate": on,
                "legalOutcome": outcome,
                "outcomeAppealStatus": "",
                "residenceOnLegalOutcomeDate": "LOCAL",
            }
        ],
    }
    return offence | changes


def count(document, measure, rules, **tables):
    """Return numerator and denominator of a headline in 2024Q1."""
    world = make_world(document)
    silent = world.children.assign(
        is_send_silent="send" in tables, is_care_silent="lac_spells" in tables
    )
    world = replace(world, children=silent, **tables)
    answers = count_world(world, make_plan(document))
    [figure] = [
        figure
        for answer in answers
        if (answer["quarter"], answer["rules"]) == ("2024Q1", rules)
        for figure in answer["measures"]
        if figure["measure"] == measure and not figure["breakdown"]
    ]
    return figure["numerator"], figure["denominator"]


def know_need(provision, start, end, leaves=""):
    return {
        "send": small_world.table(
            "send", (0, 0, 1, start, end, "YES", "NO", provision)
        ),
        "schools": small_world.table("schools", (0, "SCH1", "2020-09-02", leaves)),
    }


@pytest.mark.parametrize(
    ("provision", "start", "end", "leaves", "counts"),
    [
        ("K", "2022-09-02", "", "", (1, 1)),
        ("E", "2024-05-15", "", "", (1, 1)),
        ("E", "2024-05-17", "", "", (0, 0)),
        ("K", "2022-09-02", "2024-05-15", "", (0, 0)),
        ("K", "2022-09-02", "2024-05-17", "", (1, 1)),
        ("E", "2022-09-02", "", "2024-05-15", (0, 0)),
        ("E", "2022-09-02", "", "2024-05-17", (1, 1)),
        ("N", "2022-09-02", "", "", (0, 0)),
    ],
)
def test_a_silent_childs_need_is_that_of_the_newest_census(
    provision, start, end, leaves, counts
):
    tables = know_need(provision, start, end, leaves)
    document = make_document([make_offence()])
    assert count(document, "kpi3", "KPI-v8-code", **tables) == counts


@pytest.mark.parametrize(
    ("start", "end", "at_end", "during"),
    [
        ("2023-01-01", "", 1, 1),
        ("2023-01-01", ORDER_END, 1, 1),
        ("2023-01-01", "2024-06-27", 0, 1),
        ("2023-01-01", "2024-01-10", 0, 1),
        ("2023-01-01", "2024-01-09", 0, 0),
        ("2024-06-29", "", 0, 0),
    ],
)
def test_a_silent_childs_care_is_that_of_social_care(start, end, at_end, during):
    spells = small_world.table("lac_spells", (0, 1, start, end, "C2", "U6", "N1"))
    document = make_document([make_offence()])
    for rules, held in (("KPI-v2-headline", at_end), ("KPI-v8-code", during)):
        assert count(document, "kpi7", rules, lac_spells=spells) == (held, 1)


@pytest.mark.parametrize(
    ("changes", "serious"),
    [
        ({}, 1),
        ({"yjbseriousnessScore": 4}, 0),
        ({"yjboffenceCategory": "DOMESTIC_BURGLARY"}, 0),
        ({"ageOnFirstHearing": 18}, 0),
        ({"ageAtArrestOrOffence": 9}, 1),
        ({"on": "2024-03-31"}, 0),
        ({"on": "2024-04-01"}, 1),
        ({"outcome": "COMMUNITY_RESOLUTION_WITH_YJS_INVOLVEMENT"}, 0),
        ({"outcome": "BIND_OVER"}, 0),
        ({"outcome": "FINE"}, 1),
    ],
)
def test_serious_violence_counts_by_outcome_date_and_hearing(changes, serious):
    offence = make_offence(**({"on": "2024-04-15"} | changes))
    document = make_document([offence], end="1900-01-01")
    counted, population = count(document, "kpi9", "KPI-v2-headline")
    assert counted == serious
    assert population == 39_944  # 2024/25 takes mid-2023, of which mid-2021 is next


def test_serious_violence_needs_a_programme_that_counts():
    document = make_document([make_offence(on="2024-04-15")], "REPARATION_ORDER")
    assert count(document, "kpi9", "KPI-v8-code")[0] == 0


def test_a_licence_is_tested_by_age_at_sentence_only_under_v8():
    offence = make_offence(outcome="DETENTION_AND_TRAINING_ORDER", on="2024-01-05")
    document = make_document([offence], "DTO_LICENCE")
    grown = document["children"][0]["person_details"]
    grown["dateOfBirth"] = "2006-01-08"  # 17 at sentence, 18 when the licence starts
    assert count(document, "kpi1", "KPI-v2-headline") == (0, 0)
    assert count(document, "kpi1", "KPI-v8-code") == (0, 1)


def test_a_quarter_label_belongs_to_the_year_in_which_april_lies():
    from simulation.measures.quarters import bound_quarter, name_quarters

    days = pd.Series(pd.to_datetime(["2025-01-01", "2025-03-31", "2025-04-01"]))
    assert list(name_quarters(days)) == ["2024Q4", "2024Q4", "2025Q1"]
    assert [str(day) for day in bound_quarter("2024Q4")] == ["2025-01-01", "2025-03-31"]
