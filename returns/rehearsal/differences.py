"""List single differences and figures, showing of a record what may be shown.

No name, birth date, address or number of a child is shown, and no text that a mapping
does not know: such a value only "differs". Adding up belongs to ``listing``.
"""

from typing import Any

import duckdb

from returns.rehearsal.listing import read_entries
from warehouse.control import write_rows
from warehouse.layout import Layout
from warehouse.state import connect

Entry = dict[str, Any]
# more than anybody reads; the counts are always of all
LISTED_UNEXPLAINED = 20_000
LISTED_OF_A_RULE = 1_000
NAMED_CHILDREN = 100  # of those that move one figure


def read_differences(
    connection: duckdb.DuckDBPyConnection, layout: Layout
) -> list[Entry]:
    """Return the differences, unexplained ones first, at most so many of each rule."""
    connection.execute(
        "create or replace temp table delivered (file varchar, file_name varchar)"
    )
    with connect(layout) as state:
        rows = state.execute(
            "select file_sha256, min(file_name) as file_name from files group by 1"
        ).fetchall()
    write_rows(connection, "delivered", [tuple(row) for row in rows])
    limits = {"unexplained": LISTED_UNEXPLAINED, "explained": LISTED_OF_A_RULE}
    return read_entries(connection, DIFFERENCES, limits)


def read_figures(connection: duckdb.DuckDBPyConnection) -> list[Entry]:
    """Return every figure that is not the same, with the children that move it."""
    limits = {"limit": LISTED_UNEXPLAINED, "named": NAMED_CHILDREN}
    return read_entries(connection, FIGURES, limits)


SHAPE = """
with

listed as (

    select *
    from rehearsal.judged
    qualify row_number() over (
        partition by rule_code order by difference_id
    ) <= case when rule_code is null then $unexplained else $explained end

),

known_codes as (

    select distinct code_list, national_code from intermediate.int_case__system_codes

),

known_texts as (

    select distinct supplier, code_list, source_key
    from intermediate.int_case__system_codes

)

select
    listed.difference_id,
    listed.verdict,
    listed.rule_code,
    listed.entity,
    listed.kind,
    listed.column_name as "column",
    listed.child_id,
    listed.old_key,
    listed.new_key,
    {old_value} as old_value,
    {new_value} as new_value,
    {old_sent} as old_sent,
    {new_sent} as new_sent,
    listed.happened_on::varchar as happened_on,
    old_files.file_name as old_file,
    listed.old_row,
    new_files.file_name as new_file,
    listed.new_row
from listed
cross join rehearsal.asked as asked
left join delivered as old_files on listed.old_file = old_files.file
left join delivered as new_files on listed.new_file = new_files.file
left join known_codes as old_codes
    on
        listed.code_list = old_codes.code_list
        and listed.old_value = old_codes.national_code
left join known_codes as new_codes
    on
        listed.code_list = new_codes.code_list
        and listed.new_value = new_codes.national_code
left join known_texts as old_texts
    on
        asked.old_supplier = old_texts.supplier
        and listed.code_list = old_texts.code_list
        and upper(listed.old_sent) = old_texts.source_key
left join known_texts as new_texts
    on
        asked.new_supplier = new_texts.supplier
        and listed.code_list = new_texts.code_list
        and upper(listed.new_sent) = new_texts.source_key
order by
    listed.verdict = 'explained', listed.rule_code, listed.entity, listed.column_name,
    listed.kind, listed.difference_id
"""


def _shown_value(side: str) -> str:
    value = f"listed.{side}_value"
    return (
        f"case when {value} is null then null when listed.is_private then 'differs'"
        f" when listed.code_list != '' and {side}_codes.national_code is null"
        f" then 'unmapped text' when listed.code_list != ''"
        f" or regexp_full_match({value}, '[A-Z0-9_.:-]+|true|false|[0-9a-z ]+')"
        f" then {value} else 'text' end"
    )


def _shown_sent(side: str) -> str:
    sent = f"listed.{side}_sent"
    return (
        f"case when {sent} is null or listed.is_private then null"
        f" when {sent} = '' or {side}_texts.source_key is not null then {sent}"
        # a day or a number, however it is written
        f" when regexp_full_match({sent}, '[0-9][0-9A-Za-z/:. -]*') then {sent} end"
    )


DIFFERENCES = SHAPE.format(
    old_value=_shown_value("old"),
    new_value=_shown_value("new"),
    old_sent=_shown_sent("old"),
    new_sent=_shown_sent("new"),
)

FIGURES = """
select
    difference_id,
    verdict,
    rule_version,
    service,
    quarter,
    measure,
    breakdown,
    old_numerator,
    old_denominator,
    new_numerator,
    new_denominator,
    coalesce(rule_codes, []) as rule_codes,
    coalesce(len(children), 0) as children_count,
    coalesce(children[:$named], []) as children
from rehearsal.judged_figures
where verdict != 'same'
order by verdict = 'explained', measure, breakdown, quarter, rule_version, service
limit $limit
"""
