"""The rules of a rehearsal: each explains what it is for, and not what is next to it.

Every case is a child of its own; all are compared at once.
"""

from datetime import date, timedelta

import pytest

from returns.rehearsal.explaining import migration_rules
from returns.rehearsal.predicates import PREDICATES
from tests.unit.returns.two_systems import LINE, judged, put, put_both, two_systems

BEFORE = date(2022, 5, 4)
LATER = LINE + timedelta(days=20)
LONG_AGO = LINE - timedelta(days=4 * 365)
LAST_YEAR = LINE - timedelta(days=200)
CODES = [
    # an old word stands for another outcome from 2023 on; a caution is always one
    ("careworks", "legal_outcome", "REPRIMAND", "REPRIMAND", None, date(2022, 12, 31)),
    ("careworks", "legal_outcome", "REPRIMAND", "OUTCOME_22", date(2023, 1, 1), None),
    ("careworks", "legal_outcome", "CAUTION", "YOUTH_CAUTION", None, None),
]
LACKED_BY_OLD = [("offences", "seriousness"), "assessments"]
LACKED_BY_NEW = [("offences", "knife_related"), "substance_misuse"]


def value(entity, old, new):
    """A record of both systems that differs in values."""
    return lambda systems, child: put_both(
        systems, entity, old, new, child, happened_on=BEFORE
    )


def code(old, new):
    """An outcome of both systems: the code and the text of each."""
    name = "legal_outcome_code"
    return value(
        "outcomes",
        {name: old[0], f"{name}_sent": old[1]},
        {name: new[0], f"{name}_sent": new[1]},
    )


def lone(side, entity, day):
    """A record of one system."""
    return lambda systems, child: put(
        systems, side, entity, f"{side}-{child}", child, happened_on=day
    )


VALUES = [
    ("AFTER-SWITCH", value("programmes", {}, {"end_date": str(LATER)})),
    (None, value("programmes", {}, {"end_date": str(BEFORE)})),
    (None, value("programmes", {"end_date": str(LATER)}, {"end_date": None})),
    (None, value("offences", {"offence_date": "2022-05-04"}, {"offence_date": "2022-05-05"})),
    ("DATED-MAPPING", code(("REPRIMAND", "Word"), ("OUTCOME_22", "Reprimand"))),
    (None, code(("REPRIMAND", "Reprimand"), ("YOUTH_CAUTION", "Caution"))),
    (None, code(("ABSOLUTE_DISCHARGE", "Word"), ("OUTCOME_22", "Reprimand"))),
    (None, code(("YOUTH_CAUTION", "Word"), ("UNHEARD OF", "Unheard of"))),
    ("TERM-ROUNDING", value("outcomes", {"term": "365 days"}, {"term": "12 months"})),
    ("TERM-ROUNDING", value("outcomes", {"term": "1 years"}, {"term": "365 days"})),
    ("TERM-ROUNDING", value("outcomes", {"term": "18 months"}, {"term": "78 weeks"})),
    (None, value("outcomes", {"term": "360 days"}, {"term": "12 months"})),
    ("TERM-ROUNDING", value("outcomes", {"term": "365 days"}, {"term": "364 days"})),
    (None, value("outcomes", {"term": "365 days"}, {"term": "368 days"})),
    (None, value("outcomes", {"term": "7 days"}, {"term": "8 days"})),
    (None, value("outcomes", {"term": "12 months"}, {"term": "1 years 1 weeks"})),
    (None, value("outcomes", {"term": "365 days"}, {"term": None})),
    ("EMPTY-DATE", value("programmes", {"end_date": None}, {"end_date": None, "end_date_sent": "01/01/1900"})),
    ("EMPTY-DATE", value("programmes", {"end_date": None, "end_date_sent": "1900-01-01"}, {"end_date": None, "end_date_sent": "01/01/1900"})),
    (None, value("programmes", {"end_date": None}, {"end_date": None, "end_date_sent": "31/02/2022"})),
    (None, value("programmes", {"end_date": "2022-01-01"}, {"end_date": None})),
    ("SPELLING", value("hearings", {"court_name": "Leeds Youth"}, {"court_name": "LEEDS-YOUTH"})),
    (None, value("hearings", {"court_name": "Leeds Youth"}, {"court_name": "Leeds Crown"})),
    ("NEVER-HELD", value("offences", {}, {"seriousness_score": "4"})),
    (None, value("offences", {"seriousness_score": "3"}, {"seriousness_score": "4"})),
    (None, value("offences", {}, {"is_knife_related": "true"})),
    ("NO-PLACE", value("offences", {"is_knife_related": "true"}, {})),
    (None, value("offences", {"seriousness_score": "4"}, {})),
]  # fmt: skip
RECORDS = [
    ("AFTER-SWITCH", lone("new", "hearings", LINE)),
    (None, lone("new", "hearings", LINE - timedelta(days=1))),
    (None, lone("new", "hearings", None)),
    ("KEYED-LATE", lone("old", "hearings", LINE)),
    (None, lone("old", "hearings", LINE - timedelta(days=1))),
    (None, lone("old", "hearings", None)),
    ("NEVER-HELD", lone("new", "assessments", BEFORE)),
    (None, lone("old", "assessments", BEFORE)),
    ("NO-PLACE", lone("old", "substance_misuse", BEFORE)),
    (None, lone("new", "substance_misuse", BEFORE)),
]


@pytest.fixture(scope="module")
def rules_of_cases():
    """The rules of the differences of each case, by the name of its child."""
    systems = two_systems()
    systems.executemany(
        "insert into intermediate.int_case__system_codes values (?, ?, ?, ?, false, false,"
        " coalesce(?, date '0001-01-01'), coalesce(?, date '9999-12-31'))",
        CODES,
    )
    for name, cases in (("values", VALUES), ("records", RECORDS)):
        for place, (_, make) in enumerate(cases):
            put_both(systems, "persons", child=f"{name}{place}")
            make(systems, f"{name}{place}")
    found = judged(systems, never_held=LACKED_BY_OLD, no_place=LACKED_BY_NEW)
    return [(item["child_id"], item["rule_code"]) for item in found]


def test_every_rule_of_the_seed_asks_something_and_no_other_does():
    assert [rule["code"] for rule in migration_rules()] == list(PREDICATES)


@pytest.mark.parametrize("place", range(len(VALUES)))
def test_a_value_that_differs_is_explained_by_its_rule_alone(rules_of_cases, place):
    found = [rule for child, rule in rules_of_cases if child == f"values{place}"]

    assert found == [VALUES[place][0]]


@pytest.mark.parametrize("place", range(len(RECORDS)))
def test_a_record_of_one_system_is_explained_by_its_rule_alone(rules_of_cases, place):
    found = [rule for child, rule in rules_of_cases if child == f"records{place}"]

    assert found == [RECORDS[place][0]]
