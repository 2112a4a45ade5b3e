from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from orchestration.partitions import kpi_quarters, last_ended, partition_of, quarter_of

NAMES = [
    ("2023-04", "2023Q1"),
    ("2023-07", "2023Q2"),
    ("2023-10", "2023Q3"),
    ("2024-01", "2023Q4"),
    ("2024-04", "2024Q1"),
]


@pytest.mark.parametrize(("key", "quarter"), NAMES)
def test_a_partition_bears_the_label_of_its_financial_quarter(key, quarter):
    assert quarter_of(key) == quarter


@pytest.mark.parametrize(("key", "quarter"), NAMES)
def test_a_quarter_finds_its_partition(key, quarter):
    assert partition_of(quarter) == key


def test_the_return_is_sliced_from_the_first_quarter_of_the_indicators():
    assert quarter_of(kpi_quarters.get_partition_keys()[0]) == "2023Q1"


def test_a_quarter_appears_only_when_it_has_ended():
    london = ZoneInfo("Europe/London")
    last_day = datetime(2024, 6, 30, 23, 59, tzinfo=london)
    day_after = datetime(2024, 7, 1, 0, 1, tzinfo=london)

    assert quarter_of(last_ended(last_day)) == "2023Q4"
    assert quarter_of(last_ended(day_after)) == "2024Q1"
