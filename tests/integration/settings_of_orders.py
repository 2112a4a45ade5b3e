"""Settings that decide who counts at all, each with a child of whom it decides.

Data for ``test_settings_move_figures.py`` belong here: age, place, appeal, rank,
custody, reoffending. Settings of single KPIs belong to ``settings_of_measures``.
"""

from tests.integration.settings_children import (
    BASE,
    CAUTION,
    IN,
    ORDER_END,
    OUT,
    QUARTER,
    REOFFENDING,
    ROBBERY,
    child,
    home,
    order,
)

COHORT = {"outcome_date": "2022-04-20", "offenceDate": "2022-03-01"}
REMAND = {"hearingID": "H1", "hearingDate": "2023-10-22", "courtType": "YOUTH_COURT"}


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
        *("2023Q3", "kpi9f", {"sex": "Female"}, "unsexed", BASE, IN),
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
