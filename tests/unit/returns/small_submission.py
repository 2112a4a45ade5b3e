"""A home with a written return of two invented children, and the release behind it."""

import json

import duckdb

from expectations.rules import CheckResult, Severity, Unit
from returns._shared import manifest
from returns._shared.evidence import TABLES, keep_evidence, select_kept
from returns.submissions import life
from returns.submissions.key import SubmissionKey
from warehouse.configuration import Configuration
from warehouse.figures import Asked
from warehouse.layout import Layout

PLAIN = Configuration()
SIGNATURE = life.Signature("A. Head", "head of service")
QUARTER, RULES, SERVICE = "2024Q1", "KPI-v8-code", "Testshire"
ASKED = {"quarter": QUARTER, "rules": RULES, "service": SERVICE}
MEMBERS = """
create table fct_measure_members as select
    'kpi1' as measure, $rules as rule_version, $service as service,
    $quarter as quarter, '{}' as breakdown, unit_id, '' as unit_part,
    'child-' || unit_id as child_id, in_numerator, true as in_denominator
from (values ('u1', true), ('u2', $second)) as members (unit_id, in_numerator)
"""
RECORDS = """
create table fct_measure_records as select
    'residence' as topic, 'end' as point, $rules as rule_version, $service as service,
    $quarter as quarter, unit_id, 'core_plus' as supplier,
    'accommodations' as entity, $file as file_sha256, 1 as row_number, fact, null as verdict
from (values ('u1', 'SUITABLE'), ('u2', $fact)) as records (unit_id, fact)
"""


def broken_rule(severity=Severity.MAY_BE_WAIVED, code="R-CHANGE"):
    """Return the result of a rule that one record breaks, named for ever as k1."""
    unit = Unit("kpi1", "kpi1", "kpi1")
    return CheckResult(
        code, "ours", severity, False, "it changed", ("kpi1",), "mend it", "", (unit,)
    )


def make_version(home, number, *, second=False, results=()):
    """Write one version of the KPI return, from a release of its own."""
    layout = Layout(home)
    release = f"r{number}"
    key = SubmissionKey(QUARTER, "yjb_kpi", f"v{number}")
    folder = key.written(layout)
    write_figures(folder, 1 + second)
    database = layout.release("identified", release)
    database.parent.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(str(database)) as connection:
        connection.execute(MEMBERS, {**ASKED, "second": second})
        fact = "SUITABLE" if second else "UNSUITABLE"
        connection.execute(RECORDS, {**ASKED, "fact": fact, "file": release})
        told = Asked(QUARTER, RULES, SERVICE)
        tables = {name: select_kept(connection, name, told) for name in TABLES}
        files, evidence = keep_evidence(folder, results, tables)
    head = {"version": key.version, "as_known_at": None, "due": "2024-07-31"}
    document = {**head, **ASKED, "release": {"release": release}, "warnings": []}
    document |= {"files": files, "evidence": evidence}
    (folder / manifest.NAME).write_text(json.dumps(document))
    return layout, key


def write_figures(folder, counted):
    """Write the files of a return in which so many of two children count."""
    folder.mkdir(parents=True)
    figure = {"measure": "kpi1", "breakdown": {}, "numerator": counted}
    figure |= {"denominator": 2, "value": f"{counted * 50}.0"}
    (folder / "measures.json").write_text(json.dumps({"measures": [figure]}))
    (folder / "kpi_return.csv").write_text(f"kpi,value\n1,{counted}\n")


def take_to(state, layout, key):
    """Take a draft along the way to a state."""
    steps = {
        "checked": lambda: life.check(layout, PLAIN, key),
        "signed": lambda: life.sign(layout, PLAIN, key, SIGNATURE),
        "frozen": lambda: life.freeze(layout, PLAIN, key),
        "sent": lambda: life.send(layout, key, "Connectivity", "A. Clerk"),
    }
    for reached, step in steps.items():
        step()
        if reached == state:
            return


def freeze(layout, key):
    """Check, sign and freeze a version."""
    take_to("frozen", layout, key)


def send(layout, key):
    """Take a version through its whole life."""
    take_to("sent", layout, key)
