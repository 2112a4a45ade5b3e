"""The workbook has the form's sheets, labels and columns, and cannot calculate."""

import csv
from pathlib import Path

import openpyxl
import pytest

from returns.yjb_kpi.cells import Cell
from returns.yjb_kpi.spec import load_form
from returns.yjb_kpi.workbook import NOT_COMPUTED_SHEET, write_workbook
from tests.unit.returns.conftest import Office

SEED = Path("dbt_project/seeds/reference/kpi_return_rows.csv")


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    written = Office(tmp_path_factory.mktemp("book")).write()
    return openpyxl.load_workbook(written.folder / "kpi_return.xlsx")


def form_rows(kpi):
    with SEED.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["kpi"] == kpi]


def test_there_is_one_sheet_per_kpi_after_the_front_sheet(book):
    assert book.sheetnames == ["Return", *(f"KPI {n}" for n in range(1, 11))]


@pytest.mark.parametrize("number", range(1, 11))
def test_a_sheet_has_the_forms_exact_labels_and_columns_in_order(book, number):
    sheet = book[f"KPI {number}"]
    rows = form_rows(f"kpi{number}")

    labels = [sheet.cell(line, 2).value for line in range(3, 3 + len(rows))]
    heads = [cell.value for cell in sheet[2]][2:]

    assert labels == [row["row_label"] for row in rows]
    assert heads == rows[0]["columns"].split(";")


@pytest.mark.parametrize("number", [8, 9])
def test_a_sheet_without_one_computed_cell_says_so_plainly(book, number):
    sheet = book[f"KPI {number}"]
    values = {cell.value for row in sheet.iter_rows(3, min_col=3) for cell in row}

    assert sheet.cell(1, 3).value == NOT_COMPUTED_SHEET
    assert values == {"not computed"}


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 6, 7, 10])
def test_a_sheet_that_is_computed_holds_counts(book, number):
    sheet = book[f"KPI {number}"]
    values = [cell.value for row in sheet.iter_rows(3, min_col=3) for cell in row]

    assert sheet.cell(1, 3).value == (load_form().kpis[f"kpi{number}"].note or None)
    assert any(isinstance(value, int) for value in values)


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "https://a.example"])
def test_text_from_outside_never_becomes_a_formula_or_a_link(tmp_path, text):
    path = tmp_path / "book.xlsx"
    cell = Cell("kpi1", 1, text, text, "column", 1)

    write_workbook(path, load_form(), [cell], [("Service", text)])

    book = openpyxl.load_workbook(path)
    for cell in (book["Return"]["B1"], book["KPI 1"]["A3"], book["KPI 1"]["B3"]):
        assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_the_bytes_follow_from_the_cells_alone(tmp_path):
    cells = [Cell("kpi1", 1, "", "STC", "ns_total", 3)]
    paths = [tmp_path / "one.xlsx", tmp_path / "two.xlsx"]
    for path in paths:
        write_workbook(path, load_form(), cells, [])

    assert paths[0].read_bytes() == paths[1].read_bytes()
