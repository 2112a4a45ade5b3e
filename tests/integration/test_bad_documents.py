"""Case documents that cannot be used: refused with the path of the field, and kept.

What docs/bad-input.md promises of a document's form is held here. Documents that can be
used, but not believed, are tested in ``test_doubtful_children.py``.
"""

import json

import pyarrow.parquet as pq
import pytest

from tests.fixtures.deliveries import making
from tests.integration.broken_documents import AGE, BROKEN, REFUSED, SOUND
from tests.integration.sound_documents import return_of, sound_child
from warehouse import stillness
from warehouse.landing import land
from warehouse.layout import Layout

NAME = "return_20240731.json"


@pytest.fixture
def layout(tmp_path, monkeypatch):
    monkeypatch.setattr(stillness, "SETTLE_SECONDS", 0)
    layout = Layout(tmp_path / "home")
    layout.prepare()
    return layout


@pytest.mark.parametrize(("content", "words"), REFUSED.values(), ids=REFUSED)
def test_a_document_that_cannot_be_used_is_refused_and_kept(layout, content, words):
    making.put(layout, "case_document", NAME, content)

    (outcome,) = land(layout)

    assert outcome.status == "refused"
    (line,) = outcome.lines
    assert line.startswith(f"case_document: {NAME}: ")
    for word in words:
        assert word in line
    kept = layout.refused("case_document", outcome.file_sha256, NAME)
    assert kept.exists()


@pytest.mark.parametrize(("broken", "words"), BROKEN.values(), ids=BROKEN)
def test_the_other_documents_of_a_file_land(layout, broken, words):
    good = return_of([sound_child("c9")], source_return_id="2")
    making.put(layout, "case_document", NAME, json.dumps([good, broken]))

    (outcome,) = land(layout)

    assert outcome.status == "landed"
    path = layout.quarantine("case_document", "returns", outcome.file_sha256)
    (rejected,) = pq.read_table(path).to_pylist()
    assert rejected["_row_number"] == 2
    assert rejected["reason_code"] == "breaks_schema"
    assert words[0] in rejected["reason"]


def test_a_child_in_two_documents_of_one_return_and_file_is_refused_once(layout):
    first, second = return_of([sound_child("c1")]), return_of([sound_child("c1")])
    making.put(layout, "case_document", NAME, json.dumps([first, second]))

    (outcome,) = land(layout)

    assert outcome.status == "landed"
    assert "document 2: children[0].ypid" in outcome.lines[0]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_of_a_file_does_not_matter(layout, encoding):
    text = SOUND.replace("Youth conditional", "Jugend-Überweisung")
    making.put(layout, "case_document", NAME, text.encode(encoding))

    (outcome,) = land(layout)

    assert (outcome.status, outcome.lines) == ("landed", [])


def test_a_whole_number_with_a_point_is_a_whole_number(layout):
    making.put(layout, "case_document", NAME, SOUND.replace(AGE, AGE + ".0"))

    (outcome,) = land(layout)

    assert (outcome.status, outcome.lines) == ("landed", [])


@pytest.mark.parametrize("day", ["2024-02-30", "2023-02-29", "2024-13-01"])
def test_a_day_that_does_not_exist_is_listed_and_its_record_lands(layout, day):
    making.put(layout, "case_document", NAME, SOUND.replace("2024-05-10", day))

    (outcome,) = land(layout)

    assert outcome.status == "landed"
    (line,) = outcome.lines
    assert "row 1: intervention_programmes: endDate is not a date" in line
    assert day not in line
    path = layout.quarantine(
        "case_document", "intervention_programmes", outcome.file_sha256
    )
    (cell,) = pq.read_table(path).to_pylist()
    assert (cell["kind"], cell["raw"]) == ("cell", day)
