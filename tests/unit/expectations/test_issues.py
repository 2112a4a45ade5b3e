"""An issue keeps its id whatever file, row, order or number its record comes under."""

import random

import pytest

from expectations.issues.ledger import RECORDS, read_issues, read_trend, update
from expectations.issues.sightings import Sighting
from warehouse.layout import Layout


@pytest.fixture
def layout(tmp_path):
    return Layout(tmp_path / "home")


def sighting(number, **changes):
    plain = {
        "rule": "DQ-RES-NULL",
        "service": "Testshire",
        "issue_key": f"key{number}",
        "unit_id": f"p{number}|o{number}",
        "owner": "case_worker",
        "child_id": f"C{number}",
        "column_name": "residence",
        "file_sha256": "a" * 64,
        "row_number": number,
    }
    return Sighting(**{**plain, **changes})


def ids(issues):
    return {issue.child_id: issue.issue_id for issue in issues}


def look(layout, *sightings, run="run"):
    return update(layout, run, RECORDS, sightings)


def test_a_second_look_at_the_same_finds_the_same_issues(layout):
    first = look(layout, sighting(1), sighting(2))
    second = look(layout, sighting(1), sighting(2))

    assert ids(first) == ids(second)
    assert all(issue.is_new for issue in first)
    assert not any(issue.is_new for issue in second)


def test_ids_hold_when_rows_are_shuffled_in_another_file(layout):
    first = look(layout, *map(sighting, range(20)))
    again = [sighting(n, file_sha256="b" * 64, row_number=99 - n) for n in range(20)]
    random.Random(1).shuffle(again)

    second = look(layout, *again)

    assert ids(first) == ids(second)
    assert {issue.file_sha256 for issue in second} == {"b" * 64}


def test_ids_hold_when_the_supplier_gives_every_record_another_number(layout):
    first = look(layout, *map(sighting, range(20)))
    second = look(layout, *(sighting(n, unit_id=f"x{97 * n % 20}") for n in range(20)))

    assert ids(first) == ids(second)


def test_ids_hold_when_numbers_are_given_to_other_children(layout):
    first = look(layout, sighting(1), sighting(2))
    swapped = look(layout, sighting(1, unit_id="p2|o2"), sighting(2, unit_id="p1|o1"))

    assert ids(first) == ids(swapped)


def test_an_id_holds_when_the_day_of_its_record_is_corrected(layout):
    [first] = look(layout, sighting(1))
    [second] = look(layout, sighting(1, issue_key="another day"))

    assert first.issue_id == second.issue_id


def test_two_records_that_are_alike_are_two_issues(layout):
    alike = [sighting(1), sighting(1, unit_id="p1|o9")]
    first = look(layout, *alike)
    [left] = look(layout, alike[1])

    assert len({issue.issue_id for issue in first}) == len(alike)
    assert left.issue_id == next(
        issue.issue_id for issue in first if issue.unit_id == "p1|o9"
    )


def test_a_mended_record_closes_its_issue_by_itself(layout):
    look(layout, sighting(1), sighting(2))
    look(layout, sighting(2))

    closed = {issue.child_id: bool(issue.resolved_at) for issue in read_issues(layout)}
    assert closed == {"C1": True, "C2": False}


def test_what_comes_back_is_the_same_issue_reopened(layout):
    [first] = look(layout, sighting(1))
    look(layout)
    [again] = look(layout, sighting(1))

    assert again.issue_id == first.issue_id
    assert again.first_seen_at == first.first_seen_at
    assert (again.times_reopened, again.resolved_at) == (1, None)


def test_another_child_with_a_reused_number_is_another_issue(layout):
    [first] = look(layout, sighting(1))
    [other] = look(layout, sighting(2, unit_id="p1|o1"))

    assert other.issue_id != first.issue_id
    [closed] = [issue for issue in read_issues(layout) if issue.resolved_at]
    assert closed.issue_id == first.issue_id


def test_scopes_do_not_close_each_others_issues(layout):
    look(layout, sighting(1))
    update(layout, "run", "returns.yjb_kpi 2024Q1", [])

    assert not any(issue.resolved_at for issue in read_issues(layout))


def test_the_trend_counts_open_new_and_resolved_at_every_look(layout):
    look(layout, sighting(1), sighting(2), run="run-1")
    look(layout, sighting(2), sighting(3), run="run-2")

    counts = [(row["open"], row["new"], row["resolved"]) for row in read_trend(layout)]
    assert counts == [(2, 2, 0), (2, 1, 1)]
