"""The check on deadlines warns while a return is open and is an error once late."""

from datetime import date

import dagster as dg
import pytest

from orchestration.checks import deadlines
from orchestration.checks.deadlines import deadline_checks
from orchestration.resources import WarehouseResource
from tests.unit.returns.small_submission import make_version, send
from warehouse.layout import Layout
from warehouse.state import connect

PUBLISHED = "insert into publications values ('r', 'run', null, '2024-06-01', 'x')"


@pytest.fixture
def ask(tmp_path, monkeypatch):
    """Ask the check on a day; return the verdict on the KPI return."""
    with connect(Layout(tmp_path)) as state:
        state.execute(PUBLISHED)

    def on(*day):
        class Calendar(date):
            @classmethod
            def today(cls):
                return date(*day)

        monkeypatch.setattr(deadlines, "date", Calendar)
        result = dg.materialize(
            [dg.AssetSpec(["returned", name]) for name in deadlines.RETURNS]
            + deadline_checks,
            resources={"warehouse": WarehouseResource(home=str(tmp_path))},
            selection=dg.AssetSelection.checks(*deadline_checks),
        )
        (found,) = [
            item
            for item in result.get_asset_check_evaluations()
            if item.asset_key == dg.AssetKey(["returned", "yjb_kpi"])
        ]
        return found

    return on


@pytest.mark.parametrize(
    ("day", "severity"),
    [
        ((2024, 7, 31), dg.AssetCheckSeverity.WARN),
        ((2024, 8, 1), dg.AssetCheckSeverity.ERROR),
    ],
)
def test_an_unsent_return_warns_until_its_day_and_then_fails(
    tmp_path, ask, day, severity
):
    make_version(tmp_path, 1)
    found = ask(*day)

    told = {item["period"]: item for item in found.metadata["deadlines"].value}
    assert not found.passed
    assert told["2024Q1"]["due"] == "2024-07-31"
    assert told["2024Q1"]["state"] == "draft"
    assert found.severity == severity


def test_a_sent_return_passes_and_still_shows_the_next_deadline(tmp_path, ask):
    send(*make_version(tmp_path, 1))
    found = ask(2024, 8, 1)

    told = {item["period"]: item for item in found.metadata["deadlines"].value}
    assert found.passed
    assert told["2024Q1"]["state"] == "sent"
    assert told["2024Q2"]["due"] == "2024-10-31"
