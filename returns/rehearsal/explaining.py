"""Give each difference its lasting id, and the rule that explains it, if one does.

Trying the rules in their order belongs here. What a rule asks belongs to
``predicates``, what people read of it to the seed ``rules/migration_rules``.
"""

import duckdb

from returns.rehearsal.predicates import PREDICATES
from warehouse.seeds import read_seed

Rule = dict[str, str]


def migration_rules() -> list[Rule]:
    """Return the rules in the order in which they are tried."""
    rows = read_seed("rules/migration_rules")
    return sorted(rows, key=lambda row: int(row["place"]))


def explain(connection: duckdb.DuckDBPyConnection) -> None:
    """Write ``rehearsal.verdicts``: each difference with its id and its rule.

    ``rule_code`` is null where nothing explains the difference. An id is made of what
    differs and of the old system's own keys, never of the new system's where the old
    one has the record: it outlives a second trial of the migration, and changes when
    the difference does.
    """
    tried = " ".join(
        f"when {PREDICATES[rule['code']]} then '{rule['code']}'"
        for rule in migration_rules()
    )
    connection.execute(
        "create or replace table rehearsal.verdicts as with marked as (select"  # noqa: S608 - our own conditions
        f" weighed.*, case {tried} end as rule_code, {MARK} as mark"
        " from rehearsal.weighed as weighed cross join control.salt"
        " cross join (select old_supplier, new_supplier from rehearsal.asked) as asked"
        " inner join rehearsal.children as children using (child_id))"
        " select * exclude (mark), 'D' || left(sha256(mark || '|' || row_number() over"
        " (partition by mark order by new_key)), 12) as difference_id from marked"
    )


# salted, as a birth date behind a plain digest could be guessed
MARK = """
concat_ws(
    '|', salt.salt, asked.old_supplier, asked.new_supplier, weighed.entity,
    weighed.kind, weighed.column_name,
    coalesce(weighed.old_key, children.old_person_ids, children.new_person_ids),
    weighed.fingerprint
)
"""
