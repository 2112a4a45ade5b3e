"""What was submitted stays, whatever is learnt later; what is known now stands beside."""

import pytest

from returns.submissions.comparing import find_difference
from returns.submissions.verifying import find_faults
from tests.integration.conftest import HEADLINES, RETURNS
from tests.integration.later_extract import CHANGED
from yjdw.restating import restate_version

KPI = RETURNS[0]


@pytest.fixture(scope="module")
def restated(submitted):
    return restate_version(submitted.layout, submitted.key(KPI))


def test_a_thousand_later_changes_move_figures(submitted, restated):
    assert submitted.changed == CHANGED
    moved = {figure["measure"] for figure in restated["figures"]}
    assert {"fte", "kpi1", "kpi2"} <= moved


def test_a_conviction_dated_back_moves_what_is_known_now(restated):
    [entrants] = [
        figure
        for figure in restated["figures"]
        if figure["measure"] == "fte" and not figure["breakdown"]
    ]
    bridge = entrants["bridge"]["numerator"]

    assert entrants["now"]["numerator"] == entrants["before"]["numerator"] + 1
    assert (bridge["entered"], bridge["left"], bridge["other"]) == (1, 0, 0)
    assert "P-LATE" in {row["unit_id"] for row in restated["members"]}


def test_every_bridge_adds_up_and_leaves_no_rest(restated):
    assert {figure["measure"] for figure in restated["figures"]} & {*HEADLINES}
    for figure in restated["figures"]:
        for bridge in figure["bridge"].values():
            came = bridge["entered"] - bridge["left"] + bridge["other"]
            assert bridge["before"] + came == bridge["now"]
            assert bridge["other"] == 0, figure


def test_a_changed_record_is_named_by_file_and_row_on_both_sides(restated):
    moved = [row for row in restated["records"] if row["is_of_a_mover"]]
    files = {(row["side"], row["file_name"]) for row in moved}

    assert moved == restated["records"][: len(moved)]
    assert ("before", "PERSON_ACCOMMODATION_20250331.csv") in files
    assert ("now", "PERSON_ACCOMMODATION_20250430.csv") in files
    assert all(row["row_number"] > 0 for row in moved)


def test_the_next_version_says_the_same_as_what_is_known_now(submitted, restated):
    found = find_difference(
        submitted.layout, submitted.key(KPI), submitted.key(KPI, "v2")
    )

    assert [found[name] for name in ("figures", "members", "side_by_side")] == [
        restated[name] for name in ("figures", "members", "side_by_side")
    ]


def test_the_next_case_document_names_the_child_that_came_and_each_field(submitted):
    name = RETURNS[1]
    found = find_difference(
        submitted.layout, submitted.key(name), submitted.key(name, "v2")
    )

    assert found["children"] == [{"ypid": "P-LATE", "what": "added"}]
    fields = {field["field"] for item in found["items"] for field in item["fields"]}
    assert fields == {"suitability", "kpi1AccommodationSuitability"}
    assert all(item["what"] == "changed" for item in found["items"])


def test_what_was_submitted_is_as_it_was(submitted):
    assert not any(find_faults(submitted.layout).values())
