"""Keep what one case system alone says: its conformed records, figures and members.

Copying them out of a database of counts belongs here, into a schema of the side's name.
Counting belongs to ``warehouse/alone.py``, comparing to the modules beside this one.
"""

from datetime import date

import duckdb

from returns.rehearsal.queries import query
from returns.rehearsal.spec import Record, compared_records
from sources._shared.case_record import case_record

SIDES = ("old", "new")
LINEAGE = "(_supplier, _entity, _file_sha256, _row_number)"


def keep_side(connection: duckdb.DuckDBPyConnection, side: str, line: date) -> None:
    """Copy the records and figures of the system in force into the schema ``side``.

    Args:
        connection: A database in which one case system was counted alone.
        side: ``old`` or ``new``.
        line: The first day that is not compared; quarters that end later are left out.
    """
    connection.execute(f"create schema {side}")
    for record in compared_records().values():
        connection.execute(f'create table {side}."{record.name}" as {rows_of(record)}')
    for record in compared_records().values():
        if record.after:
            connection.execute(date_by_parent(side, record))
    if side == "new":
        connection.execute(UPDATES)
    keep_figures(connection, side, line)


def rows_of(record: Record) -> str:
    """Return the select of one entity: key, person, values, what was sent, date.

    Columns: ``record_key``, ``linked_key``, ``child_id``, ``person_id``,
    ``happened_on``, ``source_entity``, ``file``, ``row_number``, and of each compared value ``v_<name>``
    and ``s_<name>`` (as sent).
    """
    keys = ", ".join(
        f'sent."{name}"' for name in case_record()[record.name].primary_key
    )
    after = record.after
    has_link = after is not None and not after.through
    link = f'sent."{after.link}"' if after and has_link else "null::varchar"
    dates = ", ".join(f'taken."{name}"' for name in record.dates)
    columns = [
        f"concat_ws('|', {keys}) as record_key",
        f"{link} as linked_key",
        "children.child_id",
        "taken.ypid as person_id",
        f"{f'coalesce({dates})' if dates else 'null'}::date as happened_on",
        "taken._entity as source_entity",
        "taken._file_sha256 as file",
        "taken._row_number as row_number",
    ]
    for column in record.columns:
        sent = ", ".join(f'sent."{name}"' for name in column.sources)
        columns.append(f'({column.value})::varchar as "v_{column.name}"')
        columns.append(f"concat_ws(' ', {sent}) as \"s_{column.name}\"")
    return (
        f"select {', '.join(columns)} from intermediate.{record.table} as taken "  # noqa: S608
        f'inner join case_system."{record.name}" as sent using {LINEAGE} '
        "left join intermediate.int_identity__case_children as children "
        "on taken.service = children.service and taken.ypid = children.ypid"
    )


def date_by_parent(side: str, record: Record) -> str:
    """Return the update by which no record is dated before its parent."""
    after = record.after
    assert after is not None
    # the first part of a link's key is that of the record it links
    links, key = f'{side}."{record.name}"', "links.record_key"
    if after.through:
        links, key = f'{side}."{after.through}"', "split_part(links.record_key, '|', 1)"
    return (
        f'update {side}."{record.name}" as records'  # noqa: S608
        " set happened_on = greatest(records.happened_on, parents.day) from ("
        f" select {key} as record_key, min(parents.happened_on) as day from {links} as links"
        f' inner join {side}."{after.parent}" as parents'
        f" on links.linked_key = parents.{after.parent_key} group by 1) as parents"
        " where records.record_key = parents.record_key"
    )


def keep_figures(connection: duckdb.DuckDBPyConnection, side: str, line: date) -> None:
    """Copy figures and their members, counted by child, of the quarters before a day."""
    connection.execute(
        f"create table {side}.figures as select rule_version, service, quarter,"  # noqa: S608
        " measure, breakdown, numerator, denominator from marts.fct_measures"
        " semi join intermediate.int_rules__quarters as quarters"
        " on fct_measures.quarter = quarters.quarter and quarters.end_date < $line",
        {"line": line},
    )
    connection.execute(
        f"create table {side}.members as {query('members')}",
        {"line": line},
    )


# when the new system's record of a child was last changed
UPDATES = """
create table rehearsal.updates as
select
    persons.record_key,
    cast(staged.updated_at as date) as updated_on
from new.persons as persons
cross join rehearsal.asked as asked
inner join staging.stg_case_system__persons as staged
    on
        asked.new_supplier = staged._supplier
        and persons.record_key = staged.system_person_id
"""
