"""Bad content: one clear line, quarantine with a reason, the rest of the load goes on.

Every case lands beside a good file, in a home whose last good extract must go on being
served. How files arrive is tested in ``test_bad_arrivals.py``.
"""

import io
import zipfile

import pytest

from tests.fixtures.deliveries import making
from tests.fixtures.deliveries.home import GOOD_ROWS, Home
from tests.fixtures.deliveries.making import TRANSFERS, as_csv, transfers
from warehouse import stillness

NAME = "PERSON_TRANSFER_20240630.csv"
# the same number of rows as the last good extract, but not the same ones
NEWER = transfers(GOOD_ROWS, first=2)
GOOD = as_csv(TRANSFERS, NEWER)


def xlsx():
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return content.getvalue()


def without_last_column(rows):
    return [row[:-1] for row in rows]


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setattr(stillness, "SETTLE_SECONDS", 0)
    return Home.with_last_good(tmp_path / "home")


def assert_refused(home, outcome, *words):
    """One line that names supplier, file and what is wrong; the old one is served."""
    assert outcome.status == "refused"
    (line,) = outcome.lines
    assert line.startswith(f"core_plus: {outcome.file_name}: ")
    assert "; " in line  # what to do next
    for word in words:
        assert word in line
    assert home.is_kept_whole(outcome)
    assert home.served() == ["2024-03-31"]
    assert len(home.landed_rows()) == GOOD_ROWS


REFUSED = {
    "missing column": (
        as_csv(TRANSFERS[:-1], without_last_column(NEWER)),
        ["row 1", "lacks TRANSFER_TYPE"],
    ),
    "renamed column": (
        GOOD.replace("TRANSFER_TYPE", "TRANSFER_KIND"),
        ["row 1", "TRANSFER_TYPE (renamed to TRANSFER_KIND?)"],
    ),
    "column twice": (
        GOOD.replace("TRANSFER_TYPE", "TRANSFER_ID"),
        ["row 1", "TRANSFER_ID twice"],
    ),
    "wrong delimiter": (
        as_csv(TRANSFERS, NEWER, delimiter=";"),
        ["row 1", "divided by semicolons where the contract says commas"],
    ),
    "tabs": (
        as_csv(TRANSFERS, NEWER, delimiter="\t"),
        ["row 1", "divided by tabs"],
    ),
    "empty file": ("", ["holds nothing"]),
    "blank lines alone": ("\r\n\r\n", ["holds nothing"]),
    "heading only": (as_csv(TRANSFERS, []), ["not a single row", "--accept-shrink"]),
    "no heading": (
        GOOD.split("\r\n", 1)[1],
        ["row 1", "no heading"],
    ),
    "cut off in a row": (GOOD[:-25], ["row 31", "after 2 of 4 cells", "cut off"]),
    "cut off in quotes": (
        GOOD + 'T99,P99,01/04/2024,"Transf',
        ["row 32", "inside quotes", "cut off"],
    ),
    "web page": ("<!DOCTYPE html><html>Sign in</html>", ["a web page"]),
    "JSON": ('{"error": "not found"}', ["is JSON"]),
    "PDF": (b"%PDF-1.7 \n", ["a PDF document"]),
    "workbook": (xlsx(), ["Excel workbook"]),
    "binary": (bytes(range(256)) * 50, ["is binary"]),
    "mixed encodings": (
        GOOD.encode()
        + "T98,P98,,Zoë\r\n".encode()
        + "T99,P99,,Zoë\r\n".encode("cp1252"),
        ["mixes encodings"],
    ),
    "no row usable": (
        as_csv(TRANSFERS, [["", *row[1:]] for row in NEWER]),
        ["not one of its 30 rows", "TRANSFER_ID is empty"],
    ),
    "lost a third of its rows": (
        as_csv(TRANSFERS, transfers(20)),
        ["transfers has 20 rows", "2024-03-31 had 30", "33 % fewer", "limit is 20 %"],
    ),
}


@pytest.mark.parametrize(("content", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_used_is_refused_in_one_line(home, content, words):
    making.put(home.layout, "core_plus", NAME, content)

    assert_refused(home, home.land_beside_a_good_file(), *words)


def test_a_file_of_an_unknown_name_is_refused_with_the_names_promised(home):
    making.put(home.layout, "core_plus", "export (3).csv", GOOD)

    outcome = home.land_beside_a_good_file()

    assert_refused(home, outcome, "no name that the contract promises")
    assert "PERSON_TRANSFER_" in outcome.lines[0]


def test_an_extra_column_is_named_and_left_out(home):
    rows = [[*row, "checked"] for row in NEWER]
    making.put(home.layout, "core_plus", NAME, as_csv([*TRANSFERS, "NOTE"], rows))

    outcome = home.land_beside_a_good_file()

    assert outcome.status == "landed"
    assert "'NOTE'" in outcome.lines[0]
    assert home.served() == ["2024-06-30"]
    assert "NOTE" not in home.landed_rows()[0]


def test_columns_in_another_order_land_under_their_names(home):
    rows = [row[::-1] for row in NEWER]
    making.put(home.layout, "core_plus", NAME, as_csv(TRANSFERS[::-1], rows))

    outcome = home.land_beside_a_good_file()

    assert outcome.lines == []
    assert home.landed_rows()[0]["TRANSFER_ID"] == "T2"


def test_a_gz_that_is_a_zip_is_read_as_what_it_is(home):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(NAME, GOOD)
    making.put(home.layout, "core_plus", f"{NAME}.gz", packed.getvalue())

    outcome = home.land_beside_a_good_file()

    assert outcome.status == "landed"
    assert home.served() == ["2024-06-30"]


def test_a_date_that_is_no_date_is_listed_and_its_row_lands_as_sent(home):
    rows = transfers(GOOD_ROWS, first=2)
    rows[4][2] = "31/02/2024"
    making.put_transfers(home.layout, "20240630", rows)

    outcome = home.land_beside_a_good_file()

    (line,) = outcome.lines
    assert "row 6: TRANSFER_DATE is not a date (%d/%m/%Y)" in line
    assert "31/02/2024" not in line
    (cell,) = home.quarantined(outcome)
    assert (cell["kind"], cell["_row_number"], cell["raw"]) == ("cell", 6, "31/02/2024")
    assert outcome.receipts[0].cells_refused == 1
    assert home.landed_rows()[4]["TRANSFER_DATE"] == "31/02/2024"


def test_rows_that_do_not_fit_go_to_quarantine_and_the_sums_agree(home):
    rows = transfers(GOOD_ROWS, first=2)
    rows[1] = rows[1][:2]
    rows[2] = [*rows[2], "one too many"]
    rows[3][0] = " "
    making.put_transfers(home.layout, "20240630", rows)

    outcome = home.land_beside_a_good_file()

    (receipt,) = outcome.receipts
    assert receipt.rows_in == GOOD_ROWS
    assert (receipt.rows_landed, receipt.rows_quarantined) == (GOOD_ROWS - 3, 3)
    kept = {row["_row_number"]: row["reason_code"] for row in home.quarantined(outcome)}
    assert kept == {3: "wrong_width", 4: "wrong_width", 5: "empty_cell"}
    assert len(outcome.lines) == 3


def test_an_unknown_code_lands_as_sent_for_staging_to_find(home):
    rows = transfers(GOOD_ROWS, first=2)
    rows[0][3] = "Beamed over"
    making.put_transfers(home.layout, "20240630", rows)

    outcome = home.land_beside_a_good_file()

    assert outcome.lines == []
    assert home.landed_rows()[0]["TRANSFER_TYPE"] == "Beamed over"
