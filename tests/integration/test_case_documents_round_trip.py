"""Documents read in and written out again are equal, field for field."""

import json
import re
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from returns.case_level.files import FLAT_FILE, JSON_FILE
from returns.case_level.flat import read_flat
from returns.case_level.sending_again import (
    write_documents_again,
    write_quarter_again,
)
from tests.fixtures.drawn_documents import SENDERS_OWN, documents
from tests.integration.drawn_children import a_return, some_children
from warehouse.layout import Layout
from warehouse.refusal import DataRefused, WrongUse
from yjdw.cli import DONE, WRONG_USE, run_program

GOLDEN = Path(__file__).parents[1] / "golden"
SAMPLE = GOLDEN.parent / "fixtures" / "case_document.sample.json"
CASES = [
    *sorted(
        path
        for path in GOLDEN.glob("*.json")
        if not path.name.endswith(".expected.json")
    ),
    SAMPLE,
]
QUARTER = "2024Q1"
few = settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))


def as_text(document):
    """A document as text: to Python 1, 1.0 and true are equal."""
    return json.dumps(document, sort_keys=True)


def id_of_return(document):
    return document["return_part"]["source_return_id"]


def documents_of(path):
    content = json.loads(path.read_text(encoding="utf-8"))
    return content.get("documents", [content])


def read_again(folder):
    """Return a written document; its two forms say the same."""
    document = json.loads((folder / JSON_FILE).read_text(encoding="utf-8"))
    assert as_text(read_flat(folder / FLAT_FILE)) == as_text(document)
    return document


@pytest.fixture(scope="module")
def golden_again(tmp_path_factory):
    """Every golden case, written again in one go: documents by case."""
    folder = tmp_path_factory.mktemp("golden")
    written = write_documents_again(Layout(folder / "home"), CASES, folder / "out")
    found = {}
    for document in written:
        case = re.sub(r"-\d+$", "", document.folder.name)
        found.setdefault(case, []).append(as_text(read_again(document.folder)))
    return found


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_golden_document_is_written_as_it_was_read(golden_again, path):
    assert sorted(golden_again[path.name.removesuffix(".json")]) == sorted(
        map(as_text, documents_of(path))
    )


@few
@given(drawn=st.lists(documents(), min_size=1, max_size=3, unique_by=id_of_return))
def test_any_document_of_the_schema_is_written_as_it_was_read(drawn):
    with TemporaryDirectory() as folder:
        file = Path(folder, "drawn.json")
        file.write_text(json.dumps({"documents": drawn}), encoding="utf-8")
        home = Layout(Path(folder, "home"))
        written = write_documents_again(home, [file], Path(folder, "out"))
        again = [as_text(read_again(document.folder)) for document in written]

    assert again == [as_text(document) for document in drawn]


@few
@given(children=some_children(), extra=SENDERS_OWN)
def test_a_document_alone_is_the_return_of_its_quarter(children, extra):
    document = a_return("Eastshire", children) | extra
    document["return_part"] |= {"deleted_yps": "{gone}", "cmssystem": None}

    assert as_text(send([document])) == as_text(document)


def send(sent, quarter=QUARTER, known_at=None):
    """Return what the return of a quarter holds, once some documents are known."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "sent.json")
        file.write_text(json.dumps({"documents": sent}), encoding="utf-8")
        home, out = Layout(Path(folder, "home")), Path(folder, "out")
        written = write_quarter_again(home, [file], out, quarter, known_at=known_at)
        return read_again(written.folder)


@pytest.fixture
def two_quarters():
    """Returns of two quarters; the second sends but one of the two children."""
    first = documents_of(GOLDEN / "E1.json")[0]
    first["return_part"] |= {"source_return_id": "1", "signoff_date": "2024-07-31"}
    second = json.loads(json.dumps(first))
    second["return_part"] |= {
        "source_return_id": "2",
        "returnstartdate": "2024-07-01",
        "returnenddate": "2024-09-30",
        "signoff_date": "2024-10-31",
    }
    second["children"] = second["children"][:1]
    second["children"][0]["x_newer"] = True
    return first, second


def test_a_newer_return_brings_newer_records_into_a_quarter_sent_before(two_quarters):
    first, second = two_quarters

    now = send([first, second])
    then = send([first, second], known_at=date(2024, 9, 1))

    assert as_text(then) == as_text(first)
    newer = [child for child in now["children"] if "x_newer" in child]
    assert [child["ypid"] for child in newer] == [second["children"][0]["ypid"]]
    assert now["return_part"]["source_return_id"] == "2024063020241031"
    assert now["return_part"]["signoff_date"] == "1900-01-01"


def test_the_command_writes_documents_again_and_never_over_others(tmp_path, capsys):
    arguments = ["return", "case_level", "--documents", str(GOLDEN / "E1.json")]
    arguments += ["--out", str(tmp_path / "out"), "--json"]

    assert run_program(arguments) == DONE
    (told,) = json.loads(capsys.readouterr().out)["documents"]
    assert Path(told["folder"]) == tmp_path / "out" / "E1"
    assert run_program(arguments) == WRONG_USE


def test_a_dangling_link_is_told_but_does_not_keep_a_document_from_coming_back(
    two_quarters, tmp_path
):
    document, _ = two_quarters
    link = {"offenceID": "lost", "hearingID": "lost"}
    document["children"][0]["link_hearing_offence"] = [link]
    file = tmp_path / "sent.json"
    file.write_text(json.dumps(document), encoding="utf-8")

    (again,) = write_documents_again(Layout(tmp_path / "a"), [file], tmp_path / "out")

    assert as_text(read_again(again.folder)) == as_text(document)
    assert again.warnings[0].startswith("C-LINKS")
    with pytest.raises(DataRefused):
        send([document])


def test_a_quarter_of_another_service_is_wrong_use(two_quarters, tmp_path):
    file = tmp_path / "sent.json"
    file.write_text(json.dumps(two_quarters[0]), encoding="utf-8")

    with pytest.raises(WrongUse, match="--service"):
        write_quarter_again(
            Layout(tmp_path / "home"), [file], tmp_path, QUARTER, service="Elsewhere"
        )
