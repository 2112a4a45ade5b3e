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
    findings,
    old_system,
    order,
    orders_ended,
    system,
)

# the switch is on 15 January 2024, in 2023Q4
ENDED_BEFORE = ("2023-02-01", "2023-08-31")
ENDED_IN_OLD = ("2023-03-01", "2024-01-10")
OPEN_THEN = ("2023-11-01", "2024-02-20")
BEGUN_AFTER = ("2024-02-01", "2024-05-31")


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


def test_an_appeal_heard_after_the_switch_reaches_what_was_closed_before_it():
    new = system(child(1), order(1, *ENDED_BEFORE))
    new["outcomes"][0]["appeal_status"] = "changed on appeal"
    old = old_system(child(1), order(1, *ENDED_BEFORE))
    connection = counted({OLD: old, NEW: new})

    assert connection.execute(
        "select appeal_status, _supplier from intermediate.int_case__legal_outcomes"
    ).fetchall() == [("Changed on appeal", OLD)]
