import dagster as dg
import pytest

from orchestration.assets.landing import build_landing_asset
from orchestration.checks.contracts import build_contract_check
from orchestration.resources import WarehouseResource
from sources.registry import CONTRACTS

HEADING = "ORG_ID,ORG_NAME,YOT_OU_CODE\r\n"
CORE_PLUS = CONTRACTS["core_plus"]
ORGANISATIONS = dg.AssetKey(["core_plus", "organisations"])


@pytest.fixture
def deliver(tmp_path):
    """Put one extract of organisations into the drop folder."""

    def put(day, content):
        folder = tmp_path / "drop" / "core_plus"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"ORGANISATION_{day}.csv").write_bytes(content.encode("utf-8-sig"))

    return put


@pytest.fixture
def run(tmp_path):
    """Land the supplier and hold it against its contract, in one process."""

    def once():
        parts = [build_landing_asset(CORE_PLUS), build_contract_check(CORE_PLUS)]
        return dg.materialize(
            parts,
            resources={"warehouse": WarehouseResource(home=str(tmp_path))},
            raise_on_error=False,
        )

    return once


def materialisation(result):
    return next(
        event.materialization
        for event in result.get_asset_materialization_events()
        if event.asset_key == ORGANISATIONS
    )


def verdict(result):
    return next(
        evaluation
        for evaluation in result.get_asset_check_evaluations()
        if evaluation.asset_key == ORGANISATIONS
    )


def test_a_landed_entity_says_its_rows_files_and_hash(deliver, run):
    deliver("20260930", HEADING + "1,Leicester City,LEI\r\n2,Other,OTH\r\n")

    metadata = materialisation(run()).metadata

    assert metadata["dagster/row_count"].value == 2
    assert metadata["files"].value == 1
    assert metadata["newest_extract_date"].value == "2026-09-30"
    assert len(metadata["newest_file_sha256"].value) == 64


def test_an_entity_that_keeps_its_contract_passes_the_gate(deliver, run):
    deliver("20260930", HEADING + "1,Leicester City,LEI\r\n")
    result = run()

    assert result.success
    assert verdict(result).passed


def test_nothing_delivered_is_no_breach(run):
    result = run()

    assert result.success
    assert materialisation(result).metadata["dagster/row_count"].value == 0
    assert verdict(result).passed


def test_a_refused_first_extract_of_a_required_supplier_stops_the_night(deliver, run):
    deliver("20260930", "ORG_ID,YOT_OU_CODE\r\n1,LEI\r\n")
    result = run()

    assert not result.success
    assert verdict(result).severity == dg.AssetCheckSeverity.ERROR
    assert "ORGANISATION_20260930.csv" in verdict(result).metadata["breaches"].value[0]


def test_a_refused_extract_warns_while_an_older_one_serves(deliver, run):
    deliver("20260831", HEADING + "1,Leicester City,LEI\r\n")
    run()
    deliver("20260930", "ORG_ID,YOT_OU_CODE\r\n1,LEI\r\n")
    result = run()

    assert result.success
    assert not verdict(result).passed
    assert verdict(result).severity == dg.AssetCheckSeverity.WARN
    assert "2026-08-31" in verdict(result).metadata["warnings"].value[0]


def test_a_landed_file_that_is_gone_stops_the_night(deliver, run, tmp_path):
    deliver("20260930", HEADING + "1,Leicester City,LEI\r\n")
    run()
    folder = tmp_path / "landing" / "core_plus" / "organisations"
    for file in folder.iterdir():
        file.unlink()

    result = run()

    assert not result.success
    assert "gone" in verdict(result).metadata["breaches"].value[0]
