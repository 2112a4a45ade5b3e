"""A change of case system: nothing twice, nothing lost, nothing rewritten."""

from datetime import date

import pytest

from tests.integration.two_case_systems import (
    NEW,
    NEWEST,
    OLD,
    YRO,
    child,
    counted,
    figures,
    findings,
    order,
    system,
)

# the switch is on 15 January 2024, in 2023Q4
ENDED_BEFORE = ("2023-02-01", "2023-08-31")
ENDED_IN_OLD = ("2023-03-01", "2024-01-10")
OPEN_THEN = ("2023-11-01", "2024-02-20")
BEGUN_AFTER = ("2024-02-01", "2024-05-31")


def old_system(*parts):
    """The old system, with ids of its own, as last drawn in March."""
    return system(*parts, keys="c", extract="2024-03-15")


def orders_ended(connection):
    return {
        quarter: below for quarter, (_, below) in figures(connection, "kpi1").items()
    }


def programmes(connection):
    return connection.execute(
        "select programme_id, start_date, end_date, disposal_type_code, _supplier"
        " from intermediate.int_case__programmes order by all"
    ).fetchall()


def before_and_after():
    """Four children: ended before, in the quarter of the switch, open then, new."""
    old = old_system(
        *(child(n) for n in (1, 2, 3)),
        order(1, *ENDED_BEFORE),
        order(2, *ENDED_IN_OLD),
        order(3, OPEN_THEN[0]),
    )
    new = system(
        *(child(n) for n in (1, 2, 3, 4)),
        order(1, *ENDED_BEFORE),
        order(2, *ENDED_IN_OLD),
        order(3, *OPEN_THEN),
        order(4, *BEGUN_AFTER),
    )
    return {OLD: old, NEW: new}


def test_every_quarter_is_what_it_would_have_been_without_a_switch():
    both = before_and_after()
    switched = counted(both)
    never_switched = counted({NEW: both[NEW]}, switches=())

    assert orders_ended(switched) == {"2023Q2": 1, "2023Q4": 2, "2024Q1": 1}
    query = (
        "select * exclude (service) from marts.fct_measures"
        " where calculation_id is not null order by all"
    )
    assert (
        switched.execute(query).fetchall() == never_switched.execute(query).fetchall()
    )
    assert findings(switched) == set()


def test_an_order_open_at_the_switch_goes_on_and_counts_once():
    old = old_system(child(1), order(1, OPEN_THEN[0]))
    # the migration gave it a day of its own; it ended in the new system
    new = system(child(1), order(1, "2023-11-03", OPEN_THEN[1]))
    connection = counted({OLD: old, NEW: new})

    assert orders_ended(connection) == {"2023Q4": 1}
    assert programmes(connection) == [
        ("R1", date(2023, 11, 1), date(2024, 2, 20), YRO, NEW)
    ]


def test_what_was_closed_before_the_switch_stays_as_the_old_system_has_it():
    old = old_system(child(1), order(1, *ENDED_BEFORE))
    # the migration moved its end into another quarter
    new = system(child(1), order(1, ENDED_BEFORE[0], "2023-11-30"))
    connection = counted({OLD: old, NEW: new})

    assert orders_ended(connection) == {"2023Q2": 1}
    assert programmes(connection)[0][4] == OLD


def test_a_child_left_behind_counts_and_is_told():
    old = old_system(
        child(1), child(2), order(1, *ENDED_BEFORE), order(2, *ENDED_IN_OLD)
    )
    new = system(child(2), order(2, *ENDED_IN_OLD))
    connection = counted({OLD: old, NEW: new})

    assert orders_ended(connection) == {"2023Q2": 1, "2023Q4": 1}
    assert findings(connection) == {("DQ-SWITCH-CHILD-LEFT", "cP1")}


def test_a_record_left_behind_of_a_child_who_moved_counts_and_is_told():
    old = old_system(child(1), order(1, *ENDED_BEFORE))
    connection = counted({OLD: old, NEW: system(child(1))})

    assert orders_ended(connection) == {"2023Q2": 1}
    assert findings(connection) == {
        ("DQ-SWITCH-RECORD-LEFT", f"P1|c{key}1") for key in "ORX"
    }


def test_a_record_keyed_into_the_old_system_after_the_switch_is_told_and_not_counted():
    old = old_system(
        child(1), order(1, "2024-01-15", "2024-03-10"), order(2, *ENDED_IN_OLD, of="P1")
    )
    new = system(child(1), order(2, *ENDED_IN_OLD, of="P1"))
    connection = counted({OLD: old, NEW: new})

    assert orders_ended(connection) == {"2023Q4": 1}
    assert ("DQ-SWITCH-WRONG-SYSTEM", "P1|cR1") in findings(connection)
    links = "select programme_id from intermediate.int_case__programme_offences"
    assert connection.execute(links).fetchall() == [("R2",)]


def test_what_was_keyed_into_both_in_the_overlap_counts_once():
    old = old_system(child(4), order(4, BEGUN_AFTER[0]))
    new = system(child(4), order(4, *BEGUN_AFTER))
    connection = counted({OLD: old, NEW: new})

    assert orders_ended(connection) == {"2024Q1": 1}
    assert findings(connection) == set()


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


@pytest.mark.parametrize("is_in_the_middle_one", [True, False])
def test_three_systems_in_a_row_count_an_order_once(is_in_the_middle_one):
    first = system(child(1), order(1, *ENDED_BEFORE), keys="a", extract="2024-02-01")
    held = [order(1, *ENDED_BEFORE)] if is_in_the_middle_one else []
    second = system(child(1), *held, keys="b", extract="2024-08-01")
    third = system(child(1), order(1, *ENDED_BEFORE), keys="c")
    connection = counted(
        {OLD: first, NEW: second, NEWEST: third},
        switches=(date(2024, 1, 15), date(2024, 7, 1)),
    )

    assert orders_ended(connection) == {"2023Q2": 1}
    assert [(row[0], row[4]) for row in programmes(connection)] == [("cR1", OLD)]
    assert findings(connection) == set()
