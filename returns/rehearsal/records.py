"""Find what differs: children, records that only one system has, and single values.

Finding belongs here, into ``rehearsal.differences``. Explaining a difference belongs
to ``explaining``.
"""

import duckdb

from returns.rehearsal.spec import Compared, Record, compared_records

DIFFERENCES = """
create or replace table rehearsal.differences (
    entity varchar, kind varchar, column_name varchar, child_id varchar,
    old_key varchar, new_key varchar, old_value varchar, new_value varchar,
    old_sent varchar, new_sent varchar, happened_on date,
    old_source varchar, new_source varchar, old_end date, new_end date,
    old_file varchar, old_row bigint, new_file varchar, new_row bigint,
    is_near boolean, fingerprint varchar
)
"""


def find_differences(connection: duckdb.DuckDBPyConnection) -> None:
    """Write every difference between the two sides, once they are paired.

    Grain of ``rehearsal.differences``: one row per child that stands otherwise, per
    record of a child of both that one system alone has, and per value of a pair.
    """
    connection.execute(DIFFERENCES)
    connection.execute(CHILDREN)
    for record in compared_records().values():
        if record.name != "persons":
            for side in ("old", "new"):
                connection.execute(only_in(side, record))
        if record.columns:
            connection.execute(values_of(record))


def only_in(side: str, record: Record) -> str:
    """Return the insert of the records of one side that have no pair."""
    values = [f'records."v_{column.name}"' for column in record.columns]
    parts = ", ".join([f"'{record.name}'", "'|'", *values])
    return (
        f"insert into rehearsal.differences by name select '{record.name}' as entity,"  # noqa: S608
        f" 'only_{side}' as kind, records.child_id, records.record_key as {side}_key,"
        " records.happened_on, false as is_near,"
        f" records.file as {side}_file, records.row_number as {side}_row,"
        f" to_json([{parts}])::varchar as fingerprint"
        f' from {side}."{record.name}" as records'
        " semi join (select child_id from rehearsal.children"
        " where old_persons > 0 and new_persons > 0) as shared using (child_id)"
        " anti join rehearsal.pairs as pairs"
        f" on pairs.entity = '{record.name}' and pairs.{side}_key = records.record_key"
    )


def values_of(record: Record) -> str:
    """Return the insert of the values in which the pairs of one entity differ."""
    ends = [column.name for column in record.columns if column.name == "end_date"]
    end = ", ".join(
        f'try_cast({side}s."v_end_date" as date) as {side}_end'
        if ends
        else f"null::date as {side}_end"
        for side in ("old", "new")
    )
    parts = " union all ".join(value_of(record, column) for column in record.columns)
    return (
        "insert into rehearsal.differences by name with met as materialized ("  # noqa: S608
        f"select pairs.old_key, pairs.new_key, pairs.is_near, news.child_id, {end},"
        " least(olds.happened_on, news.happened_on) as happened_on,"
        " olds.source_entity as old_source, news.source_entity as new_source,"
        " olds.file as old_file, olds.row_number as old_row, news.file as new_file,"
        f" news.row_number as new_row, {both_values(record)}"
        " from rehearsal.pairs as pairs"
        f' inner join old."{record.name}" as olds on pairs.old_key = olds.record_key'
        f' inner join new."{record.name}" as news on pairs.new_key = news.record_key'
        f" where pairs.entity = '{record.name}') {parts}"
    )


def both_values(record: Record) -> str:
    """Return every value and what was sent for it, of both sides."""
    return ", ".join(
        f'{side}s."{part}_{column.name}" as "{side}_{part}_{column.name}"'
        for column in record.columns
        for side in ("old", "new")
        for part in ("v", "s")
    )


def value_of(record: Record, column: Compared) -> str:
    """Return the select of one value where it differs.

    Of several person records of a child, one that agrees is enough.
    """
    old, new = f'"old_v_{column.name}"', f'"new_v_{column.name}"'
    old_sent, new_sent = f'"old_s_{column.name}"', f'"new_s_{column.name}"'
    differs = f"{old} is distinct from {new}"
    if column.name.endswith("date"):
        # both are no date, and the systems write that in two ways
        differs += (
            f" or ({old} is null and {new} is null"
            f" and trim({old_sent}) != trim({new_sent}))"
        )
    where = f"where {differs}"
    if record.name == "persons":
        agrees = f"bool_or(not ({differs})) over (partition by "
        where = f"qualify ({differs}) and not {agrees}old_key) and not {agrees}new_key)"
    return (
        f"select '{record.name}' as entity, 'value' as kind,"  # noqa: S608
        f" '{column.name}' as column_name, child_id, old_key, new_key,"
        f" {old} as old_value, {new} as new_value, trim({old_sent}) as old_sent,"
        f" trim({new_sent}) as new_sent, happened_on, old_end, new_end,"
        " old_source, new_source, old_file, old_row, new_file, new_row, is_near,"
        f" to_json([{old}, {new}])::varchar as fingerprint from met {where}"
    )


CHILDREN = """
insert into rehearsal.differences by name
select
    'persons' as entity,
    case
        when children.new_persons = 0 then 'child_only_old'
        when children.old_persons = 0 then 'child_only_new'
        when children.old_persons > children.new_persons then 'child_merged'
        else 'child_split'
    end as kind,
    children.child_id,
    children.old_person_ids as old_key,
    children.new_person_ids as new_key,
    -- who has no record yet is known from the day it was written down
    coalesce(days.first_day, updates.updated_on) as happened_on,
    false as is_near,
    to_json([
        children.old_person_ids,
        -- a second trial of the migration numbers its persons anew
        case
            when children.old_persons = 0 then children.new_person_ids
            else children.new_persons::varchar
        end
    ])::varchar as fingerprint
from rehearsal.children as children
left join rehearsal.days as days on children.child_id = days.child_id
left join rehearsal.updates as updates
    on children.new_person_ids = updates.record_key
where children.old_persons != children.new_persons
"""
