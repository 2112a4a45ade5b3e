"""``yjdw land`` and ``yjdw status``: exit statuses, JSON alone on standard output."""

import json

import pytest

from tests.fixtures.deliveries import making
from tests.fixtures.deliveries.making import transfers
from warehouse import stillness
from warehouse.layout import Layout
from warehouse.state import connect
from yjdw.cli import run_program

SUMMARY = (
    "supplier",
    "entity",
    "last_extract_date",
    "files",
    "rows_in",
    "rows_landed",
    "rows_quarantined",
)


@pytest.fixture
def call(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(stillness, "SETTLE_SECONDS", 0)
    monkeypatch.chdir(tmp_path)

    def called(*arguments):
        status = run_program([*arguments, "--home", str(tmp_path), "--json"])
        return status, json.loads(capsys.readouterr().out)

    return called


def test_a_good_delivery_lands_with_exit_status_0(call, tmp_path):
    making.put_transfers(Layout(tmp_path), "20240630", transfers(3))

    status, answer = call("land")

    assert status == 0
    (delivery,) = answer["deliveries"]
    assert delivery["entities"][0]["rows_landed"] == 3


def test_a_refused_delivery_means_exit_status_1_and_a_reason(call, tmp_path):
    making.put_transfers(Layout(tmp_path), "20240630", [])

    status, answer = call("land", "--supplier", "core_plus")

    assert status == 1
    (problem,) = answer["deliveries"][0]["problems"]
    assert problem["code"] == "heading_only"


def test_what_shrank_lands_once_it_is_accepted(call, tmp_path):
    for day, count in (("20240331", 10), ("20240630", 5)):
        making.put_transfers(Layout(tmp_path), day, transfers(count))

    assert call("land")[0] == 1
    assert call("land", "--accept-shrink")[0] == 0


def test_an_empty_home_has_a_status_too(call):
    status, answer = call("status")

    assert status == 0
    assert answer["published"] is None
    assert answer["suppliers"] == answer["mappings"] == answer["required_columns"] == []
    assert answer["checks"] == {"passed": 0, "failed": 0, "failures": []}


def test_status_says_what_landed_what_was_refused_and_how_old_it_is(call, tmp_path):
    making.put_transfers(Layout(tmp_path), "20240331", transfers(3))
    making.put(Layout(tmp_path), "core_plus", "PERSON_TRANSFER_20240630.csv", "")
    call("land")

    _, answer = call("status")

    (summary,) = answer["suppliers"]
    assert [summary[key] for key in SUMMARY] == [
        "core_plus",
        "transfers",
        "2024-03-31",
        1,
        3,
        3,
        0,
    ]
    assert "holds nothing" in answer["refused"][0]["reason"]
    ages = {item["supplier"]: item["is_stale"] for item in answer["freshness"]}
    assert ages["core_plus"]


def test_status_says_what_a_landed_case_system_holds_of_what_returns_need(
    call, tmp_path
):
    making.put_transfers(Layout(tmp_path), "20240331", transfers(3))
    call("land")

    _, answer = call("status")

    assert [
        (item["supplier"], item["for_return"], item["percent_filled"], item["missing"])
        for item in answer["required_columns"]
    ] == [("core_plus", "yjb_kpi", 100.0, []), ("core_plus", "case_level", 100.0, [])]


def test_status_names_the_checks_that_the_published_release_failed(call, tmp_path):
    layout = Layout(tmp_path)
    with connect(layout) as state:
        state.execute(
            "insert into publications values"
            " ('r1', 'run1', null, '2024-07-01T02:00:00+00:00', 'f')"
        )
        state.execute(
            "insert into check_results values"
            " ('run1', 'figures', 'F-1', 0, 'warn', 'too few', '[]'),"
            " ('run1', 'figures', 'F-2', 1, 'error', 'well', '[]')"
        )
    layout.pointer.parent.mkdir()
    layout.pointer.write_text("r1\n")

    _, answer = call("status")

    assert answer["published"]["release"] == "r1"
    assert (answer["checks"]["passed"], answer["checks"]["failed"]) == (1, 1)
    assert answer["checks"]["failures"][0]["code"] == "F-1"
