"""Two extracts: the later one speaks, the past can still be asked, the gone are gone."""

from datetime import timedelta

import pytest

from sources.registry import mappings_of
from tests.conformance.extracts import Extract
from tests.conformance.homes import SmallHome, spot_of

STAGED = ("stg_case_system__persons", "stg_case_system__offences")
OF_CHILDREN = (
    "int_case__persons",
    "int_case__offences",
    "int_identity__case_children",
)
LATER = timedelta(days=30)
POSTCODE = "ZZ1 1ZZ"


@pytest.fixture(scope="session")
def changed(system, view, delivered, tmp_path_factory):
    """Two extracts; the later one moves one child and has forgotten another."""
    offence = view.first("offences")
    moved = view.first("persons", f"person_id = '{offence['person_id']}'")
    gone = view.first("persons", f"person_id <> '{moved['person_id']}'")
    extract = Extract.read(system, delivered)
    extract.put("persons", "postcode", spot_of(moved), POSTCODE)
    extract.drop_child(gone["person_id"])
    folder = tmp_path_factory.mktemp("later")
    extract.write(folder, extract.day + LATER)
    home = SmallHome.of(system, tmp_path_factory.mktemp("home"), delivered, folder)
    return home, extract.day, moved, gone


def postcodes(view):
    return dict(
        view.ask("select system_person_id, postcode from stg_case_system__persons")
    )


def test_the_latest_extract_speaks(changed):
    home, _, moved, _ = changed
    with home.look(STAGED) as seen:
        assert postcodes(seen)[moved["person_id"]] == POSTCODE


def test_what_was_known_on_a_day_is_what_the_extract_of_that_day_said(changed):
    home, day, moved, gone = changed
    with home.look(STAGED, known_at=day) as seen:
        known = postcodes(seen)

    assert known[moved["person_id"]] == moved["postcode"] != POSTCODE
    assert gone["person_id"] in known


def test_a_record_that_is_no_longer_sent_is_gone(changed):
    home, day, _, gone = changed
    query = "select count(*) from stg_case_system__{} where system_person_id = $id"
    with home.look(STAGED) as now, home.look(STAGED, known_at=day) as then:
        for entity in ("persons", "offences"):
            asked = query.format(entity)
            assert now.ask(asked, id=gone["person_id"]) == [(0,)]
        assert then.ask(query.format("persons"), id=gone["person_id"]) == [(1,)]


@pytest.fixture(scope="session")
def softly_deleted(system, view, delivered, tmp_path_factory):
    """One extract in which a child with an offence is marked as deleted."""
    offence = view.first("offences")
    record = view.first("persons", f"person_id = '{offence['person_id']}'")
    extract = Extract.read(system, delivered)
    if ("persons", "is_deleted") in mappings_of(system).never_held:
        extract.drop_child(record["person_id"])
    else:
        extract.put("persons", "is_deleted", spot_of(record), True)
    folder = tmp_path_factory.mktemp("deleted")
    extract.write(folder, extract.day)
    home = SmallHome.of(system, tmp_path_factory.mktemp("home"), folder)
    with home.look((*OF_CHILDREN, "int_case__deleted_children")) as seen:
        yield seen, record["person_id"]


def test_a_deleted_child_counts_nowhere(softly_deleted):
    seen, person_id = softly_deleted

    for table in OF_CHILDREN:
        query = f"select count(*) from {table} where ypid = $id"
        assert seen.ask(query, id=person_id) == [(0,)]


def test_the_return_names_the_child_that_a_system_says_it_deleted(
    system, softly_deleted
):
    seen, person_id = softly_deleted
    said = seen.ask("select ypid from int_case__deleted_children")
    tells = ("persons", "is_deleted") not in mappings_of(system).never_held

    assert ((person_id,) in said) == tells
