"""Two documents, two plans: what differs is named, and nothing personal is shown."""

import copy
import json

import openpyxl
import pytest

from returns.differences.cells import compare_cells
from returns.differences.documents import compare_documents, key_fields
from returns.differences.files import compose_page, write_files
from returns.differences.workbook import sheets_of

SECRETS = ("2010-03-04", "2011-05-06", "99/1234X", "A typed remark", "LE1 1AA")
STATE = {"name": "v1", "service": "Testshire", "rules": None, "as_known_at": None}
STATE |= {"written_at": "2024-07-30", "release": "r1"}


def child(ypid, **parts):
    person = {"ypid": ypid, "dateOfBirth": "2010-03-04", "sex": "1"}
    return {"ypid": ypid, "person_details": person, **parts}


OFFENCE = {
    "offenceID": "O1",
    "offenceDate": "2024-05-01",
    "offenceDescription": "A typed remark",
    "offenceLocationPostcode": "LE1 1AA",
    "yjbseriousnessScore": 3,
    "offenceLegalOutcome": [
        {"outcomeDate": "2024-06-01", "legalOutcome": "REFERRAL_ORDER", "termMonths": 6}
    ],
}
OLD = {
    "return_part": {"source_return_id": "1", "signoff_date": "2024-07-30"},
    "children": [
        child("2", offence=[OFFENCE]),
        child("10", residence=[{"date": "2024-01-01"}, {"date": "2024-01-01"}]),
    ],
}


@pytest.fixture
def new():
    return copy.deepcopy(OLD)


def compared(new):
    return compare_documents(OLD, new)


def test_the_same_document_in_another_order_differs_in_nothing(new):
    new["children"].reverse()

    assert compared(new) == {"children": [], "items": [], "head": []}


def test_children_that_came_and_left_are_named_by_their_number(new):
    new["children"] = [child("30"), new["children"][0]]

    assert compared(new)["children"] == [
        {"ypid": "10", "what": "left"},
        {"ypid": "30", "what": "added"},
    ]
    assert compared(new)["items"] == []


def test_a_birth_date_and_a_typed_text_are_named_and_not_shown(new):
    new["children"][0]["person_details"] |= {"dateOfBirth": "2011-05-06"}
    new["children"][0]["person_details"] |= {"pncnumber": "99/1234X"}
    new["children"][0]["offence"][0] |= {"offenceDescription": "another"}
    new["children"][0]["offence"][0] |= {"offenceLocationPostcode": None}

    found = compared(new)

    assert [item["fields"] for item in found["items"]] == [
        [{"field": "offenceDescription"}, {"field": "offenceLocationPostcode"}],
        [{"field": "dateOfBirth"}, {"field": "pncnumber"}],
    ]
    said = f"{found} {compose_page(answer(**found))} {list(sheets_of(answer(**found)))}"
    assert [secret for secret in SECRETS if secret in said] == []


def test_a_code_a_day_and_a_number_are_shown_on_both_sides(new):
    offence = new["children"][0]["offence"][0]
    offence["yjbseriousnessScore"] = 5
    del offence["offenceLegalOutcome"][0]["termMonths"]
    offence["offenceLegalOutcome"][0]["legalOutcome"] = "YOUTH_REHABILITATION_ORDER"

    [first, second] = compared(new)["items"]

    assert (first["kind"], first["item"], first["what"]) == ("offence", "O1", "changed")
    assert first["fields"] == [{"field": "yjbseriousnessScore", "before": 3, "now": 5}]
    assert second["fields"] == [
        {
            "field": "legalOutcome",
            "before": "REFERRAL_ORDER",
            "now": "YOUTH_REHABILITATION_ORDER",
        },
        {"field": "termMonths", "before": 6, "now": "not sent"},
    ]


def test_an_item_of_a_list_that_came_or_left_is_named(new):
    new["children"][0]["offence"].append({"offenceID": "O2"})
    new["children"][1]["residence"].pop()

    assert [
        (item["ypid"], item["kind"], item["item"], item["what"])
        for item in compared(new)["items"]
    ] == [
        ("10", "residence", "2024-01-01", "left"),
        ("2", "offence", "O2", "added"),
    ]


def test_the_head_is_told_field_by_field(new):
    new["return_part"]["signoff_date"] = "2024-09-01"

    assert compared(new)["head"] == [
        {"field": "signoff_date", "before": "2024-07-30", "now": "2024-09-01"}
    ]


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("offence", ("offenceID",)),
        ("link_hearing_offence", ("hearingID", "offenceID")),
        ("ete_status", ("startDate",)),
        ("residence", ("date",)),
        ("offence.offenceLegalOutcome", ("outcomeDate",)),
        ("sendaln", ("kpi3SENDStartDate",)),
        ("person_details", ()),
    ],
)
def test_an_item_is_known_by_its_ids_or_the_day_it_began(kind, names):
    assert key_fields(kind) == names


def test_cells_of_a_plan_that_differ_are_named(tmp_path):
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    head = "table,row,column,unit,value\n"
    old.write_text(f"{head}budget,Police,Cash,pounds,5.00\nbudget,Gone,Cash,pounds,1\n")
    new.write_text(f"{head}budget,Police,Cash,pounds,7.00\nbudget,New,Cash,pounds,2\n")

    assert [
        (cell["row"], cell["before"], cell["now"]) for cell in compare_cells(old, new)
    ] == [("Police", "5.00", "7.00"), ("Gone", "1", None), ("New", None, "2")]


def answer(**parts):
    told = {"return": "case_level", "period": "2024Q1", "warnings": ["a warning"]}
    return told | {"before": STATE, "now": STATE} | parts


def test_page_workbook_and_answer_are_written_for_people(new, tmp_path):
    new["children"][0]["offence"][0]["offenceID"] = "=1+1"
    found = answer(**compared(new))

    page, book, told = write_files(tmp_path / "out", found)

    assert "a warning" in page.read_text()
    assert json.loads(told.read_text()) == found
    sheets = openpyxl.load_workbook(book)
    assert sheets.sheetnames == ["Summary", "Children", "Items"]
    kinds = {cell.data_type for row in sheets["Items"].iter_rows() for cell in row}
    assert kinds <= {"s", "n"}  # no formula
    assert "offence =1+1" in {row[1].value for row in sheets["Items"].iter_rows()}


def test_nothing_that_differs_is_said_in_words():
    page = compose_page(answer(cells=[]))

    assert "Nothing differs." in page
    assert "None." in page
