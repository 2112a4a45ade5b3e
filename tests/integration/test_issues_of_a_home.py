"""What is to be mended, who mends it, and what is let through, as people ask for it."""

import json
from datetime import date, timedelta

import pytest
from openpyxl import load_workbook

from expectations.issues.telling import NOBODY, Wanted, read_workers
from tests.integration.rekeyed_extract import newest_tables
from warehouse.layout import Layout
from warehouse.querying import open_zone
from yjdw.cli import run_program
from yjdw.issues import read_told, write_fix_lists

QUARTER = "2024Q3"
UNTIL = (date.today() + timedelta(days=30)).isoformat()


@pytest.fixture
def ask(home, capsys):
    """Run a command over a home of one's own; return its status and its answer."""

    def asked(*words):
        place = ("--home", str(home), "--config", str(home / "service.toml"))
        status = run_program([*words, *place, "--json"])
        text = capsys.readouterr().out
        return status, json.loads(text) if text.strip() else None

    return asked


@pytest.fixture(scope="module")
def lists(built_home, tmp_path_factory):
    """The fix list of every case worker, as the rows below its heading."""
    folder = tmp_path_factory.mktemp("lists")
    found = {}
    for path in write_fix_lists(Layout(built_home), folder, None):
        rows = list(load_workbook(path).active.values)
        name = path.stem.removeprefix("fix-list-")
        found[name] = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    return found


def test_a_fix_list_holds_a_workers_own_cases_and_no_other(built_home, lists):
    with open_zone(Layout(built_home), "identified") as connection:
        workers = read_workers(connection)

    assert len(lists) > 1
    for name, rows in lists.items():
        assert {workers.get(row["child_id"], NOBODY) for row in rows} == {name}


def test_the_fix_lists_hold_every_open_issue_of_the_case_workers(built_home, lists):
    told = read_told(Layout(built_home), Wanted(owner="case_worker"))
    wanted = {item["issue_id"] for item in told if item["child_id"]}

    assert {row["issue_id"] for rows in lists.values() for row in rows} == wanted


def test_a_fix_list_says_how_to_mend_and_where_to_look(lists):
    for rows in lists.values():
        assert all(row["message"] and row["remedy"] and row["unit_id"] for row in rows)


def test_no_name_or_birth_date_stands_in_the_fix_lists(built_home, lists):
    _, persons = newest_tables(built_home / "drop/.done/core_plus")["PERSON"]
    personal = {row["SURNAME"].upper() for row in persons}
    personal |= {row["DATE_OF_BIRTH"] for row in persons}
    cells = {
        str(cell).upper()
        for rows in lists.values()
        for row in rows
        for cell in row.values()
    }

    assert personal.isdisjoint(cells)


def test_issues_are_listed_shown_and_counted(ask):
    status, told = ask("issues", "list", "--owner", "case_worker")
    assert status == 0
    first = told["issues"][0]

    _, shown = ask("issues", "show", first["issue_id"])
    _, of_rule = ask("issues", "list", "--rule", first["rule"], "--state", "new")
    _, trend = ask("issues", "trend")

    assert shown == first
    assert first in of_rule["issues"]
    assert {item["rule"] for item in of_rule["issues"]} == {first["rule"]}
    assert sum(item["open"] for item in trend["trend"]) >= len(told["issues"])


def test_an_unknown_issue_is_wrong_use(ask):
    status, _ = ask("issues", "show", "I0")

    assert status == 2


def test_a_jump_holds_the_return_back_until_somebody_waives_it(ask):
    words = ("return", "yjb_kpi", "--quarter", QUARTER)
    status, refused = ask(*words)
    codes = {reason["code"] for reason in refused["reasons"]} if status else set()
    for code in codes:
        given, _ = ask(
            *("waiver", "give", "yjb_kpi", QUARTER, "--rule", code),
            *("--by", "A. Head", "--reason", "invented", "--until", UNTIL),
        )
        assert given == 0
    written, told = ask(*words)
    checked, submission = ask(
        "submission", "check", f"{QUARTER}/yjb_kpi/{told['version']}"
    )

    assert codes <= {"R-CHANGE", "R-VOLUME"}
    assert (written, checked) == (0, 0)
    event = submission["events"][-1]
    assert {item["rule"] for item in event["waivers"]} == codes


def test_what_breaks_a_return_is_an_issue_of_its_own_and_can_be_waived(ask):
    words = ("--quarter", QUARTER, "--rules", "KPI-v8-code")
    ask("return", "yjb_kpi", *words)
    _, told = ask("issues", "list", "--return", f"yjb_kpi {QUARTER}")
    waivable = [item for item in told["issues"] if item["severity"] == "may_be_waived"]
    for item in waivable:
        ask(
            *("waiver", "give", "yjb_kpi", QUARTER, "--issue", item["issue_id"]),
            *("--by", "A. Head", "--reason", "invented", "--until", UNTIL),
        )
    _, after = ask(
        "issues", "list", "--return", f"yjb_kpi {QUARTER}", "--state", "waived"
    )

    assert told["issues"]
    assert {item["issue_id"] for item in after["issues"]} == {
        item["issue_id"] for item in waivable
    }


def test_a_rule_that_must_be_fixed_is_not_waived_on_the_command_line(ask):
    status, _ = ask(
        *("waiver", "give", "yjb_kpi", QUARTER, "--rule", "DQ-RES-NULL"),
        *("--by", "A. Head", "--reason", "invented", "--until", UNTIL),
    )

    assert status == 2


def test_every_rule_is_listed_with_its_suites(ask):
    _, all_of_them = ask("rules")
    _, one = ask("rules", "--rule", "dq-res-null")

    assert len(all_of_them["rules"]) > 100
    assert one["rules"][0]["severity"] == "must_fix"
    assert one["rules"][0]["suites"] == ["returns.yjb_kpi"]
