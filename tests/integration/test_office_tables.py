"""The service's own tables beside case documents: through ``yjdw kpi``'s road.

What each table does to the figures belongs here. Reading them belongs to the tests of
their supplier, single rules to the dbt unit tests.
"""

import csv
import json
from pathlib import Path

import pytest

from warehouse.counting import Run, count_documents
from warehouse.layout import Layout
from warehouse.refusal import DataRefused

GOLDEN = Path("tests/golden")
V8, V2 = "KPI-v8-code", "KPI-v2-headline"


def golden(case):
    return json.loads((GOLDEN / f"{case}.json").read_text(encoding="utf-8"))


def write_table(folder, rows, name="table.csv"):
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return path


def count(folder, case, *runs, tables=None):
    """Return for each run its figures without a breakdown, and its findings."""
    path = folder / "case.json"
    path.write_text(json.dumps(case), encoding="utf-8")
    answers = count_documents(Layout(folder / "home"), [path], runs, tables)
    return [
        (
            {
                item["measure"]: (
                    item["numerator"],
                    item["denominator"],
                    item["value"],
                    item["numerator_members"],
                )
                for item in answer["measures"]
                if not item["breakdown"]
            },
            sorted((item["code"], item["unit"]) for item in answer["dq"]),
        )
        for answer in answers
    ]


def with_a_victim_row_for_each_child():
    """Return E9 where the case system numbered the shared victim V1 once per child."""
    case = golden("E9")
    for child in case["documents"][0]["children"]:
        for row in child["victim_intervention"]:
            if child["ypid"] == "vb" and row["victimID"] == "V1":
                row["victimID"] = "V77"
    return case


def test_a_victim_of_two_children_counts_once_whatever_ids_the_case_system_gave(
    tmp_path,
):
    pairs = [("V77", "V70"), ("V70", "V1"), ("V1", "")]
    rows = [{"victim_id": one, "master_victim_id": other} for one, other in pairs]
    table = write_table(tmp_path, rows)

    [(figures, dq)] = count(
        tmp_path,
        with_a_victim_row_for_each_child(),
        Run("2024Q1", V8),
        tables={"victims": table},
    )

    assert figures["kpi10"] == (1, 2, "50.0", ["V1"])
    assert figures["kpi10a"] == (3, 2, "150.0", ["V1", "V2", "V3"])
    assert figures["kpi10c"][:3] == (3, 2, "150.0")
    # V70 joins the other two although the case system has no such victim
    assert ("DQ-VICTIM-UNKNOWN", "victim|V70") in dq


def test_without_a_list_of_victims_every_id_is_a_victim_and_the_doubt_is_told(tmp_path):
    [(figures, dq)] = count(
        tmp_path, with_a_victim_row_for_each_child(), Run("2024Q1", V8)
    )

    assert figures["kpi10"] == (2, 3, "66.7", ["V1", "V77"])
    assert ("DQ-VICTIM-MAYBE-SAME", "victim|V1|V2|V3|V77") in dq


@pytest.mark.parametrize("case", ["E7", "E7-two-meetings"])
def test_a_board_table_says_the_same_as_the_meetings_of_a_case_file(tmp_path, case):
    content = golden(case)
    table = write_table(tmp_path, content.pop("board_meetings"), "minutes.csv")
    expected = json.loads((GOLDEN / f"{case}.expected.json").read_text())["runs"]
    runs = [
        Run(
            item["quarter"],
            item["rules"],
            service="Testshire",
            settings=tuple(sorted(item["settings"].items())),
        )
        for item in expected
    ]

    answers = count(tmp_path, content, *runs, tables={"board_meetings": table})

    for run, (figures, _) in zip(expected, answers, strict=True):
        for stated in run["expect"]:
            if not stated["breakdown"]:
                numerator, denominator, value, _ = figures[stated["measure"]]
                assert value == stated["value"]
                assert numerator == stated.get("numerator", numerator)
                assert denominator == stated.get("denominator", denominator)


def test_the_office_and_a_case_file_do_not_count_a_meeting_twice(tmp_path):
    content = golden("E7")
    meeting = {"meeting_date": "18/04/2024", "sector": "health"}
    answers = {"attendee_level": "senior", "new_partner": "no"}
    shares = {"shares_disproportionality_data": "yes"}
    table = write_table(tmp_path, [meeting | answers | shares])

    [(figures, _)] = count(
        tmp_path,
        content,
        Run("2024Q1", V2, service="Testshire"),
        tables={"board_meetings": table},
    )

    assert figures["kpi8"] == (1, None, "1", ["health"])


@pytest.mark.parametrize("rules", [V8, V2])
def test_no_meeting_in_the_quarter_is_no_answer_and_not_nought(tmp_path, rules):
    [(figures, dq)] = count(
        tmp_path, golden("E9"), Run("2024Q1", rules, service="Testshire")
    )

    assert figures["kpi8"][2] is None
    assert ("DQ-BOARD-MISSING", None) in dq


def test_one_bad_row_refuses_a_table_and_names_the_file_as_it_was_given(tmp_path):
    heading = "meeting_date,sector,attendee_level,new_partner"
    table = tmp_path / "minutes.csv"
    table.write_text(
        f"{heading},shares_disproportionality_data\n,police,senior,no,no\n"
        "2024-04-18,health,senior,no,no\n"
    )

    with pytest.raises(DataRefused) as refusal:
        count(tmp_path, golden("E7"), tables={"board_meetings": table})

    assert "minutes.csv: row 2: meeting_date is empty" in str(refusal.value.reasons[0])
