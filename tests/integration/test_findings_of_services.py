"""What is found of a service: that it is gone, its board and its list of victims.

Findings that belong to no one child or return are tested here, those of children and
of returns beside this file.
"""

import json

from tests.integration.sound_documents import count, headline, returns, sound_child
from warehouse.calculating import calculate
from warehouse.configuration import Configuration, Service
from warehouse.control import Calculation, Scope
from warehouse.counting import Run, land_documents
from warehouse.layout import Layout

ONE = [sound_child("c1")]


def test_an_order_that_ended_after_its_service_was_abolished_is_found(tmp_path):
    documents = returns(ONE, yjs_name="Cumbria")

    (answer,) = count(tmp_path, documents, [Run("2024Q1", "KPI-v8-code")])

    assert headline(answer) == (0, 0)
    assert {finding["code"] for finding in answer["dq"]} == {
        *("DQ-SERVICE-CLOSED", "DQ-BOARD-MISSING", "DQ-POP-YEAR"),
    }


def test_attendance_of_nobody_nowhere_or_never_is_found(tmp_path):
    meeting = {"meeting_date": "2024-04-18", "sector": "police"}
    case_file = {
        "documents": returns(ONE),
        "board_meetings": [
            meeting | {"attendee_level": "senior"},
            meeting | {"sector": "health", "attendee_level": "in spirit"},
            meeting | {"sector": "navy", "attendee_level": "senior"},
            meeting | {"meeting_date": "1900-01-01", "attendee_level": "senior"},
        ],
    }

    (answer,) = count(tmp_path, [case_file], [Run("2024Q1", "KPI-v8-code")])

    assert {finding["code"] for finding in answer["dq"]} == {
        *("DQ-BOARD-DATE-NULL", "DQ-BOARD-CODE", "DQ-BOARD-LEVEL", "DQ-POP-YEAR"),
    }


def test_a_meeting_of_one_of_two_services_is_found_but_nobody_guesses_whose(tmp_path):
    meeting = {"meeting_date": "2024-04-18", "sector": "police"}
    elsewhere = returns(ONE, yjs_name="Derby")
    case_file = {
        "documents": [*returns(ONE), *elsewhere],
        "board_meetings": [meeting | {"attendee_level": "senior"}],
    }
    layout, path = Layout(tmp_path / "home"), tmp_path / "case.json"
    path.write_text(json.dumps(case_file))
    layout.prepare()
    land_documents(layout, [path])
    scope = Scope([Calculation("KPI-v8-code", "KPI-v8-code", {})])
    configuration = Configuration(service=Service(case_system="case_document"))

    with calculate(layout, configuration, scope) as counted:
        found = counted.execute(
            "select finding_code, entity from marts.fct_data_quality_findings"
            " where service is null"
        ).fetchall()

    assert found == [("DQ-BOARD-SERVICE", "board_meetings")]


def test_a_list_of_victims_that_leads_nowhere_is_found(tmp_path):
    pairs = [("VIC1", "VIC1X"), ("A", "B"), ("B", "A")]
    table = tmp_path / "victims.csv"
    lines = ["victim_id,master_victim_id", *(f"{one},{other}" for one, other in pairs)]
    table.write_text("\n".join(lines) + "\n")
    runs = [Run("2024Q1", "KPI-v8-code")]

    (answer,) = count(tmp_path, returns(ONE), runs, {"victims": table})

    codes = {(finding["code"], finding["unit"]) for finding in answer["dq"]}
    assert ("DQ-VICTIM-MASTER-UNKNOWN", "victim|VIC1") in codes
    assert {("DQ-VICTIM-CIRCLE", f"victim|{victim}") for victim in "AB"} <= codes
    assert ("DQ-VICTIM-UNKNOWN", "victim|A") in codes


def test_a_source_that_states_no_first_time_entrants_is_found(tmp_path):
    settings = (("cfg.fte.source", "PNC_YDS"),)
    runs = [Run("2024Q1", "KPI-v8-code", settings=settings)]

    (answer,) = count(tmp_path, returns(ONE), runs)

    assert "DQ-FTE-SOURCE" in {finding["code"] for finding in answer["dq"]}
