"""Settings of single measures, each with a child of whom or a figure of which it decides.

Data for ``test_settings_move_figures.py`` belong here. Settings that decide who counts
at all belong to ``settings_of_orders``.
"""

from tests.integration.settings_children import (
    BASE,
    CAUTION,
    IN,
    OUT,
    QUARTER,
    REOFFENDING,
    ROBBERY,
    child,
    home,
    need,
    order,
    provision,
    status,
)

TOLD = {
    "victimInterventionID": "I1",
    "victimID": "told",
    "consentYJSContact": "Yes",
    "progressRequest": "No",
    "progressProvided": "Yes",
    "engagedRJ": "No",
}
# setting: value, the child it decides of, quarter, measure, breakdown, unit of the
# child, what it is by the rules, what it becomes
SCENARIOS = {
    "cfg.annual.dedupe": (
        "true",
        child("twice", order(start="2023-09-01", end="2023-11-10"), order(2)),
        *(QUARTER, "kpi1", {"period": "12m"}, "2023Q3|twice", BASE, OUT),
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
            care_status=[status("Child in Need", "2023-12-10", "2024-01-10")],
        ),
        *(QUARTER, "kpi7", {}, "left-care", IN, BASE),
    ),
    "cfg.kpi7.template_hierarchy": (
        "false",
        child(
            "two-statuses",
            care_status=[status("Child in Need"), status("Child protection plan")],
        ),
        QUARTER,
        "kpi7_template",
        {"order_type": "ro", "point": "end", "status": "CIN"},
        *("two-statuses", OUT, IN),
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
