"""Landing: what is written beside the rows, and which landed files a build reads."""

from datetime import date, datetime

import pyarrow.parquet as pq
import pytest

from tests.fixtures.deliveries import making
from tests.fixtures.deliveries.making import custody, custody_report, transfers
from warehouse import stillness
from warehouse.configuration import Configuration
from warehouse.landing import current_files, land
from warehouse.layout import Layout
from warehouse.refusal import WrongUse

CENSUS = (
    "pupilonrolltableid,NativeId,addressesonrolltableid,addressesonrollorderseqcolumn"
)
CENSUS += ",sourceid,uniquepropertyreferencenumber,postcode\n"


@pytest.fixture
def layout(tmp_path, monkeypatch):
    monkeypatch.setattr(stillness, "SETTLE_SECONDS", 0)
    return Layout(tmp_path / "home")


def dates(files):
    return [str(file.extract_date) for file in files]


def test_every_row_bears_file_line_instant_and_extract_date(layout):
    making.put_transfers(layout, "20240630", transfers(2))

    (outcome,) = land(layout)

    (file,) = current_files(layout, "core_plus", "transfers")
    table = pq.read_table(file.path)
    rows = table.to_pylist()
    assert {row["_file_sha256"] for row in rows} == {outcome.file_sha256}
    assert [row["_row_number"] for row in rows] == [2, 3]
    assert {row["_extract_date"] for row in rows} == {date(2024, 6, 30)}
    assert isinstance(rows[0]["_landed_at"], datetime)
    sent = table.schema.types[: len(making.TRANSFERS)]
    assert {str(kind) for kind in sent} == {"string"}


def test_a_file_without_a_day_in_its_name_is_of_the_day_it_landed(layout):
    making.put(layout, "ssda903", "oc3.csv", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n1,,,,\n")

    # the key of oc3 holds the birth date, so this one row is of no use
    (outcome,) = land(layout)
    making.put(
        layout,
        "ssda903",
        "oc3.csv",
        "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\n1,01/01/2005,,,\n",
    )

    assert outcome.status == "refused"
    assert land(layout)[0].extract_date == date.today()


def test_of_a_full_extract_only_the_newest_known_is_read(layout):
    for day in ("20240630", "20240331"):
        making.put_transfers(layout, day, transfers(3, first=int(day[5])))
    land(layout)

    newest = current_files(layout, "core_plus", "transfers")
    known = current_files(layout, "core_plus", "transfers", date(2024, 5, 1))
    unknown = current_files(layout, "core_plus", "transfers", date(2024, 3, 30))

    assert dates(newest) == ["2024-06-30"]
    assert dates(known) == ["2024-03-31"]
    assert unknown == []


def test_of_a_delta_all_files_are_read(layout):
    for week, day in enumerate(("20240407", "20240414"), start=1):
        report = custody_report(custody(week))
        making.put(layout, "niche", f"NICHE_CUSTODY_{day}.csv", report)
    land(layout)

    files = current_files(layout, "niche", "custody_records")

    assert dates(files) == ["2024-04-07", "2024-04-14"]


def test_of_a_snapshot_the_newest_export_of_each_day_is_read(layout):
    for name, row in (("2024_autumn", "a"), ("2025_spring", "b"), ("2025_spring", "c")):
        text = f"{CENSUS}{row},SCH1,1,1,s,1.0,LE1 1AA\n"
        making.put(layout, "school_census", f"{name}_addressesonroll.csv", text)
        land(layout)

    files = current_files(layout, "school_census", "addressesonroll")

    assert dates(files) == ["2024-10-03", "2025-01-16"]
    assert pq.read_table(files[1].path)["pupilonrolltableid"].to_pylist() == ["c"]


def test_a_footer_that_counts_no_rows_confirms_an_empty_report(layout):
    report = custody_report([])
    making.put(layout, "niche", "NICHE_CUSTODY_20240407.csv", report)

    (outcome,) = land(layout)

    assert outcome.status == "landed"
    assert outcome.receipts[0].rows_in == 0


def test_a_set_with_one_bad_table_leaves_nothing_of_the_others(layout):
    files = making.health_set(
        {"SRPatient.csv": making.patients(2), "SREvent.csv": making.events(2)},
        promised={"SREvent.csv": 3},
    )
    for name, text in files.items():
        making.put(layout, "systmone", f"SRE_20240331/{name}", text)

    (outcome,) = land(layout)

    assert outcome.status == "refused"
    assert current_files(layout, "systmone", "patients") == []
    assert list((layout.root / "landing").rglob("*.parquet")) == []
    kept = layout.refused("systmone", outcome.file_sha256, "SRE_20240331")
    assert len(list(kept.iterdir())) == 3


@pytest.mark.parametrize("limit", [20, 40])
def test_the_limit_of_the_shrink_guard_is_configured(layout, limit):
    for day, count in (("20240331", 10), ("20240630", 7)):
        making.put_transfers(layout, day, transfers(count))

    configuration = Configuration(shrink_limit_percent=limit)
    outcomes = land(layout, configuration=configuration)

    assert outcomes[1].status == ("refused" if limit == 20 else "landed")


def test_paths_given_by_hand_land_by_their_name_and_stay_where_they_are(
    layout, tmp_path
):
    path = tmp_path / "PERSON_TRANSFER_20240630.csv"
    path.write_text(making.as_csv(making.TRANSFERS, transfers(2)), newline="")

    (outcome,) = land(layout, paths=[path])

    assert (outcome.supplier, outcome.status) == ("core_plus", "landed")
    assert path.exists()


@pytest.mark.parametrize(
    "request_made",
    [{"suppliers": ["nobody"]}, {"paths": ["no_such_file"]}, {"paths": ["notes.txt"]}],
    ids=str,
)
def test_a_request_that_fits_nobody_is_wrong_use(layout, tmp_path, request_made):
    (tmp_path / "notes.txt").write_text("hello")
    paths = [tmp_path / name for name in request_made.pop("paths", [])]

    with pytest.raises(WrongUse):
        land(layout, paths=paths, **request_made)
