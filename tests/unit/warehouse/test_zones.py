"""Who may see what: each zone's file holds its tables, columns and no more."""

import duckdb
import pytest

from tests.fixtures.builds.making import change, make_build
from warehouse.publishing import new_release, write_zone
from warehouse.zones import PERSONAL_COLUMN, ZONE_LIST

ZONES = {zone.name: zone for zone in ZONE_LIST}


@pytest.fixture
def open_file(tmp_path):
    build = make_build(tmp_path / "build.duckdb")

    def opened(zone, *changes):
        change(build, *changes)
        target = tmp_path / f"{zone}.duckdb"
        write_zone(build, ZONES[zone], target, new_release("run-1", None, "f" * 64))
        return duckdb.connect(str(target), read_only=True)

    return opened


def tables(connection):
    return {
        row[0]
        for row in connection.execute(
            "select table_name from information_schema.tables"
            " where table_schema = 'main'"
        ).fetchall()
    }


def test_analysts_see_no_column_that_can_name_or_find_a_child(open_file):
    analyst = open_file("analyst")

    held = analyst.execute("select column_name from duckdb_columns()").fetchall()
    assert [name for (name,) in held if PERSONAL_COLUMN.search(name)] == []
    assert ("birth_year",) in held


@pytest.mark.parametrize(
    "column",
    [
        *("surname", "forename", "birth_date", "date_of_birth", "postcode", "upn"),
        *("ypid", "nhs_number", "pnc_number", "supplier_person_id", "home_postcode"),
        *("niche_nominal_id", "originating_yot_person_id", "school_upn", "uprn"),
        *("case_worker_id", "former_case_worker"),
    ],
)
def test_a_column_that_can_find_a_child_is_known_as_such(column):
    assert PERSONAL_COLUMN.search(column)


@pytest.mark.parametrize(
    "column",
    [
        *("child_id", "unit_id", "birth_year", "offence_id", "service_name"),
        *("group_name", "supplier", "end_date", "is_primary", "column_name"),
    ],
)
def test_a_column_that_says_nothing_of_a_person_stays(column):
    assert not PERSONAL_COLUMN.search(column)


def test_the_identifiers_and_the_way_back_to_records_are_identified_only(open_file):
    held = {zone: tables(open_file(zone)) for zone in ZONES}

    for table in ("child_identifiers", "fct_measure_records"):
        assert [zone for zone in held if table in held[zone]] == ["identified"]


def test_units_are_pseudonyms_of_the_same_grain_outside_the_identified_zone(open_file):
    count = "select count(distinct unit_id), min(unit_id) from fct_measure_members"
    plain = open_file("identified").execute(count).fetchone()
    hidden = open_file("analyst").execute(count).fetchone()

    assert plain == (5, "p1")
    assert hidden[0] == 5
    assert hidden[1].startswith("U")


def test_a_unit_has_one_pseudonym_wherever_it_is_named(open_file):
    orders, members = (
        "select unit_id, offence_unit_id, programme_unit_id from fct_orders_ended",
        "select distinct unit_id from fct_measure_members where child_id = 'Cp1'",
    )
    analyst = open_file("analyst")
    (named,) = analyst.execute(orders).fetchall()

    assert not [unit for unit in named if "p1" in unit]
    assert analyst.execute(members).fetchall() == [(named[0],)]


def test_the_aggregate_zone_holds_counts_and_nobody(open_file):
    assert tables(open_file("aggregate")) == {
        "dim_dates",
        "dim_quarters",
        "dim_rule_settings",
        "fct_measures",
        "published_release",
    }


def test_staging_is_published_nowhere(open_file):
    for zone in ZONES:
        assert not {name for name in tables(open_file(zone)) if "stg_" in name}
