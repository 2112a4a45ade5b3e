"""Which worker holds each child's case, whatever the case system says, or does not say."""

from datetime import date

import pytest

from simulation.plan import CASE_SYSTEMS
from sources.registry import mappings_of
from tests.conformance.extracts import Extract
from tests.conformance.homes import SmallHome, deliver
from tests.integration.two_case_systems import (
    NEW,
    NEWEST,
    OLD,
    SWITCH,
    child,
    counted,
    old_system,
    system,
)
from warehouse import stillness
from warehouse.calculating import calculate
from warehouse.configuration import Configuration, Service
from warehouse.control import Calculation, Scope

DETAILS = "model.youth_justice.child_details"
FIGURES = "model.youth_justice.fct_measures"
RULES = "KPI-v8-code"


def deliver_without(name, delivered, folder):
    """Write an extract again as it was before the system named its workers."""
    extract = Extract.read(name, delivered)
    said = next(
        item for item in mappings_of(name).fields if item.column == "case_worker_id"
    )
    extract.tables[said.source_entity].drop_column(said.source_column)
    extract.write(folder, extract.day)
    return folder


def ask(name, extract, root):
    """Return the figures that an extract gives, and each record's worker."""
    home = SmallHome.of(name, root, extract)
    configuration = Configuration(service=Service(case_system=name))
    scope = Scope([Calculation(RULES, RULES, {})])
    with calculate(home.layout, configuration, scope, [FIGURES, DETAILS]) as connection:
        figures = connection.execute(
            "select quarter, measure, breakdown, numerator, denominator, value"
            " from marts.fct_measures order by all"
        ).fetchall()
        return figures, workers_of(connection)


def workers_of(connection):
    """Return the worker of each record of a child, by its ypid."""
    rows = connection.execute("select ypid, case_worker_id from marts.child_details")
    return dict(rows.fetchall())


@pytest.mark.parametrize("name", CASE_SYSTEMS)
def test_an_extract_that_names_no_workers_lands_and_counts_the_same(
    name, tmp_path, monkeypatch
):
    monkeypatch.setattr(stillness, "SETTLE_SECONDS", 0)
    delivered = deliver(name, tmp_path / "today")
    before = deliver_without(name, delivered, tmp_path / "before")

    figures, workers = ask(name, delivered, tmp_path / "home")
    old_figures, old_workers = ask(name, before, tmp_path / "old home")

    assert len(figures) > 50
    assert old_figures == figures
    assert old_workers.keys() == workers.keys()
    assert set(old_workers.values()) == {None}
    assert len(set(workers.values()) - {None}) > 1


def seen(systems, switches=(SWITCH,)):
    """Return the workers that case systems, oldest first, give to children."""
    with counted(systems, switches, targets=(DETAILS,)) as connection:
        return workers_of(connection)


def test_of_two_records_of_a_child_the_last_updated_names_the_worker():
    twice = {"originating_yot_person_id": "O1"}
    records = (
        child(1, case_worker_id="W001", last_updated="2024-05-02 09:00:00", **twice),
        child(
            1,
            case_worker_id="W002",
            last_updated="2024-05-02 09:30:00",
            person_id="P8",
            **twice,
        ),
        child(
            1,
            case_worker_id=" ",
            last_updated="2024-06-01 09:00:00",
            person_id="P9",
            **twice,
        ),
        child(2, case_worker_id="W003"),
        child(3),
    )

    assert seen({NEW: system(*records)}, switches=()) == {
        **dict.fromkeys(("P1", "P8", "P9"), "W002"),
        "P2": "W003",
        "P3": None,
    }


def test_a_record_deleted_later_no_longer_names_the_worker():
    twice = {"originating_yot_person_id": "O1"}
    gone = child(
        1,
        person_id="P9",
        case_worker_id="W002",
        last_updated="2024-09-01",
        is_deleted="Y",
        **twice,
    )
    kept = child(1, case_worker_id="W001", last_updated="2024-05-02", **twice)

    assert seen({NEW: system(kept, gone)}, switches=()) == {"P1": "W001"}


def test_after_a_switch_the_newest_system_names_the_worker():
    old = old_system(
        child(1, case_worker_id="W001", last_updated="2024-09-01"),
        child(2, case_worker_id="W002"),
        child(3, case_worker_id="W003"),
    )
    new = system(
        child(1, case_worker_id="W004", last_updated="2024-02-01"),
        child(2),
    )

    # the second is not named in the new system, the third was left behind
    assert seen({OLD: old, NEW: new}) == {"P1": "W004", "P2": "W002", "cP3": "W003"}


def test_of_three_systems_the_newest_that_names_a_worker_is_heard():
    first = old_system(child(1, case_worker_id="W001"))
    second = system(child(1, case_worker_id="W002"), keys="n")
    third = system(child(1), extract="2025-03-31")

    systems = {OLD: first, NEW: second, NEWEST: third}
    assert seen(systems, (SWITCH, date(2024, 12, 1))) == {"P1": "W002"}
