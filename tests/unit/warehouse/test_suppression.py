"""Small numbers do not leave the partnership, not even by subtraction."""

import duckdb
import pytest

from tests.fixtures.builds.making import TABLES
from warehouse.publishing import new_release, write_zone
from warehouse.zones import ZONE_LIST

AGGREGATE = next(zone for zone in ZONE_LIST if zone.name == "aggregate")
THRESHOLD = 5  # what the small build is counted under
KEY = ("KPI-v8-code", "KPI-v8-code", "Testshire")
QUARTERS = ("2023Q2", "2023Q3", "2023Q4", "2024Q1")
YEAR = '{"period":"12m"}'


def place_of(place):
    """Return quarter and breakdown: given as such, or an order type, or the whole."""
    if isinstance(place, tuple):
        return place
    return "2024Q1", f'{{"order_type":"{place}"}}' if place else "{}"


@pytest.fixture
def seen(tmp_path):
    """Publish figures given as place: (numerator, denominator), and read them."""

    def published(figures, measure="kpi1", threshold=THRESHOLD):
        build = tmp_path / "build.duckdb"
        with duckdb.connect(str(build)) as connection:
            connection.execute(TABLES.read_text(encoding="utf-8"))
            connection.execute(
                "update marts.dim_rule_settings set setting_value = ?", [threshold]
            )
            for place, (numerator, denominator) in figures.items():
                quarter, part = place_of(place)
                connection.execute(
                    "insert into marts.fct_measures"
                    " values (?, ?, ?, ?, ?, ?, 'child', ?, ?, '1.0', null, false,"
                    " null, false, true, false)",
                    [measure, *KEY, quarter, part, numerator, denominator],
                )
        target = tmp_path / "aggregate.duckdb"
        write_zone(build, AGGREGATE, target, new_release("r", None, "f" * 64))
        with duckdb.connect(str(target), read_only=True) as connection:
            rows = connection.execute(
                "select quarter, breakdown, numerator, denominator, value,"
                " is_suppressed from fct_measures"
            ).fetchall()
        shown = {row[:2]: row[2:] for row in rows}
        return {place: shown[place_of(place)] for place in figures}

    return published


@pytest.mark.parametrize("small", range(1, THRESHOLD))
def test_a_small_count_is_withheld_with_its_value(seen, small):
    assert seen({"": (small, 40)})[""] == (None, 40, None, True)


@pytest.mark.parametrize("small", range(1, THRESHOLD))
def test_a_small_complement_is_withheld_too(seen, small):
    assert seen({"": (40 - small, 40)})[""] == (None, 40, None, True)


@pytest.mark.parametrize("small", range(1, THRESHOLD))
def test_a_small_base_takes_everything_with_it(seen, small):
    assert seen({"": (0, small)})[""] == (None, None, None, True)


@pytest.mark.parametrize(("numerator", "denominator"), [(0, 40), (20, 40), (0, 0)])
def test_what_is_not_small_is_shown(seen, numerator, denominator):
    assert seen({"": (numerator, denominator)})[""] == (
        numerator,
        denominator,
        "1.0",
        False,
    )


def test_a_single_withheld_part_cannot_be_had_by_subtraction(seen):
    figures = seen({"": (30, 60), "ro": (3, 10), "yro": (12, 25), "ycc": (15, 25)})

    assert figures[""][0] == 30
    assert figures["ro"][0] is None
    assert figures["yro"][0] is None  # the next smallest
    assert figures["ycc"][0] == 15


def test_a_single_withheld_base_cannot_be_had_by_subtraction(seen):
    figures = seen({"": (30, 60), "ro": (0, 3), "yro": (10, 20), "ycc": (20, 37)})

    assert figures["ro"][1] is None
    assert figures["yro"][:2] == (None, None)
    assert figures["ycc"][1] == 37


def test_a_rate_keeps_its_population_when_its_count_is_small(seen):
    assert seen({"": (3, 40909)}, measure="custody")[""] == (None, 40909, None, True)


@pytest.mark.parametrize(
    ("threshold", "count", "is_shown"),
    [(1, 1, True), (4, 3, False), (4, 4, True), (10, 9, False), (10, 10, True)],
)
def test_the_threshold_is_a_setting(seen, threshold, count, is_shown):
    figures = seen({"": (count, 40)}, threshold=threshold)

    assert (figures[""][0] is not None) == is_shown


def test_parts_by_order_type_and_point_are_siblings_at_one_point(seen):
    def part(order_type, point):
        return "2024Q1", f'{{"order_type":"{order_type}","point":"{point}"}}'

    figures = seen(
        {
            part("ro", "end"): (3, 10),
            part("yro", "end"): (12, 25),
            part("ycc", "end"): (15, 25),
            part("ro", "start"): (6, 12),
            part("yro", "start"): (9, 25),
        },
        measure="kpi1c",
    )
    withheld = {place[1] for place, row in figures.items() if row[0] is None}

    assert withheld == {part("ro", "end")[1], part("yro", "end")[1]}


@pytest.mark.parametrize("small", QUARTERS)
def test_a_year_is_withheld_with_any_of_its_quarters(seen, small):
    quarters = {(quarter, "{}"): (20, 40) for quarter in QUARTERS}
    quarters[small, "{}"] = (3, 40)
    figures = seen({**quarters, ("2024Q1", YEAR): (63, 160)})

    assert figures["2024Q1", YEAR] == (None, 160, None, True)


def test_a_year_is_shown_when_a_quarter_before_it_is_small(seen):
    quarters = {(quarter, "{}"): (20, 40) for quarter in QUARTERS}
    figures = seen({**quarters, ("2023Q1", "{}"): (3, 40), ("2024Q1", YEAR): (80, 160)})

    assert figures["2024Q1", YEAR][0] == 80


def test_a_small_base_of_a_quarter_takes_that_of_its_year_with_it(seen):
    quarters = {(quarter, "{}"): (20, 40) for quarter in QUARTERS}
    quarters["2023Q3", "{}"] = (0, 3)
    figures = seen({**quarters, ("2024Q1", YEAR): (60, 123)})

    assert figures["2024Q1", YEAR] == (None, None, None, True)
