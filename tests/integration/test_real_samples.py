"""The public samples of two suppliers land, and every row is accounted for.

The samples lie beside the checkout (``../shared/data``), not in it: where they are
absent, a test says so and passes.
"""

import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from warehouse import stillness
from warehouse.landing import land
from warehouse.layout import Layout

BESIDE = Path(__file__).parents[3] / "shared" / "data"
SAMPLES = {
    "school_census": (BESIDE / "school_census" / "samples", 7, 63_066),
    "ssda903": (BESIDE / "ssda903" / "d2i_fake_903", 8, 25_885),
}


def count_lines(folder: Path) -> int:
    """Count rows as anybody would: lines without the headings."""
    texts = [path.read_text(encoding="utf-8") for path in folder.glob("*.csv")]
    return sum(len(text.splitlines()) - 1 for text in texts)


@pytest.mark.parametrize("supplier", SAMPLES)
def test_a_real_sample_lands_and_its_receipts_reconcile(
    supplier, tmp_path, monkeypatch, capsys
):
    folder, file_count, row_count = SAMPLES[supplier]
    if not folder.is_dir():
        with capsys.disabled():
            sys.stdout.write(f"\nno sample of {supplier} beside this checkout\n")
        return
    monkeypatch.setattr(stillness, "SETTLE_SECONDS", 0)
    layout = Layout(tmp_path / "home")

    outcomes = land(layout, suppliers=[supplier], paths=[folder])

    receipts = [receipt for outcome in outcomes for receipt in outcome.receipts]
    assert [outcome.status for outcome in outcomes] == ["landed"] * file_count
    assert sum(receipt.rows_in for receipt in receipts) == row_count
    assert count_lines(folder) == row_count
    for receipt in receipts:
        assert_reconciles(layout, receipt)
    explained = sum(problem.row_count for o in outcomes for problem in o.problems)
    refused = sum(item.rows_quarantined + item.cells_refused for item in receipts)
    assert explained == refused


def assert_reconciles(layout: Layout, receipt) -> None:
    place = (receipt.supplier, receipt.entity, receipt.file_sha256)
    landed = pq.read_metadata(layout.landing(*place)).num_rows
    quarantine = layout.quarantine(*place)
    kept = pq.read_table(quarantine).to_pylist() if quarantine.exists() else []
    rows = [item for item in kept if item["kind"] == "row"]
    assert landed == receipt.rows_landed
    assert len(rows) == receipt.rows_quarantined
    assert receipt.rows_in == landed + len(rows)
    assert all(item["reason"] for item in kept)
