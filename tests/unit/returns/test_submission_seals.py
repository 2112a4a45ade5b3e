"""What is frozen is whole, and whatever is altered in it or in the chain is found."""

import shutil
import sqlite3

import duckdb
import pytest

from returns.submissions import journal, life
from returns.submissions.verifying import find_faults
from tests.unit.returns.small_submission import PLAIN, make_version, take_to


@pytest.fixture
def version(tmp_path):
    return make_version(tmp_path / "home", 1)


def test_freezing_keeps_files_members_records_events_and_the_program(version):
    take_to("frozen", *version)
    layout, key = version

    names = {path.name for path in key.frozen(layout).iterdir()}

    assert names == {
        *("manifest.json", "measures.json", "kpi_return.csv", "seal.json"),
        *("members.parquet", "records.parquet", "events.json", "program.json"),
        *("checks.json", "rules.json", "waivers.json"),
    }


def test_a_release_that_is_gone_can_still_be_frozen(version):
    take_to("signed", *version)
    layout, key = version
    layout.release("identified", "r1").unlink()

    life.freeze(layout, PLAIN, key)

    assert life.state_of(layout, key) == "frozen"
    assert not any(find_faults(layout).values())


@pytest.mark.parametrize(
    "name",
    [
        *("kpi_return.csv", "measures.json", "members.parquet", "records.parquet"),
        *("events.json", "program.json", "manifest.json", "seal.json"),
        *("checks.json", "rules.json", "waivers.json"),
    ],
)
def test_one_altered_byte_is_found(version, name):
    take_to("frozen", *version)
    layout, key = version
    path = key.frozen(layout) / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)

    assert any(name in fault for fault in find_faults(layout)[str(key)])


def test_one_altered_member_is_found_and_so_is_a_file_more_or_less(version):
    take_to("frozen", *version)
    layout, key = version
    members = key.frozen(layout) / "members.parquet"
    with duckdb.connect() as connection:
        changed = connection.sql(
            f"select * replace (true as in_numerator) from '{members}'"
        )
        changed.write_parquet(str(members))
    (key.frozen(layout) / "note.txt").write_text("more")
    (key.frozen(layout) / "kpi_return.csv").unlink()

    assert find_faults(layout)[str(key)] == [
        "kpi_return.csv is missing",
        "members.parquet is not as it was frozen",
        "note.txt is no part of what was frozen",
    ]


@pytest.mark.parametrize(
    "change",
    [
        "update submission_events set at = '2024-01-01' where place = 2",
        "update submission_events set document = '{}' where place = 1",
        "delete from submission_events where place = 2",
        "update submission_events set event = 'send' where place = 3",
    ],
)
def test_an_altered_event_is_found(version, change):
    take_to("frozen", *version)
    with sqlite3.connect(version[0].state) as state:
        state.execute(change)

    assert journal.find_breaks(journal.read_events(version[0]))
    assert find_faults(version[0])["chain"]


def test_a_frozen_folder_that_is_gone_is_found(version):
    take_to("frozen", *version)
    layout, key = version
    shutil.rmtree(layout.returns)
    assert find_faults(layout)[str(key)] == []
    shutil.rmtree(layout.submissions)

    assert find_faults(layout)[str(key)] == [
        "seal.json is not the one that freezing wrote"
    ]


def test_a_sent_version_is_described_when_what_was_written_is_lost(version):
    take_to("sent", *version)
    layout, key = version
    shutil.rmtree(layout.returns)

    assert life.describe(layout, key)["state"] == "sent"
