"""What a rehearsal finds between two systems, and how its ids and sign-offs last."""

import pytest

from returns.rehearsal.listing import read_entities, read_totals
from returns.rehearsal.report import apply_sign_offs
from returns.rehearsal.sign_offs import choose, read_sign_offs, write_sign_offs
from tests.unit.returns.two_systems import (
    figure_verdict,
    judged,
    put,
    put_both,
    put_figure,
    two_systems,
)
from warehouse.layout import Layout
from warehouse.refusal import WrongUse

SHIFTED = {"start_date": "2022-04-01"}, {"start_date": "2022-04-11"}
SPELT = {"surname": "O'NEIL"}, {"surname": "O Neil"}


def a_service():
    """Two systems that hold the same child with the same programme."""
    systems = two_systems()
    put_both(systems, "persons")
    put_both(systems, "programmes", start_date="2022-04-01")
    return systems


def a_shifted_programme(new_date="2022-04-11", new_key=None):
    systems = two_systems()
    put_both(systems, "persons")
    put_both(systems, "programmes", SHIFTED[0], {"start_date": new_date})
    if new_key:
        systems.execute("update new.programmes set record_key = ?", [new_key])
        systems.execute(
            "update rehearsal.pairs set new_key = ? where entity = 'programmes'",
            [new_key],
        )
    return systems


def signed_totals(systems, *ids):
    judged(systems)
    apply_sign_offs(systems, dict.fromkeys(ids))
    return read_totals(systems)


def test_what_is_the_same_in_both_systems_is_counted_and_not_listed():
    systems = a_service()

    assert judged(systems) == []
    programmes = next(e for e in read_entities(systems) if e["entity"] == "programmes")
    assert (programmes["same"], programmes["unexplained"]) == (1, 0)


@pytest.mark.parametrize("side", ["old", "new"])
def test_a_record_without_a_pair_is_found_on_its_side(side):
    systems = a_service()
    put(systems, side, "programmes", "lone", start_date="2021-01-01")

    (found,) = judged(systems)

    assert (found["kind"], found[f"{side}_key"]) == (f"only_{side}", "lone")
    assert (found["verdict"], found[f"{side}_row"]) == ("unexplained", 7)


def test_the_records_of_a_child_of_one_system_follow_the_child():
    systems = a_service()
    put(systems, "old", "persons", "o-gone", "B")
    put(systems, "old", "programmes", "o-work", "B", start_date="2021-01-01")

    found = judged(systems)
    entities = {entry["entity"]: entry for entry in read_entities(systems)}

    assert [(item["entity"], item["kind"]) for item in found] == [
        ("persons", "child_only_old")
    ]
    assert entities["programmes"]["unexplained"] == 1


def test_of_two_old_records_of_a_child_one_that_agrees_is_enough():
    systems = two_systems()
    put_both(systems, "persons", sex_code="1")
    put(systems, "old", "persons", "o-second", sex_code="2")
    systems.execute(
        "insert into rehearsal.pairs values ('persons', 'o-second', 'n0', false)"
    )

    assert [item["kind"] for item in judged(systems)] == ["child_merged"]


def test_the_id_of_a_difference_outlives_a_second_trial_of_the_migration():
    (first,) = judged(a_shifted_programme())
    (second,) = judged(a_shifted_programme(new_key="renumbered"))

    assert first["difference_id"] == second["difference_id"]


def test_the_id_of_a_difference_changes_when_the_difference_does():
    (first,) = judged(a_shifted_programme())
    (second,) = judged(a_shifted_programme(new_date="2022-04-12"))

    assert first["difference_id"] != second["difference_id"]


def test_two_records_alike_in_the_new_system_are_two_differences():
    systems = a_service()
    for key in ("n-first", "n-second"):
        put(systems, "new", "programmes", key, start_date="2021-01-01")

    assert len({item["difference_id"] for item in judged(systems)}) == 2


@pytest.mark.parametrize(
    ("verdict", "make"),
    [
        ("same", lambda systems: put_both(systems, "persons", child="B")),
        ("explained", lambda systems: put_both(systems, "persons", *SPELT, child="B")),
        ("unexplained", lambda systems: put_both(systems, "persons", child="B")),
        (
            "unexplained",
            lambda systems: (
                put_both(systems, "persons", *SPELT, child="B"),
                put_both(systems, "programmes", *SHIFTED, child="B"),
            ),
        ),
    ],
)
def test_a_figure_is_explained_by_the_children_that_move_it(verdict, make):
    systems = a_service()
    make(systems)
    put_figure(systems, "old", ["A"])
    put_figure(systems, "new", ["A"] if verdict == "same" else ["A", "B"])
    judged(systems)

    assert figure_verdict(systems) == verdict


def test_a_figure_that_counts_other_children_is_not_the_same():
    systems = a_service()
    put_both(systems, "persons", child="B")
    put_figure(systems, "old", ["A"])
    put_figure(systems, "new", ["B"])
    judged(systems)

    assert figure_verdict(systems) == "unexplained"


def test_a_signed_difference_settles_the_figures_that_hang_on_it():
    systems = a_shifted_programme()
    put_figure(systems, "old", ["A"])
    put_figure(systems, "new", [])
    (found,) = judged(systems)

    assert read_totals(systems)["open"] == 2
    assert signed_totals(systems, found["difference_id"])["open"] == 0
    assert figure_verdict(systems) == "signed_off"


def test_a_sign_off_lapses_when_the_difference_changes():
    (found,) = judged(a_shifted_programme())
    changed = a_shifted_programme(new_date="2022-04-12")

    assert signed_totals(changed, found["difference_id"])["open"] == 1


def test_the_newest_sign_off_of_a_difference_stands(tmp_path):
    layout, systems = Layout(tmp_path), ("careworks", "core_plus")
    for name in ("A Manager", "A Head"):
        write_sign_offs(layout, systems, {"D1": "persons.sex differs"}, name, "checked")

    assert read_sign_offs(layout, *systems)["D1"].signed_by == "A Head"
    assert read_sign_offs(layout, "childview", "core_plus") == {}


def test_differences_are_signed_by_id_by_rule_and_from_a_file(tmp_path):
    found = {"Dabcdefabcdef": "one", "D123456123456": "two", "F123456123456": "three"}
    listed = tmp_path / "ids.txt"
    listed.write_text("Dabcdefabcdef  # known\n\n")

    chosen = choose(
        [str(listed), "SPELLING", "F123456123456"],
        found,
        {"SPELLING": ["D123456123456"]},
    )

    assert chosen == found


def test_a_difference_that_is_not_found_cannot_be_signed():
    with pytest.raises(WrongUse, match="D000000000000"):
        choose(["D000000000000"], {}, {})
