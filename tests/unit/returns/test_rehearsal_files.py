"""What a rehearsal writes for people: the sentence, the sheets, what is shown."""

import openpyxl
import pytest

from returns._shared.sheets import write_sheets
from returns.rehearsal.comparing import Days
from returns.rehearsal.files import compose_page
from returns.rehearsal.report import compose
from returns.rehearsal.words import sentence
from returns.rehearsal.workbook import sheets_of
from tests.unit.returns.two_systems import (
    LINE,
    PAIR,
    judged,
    put,
    put_both,
    two_systems,
)
from warehouse.layout import Layout

SECRETS = ("2008-02-03", "SMITH", "SMYTHE", "9991234567", "LE1 1AA", "Sam told us")


@pytest.fixture
def document(tmp_path):
    """The answer about a child that differs in all that must not be shown."""
    systems = two_systems()
    put_both(
        *(systems, "persons"),
        {"birth_date": "2008-02-03", "surname": "SMITH", "nhs_number": "9991234567"},
        {"birth_date": "2009-02-03", "surname": "SMYTHE", "postcode": "LE1 1AA"},
    )
    put_both(systems, "accommodations", {}, {"accommodation_type_code": "Sam told us"})
    put_both(
        systems, "programmes", {"end_date": "2022-01-01"}, {"end_date": "2022-01-09"}
    )
    put(systems, "old", "hearings", "lost", court_name="=1+1")
    judged(systems)
    days = Days(LINE, LINE, LINE)
    return compose(systems, Layout(tmp_path), PAIR, days, {})


def test_no_name_birth_date_number_or_unknown_text_is_in_the_answer(document):
    said = f"{document} {compose_page(document)}"

    assert [secret for secret in SECRETS if secret in said] == []
    assert {
        (item["old_value"], item["new_value"])
        for item in document["differences"]
        if item["column"] in ("birth_date", "surname")
    } == {("differs", "differs")}


def test_a_date_of_a_record_is_shown_on_both_sides(document):
    (found,) = [
        item for item in document["differences"] if item["column"] == "end_date"
    ]

    assert (found["old_value"], found["new_value"]) == ("2022-01-01", "2022-01-09")


def test_the_workbook_opens_with_a_filter_on_every_sheet(document, tmp_path):
    path = tmp_path / "rehearsal.xlsx"
    write_sheets(path, sheets_of(document))
    book = openpyxl.load_workbook(path)

    assert book.sheetnames == [
        *("Summary", "Entities", "Values", "Children", "Records", "Fields"),
        *("Figures", "Measures", "Rules", "Sign-offs"),
    ]
    assert all(sheet.auto_filter.ref for sheet in book)
    assert book["Records"].max_row == 2
    assert book["Fields"].max_row == 1 + 6


@pytest.mark.parametrize(
    ("open_ones", "said"),
    [
        (0, "can change from CareWorks to Access Core+"),
        (1, "Do not change from CareWorks to Access Core+ yet: 1 difference in the"),
    ],
)
def test_the_verdict_is_one_sentence(open_ones, said):
    verdict = {"unexplained": open_ones}
    document = {
        "old": {"name": "CareWorks"},
        "new": {"name": "Access Core+"},
        "totals": {"differences": verdict, "figures": verdict, "open": open_ones},
    }

    assert said in sentence(document)


def test_a_difference_names_the_delivered_file_and_its_row(document):
    (lost,) = [item for item in document["differences"] if item["kind"] == "only_old"]

    assert (lost["old_key"], lost["old_row"]) == ("lost", 7)
