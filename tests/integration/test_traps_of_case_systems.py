"""What can go wrong in one case system's shape alone, and what is said of it.

An invented service's extract is spoilt cell by cell and counted through the whole road;
words and codes that every system has are in ``test_findings_of_texts.py``.
"""

import datetime
from importlib import import_module

import pytest

from simulation.generate import generate_chunks
from simulation.plan import Plan
from sources.registry import CONTRACTS
from warehouse import stillness
from warehouse.calculating import calculate
from warehouse.configuration import Configuration, Service
from warehouse.control import Calculation, Scope
from warehouse.landing import land
from warehouse.layout import Layout

SERVICE = "Leicester City"
ENCODINGS = {"careworks": "cp1252", "capita_one": "utf-8"}
DELIMITERS = {"careworks": ",", "capita_one": "|"}
# system, table, row of it, what the cells are changed to, the finding
SPOILT = [
    *(
        ("capita_one", "yj_student", 1, {"ETHNICITY": "ZZZZ"}, "DQ-TEXT-UNMAPPED"),
        ("capita_one", "yj_disposal", 1, {"DISPOSAL_CODE": "999"}, "DQ-TEXT-UNMAPPED"),
        ("capita_one", "yj_disposal", 2, {"RESIDENT_CODE": "9"}, "DQ-RES-CODE"),
        ("capita_one", "yj_victim", 1, {"RJ_CODE": "9"}, "DQ-VICTIM-CODE"),
        ("capita_one", "yj_lookup", 3, {"DESCRIPTION": "Tea"}, "DQ-TEXT-UNMAPPED"),
        ("capita_one", "yj_lookup", 4, {"CODE": "9999"}, "DQ-TEXT-UNMAPPED"),
        ("capita_one", "yj_transfer", 1, {"STUD_ID": "5"}, "DQ-ROW-ORPHAN"),
    ),
    *(
        ("careworks", "CW_HEALTH", 1, {"HEALTH_AREA": "Teeth"}, "DQ-TEXT-UNMAPPED"),
        ("careworks", "CW_COURT_OUTCOME", 1, {"RESIDENT": "Mars"}, "DQ-RES-CODE"),
        ("careworks", "CW_SPECIAL_NEED", 1, {"HAS_NEED": "Q"}, "DQ-SEND-CODE"),
        ("careworks", "CW_PROGRAMME", 1, {"BEGAN_DT": "Easter"}, "DQ-VALUE-UNREADABLE"),
    ),
]


def extract(system, folder):
    plan = Plan(SERVICE, 60, 3, datetime.date(2025, 3, 31), 7, suppliers=(system,))
    writer = import_module(f"simulation.suppliers.{system}").Writer(plan, folder)
    for world in generate_chunks(plan):
        writer.write(world)
    writer.finish()


def spoil(folder, system, table, row, changes):
    """Change cells of one data row, counted from 1, of a file without quotes in it."""
    (path,) = folder.glob(f"{table}_2*.csv")
    encoding, delimiter = ENCODINGS[system], DELIMITERS[system]
    lines = path.read_bytes().decode(encoding).splitlines()
    heading = lines[0].split(delimiter)
    cells = dict(zip(heading, lines[row].split(delimiter), strict=True))
    lines[row] = delimiter.join((cells | changes).values())
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))


@pytest.fixture(scope="module", params=ENCODINGS)
def findings(request, tmp_path_factory):
    """Return a system, and the code, entity and row of each finding."""
    system = request.param
    layout = Layout(tmp_path_factory.mktemp(system))
    layout.prepare()
    folder = layout.drop / system
    folder.mkdir(parents=True, exist_ok=True)
    extract(system, folder)
    for named, table, row, changes, _ in SPOILT:
        if named == system:
            spoil(folder, system, table, row, changes)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stillness, "SETTLE_SECONDS", 0)
        land(layout)
    scope = Scope([Calculation("KPI-v8-code", "KPI-v8-code", {})], services=[SERVICE])
    service = Service(name=SERVICE, case_system=system)
    with calculate(layout, Configuration(service=service), scope) as counted:
        rows = counted.execute(
            "select finding_code, entity, row_number"
            " from marts.fct_data_quality_findings"
        ).fetchall()
    return system, rows


def test_what_was_spoilt_is_found_and_nothing_else_of_its_kind(findings):
    system, rows = findings
    spoilt = [line[1:] for line in SPOILT if line[0] == system]
    entities = {each.table_name: each.name for each in CONTRACTS[system].entities}
    # the first data row stands on the second line
    expected = sorted(
        (code, entities[table], row + 1) for table, row, _, code in spoilt
    )
    kinds = {code for code, _, _ in expected}

    assert sorted(found for found in rows if found[0] in kinds) == expected
