"""Codes that a document cannot hold, because its lists are closed, come from Core+.

An invented service's extract is spoilt cell by cell and counted through the whole road.
What a case document can hold is tested in ``test_findings_of_children.py``.
"""

import datetime

import pytest

from simulation.generate import generate_chunks
from simulation.plan import Plan
from simulation.suppliers.core_plus import Writer
from warehouse import stillness
from warehouse.calculating import calculate
from warehouse.configuration import Configuration, Service
from warehouse.control import Calculation, Scope
from warehouse.landing import land
from warehouse.layout import Layout

SERVICE = "Leicester City"
PLAN = Plan(
    SERVICE,
    children=60,
    years=3,
    until=datetime.date(2026, 9, 30),
    seed=7,
    suppliers=("core_plus",),
    faults="none",
)
# the check letter of a police number is year and serial modulo 23
PNC = "00/1234" + "ZABCDEFGHJKLMNPQRTUVWXY"[1234 % 23]
OTHER_PNC = "00/1235" + "ZABCDEFGHJKLMNPQRTUVWXY"[1235 % 23]
# code, file, row of it, what the cells are changed to
SPOILT = [
    ("DQ-SEX-CODE", "PERSON", 1, {"SEX": "Octopus"}),
    ("DQ-TEXT-UNMAPPED", "PERSON", 2, {"ETHNICITY": "Martian"}),
    ("DQ-IDENTITY-CONFLICT", "PERSON", 3, {"PNC_NUMBER": PNC, "FORENAME": "Xa"}),
    ("DQ-IDENTITY-CONFLICT", "PERSON", 4, {"PNC_NUMBER": PNC, "FORENAME": "Yb"}),
    (
        "DQ-DUPLICATE-CHILD",
        "PERSON",
        5,
        {"PNC_NUMBER": OTHER_PNC, "DATE_OF_BIRTH": "03/03/2009"},
    ),
    (
        "DQ-DUPLICATE-CHILD",
        "PERSON",
        6,
        {"PNC_NUMBER": OTHER_PNC, "DATE_OF_BIRTH": "03/03/2009"},
    ),
    (
        "DQ-ACC-SUITABILITY-CODE",
        "PERSON_ACCOMMODATION",
        1,
        {"SUITABILITY": "Fairly good"},
    ),
    ("DQ-ETE-SUITABILITY-CODE", "PERSON_ETE", 1, {"SUITABILITY": "Fairly good"}),
    ("DQ-SEND-CODE", "PERSON_SEND", 1, {"IDENTIFIED_SEND": "Perhaps"}),
    ("DQ-MH-CODE", "PERSON_MENTAL_HEALTH", 1, {"INTERVENTION_TYPE": "Tea"}),
    ("DQ-SM-CODE", "PERSON_SUBSTANCE_MISUSE", 1, {"INTERVENTION_TYPE": "Tea"}),
    ("DQ-RES-CODE", "OFFENCE_OUTCOME", 1, {"RESIDENCE_STATUS": "ABROAD"}),
    ("DQ-VICTIM-CODE", "VICTIM_CONTACT", 1, {"CONSENT_TO_CONTACT": "Perhaps"}),
    ("DQ-ROW-ORPHAN", "PERSON_TRANSFER", 1, {"PERSON_ID": "999999"}),
]


def spoil(folder, file, row, changes):
    """Change cells of one data row, counted from 1, of a file without quotes in it."""
    (path,) = folder.glob(f"{file}_2*.csv")
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    cells = dict(zip(lines[0].split(","), lines[row].split(","), strict=True))
    lines[row] = ",".join((cells | changes).values())
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture(scope="module")
def codes(tmp_path_factory):
    """Return the codes found in the spoilt extract, with the rows they stand on."""
    layout = Layout(tmp_path_factory.mktemp("home"))
    layout.prepare()
    folder = layout.drop / "core_plus"
    folder.mkdir(parents=True, exist_ok=True)
    writer = Writer(PLAN, folder)
    for world in generate_chunks(PLAN):
        writer.write(world)
    writer.finish()
    for _, file, row, changes in SPOILT:
        spoil(folder, file, row, changes)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stillness, "SETTLE_SECONDS", 0)
        land(layout)
    scope = Scope([Calculation("KPI-v8-code", "KPI-v8-code", {})], services=[SERVICE])
    service = Service(name=SERVICE, case_system="core_plus")
    with calculate(layout, Configuration(service=service), scope) as counted:
        return counted.execute(
            "select finding_code, entity, row_number, service"
            " from marts.fct_data_quality_findings"
        ).fetchall()


@pytest.mark.parametrize("code", sorted({code for code, *_ in SPOILT}))
def test_a_text_that_no_reference_knows_is_named(codes, code):
    found = [finding for finding in codes if finding[0] == code]

    assert found
    if code not in ("DQ-ROW-ORPHAN",):
        assert {finding[3] for finding in found} == {SERVICE}
