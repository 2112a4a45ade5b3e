"""The census day that a school census file's name tells."""

from datetime import date

import pytest

from sources.school_census.adapter import find_census_day


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2024_autumn_pupilonroll.csv", date(2024, 10, 3)),
        ("2026_autumn_pupilonroll.csv", date(2026, 10, 1)),
        ("2025_spring_pupilonroll.csv", date(2025, 1, 16)),
        ("2026_Spring_addressesoffroll.csv", date(2026, 1, 15)),
        ("2025_summer_termlyexclusionsonroll.csv", date(2025, 5, 15)),
        ("pupilonroll.csv", None),
    ],
)
def test_the_census_day_is_the_thursday_of_the_guide(name, day):
    assert find_census_day(name) == day
