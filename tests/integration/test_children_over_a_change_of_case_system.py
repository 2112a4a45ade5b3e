"""Who a child is, and what they say of themselves, over a change of case system."""

from datetime import date

from tests.integration.two_case_systems import (
    NEW,
    OLD,
    child,
    counted,
    figures,
    findings,
    old_system,
    order,
    orders_ended,
    system,
)

# the switch is on 15 January 2024
ENDED_BEFORE = ("2023-02-01", "2023-08-31")
BEGUN_AFTER = ("2024-02-01", "2024-05-31")


def test_one_number_given_by_both_systems_to_two_children_stays_two_children():
    old = system(child(1), order(1, *ENDED_BEFORE), extract="2024-03-15")
    other = child(2, person_id="P1")
    new = system(other, order(1, *BEGUN_AFTER))
    connection = counted({OLD: old, NEW: new})

    assert orders_ended(connection) == {"2023Q2": 1, "2024Q1": 1}
    ids = "select child_id from intermediate.int_identity__case_children"
    assert len(set(connection.execute(ids).fetchall())) == 2


def test_a_child_keeps_its_child_id_whatever_the_new_system_calls_it():
    old = old_system(child(1), order(1, *ENDED_BEFORE))
    # another surname and postcode since: the new system's word for the old id tells
    changed = child(1, surname="Elm", postcode="LE9 9ZZ", previous_person_id="cP1")
    registered = [(OLD, "cP1", "Cknown")]
    connection = counted({OLD: old, NEW: system(changed)}, registered=registered)

    rows = connection.execute(
        "select ypid, child_id from intermediate.int_identity__case_children"
    ).fetchall()
    assert rows == [("P1", "Cknown")]


def test_a_child_deleted_in_the_new_system_does_not_rise_from_the_old_one():
    old = old_system(child(1), order(1, *ENDED_BEFORE))
    connection = counted({OLD: old, NEW: system(child(1, is_deleted="Y"), child(2))})

    assert orders_ended(connection) == {}
    deleted = "select ypid from intermediate.int_case__deleted_children"
    assert connection.execute(deleted).fetchall() == [("P1",)]


def test_two_children_who_became_one_count_as_one_and_are_told():
    old = old_system(
        child(1),
        child(1, person_id="P9"),
        order(1, *ENDED_BEFORE),
        order(9, "2023-03-02", "2023-09-01"),
    )
    connection = counted({OLD: old, NEW: system(child(1))})

    assert orders_ended(connection) == {"2023Q2": 1}
    assert ("DQ-SWITCH-CHILDREN-MERGED", "P1") in findings(connection)


def test_an_ethnicity_asked_again_holds_from_the_switch_on_and_the_old_one_is_kept():
    sentences = {"2023-08-31": "2023Q2", "2024-02-20": "2023Q4"}
    orders = [
        order(number, day, of="P1") for number, day in enumerate(sentences, start=1)
    ]
    old = old_system(child(1, ethnicity="WHITE_IRISH"), orders[0])
    new = system(child(1, ethnicity="ASIAN_INDIAN"), *orders)
    connection = counted({OLD: old, NEW: new})

    assert connection.execute(
        "select code, valid_from, valid_to, supplier from marts.fct_self_descriptions"
        " where attribute = 'ethnicity' order by valid_from nulls first"
    ).fetchall() == [
        ("WHITE_IRISH", None, date(2024, 1, 14), OLD),
        ("ASIAN_INDIAN", date(2024, 1, 15), None, NEW),
    ]
    group = '{{"ethnicity":"{}"}}'.format
    counts = {
        name: figures(connection, "cautioned_or_sentenced", group(name)).keys()
        for name in ("White", "Asian or Asian British")
    }
    assert "2023Q3" in counts["White"]
    assert "2023Q4" not in counts["White"]
    assert "2023Q4" in counts["Asian or Asian British"]
