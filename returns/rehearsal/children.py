"""Bring the children of both systems under one name, with the days of their records.

Which records of two systems are the same one is said by ``int_switch__pairs``, of which
child by ``int_switch__persons``. What differs between them belongs to ``records``.
"""

import duckdb

from returns.rehearsal.spec import Record, compared_records


def name_children(connection: duckdb.DuckDBPyConnection) -> None:
    """Write ``rehearsal.children`` and ``rehearsal.days``, one row a child each.

    Needs both sides and ``rehearsal.pairs`` (entity, old_key, new_key, is_near).
    """
    connection.execute(NAMES)
    for record in compared_records().values():
        connection.execute(rename_children(record))
    connection.execute(CHILDREN)
    connection.execute(days_of_children())


def rename_children(record: Record) -> str:
    """Return the update that gives an old record the name of its child."""
    return (
        f'update old."{record.name}" as records set child_id = names.child_id'  # noqa: S608
        " from rehearsal.child_names as names"
        " where records.child_id = names.old_name"
    )


def days_of_children() -> str:
    """Return the statement that says from when to when a child has records.

    ``first_day`` is of what the service itself does, in both systems; ``last_day`` and
    ``has_open_work`` (a programme without an end) are of the old one alone.
    """
    days = []
    for record in compared_records().values():
        dated = [item.name for item in record.columns if item.name.endswith("_date")]
        if record.name == "persons" or not dated:
            continue
        first = "null::date" if record.is_circumstance else "happened_on"
        ends = ", ".join(f'try_cast("v_{name}" as date)' for name in dated)
        days += [
            f"select child_id, {first} as first_day, {last} as last_day"  # noqa: S608
            f' from {side}."{record.name}"'
            for side, last in (("old", f"greatest({ends})"), ("new", "null::date"))
        ]
    return (
        "create or replace table rehearsal.days as with days as ("  # noqa: S608
        f"{' union all '.join(days)}), open_work as (select distinct child_id"
        ' from old.programmes where "v_end_date" is null)'
        " select child_id, min(first_day) as first_day, max(last_day) as last_day,"
        " bool_or(open_work.child_id is not null) as has_open_work"
        " from days left join open_work using (child_id) group by child_id"
    )


# a child keeps the name that the new system's record of it has
NAMES = """
create or replace table rehearsal.child_names as
select
    olds.child_id as old_name,
    min(news.child_id) as child_id
from rehearsal.pairs as pairs
inner join old.persons as olds on pairs.old_key = olds.record_key
inner join new.persons as news on pairs.new_key = news.record_key
where pairs.entity = 'persons' and olds.child_id != news.child_id
group by olds.child_id
"""

CHILDREN = """
create or replace table rehearsal.children as
with

persons as (

    select child_id, record_key as old_person, null as new_person from old.persons
    union all
    select child_id, null as old_person, record_key as new_person from new.persons

)

select
    child_id,
    count(old_person) as old_persons,
    count(new_person) as new_persons,
    string_agg(old_person, ' ' order by old_person) as old_person_ids,
    string_agg(new_person, ' ' order by new_person) as new_person_ids
from persons
group by child_id
"""
