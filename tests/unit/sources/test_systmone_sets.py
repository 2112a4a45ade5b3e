"""SystmOne's sets: what the manifest says must be so, or nothing of the set lands."""

import zipfile
from datetime import date

import pytest

from sources._shared.delivery import FileRefused
from sources.registry import adapter_for
from tests.fixtures.deliveries.making import events, health_set, patients

GOOD = {"SRPatient.csv": patients(3), "SREvent.csv": events(2)}


def write_folder(folder, files):
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, newline="")
    return folder


def write_zip(folder, files):
    path = folder.with_name(f"{folder.name}.zip")
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(f"{folder.name}/{name}", text)
    return path


@pytest.fixture(params=[write_folder, write_zip], ids=["folder", "zip"])
def fetch(request, tmp_path):
    def written_and_fetched(files):
        request.param(tmp_path / "SRE_20240331", files)
        adapter = adapter_for("systmone")
        (delivery,) = adapter.find_deliveries(tmp_path)
        fetched = adapter.fetch(delivery)
        return fetched, {
            batch.entity.name: len(batch.rows) for batch in fetched.batches
        }

    return written_and_fetched


def test_a_whole_set_is_read_in_one_go(fetch):
    fetched, rows = fetch(health_set(GOOD))

    assert rows == {"patients": 3, "events": 2}
    assert fetched.extract_date == date(2024, 3, 31)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda files: files.pop("SREvent.csv"), "promises srevent.csv"),
        (lambda files: files.pop("SRManifest.csv"), "has no SRManifest.csv"),
        (lambda files: files.update({"SRExtra.csv": "A\r\n1\r\n"}), "SRExtra.csv"),
        (
            lambda files: files.update({"SRManifest.csv": "FileName,Rows\r\n"}),
            "lacks the column RowCount",
        ),
        (
            lambda files: files.update({"SREvent.csv": "IDEvent\r\n1\r\n"}),
            "SREvent.csv the heading lacks",
        ),
    ],
    ids=["file missing", "no manifest", "file extra", "bad manifest", "bad table"],
)
def test_a_set_that_is_not_what_its_manifest_says_is_refused(fetch, spoil, words):
    files = health_set(GOOD)
    spoil(files)

    with pytest.raises(FileRefused) as refusal:
        fetch(files)
    assert words in refusal.value.what


@pytest.mark.parametrize("promised", [1, 3])
def test_a_count_that_differs_from_the_manifest_refuses_the_set(fetch, promised):
    files = health_set(GOOD, promised={"SREvent.csv": promised})

    with pytest.raises(FileRefused, match=f"2 rows, the manifest promises {promised}"):
        fetch(files)


def test_loose_files_in_a_drop_folder_are_one_set_dated_by_its_manifest(tmp_path):
    write_folder(tmp_path / "systmone", health_set(GOOD))
    adapter = adapter_for("systmone")

    (delivery,) = adapter.find_deliveries(tmp_path / "systmone")

    assert adapter.fetch(delivery).extract_date == date(2024, 3, 31)
