"""Tables in all the forms in which they really come: encodings, line ends, packing."""

import codecs
import gzip
import io
import zipfile

import pytest

from sources._shared.delivery import Delivery, FileRefused
from sources.registry import adapter_for
from tests.fixtures.deliveries.making import TRANSFERS, as_csv, custody, custody_report

ROWS = [["T1", "P1", "01/04/2024", "Émigré, in"], ["T2", "P2", "", "Transfer\nout"]]
TEXT = as_csv(TRANSFERS, ROWS)
NAME = "PERSON_TRANSFER_20240630.csv"


def read(path, supplier="core_plus"):
    fetched = adapter_for(supplier).fetch(Delivery(supplier, path))
    batches = list(fetched.batches)
    rows = [list(row) for batch in batches for row in batch.rows]
    numbers = [number for batch in batches for number in batch.row_numbers]
    return rows, numbers


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_cell_is_read_as_sent_in_every_encoding(tmp_path, encoding):
    path = tmp_path / NAME
    path.write_bytes(TEXT.encode(encoding))

    assert read(path) == (ROWS, [2, 3])


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_row_bears_the_line_on_which_it_starts(tmp_path, line_end):
    rows = [["T1", "P1", "", f"two{line_end}lines"], ["T2", "P2", "", "one"]]
    path = tmp_path / NAME
    text = as_csv(TRANSFERS, rows, line_end=line_end)
    path.write_bytes((text + line_end).encode())

    assert read(path) == (rows, [2, 4])


def test_a_last_row_without_a_line_end_is_whole(tmp_path):
    path = tmp_path / NAME
    path.write_text(TEXT.rstrip("\r\n"), newline="")

    assert len(read(path)[0]) == 2


def packed_as_zip(content):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(f"export/{NAME}", content)
    return archive.getvalue()


@pytest.mark.parametrize("ending", [".gz", ".zip", ""])
@pytest.mark.parametrize("pack", [gzip.compress, packed_as_zip], ids=["gz", "zip"])
def test_packing_goes_by_the_first_bytes_and_not_by_the_name(tmp_path, pack, ending):
    path = tmp_path / (NAME + ending)
    path.write_bytes(pack(TEXT.encode()))

    assert read(path)[0] == ROWS


@pytest.mark.parametrize("keep", [30, 60])
@pytest.mark.parametrize("pack", [gzip.compress, packed_as_zip], ids=["gz", "zip"])
def test_a_packed_file_that_is_cut_off_is_refused(tmp_path, pack, keep):
    path = tmp_path / f"{NAME}.gz"
    path.write_bytes(pack(TEXT.encode())[:keep])

    with pytest.raises(FileRefused, match="broken or cut off"):
        read(path)


def test_a_zip_of_several_files_is_refused(tmp_path):
    path = tmp_path / f"{NAME}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("one.csv", TEXT)
        archive.writestr("two.csv", TEXT)

    with pytest.raises(FileRefused, match="ZIP of 2 files"):
        read(path)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (TEXT.encode() + b"T3,P3,,caf\xc3", "cut_off"),
        (codecs.BOM_UTF8 + TEXT.encode("cp1252"), "bad_encoding"),
        (TEXT.encode() + b"T3,P3,,\xe9\r\n", "bad_encoding"),
        (TEXT.encode("ascii", "ignore") + b"T3,P3,,\x81\r\n", "bad_encoding"),
    ],
    ids=["cut inside a letter", "false mark", "mixed", "no encoding at all"],
)
def test_text_that_cannot_be_told_is_refused_and_not_guessed(tmp_path, content, code):
    path = tmp_path / NAME
    path.write_bytes(content)

    with pytest.raises(FileRefused) as refusal:
        read(path)
    assert refusal.value.code == code


def test_titles_and_footers_are_not_rows(tmp_path):
    path = tmp_path / "NICHE_CUSTODY_20240401.csv"
    path.write_bytes(custody_report(custody(2)).encode("cp1252"))

    rows, numbers = read(path, "niche")

    assert [row[0] for row in rows] == ["CR1", "CR2"]
    assert numbers == [4, 5]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (custody_report(custody(2)).split("End of")[0], "cut_off"),
        (custody_report(custody(2), counted=3), "rows_lost"),
        (custody_report(custody(2)) * 2, "rows_below_footer"),
    ],
    ids=["no footer", "footer counts more", "two reports"],
)
def test_a_report_that_its_footer_contradicts_is_refused(tmp_path, text, code):
    path = tmp_path / "NICHE_CUSTODY_20240401.csv"
    path.write_text(text, newline="")

    with pytest.raises(FileRefused) as refusal:
        read(path, "niche")
    assert refusal.value.code == code


def test_quotes_that_do_not_pair_spoil_only_their_own_row(tmp_path):
    path = tmp_path / NAME
    bad = 'T9,P9,,"Transfer" in\r\n'
    path.write_text(TEXT + bad + "T10,P10,,Transfer in\r\n", newline="")
    fetched = adapter_for("core_plus").fetch(Delivery("core_plus", path))

    (batch,) = fetched.batches

    assert [row[0] for row in batch.rows] == ["T1", "T2", "T10"]
    (rejected,) = batch.rejected
    assert (rejected.row_number, rejected.reason_code) == (5, "bad_quotes")
    assert rejected.raw == bad
