"""What a simulated migration spoilt is found in the records, and nothing else is."""

import csv
from datetime import date

import pytest

from simulation.plan import Cutover, Plan
from simulation.run import simulate
from warehouse.calculating import calculate
from warehouse.configuration import CaseSystem, Configuration, Service
from warehouse.control import standard_scope
from warehouse.landing import land
from warehouse.layout import Layout

CUTOVER = Cutover("careworks", "core_plus", date(2024, 1, 15), overlap_months=2)
PLAN = Plan(
    service="Leicester City",
    children=200,
    years=6,
    until=date(2025, 3, 31),
    seed=3,
    suppliers=("careworks", "core_plus"),
    faults="heavy",
    cutover=CUTOVER,
)
FINDING_OF = {
    "migration_keyed_into_the_old_system": "DQ-SWITCH-WRONG-SYSTEM",
    "migration_lost_record": "DQ-SWITCH-RECORD-LEFT",
    "migration_duplicated_record": "DQ-SWITCH-RECORD-TWICE",
}


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    home = tmp_path_factory.mktemp("spoilt")
    simulate(PLAN, home, lambda _text: None)
    land(Layout(home))
    return home


@pytest.fixture(scope="module")
def connection(home):
    listed = [
        CaseSystem(supplier=CUTOVER.old),
        CaseSystem(supplier=CUTOVER.new, valid_from=CUTOVER.day),
    ]
    configuration = Configuration(service=Service(case_systems=listed))
    findings = ["records", "children"]
    return calculate(
        Layout(home),
        configuration,
        standard_scope(configuration, None),
        [f"model.youth_justice.int_findings__switch_{name}" for name in findings],
    )


def planted(home, fault):
    """Return supplier and row of every record in which a fault was planted."""
    with (home / "truth" / "faults.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["supplier"], int(row["row_number"]))
            for row in csv.DictReader(file)
            if row["fault"] == fault
        }


@pytest.mark.parametrize("fault", FINDING_OF)
def test_every_spoilt_record_is_a_finding_and_no_other_record_is(
    home, connection, fault
):
    found = connection.execute(
        "select supplier, row_number from intermediate.int_findings__switch_records"
        " where finding_code = ?",
        [FINDING_OF[fault]],
    ).fetchall()

    assert planted(home, fault)
    assert len(found) == len(planted(home, fault))
    # of a record and its double either may be called the second
    if fault != "migration_duplicated_record":
        assert set(found) == planted(home, fault)


def test_children_who_became_one_are_those_whom_the_migration_merged(home, connection):
    found = connection.execute(
        "select count(*) from intermediate.int_findings__switch_children"
        " where finding_code = 'DQ-SWITCH-CHILDREN-MERGED'"
    ).fetchall()

    assert found == [(len(planted(home, "migration_merged_persons")),)]
