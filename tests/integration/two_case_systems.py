"""A few invented children in several case systems, counted in memory.

Writing records as a case system holds them, in the shape of the case record, belongs here.
What must come of them belongs to the tests. Texts are national codes: none is mapped.
"""

import tempfile
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pandas as pd

from sources._shared.case_record import case_record
from warehouse import models
from warehouse.building import fill
from warehouse.calculating import make_relations, needed, worked_out
from warehouse.configuration import Configuration
from warehouse.control import Calculation, Scope
from warehouse.layout import Layout
from warehouse.plan import compiled_plan
from warehouse.rule_settings import settle_counting

SWITCH = date(2024, 1, 15)
SERVICE = "Leicester City"
OLD, NEW, NEWEST = "careworks", "core_plus", "childview"
TARGETS = tuple(
    f"model.youth_justice.{name}"
    for name in (
        "fct_measures",
        "fct_data_quality_findings",
        "fct_self_descriptions",
        "int_case__deleted_children",
    )
)
RULES = "KPI-v8-code"
NOT_OF_THE_SYSTEM = ("org_id", "previous_person_id", "case_worker_id")
YRO = "YOUTH_REHABILITATION_ORDER"


def child(number, ethnicity="WHITE_IRISH", **values):
    """Return one person record; children of one number are one child."""
    values = {
        "person_id": f"P{number}",
        "org_id": "1",
        "surname": f"Ash{'abcdefgh'[number % 8]}",
        "forename": f"Kim{'stuvwxyz'[number % 8]}",
        "date_of_birth": f"2008-05-{number % 28 + 1:02}",
        "postcode": "LE1 1AA",
        "sex": "1",
        "ethnicity": ethnicity,
        **values,
    }
    return {"persons": [values]}


def order(number, start, end="", of=None, kind=YRO, sentenced=None):
    """Return an order of child ``of`` with its offence, outcome and link."""
    person = {"person_id": of or f"P{number}"}
    offence = {"offence_id": f"O{number}", **person}
    programme = {"programme_id": f"R{number}", **person}
    return {
        "offences": [
            {**offence, "offence_date": day_before(start, 60), "cjs_code": "TH68001"}
        ],
        "outcomes": [
            {
                "outcome_id": f"X{number}",
                **offence,
                "outcome_date": sentenced or start,
                "legal_outcome": YRO,
                "appeal_status": "",
                "residence_status": "LOCAL",
            }
        ],
        "programmes": [
            {
                **programme,
                "programme_type": kind,
                "start_date": start,
                "end_date": end,
            }
        ],
        "programme_offences": [{**programme, **offence}],
    }


def day_before(day, days=1):
    """Return the day so many days before a day written as text."""
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()


def system(*parts, keys="", extract="2024-09-30"):
    """Return a system's tables: the parts one below the other.

    ``keys`` stands in front of every id that the system gave.
    """
    tables = {"organisations": [{"org_id": "1", "org_name": SERVICE}]}
    for part in parts:
        for entity, rows in part.items():
            tables.setdefault(entity, []).extend(rows)
    return {
        entity: [
            {name: keyed(name, value, keys) for name, value in row.items()}
            | {"_extract_date": date.fromisoformat(extract), "_row_number": place}
            for place, row in enumerate(rows, start=2)
        ]
        for entity, rows in tables.items()
    }


def keyed(name, value, keys):
    """Return a value as the system writes it: an id of its own has its mark."""
    is_own = name.endswith("_id") and name not in NOT_OF_THE_SYSTEM
    return f"{keys}{value}" if is_own else value


def counted(systems, switches=(SWITCH,), registered=(), targets=TARGETS):
    """Return a database in memory that counts systems, oldest first.

    Args:
        systems: Tables of each, by supplier.
        switches: First days of all systems but the oldest.
        registered: Supplier, person and child of who is in the registry.
        targets: The models that are wanted.
    """
    connection = duckdb.connect(":memory:")
    connection.execute(f"attach ':memory:' as {models.CATALOG}")
    connection.execute(f"use {models.CATALOG}")
    entries = needed(compiled_plan(), targets)
    with tempfile.TemporaryDirectory() as folder:
        layout = Layout(Path(folder))
        layout.prepare()
        calculation = Calculation(RULES, RULES, settle_counting({}))
        fill(connection, layout, Configuration(), Scope([calculation]))
    for entity in case_record():
        put(connection, entity, systems)
    ends = [later - timedelta(days=1) for later in switches] + [None]
    terms = zip(systems, [None, *switches], ends, strict=True)
    connection.execute("delete from control.case_systems")
    connection.executemany("insert into control.case_systems values (?, ?, ?)", terms)
    for person in registered:
        connection.execute(
            "insert into control.identities values (?, ?, ?, '2023-01-01')", person
        )
    make_relations(connection, worked_out(connection, entries, targets))
    return connection


def put(connection, entity, systems):
    """Replace the view of an entity by a table of the systems' rows."""
    relation = f'case_system."{entity}"'
    connection.execute(f"create table kept as select * from {relation}")
    connection.execute(f"drop view {relation}")
    connection.execute(f"create table {relation} as from kept")
    connection.execute("drop table kept")
    for supplier, tables in systems.items():
        marks = {"_supplier": supplier, "_entity": entity, "_file_sha256": supplier}
        rows = [row | marks for row in tables.get(entity, [])]
        if rows:
            frame = pd.DataFrame(rows)
            connection.register("rows_to_put", frame)
            connection.execute(f"insert into {relation} by name from rows_to_put")
            connection.unregister("rows_to_put")


def figures(connection, measure, breakdown="{}"):
    """Return a measure's two counts by quarter, of the quarters that count anybody."""
    rows = connection.execute(
        "select quarter, numerator, denominator from marts.fct_measures"
        " where measure = ? and breakdown = ?"
        " and coalesce(numerator, 0) + coalesce(denominator, 0) > 0",
        [measure, breakdown],
    ).fetchall()
    return {quarter: (above, below) for quarter, above, below in rows}


def findings(connection):
    """Return the findings of a switch: code and unit."""
    return set(
        connection.execute(
            "select finding_code, unit_id from marts.fct_data_quality_findings"
            " where finding_code like 'DQ-SWITCH-%'"
        ).fetchall()
    )


def old_system(*parts):
    """The old system, with ids of its own, as last drawn in March."""
    return system(*parts, keys="c", extract="2024-03-15")


def orders_ended(connection):
    """Return how many children had an order end, by quarter."""
    return {
        quarter: below for quarter, (_, below) in figures(connection, "kpi1").items()
    }
