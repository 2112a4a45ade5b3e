"""Every figure of a release is explained down to landed rows, under every version."""

from functools import cache

import pyarrow.parquet as pq
import pytest

from warehouse.deliveries import find_deliveries
from warehouse.explaining import explain
from warehouse.figures import ask_for, read_figures
from warehouse.layout import Layout
from warehouse.querying import open_zone
from warehouse.rule_versions import computed_versions

QUARTERS = ("2022Q4", "2023Q4", "2024Q2")  # cohorts that are final, a year, a quarter
OF_POPULATION = ("fte", "custody", "cautioned_or_sentenced", "kpi9")


@pytest.fixture(scope="module")
def opened(built_home):
    with open_zone(Layout(built_home), "identified") as connection:
        yield connection


@pytest.fixture(scope="module")
def landed_rows(built_home):
    layout = Layout(built_home)

    @cache
    def rows(supplier, entity, file_sha256):
        path = layout.landing(supplier, entity, file_sha256)
        return set(pq.read_table(path, columns=["_row_number"])[0].to_pylist())

    return rows


def every_figure(connection, quarter, rules):
    asked = ask_for(connection, quarter, rules)
    for figure in read_figures(connection, asked):
        breakdown = {key: str(value) for key, value in figure["breakdown"].items()}
        yield explain(connection, asked, figure["measure"], breakdown)


@pytest.mark.parametrize("rules", computed_versions())
@pytest.mark.parametrize("quarter", QUARTERS)
def test_members_add_up_to_the_figure_and_lead_to_landed_rows(
    opened, landed_rows, built_home, quarter, rules
):
    used = set()
    for explained in every_figure(opened, quarter, rules):
        figure, members = explained.figure, explained.members
        named = figure["measure"], figure["breakdown"]
        counted = sum(member.in_numerator for member in members)
        based = sum(member.in_denominator for member in members)

        assert counted == figure["numerator"], named
        if figure["denominator"] is not None and named[0] not in OF_POPULATION:
            assert based == figure["denominator"], named
        for member in members:
            assert member.records, (*named, member.unit_id)
            assert explained.why(member), (*named, member.unit_id)
            used |= {record.row for record in member.records}

    assert used
    for supplier, entity, file_sha256, row_number in used:
        assert row_number in landed_rows(supplier, entity, file_sha256)
    files = {(supplier, file) for supplier, _, file, _ in used}
    found = find_deliveries(Layout(built_home), {file for _, file in files})
    assert files == set(found)


def test_every_measure_has_members_somewhere_in_the_release(opened):
    """A measure that nobody is in would make the walk above prove nothing."""
    empty = opened.execute(
        "select measure from rules.measures"
        " where not exists ("
        "select 1 from fct_measure_members as member"
        " where member.measure = measures.measure) order by all"
    ).fetchall()

    assert [row[0] for row in empty] == []


def test_every_measure_says_which_records_explain_it(opened):
    silent = opened.execute(
        "select measure from rules.measures where measure not in"
        " (select measure from rules.measure_topics) order by all"
    ).fetchall()

    assert silent == []
