"""What a whole road over a simulated service shows, to whom, and whether it is true."""

import json

import duckdb
import pytest

from tests.conftest import configuration_of
from warehouse.figures import ask_for, breakdown_text, read_figures
from warehouse.layout import Layout
from warehouse.querying import open_zone
from warehouse.releases import current_name
from yjdw.cli import run_program
from yjdw.road import run

PARTS = ("numerator", "denominator", "value", "low_base")


@pytest.fixture(scope="module")
def zones(built_home):
    """The files of all zones of one release, side by side."""
    layout = Layout(built_home)
    name = current_name(layout)
    with duckdb.connect() as connection:
        for zone in ("analyst", "identified", "aggregate"):
            file = layout.release(zone, name)
            connection.execute(f"attach '{file}' as {zone} (read_only)")
        yield connection


def texts(connection, zone):
    return connection.execute(
        "select table_name, column_name from duckdb_columns() where database_name = ?"
        " and schema_name = 'main' and not internal and data_type = 'VARCHAR'",
        [zone],
    ).fetchall()


def test_every_figure_equals_the_simulations_own_truth(built_home, simulated_service):
    told = json.loads((simulated_service / "truth" / "measures.json").read_text())
    different = []
    with open_zone(Layout(built_home), "analyst") as connection:
        for answer in told:
            asked = ask_for(
                connection, answer["quarter"], answer["rules"], answer["service"]
            )
            figures = {
                (figure["measure"], breakdown_text(figure["breakdown"])): figure
                for figure in read_figures(connection, asked)
            }
            for true in answer["measures"]:
                key = (true["measure"], breakdown_text(true["breakdown"]))
                ours = figures.get(key, {})
                if any(ours.get(part) != true[part] for part in PARTS):
                    different.append((answer["quarter"], answer["rules"], *key))

    assert sum(len(answer["measures"]) for answer in told) > 100
    assert different == []


def test_no_suppliers_id_of_a_person_is_in_a_text_that_analysts_see(zones):
    zones.execute(
        "create temp table person_ids as select distinct"
        " unnest(string_split(supplier_person_id, '|')) as id"
        " from identified.child_identifiers where supplier <> 'school_census'"
    )
    zones.execute(
        "delete from person_ids where id in (select service from identified.dim_areas)"
    )
    seen = [
        (table, column)
        for table, column in texts(zones, "analyst")
        if zones.execute(
            f"select 1 from (select unnest(string_split(\"{column}\", '|')) as part"
            f' from analyst."{table}") semi join person_ids on part = id limit 1'
        ).fetchone()
    ]

    assert seen == []


def test_no_name_birth_date_or_postcode_is_in_a_text_that_analysts_see(zones):
    (said,) = zones.execute(
        "select list(distinct surname) || list(distinct forename)"
        " || list(distinct postcode) from identified.child_details"
    ).fetchone()
    seen = [
        (table, column)
        for table, column in texts(zones, "analyst")
        if zones.execute(
            f'select 1 from analyst."{table}" where "{column}" in'
            " (select unnest($said)) limit 1",
            {"said": [word for word in said if word]},
        ).fetchone()
    ]

    assert seen == []


def test_practitioners_see_the_worker_of_a_child_and_almost_every_child_has_one(zones):
    workers, children, without = zones.execute(
        "select count(distinct case_worker_id), count(distinct child_id),"
        " count(distinct child_id) filter (case_worker_id is null)"
        " from identified.child_details"
    ).fetchone()

    assert 10 < children / workers < 14
    assert 0 < without < children / 20


@pytest.mark.parametrize("zone", ["analyst", "aggregate"])
def test_no_case_worker_is_seen_by_analysts_or_the_public(zones, zone):
    columns = zones.execute(
        "select column_name from duckdb_columns() where database_name = $zone"
        " and column_name like '%worker%'",
        {"zone": zone},
    ).fetchall()
    seen = [
        (table, column)
        for table, column in texts(zones, zone)
        if zones.execute(
            f'select 1 from {zone}."{table}" where "{column}" in'
            " (select case_worker_id from identified.child_details) limit 1"
        ).fetchone()
    ]

    assert columns == []
    assert seen == []


def test_every_zone_of_the_release_holds_the_tables_that_others_rely_on(built_home):
    promised = {
        *("dim_children", "dim_offence_types", "dim_disposal_types", "dim_dates"),
        *("dim_areas", "dim_ethnicities", "fct_offences", "fct_disposals"),
        *("fct_programmes", "fct_outcomes", "fct_measures", "fct_measure_members"),
    }
    with open_zone(Layout(built_home), "analyst") as connection:
        held = {row[0] for row in connection.execute("show tables").fetchall()}

    assert promised <= held


def test_status_says_how_much_of_what_was_sent_the_codes_know(built_home, capsys):
    assert run_program(["status", "--home", str(built_home), "--json"]) == 0
    mappings = json.loads(capsys.readouterr().out)["mappings"]
    with open_zone(Layout(built_home), "analyst") as connection:
        (disposals,) = connection.execute(
            "select count(*) from fct_programmes"
        ).fetchone()

    by_list = {(item["supplier"], item["code_list"]): item for item in mappings}
    assert by_list["core_plus", "disposal_type"]["rows"] >= disposals > 0
    assert all(0 < item["percent_mapped"] <= 100 for item in mappings)


def test_a_second_run_with_nothing_new_publishes_nothing(home):
    before = current_name(Layout(home))

    outcome = run(Layout(home), configuration_of(home))

    assert outcome.outcome == "nothing new"
    assert current_name(Layout(home)) == before
