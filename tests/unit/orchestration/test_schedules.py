"""What a schedule asks for at a moment, or why it asks for nothing."""

from datetime import datetime
from zoneinfo import ZoneInfo

import dagster as dg
import pytest

from orchestration import schedules
from orchestration.definitions import defs
from orchestration.partitions import begun_quarters, kpi_quarters
from orchestration.resources import WarehouseResource
from tests.unit.returns.small_submission import make_version, send

SOON = (2024, 7, 22)  # a Monday, three weeks after the quarter of the small submission


@pytest.fixture
def tick(tmp_path):
    """Evaluate a schedule at a moment of London over the home."""

    def at(schedule, *moment):
        context = dg.build_schedule_context(
            scheduled_execution_time=datetime(
                *moment, tzinfo=ZoneInfo("Europe/London")
            ),
            resources={"warehouse": WarehouseResource(home=str(tmp_path))},
            repository_def=defs.get_repository_def(),
        )
        return getattr(schedules, schedule).evaluate_tick(context)

    return at


@pytest.mark.parametrize(
    ("moment", "partitions"),
    [
        ((2025, 6, 16), []),  # three days before the six weeks
        ((2025, 6, 23), ["2025-04"]),  # the quarter is still running
        ((2025, 7, 28), ["2025-04"]),
        ((2025, 8, 4), []),  # the deadline has passed
    ],
)
def test_a_pre_check_is_asked_for_within_the_six_weeks_alone(tick, moment, partitions):
    found = tick("every_week_before_a_deadline", *moment)

    assert [request.partition_key for request in found.run_requests] == partitions
    assert bool(found.skip_message) is not bool(partitions)


def test_a_pre_check_of_a_running_quarter_finds_its_partition(tick):
    (request,) = tick("every_week_before_a_deadline", 2025, 6, 23).run_requests
    moment = datetime(2025, 6, 23, tzinfo=ZoneInfo("Europe/London"))

    assert request.partition_key in begun_quarters.get_partition_keys(moment)
    assert request.partition_key not in kpi_quarters.get_partition_keys(moment)


def test_a_skipped_pre_check_says_when_the_next_begin(tick):
    told = tick("every_week_before_a_deadline", 2025, 6, 16).skip_message

    assert "yjb_kpi of 2025Q1, due 2025-07-31: opens on 2025-06-19" in told


def test_what_was_sent_is_not_pre_checked_again(tick, tmp_path):
    before = tick("every_week_before_a_deadline", *SOON).run_requests
    send(*make_version(tmp_path, 1))
    after = tick("every_week_before_a_deadline", *SOON).run_requests

    names = [
        [key.path[1] for key in item.asset_selection] for item in (*before, *after)
    ]
    assert names == [["case_level", "yjb_kpi"], ["case_level"]]


@pytest.mark.parametrize(
    ("moment", "partition"),
    [
        ((2025, 4, 20, 6), "2025-01"),
        ((2025, 7, 20, 6), "2025-04"),
        ((2026, 1, 20, 6), "2025-10"),
    ],
)
def test_the_quarter_that_ended_last_is_written_on_the_calendars_day(
    tick, moment, partition
):
    (request,) = tick("after_every_quarter", *moment).run_requests

    assert request.partition_key == partition


def test_a_quarter_that_was_sent_in_full_is_not_written_again(
    tick, tmp_path, monkeypatch
):
    monkeypatch.setattr(schedules, "RETURNS", ("yjb_kpi",))
    send(*make_version(tmp_path, 1))
    found = tick("after_every_quarter", 2024, 7, 20, 6)

    assert found.run_requests == []
    assert found.skip_message == "every return of 2024Q1 has been sent"
