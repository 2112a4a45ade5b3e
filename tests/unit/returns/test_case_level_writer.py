"""The case-level return is written whole, versioned and provable, or not at all."""

import json
from datetime import date

import pytest

from returns.case_level.documents import ask_for_case
from returns.case_level.files import FLAT_FILE, JSON_FILE
from returns.case_level.writer import write_return
from sources.case_document.items import take_apart
from tests.fixtures.builds.making import publish_again
from tests.fixtures.deliveries.making import document
from tests.unit.returns.conftest import Office
from warehouse.querying import open_zone, release_of
from warehouse.refusal import DataRefused, WrongUse

QUARTER, SERVICE = "2024Q1", "Testshire"
TABLES = (
    "create table national_headers (service varchar, deleted_ypids varchar[],"
    " document_fields varchar, return_fields varchar, quarter varchar,"
    " known_date date)",
    "delete from national_children",
    "create table national_items (service varchar, ypid varchar, kind varchar,"
    " item_number bigint, parent_number bigint, fields varchar)",
)


def quoted(value):
    return "'" + value.replace("'", "''") + "'"


def tables_of(content, quarter=QUARTER):
    """Return the statements that fill a build with a document, as if it was sent."""
    items = list(take_apart(content))
    heads = {item.kind: item.text for item in items if item.ypid is None}
    yield from TABLES
    yield (
        f"insert into national_headers values ('{SERVICE}', ['gone'],"
        f" {quoted(heads['document'])}, {quoted(heads['return_part'])},"
        f" '{quarter}', '2024-08-02')"
    )
    for item in items:
        if item.ypid is not None:
            numbers = f"{item.number}, {item.parent_number}"
            yield (
                f"insert into national_items values ('{SERVICE}', '{item.ypid}',"
                f" '{item.kind}', {numbers}, {quoted(item.text)})"
            )
    for child in content["children"]:
        for named, is_newest in ((quarter, True), ("2024Q2", False)):
            yield (
                f"insert into national_children values ('{SERVICE}', '{named}',"
                f" '{child['ypid']}', {is_newest})"
            )


class Desk(Office):
    """An office whose release holds one document."""

    def hold(self, content, *changes):
        statements = [*tables_of(content), *changes]
        publish_again(self.layout, *statements, run_id="run-3")

    def send(self, quarter=QUARTER, signed_off=None):
        with open_zone(self.layout, "identified") as connection:
            asked = ask_for_case(connection, quarter, None, signed_off)
            release = release_of(connection)
            return write_return(
                self.layout, self.configuration, connection, release, asked
            )


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path / "home")


@pytest.fixture
def content():
    sent = document()
    sent["return_part"] |= {"x_ours": "kept", "cmssystem": None}
    sent["x_batch"] = 7
    return sent


def written(folder):
    return json.loads((folder / JSON_FILE).read_text(encoding="utf-8"))


def manifest(folder):
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


def test_the_newest_return_of_the_quarter_goes_out_as_it_came(desk, content):
    desk.hold(content)

    sent = desk.send()

    assert written(sent.folder) == content
    assert sent.folder == desk.layout.returned(QUARTER, "case_level", "v1")
    told = manifest(sent.folder)
    assert told["is_as_sent"] is True
    assert set(told["files"]) == {JSON_FILE, FLAT_FILE}


def test_another_quarter_has_a_head_of_its_own_and_is_not_signed_off(desk, content):
    desk.hold(content)

    sent = written(desk.send("2024Q2").folder)

    assert sent["children"] == content["children"]
    assert sent["return_part"] == content["return_part"] | {
        "source_return_id": "2024093020240802",
        "returnstartdate": "2024-07-01",
        "returnenddate": "2024-09-30",
        "signoff_date": "1900-01-01",
        "deleted_yps": ["gone"],
    }


def test_a_day_of_sign_off_stands_in_the_head(desk, content):
    desk.hold(content)

    head = written(desk.send(signed_off=date(2024, 8, 5)).folder)["return_part"]

    assert head["signoff_date"] == "2024-08-05"
    assert head["source_return_id"] != content["return_part"]["source_return_id"]


def test_the_same_document_is_not_written_twice(desk, content):
    desk.hold(content)
    first, again = desk.send(), desk.send()

    assert (again.version, again.is_new) == (first.version, False)


def test_nothing_is_written_when_a_record_breaks_the_schema(desk, content):
    spoil = (
        'update national_items set fields = replace(fields, \'"sex":"\', \'"sex":"7\')'
    )
    desk.hold(content, spoil)

    with pytest.raises(DataRefused) as refused:
        desk.send()

    (reason,) = refused.value.reasons
    assert reason.code == "C-SCHEMA"
    assert reason.units[0].startswith("Y1 person_details.sex must be one of")
    assert not (desk.layout.root / "returns").exists()


def test_a_child_whose_items_were_not_kept_is_named(desk, content):
    desk.hold(content, "delete from national_items where kind = 'child'")

    with pytest.raises(DataRefused) as refused:
        desk.send()

    assert [(item.code, item.units) for item in refused.value.reasons] == [
        ("C-WHOLE", ("Y1",))
    ]


def test_a_case_system_that_is_too_old_blocks_the_return(desk, content):
    desk.hold(content)
    desk.set_extract_date(date(2020, 1, 1))

    with pytest.raises(DataRefused) as refused:
        desk.send()

    assert [item.code for item in refused.value.reasons] == ["C-FRESH"]


@pytest.mark.parametrize(
    ("quarter", "service", "words"),
    [("2024-Q1", None, "written like 2024Q1"), (QUARTER, "Elsewhere", "Testshire")],
)
def test_a_question_that_no_release_answers_is_wrong_use(
    desk, content, quarter, service, words
):
    desk.hold(content)

    with (
        open_zone(desk.layout, "identified") as connection,
        pytest.raises(WrongUse, match=words),
    ):
        ask_for_case(connection, quarter, service)
