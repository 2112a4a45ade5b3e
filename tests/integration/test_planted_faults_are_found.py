"""Every fault planted into a simulated drop is met as truth/faults.csv says it must be.

The simulation says what should happen, landing says what did; neither reads the other.
"""

import datetime
from pathlib import Path

import pytest
from pyarrow import parquet

from simulation import faults as planted_faults
from simulation.generate import generate_chunks
from simulation.plan import Plan
from simulation.suppliers import (
    case_document,
    core_plus,
    niche,
    school_census,
    ssda903,
    systmone,
)
from simulation.truth import PersonsTruth
from warehouse import stillness
from warehouse.landing import land
from warehouse.layout import Layout

MODULES = {
    "core_plus": core_plus,
    "case_document": case_document,
    "niche": niche,
    "school_census": school_census,
    "ssda903": ssda903,
    "systmone": systmone,
}
PLAN = Plan(
    "Leicester City",
    children=600,
    years=2,
    until=datetime.date(2026, 9, 30),
    seed=7,
    suppliers=tuple(MODULES),
    faults="heavy",
)
# the first words of what_should_happen: status of the delivery, kind of quarantine
EXPECTED = {
    "row quarantined": ("landed", "row"),
    "value refused and listed": ("landed", "cell"),
    "row lands": ("landed", None),
    "file refused": ("refused", None),
    "set refused": ("refused", None),
    "file lands": ("landed", None),
    "file recognised as already landed": ("repeated", None),
}


@pytest.fixture(scope="module")
def landed(tmp_path_factory):
    """Simulate, plant and land once; return the home, the faults and the outcomes."""
    root = tmp_path_factory.mktemp("home")
    writers = []
    for supplier, module in MODULES.items():
        (root / "drop" / supplier).mkdir(parents=True)
        writers.append(module.Writer(PLAN, root / "drop" / supplier))
    (root / "truth").mkdir()
    writers.append(PersonsTruth(PLAN, root / "truth"))
    for world in generate_chunks(PLAN):
        for writer in writers:
            writer.write(world)
    for writer in writers:
        writer.finish()
    faults = planted_faults.plant(PLAN, root)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stillness, "SETTLE_SECONDS", 0)
        # an invented town is small: a year group that leaves may be a fifth of its rolls
        outcomes = land(Layout(root), suppliers=["school_census"], accept_shrink=True)
        outcomes += land(Layout(root))
    found = {(each.supplier, each.file_name): each for each in outcomes}
    return Layout(root), faults, found


def outcome_of(fault, found):
    return found[fault.supplier, Path(fault.file).parts[0]]


def begins(fault):
    return fault.what_should_happen.split(";")[0].split(":")[0]


def quarantined(layout, fault, outcome):
    """Return the kinds under which the row of a fault was set aside."""
    kinds = set()
    for receipt in outcome.receipts:
        path = layout.quarantine(fault.supplier, receipt.entity, outcome.file_sha256)
        if path.exists() and is_of(receipt.entity, fault.file):
            rows = parquet.read_table(path).to_pylist()
            kinds |= {
                row["kind"] for row in rows if row["_row_number"] == fault.row_number
            }
    return kinds


def is_of(entity, file):
    """Return whether a file of a set holds the entity; a lone file always does."""
    tables = {"patients": "SRPatient", "referrals": "SRReferralIn", "events": "SREvent"}
    return "/" not in file or tables[entity] in file


def test_faults_of_every_supplier_are_planted(landed):
    _, faults, _ = landed
    assert {fault.supplier for fault in faults} == set(MODULES)


def test_every_delivery_meets_the_fate_that_the_truth_foresees(landed):
    _, faults, found = landed
    fates = {
        (fault.file, fault.fault): outcome_of(fault, found).status for fault in faults
    }
    assert fates == {
        (fault.file, fault.fault): EXPECTED[begins(fault)][0] for fault in faults
    }


def test_every_spoilt_row_is_set_aside_as_the_truth_foresees(landed):
    layout, faults, found = landed
    of_rows = [fault for fault in faults if fault.row_number]
    kinds = {
        (fault.file, fault.row_number): quarantined(
            layout, fault, outcome_of(fault, found)
        )
        for fault in of_rows
    }
    assert kinds == {
        (fault.file, fault.row_number): {EXPECTED[begins(fault)][1]} - {None}
        for fault in of_rows
    }


def test_nothing_is_set_aside_that_was_not_planted(landed):
    _, faults, found = landed
    cells = sum(begins(fault) == "value refused and listed" for fault in faults)
    rows = sum(begins(fault) == "row quarantined" for fault in faults)
    receipts = [receipt for each in found.values() for receipt in each.receipts]
    assert sum(receipt.rows_quarantined for receipt in receipts) == rows
    assert sum(receipt.cells_refused for receipt in receipts) == cells


def test_what_was_not_spoilt_lands(landed):
    _, faults, found = landed
    spoilt = {
        (fault.supplier, Path(fault.file).parts[0])
        for fault in faults
        if EXPECTED[begins(fault)][0] != "landed"
    }
    others = {each.status for key, each in found.items() if key not in spoilt}
    assert others == {"landed"}
