"""The custody list lands alone, and a supplier's database is asked more than once."""

import dagster as dg
import pytest

from orchestration.assets import landing
from orchestration.assets.landing import build_landing_asset
from orchestration.checks.contracts import build_contract_check
from orchestration.resources import WarehouseResource
from sources.registry import CONTRACTS
from tests.fixtures.deliveries import making
from tests.fixtures.jobs import run_job_over
from warehouse import stillness
from warehouse.layout import Layout
from warehouse.receipts import summarise

CUSTODY = dg.AssetKey(["niche", "custody_records"])
DELIVERED = dg.AssetKey(["delivered", "niche"])
RECORD = ["C1", "N1", "05/01/2026 10:00", "", "Theft", ""]
NOMINALS = "Leicestershire Police - NOMINALS\r\n\r\nNOMINAL_ID\r\nN1\r\n"


@pytest.fixture
def layout(tmp_path, monkeypatch):
    monkeypatch.setattr(stillness, "SETTLE_SECONDS", 0)
    layout = Layout(tmp_path)
    making.put(
        layout,
        "niche",
        "NICHE_CUSTODY_20260105.csv",
        making.custody_report([RECORD]),
    )
    making.put(layout, "niche", "NICHE_NOMINALS_20260105.csv", NOMINALS)
    return layout


@pytest.fixture
def run(layout):
    """Run the job over the home, in this process, and return result and instance."""

    def once():
        instance = dg.DagsterInstance.ephemeral()
        result = run_job_over(layout.root, "custody_list", instance=instance)
        return result, instance

    return once


def test_only_the_custody_list_lands_and_all_else_stays_where_it_lies(layout, run):
    result, _ = run()
    made = [event.asset_key for event in result.get_asset_materialization_events()]
    asked = [item.asset_key for item in result.get_asset_check_evaluations()]

    assert (made, asked) == ([CUSTODY], [CUSTODY])
    assert [item.entity for item in summarise(layout)] == ["custody_records"]
    left = [path.name for path in (layout.drop / "niche").iterdir()]
    assert left == ["NICHE_NOMINALS_20260105.csv"]


def test_what_a_supplier_delivered_shows_as_its_own_event(run):
    _, instance = run()
    event = instance.get_latest_materialization_event(DELIVERED)

    metadata = event.asset_materialization.metadata
    assert metadata["newest_extract_date"].value == "2026-01-05"
    assert metadata["files"].value == 1


def test_a_night_without_deliveries_makes_nobody_fresh(layout, run):
    for path in (layout.drop / "niche").iterdir():
        path.unlink()
    _, instance = run()

    assert instance.get_latest_materialization_event(DELIVERED) is None


def test_a_database_that_is_away_is_asked_again_and_then_the_night_goes_on(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(landing, "SECONDS_BETWEEN", 0.01)
    config = tmp_path / "service.toml"
    config.write_text('[sources]\ncore_plus = "postgresql://nobody@127.0.0.1:1/none"\n')
    contract = CONTRACTS["core_plus"]
    result = dg.materialize(
        [build_landing_asset(contract), build_contract_check(contract)],
        resources={
            "warehouse": WarehouseResource(
                home=str(tmp_path / "home"), config=str(config)
            )
        },
    )
    retries = [event for event in result.all_events if event.is_step_up_for_retry]

    assert result.success
    assert len(retries) == landing.DATABASE_TRIES - 1
