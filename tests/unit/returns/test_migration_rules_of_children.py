"""The rules of a rehearsal about children: written otherwise, left, merged, split."""

from datetime import date, timedelta

import pytest

from tests.unit.returns.two_systems import LINE, judged, put, put_both, two_systems

LATER = LINE + timedelta(days=20)
LONG_AGO = LINE - timedelta(days=4 * 365)
LAST_YEAR = LINE - timedelta(days=200)


def person(column, old, new, updated_on=None):
    """A child of both systems that differs in one value."""

    def make(systems, child):
        keys = put_both(systems, "persons", {column: old}, {column: new}, child)
        systems.execute(
            "insert into rehearsal.updates values (?, ?)", [keys["new"], updated_on]
        )

    return make


def same_number(column, old, new, number):
    """A child whose number is read as one number, however it is written."""

    def make(systems, child):
        keys = put_both(systems, "persons", {column: old}, {column: new}, child)
        for supplier, side in (("core_plus", "old"), ("careworks", "new")):
            identify(systems, supplier, keys[side], number=number)

    return make


def identify(systems, supplier, key, number=None, birth_date=None):
    systems.execute(
        "insert into intermediate.int_identity__records (supplier, supplier_person_id,"
        " pnc_number, surname_key, forename_key, birth_date)"
        " values (?, ?, ?, 'SMITH', 'SAM', ?)",
        [supplier, key, number, birth_date],
    )


def left(last_day, end_date):
    """A child of the old system only, with one programme."""

    def make(systems, child):
        put(systems, "old", "persons", f"o-{child}", child)
        put(
            *(systems, "old", "programmes", f"p-{child}", child),
            happened_on=last_day,
            start_date=str(last_day),
            end_date=end_date and str(end_date),
        )

    return make


def arrived(day, updated_on=None, entity="hearings"):
    """A child of the new system only, with one record or none."""

    def make(systems, child):
        put(systems, "new", "persons", f"n-{child}", child)
        systems.execute(
            "insert into rehearsal.updates values (?, ?)", [f"n-{child}", updated_on]
        )
        if day:
            put(systems, "new", entity, f"h-{child}", child, happened_on=day)

    return make


def merged(numbers, births):
    """A child with two persons in the old system and one in the new one."""

    def make(systems, child):
        keys = put_both(systems, "persons", child=child)
        put(systems, "old", "persons", f"o-{child}", child)
        for key, *said in zip(
            (keys["old"], f"o-{child}"), numbers, births, strict=True
        ):
            identify(systems, "core_plus", key, *said)

    return make


def split(systems, child):
    """A child with one person in the old system and two in the new one."""
    put_both(systems, "persons", child=child)
    put(systems, "new", "persons", f"n-{child}", child)


CASES = [
    ("NUMBER-FORMAT", person("nhs_number", "999 123 4567", "9991234567")),
    (None, person("nhs_number", "999 123 4567", "9991234568")),
    ("NUMBER-FORMAT", same_number("pnc_number", "99/12X", "1999/0012X", "1999/12X")),
    ("SPELLING", person("surname", "O'NEIL", "O Neil")),
    (None, person("surname", "O'NEIL", "O'NEILL")),
    (None, person("birth_date", "2008-02-03", "2008-03-02")),
    ("RECOLLECTED", person("ethnicity_code", "A", "B", LATER)),
    ("RECOLLECTED", person("gender_code", "1", "2", LINE)),
    (None, person("ethnicity_code", "A", None, LATER)),
    (None, person("ethnicity_code", "A", "B", LINE - timedelta(days=1))),
    (None, person("ethnicity_code", "A", "B")),
    (None, person("sex_code", "1", "2", LATER)),
    ("LEFT-BEHIND", left(LONG_AGO, LONG_AGO)),
    (None, left(LONG_AGO, None)),
    (None, left(LONG_AGO, LAST_YEAR)),
    (None, left(LAST_YEAR, LAST_YEAR)),
    ("KEYED-LATE", left(LATER, None)),
    ("AFTER-SWITCH", arrived(LATER)),
    ("AFTER-SWITCH", arrived(None, LATER)),
    (None, arrived(LAST_YEAR, LATER)),
    # where a child lived before the service met it
    ("AFTER-SWITCH", arrived(LAST_YEAR, LATER, "accommodations")),
    (None, arrived(None)),
    ("MERGED-PERSON", merged(("1999/12X", "1999/12X"), (None, None))),
    ("MERGED-PERSON", merged((None, None), (date(2008, 2, 3), date(2008, 2, 3)))),
    (None, merged((None, None), (date(2008, 2, 3), date(2009, 2, 3)))),
    (None, merged(("1999/12X", None), (None, None))),
    (None, split),
]


@pytest.fixture(scope="module")
def rules_of_children():
    """The rules of the differences of each case, by the place of its child."""
    systems = two_systems()
    for place, (_, make) in enumerate(CASES):
        make(systems, f"C{place}")
    return [(item["child_id"], item["rule_code"]) for item in judged(systems)]


@pytest.mark.parametrize("place", range(len(CASES)))
def test_a_child_that_stands_otherwise_is_explained_by_its_rule_alone(
    rules_of_children, place
):
    found = [rule for child, rule in rules_of_children if child == f"C{place}"]

    assert found == [CASES[place][0]]
