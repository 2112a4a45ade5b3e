"""How old a supplier's data is, and when that is too old."""

from datetime import date

import pytest

from tests.fixtures.deliveries import making
from tests.fixtures.deliveries.making import custody, custody_report, transfers
from warehouse import stillness
from warehouse.configuration import Configuration, Service
from warehouse.freshness import read_freshness
from warehouse.landing import land
from warehouse.layout import Layout

ORGANISATION = "ORG_ID,ORG_NAME,YOT_OU_CODE\r\n1,Testshire,TS01\r\n"


@pytest.fixture
def layout(tmp_path, monkeypatch):
    monkeypatch.setattr(stillness, "SETTLE_SECONDS", 0)
    return Layout(tmp_path / "home")


def freshness(layout, supplier, today=date(2024, 7, 31), **configured):
    found = read_freshness(layout, Configuration(**configured), today)
    return next(item for item in found if item.supplier == supplier)


def test_age_counts_from_the_extract_date_and_not_from_the_landing(layout):
    making.put_transfers(layout, "20240630", transfers(2))
    land(layout)

    found = freshness(layout, "core_plus")

    assert (found.age_days, found.is_stale) == (31, False)
    assert freshness(layout, "core_plus", freshness_days={"core_plus": 30}).is_stale


def test_a_table_that_is_served_from_an_older_extract_makes_the_supplier_older(layout):
    for day in ("20240331", "20240630"):
        making.put(
            layout, "core_plus", f"ORGANISATION_{day}.csv", ORGANISATION + "\r\n"
        )
        making.put_transfers(layout, day, transfers(20))
        land(layout)
    making.put_transfers(layout, "20240731", transfers(2))
    making.put(
        layout, "core_plus", "ORGANISATION_20240731.csv", ORGANISATION + "2,B,\r\n"
    )
    land(layout)

    found = freshness(layout, "core_plus")

    assert found.entity == "transfers"
    assert found.last_extract_date == date(2024, 6, 30)


def test_the_same_content_sent_again_under_a_newer_day_is_as_new(layout):
    for day in ("20240331", "20240630"):
        making.put_transfers(layout, day, transfers(2))
        land(layout)

    assert freshness(layout, "core_plus").last_extract_date == date(2024, 6, 30)


def test_of_deltas_the_newest_counts(layout):
    for day, count in (("20240407", 1), ("20240728", 2)):
        report = custody_report(custody(count))
        making.put(layout, "niche", f"NICHE_CUSTODY_{day}.csv", report)
    land(layout)

    assert freshness(layout, "niche").age_days == 3


def test_what_never_landed_is_stale(layout):
    layout.prepare()

    found = freshness(layout, "systmone")

    assert (found.is_stale, found.age_days, found.is_required) == (True, None, False)


@pytest.mark.parametrize("system", ["core_plus", "case_document"])
def test_only_the_case_system_in_force_is_required(layout, system):
    layout.prepare()
    service = Service(case_system=system)
    found = read_freshness(layout, Configuration(service=service))

    assert [item.supplier for item in found if item.is_required] == [system]


@pytest.mark.parametrize(
    ("day", "system"),
    [(date(2024, 1, 14), "careworks"), (date(2024, 1, 15), "core_plus")],
)
def test_after_a_switch_the_new_system_is_required_and_the_old_one_is_not(
    layout, day, system
):
    layout.prepare()
    listed = [
        {"supplier": "careworks"},
        {"supplier": "core_plus", "from": "2024-01-15"},
    ]
    service = Service(case_systems=listed)
    found = read_freshness(layout, Configuration(service=service), day)

    assert [item.supplier for item in found if item.is_required] == [system]


def test_a_past_day_is_judged_by_what_was_known_then(layout):
    for day in ("20240331", "20240630"):
        making.put_transfers(layout, day, transfers(2))
        land(layout)

    then = freshness(layout, "core_plus", date(2024, 4, 30))

    assert then.last_extract_date == date(2024, 3, 31)
    assert then.age_days == 30
