"""A document written as flat tables, or as JSON, reads back as the same document."""

import csv
import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from hypothesis import given, settings

from returns.case_level.files import FLAT_FILE, JSON_FILE, write_files
from returns.case_level.flat import read_cell, read_flat, write_cell
from tests.fixtures.deliveries.making import document
from tests.fixtures.drawn_documents import documents

as_text = json.dumps


@settings(max_examples=40, deadline=None)
@given(document=documents())
def test_both_forms_read_back_as_the_document(document):
    with TemporaryDirectory() as folder:
        write_files(Path(folder), document)
        tables = read_flat(Path(folder, FLAT_FILE))
        text = Path(folder, JSON_FILE).read_text(encoding="utf-8")

    wanted = json.dumps(document, sort_keys=True)
    assert json.dumps(tables, sort_keys=True) == wanted
    assert json.dumps(json.loads(text), sort_keys=True) == wanted


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("REFERRAL_ORDER", "REFERRAL_ORDER"),
        ("1900-01-01", "1900-01-01"),
        ("", '""'),
        (None, "null"),
        ("null", '"null"'),
        ('"', '"\\""'),
        ("15", "15"),
    ],
)
def test_a_text_stands_as_it_is_unless_it_could_be_mistaken(value, cell):
    assert write_cell(value, is_text=True) == cell
    assert read_cell(cell, is_text=True) == value


@pytest.mark.parametrize("value", [15, 15.0, True, None, [], {"a": [1]}, "15"])
def test_any_other_value_stands_as_in_json(value):
    again = read_cell(write_cell(value, is_text=False), is_text=False)

    assert as_text(again) == as_text(value)


def read_table(folder, name):
    with ZipFile(folder / FLAT_FILE) as archive:
        text = archive.read(f"{name}.csv").decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_table_has_the_national_names_and_keys_to_join(tmp_path):
    content = document()
    content["children"][0]["residence"] = [
        {"date": "2024-05-01", "kpi1PrimaryResidence": True, "description": 'a\n"b"'}
    ]

    write_files(tmp_path, content)

    (row,) = read_table(tmp_path, "residence")
    assert (row["_row"], row["_parent_row"], row["_ypid"]) == ("1", "1", "Y1")
    assert row["date"] == "2024-05-01"
    assert row["kpi1PrimaryResidence"] == "true"
    assert row["description"] == 'a\n"b"'
    assert row["kpi1EndDate"] == ""  # a field that was not sent


def test_the_same_document_gives_the_same_bytes(tmp_path):
    folders = [tmp_path / name for name in ("one", "other")]
    for folder in folders:
        folder.mkdir()
        write_files(folder, document())

    for name in (JSON_FILE, FLAT_FILE):
        one, other = ((folder / name).read_bytes() for folder in folders)
        assert one == other
