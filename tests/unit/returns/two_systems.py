"""Two invented case systems as a rehearsal keeps them, each with a few records.

Children are ``A``, ``B``; the old system's keys begin with ``o``, the new one's with
``n``. Records pair where nothing else is said: by their place in the lists given.
"""

from datetime import date

import duckdb

from returns.rehearsal.comparing import Question, judge
from returns.rehearsal.report import apply_sign_offs
from returns.rehearsal.spec import compared_records

LINE = date(2024, 1, 15)
PAIR = Question("core_plus", "careworks", LINE)
FIGURE = ("KPI-v8-code", "Anytown", "2022Q1", "kpi1", "{}")

SCHEMAS = """
create schema old; create schema new; create schema rehearsal;
create schema intermediate; create schema control;
create table control.salt as select 'grain' as salt;
create table intermediate.int_identity__records (
    supplier varchar, supplier_person_id varchar, nhs_number varchar, upn varchar,
    pnc_number varchar, surname_key varchar, forename_key varchar, birth_date date
);
create table intermediate.int_case__system_codes (
    supplier varchar, code_list varchar, source_key varchar, national_code varchar,
    is_interim boolean, is_known_false boolean, valid_from date, valid_to date
);
create table rehearsal.asked (old_supplier varchar, new_supplier varchar, line date);
create table rehearsal.pairs
    (entity varchar, old_key varchar, new_key varchar, is_near boolean);
create table rehearsal.updates (record_key varchar, updated_on date);
"""


def two_systems(question: Question = PAIR) -> duckdb.DuckDBPyConnection:
    """Return a database with two empty sides, ready for ``put`` and ``judged``."""
    connection = duckdb.connect(":memory:")
    connection.execute(SCHEMAS)
    connection.execute(
        "insert into rehearsal.asked values (?, ?, ?)",
        [question.old, question.new, question.cutover],
    )
    for side in ("old", "new"):
        for record in compared_records().values():
            values = "".join(
                f', "v_{column.name}" varchar, "s_{column.name}" varchar'
                for column in record.columns
            )
            connection.execute(
                f'create table {side}."{record.name}" (record_key varchar, linked_key'
                " varchar, child_id varchar, person_id varchar, happened_on date,"
                " source_entity varchar, file varchar,"
                f" row_number bigint{values})"
            )
        connection.execute(
            f"create table {side}.figures (rule_version varchar, service varchar,"
            " quarter varchar, measure varchar, breakdown varchar, numerator bigint,"
            " denominator bigint)"
        )
        connection.execute(
            f"create table {side}.members (rule_version varchar, service varchar,"
            " quarter varchar, measure varchar, breakdown varchar, children varchar,"
            " numerator bigint, denominator bigint)"
        )
    return connection


def put(connection, side, entity, key, child="A", **values):
    """Put a record into one side; ``<name>_sent`` is what was sent for a value."""
    row = {"record_key": key, "child_id": child, "person_id": key, "row_number": 7}
    row["source_entity"] = values.pop("source_entity", entity)
    row["happened_on"] = values.pop("happened_on", None)
    for name, value in values.items():
        is_sent = name.endswith("_sent")
        row[f"s_{name.removesuffix('_sent')}" if is_sent else f"v_{name}"] = value
        if not is_sent:
            row.setdefault(f"s_{name}", value or "")
    names = ", ".join(f'"{name}"' for name in row)
    connection.execute(
        f'insert into {side}."{entity}" ({names}) values ({", ".join("?" * len(row))})',
        list(row.values()),
    )


def put_both(connection, entity, old=None, new=None, child="A", **values):
    """Put one record into both systems and pair it; ``old``, ``new`` are what differs."""
    place = connection.execute("select count(*) from rehearsal.pairs").fetchone()[0]
    keys = {"old": f"o{place}", "new": f"n{place}"}  # as many as pairs before
    for side, other in (("old", old), ("new", new)):
        put(connection, side, entity, keys[side], child, **{**values, **(other or {})})
    connection.execute(
        "insert into rehearsal.pairs values (?, ?, ?, false)", [entity, *keys.values()]
    )
    return keys


def put_figure(connection, side, children, figure=FIGURE):
    """Put a figure that counts these children into one side."""
    connection.execute(
        f"insert into {side}.figures values (?, ?, ?, ?, ?, ?, ?)",
        [*figure, len(children), len(children)],
    )
    for child in children:
        connection.execute(
            f"insert into {side}.members values (?, ?, ?, ?, ?, ?, 1, 1)",
            [*figure, child],
        )


def judged(connection, never_held=(), no_place=()) -> list[dict]:
    """Return every difference found, with its verdict before any sign-off.

    ``never_held`` and ``no_place`` are the columns that the old and the new system lack,
    each with its entity; an entity alone is lacked as a whole.
    """
    judge(connection, (held_but(never_held), held_but(no_place)))
    apply_sign_offs(connection, {})
    return verdicts(connection)


def held_but(lacked):
    """Return every column compared but some."""
    return frozenset(
        (record.name, source, record.name)
        for record in compared_records().values()
        for source in ("", *(name for item in record.columns for name in item.sources))
        if not {record.name, (record.name, source)} & set(lacked)
    )


def verdicts(connection) -> list[dict]:
    """Return every difference as it is judged now."""
    cursor = connection.execute("select * from rehearsal.judged order by all")
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def figure_verdict(connection) -> str:
    """Return the verdict of the one figure there is."""
    (row,) = connection.execute(
        "select verdict from rehearsal.judged_figures"
    ).fetchall()
    return row[0]
