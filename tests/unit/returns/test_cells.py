"""Each cell counts the members its specification names, and never a zero for none."""

import csv
from pathlib import Path

import pytest

from returns.yjb_kpi.spec import MemberSet, RowSet, load_form
from tests.unit.returns.conftest import Office

SEEDS = Path("dbt_project/seeds")
FORM = load_form()


@pytest.fixture(scope="module")
def cells(tmp_path_factory):
    folder = Office(tmp_path_factory.mktemp("cells")).write().folder
    with (folder / "kpi_return.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["kpi"], int(row["row_order"]), row["column"]): row["value"]
            for row in csv.DictReader(file)
        }


# p1 and p2 have referral orders, p3 a youth rehabilitation order, p4 a conditional
# caution; p3 has no suitable home, p2 no suitable education; p1 and p2 have a need,
# p1 a plan; p2 is in care and in need
@pytest.mark.parametrize(
    ("kpi", "row", "column", "value"),
    [
        ("kpi1", 4, "ro_end_yes", "2"),
        ("kpi1", 4, "yro_end_no", "1"),
        ("kpi1", 4, "yro_end_yes", "0"),
        ("kpi1", 4, "ro_total", "2"),
        ("kpi1", 1, "ro_end_yes", "0"),
        ("kpi2", 1, "ro_above_end", "0"),
        ("kpi2", 1, "ro_school_start", "1"),
        ("kpi2", 2, "ro_above_total", "1"),
        ("kpi2", 26, "yro_above_end", "1"),
        ("kpi2", 25, "ro_above_end", "1"),
        ("kpi3", 1, "ro", "2"),
        ("kpi3", 2, "ro", "2"),
        ("kpi3", 3, "ro", "1"),
        ("kpi3", 4, "ro", "1"),
        ("kpi6", 1, "ycc", "1"),
        ("kpi6", 2, "ycc", "1"),
        ("kpi6", 3, "ycc", "0"),
        ("kpi6", 1, "yc_yjs", "0"),
        ("kpi7", 1, "ro_total", "2"),
        ("kpi7", 1, "ws_total", "0"),
        ("kpi7", 2, "ro_start", "1"),
        ("kpi7", 4, "ro_start", "0"),  # counted under the highest status only
    ],
)
def test_a_cell_counts_the_members_of_its_row_and_column(
    cells, kpi, row, column, value
):
    assert cells[kpi, row, column] == value


@pytest.mark.parametrize(
    ("kpi", "row", "column"),
    [
        ("kpi2", 1, "ro_school_total"),
        ("kpi4", 2, "ro_total"),
        ("kpi7", 2, "ro_total"),
        ("kpi8", 1, "senior_a_attended"),  # no meeting
    ],
)
def test_what_cannot_be_filled_says_so_and_is_never_a_zero(cells, kpi, row, column):
    assert cells[kpi, row, column] == "not computed"


def test_every_row_and_column_of_the_specification_is_one_of_the_form():
    seed = SEEDS / "reference" / "kpi_return_rows.csv"
    with seed.open(encoding="utf-8", newline="") as file:
        rows = {(r["kpi"], int(r["row_order"])): r for r in csv.DictReader(file)}

    assert {kpi for kpi, _ in rows} == set(FORM.kpis)
    for kpi, sheet in FORM.kpis.items():
        for rule in sheet.cells:
            for order in rule.rows:
                columns = rows[kpi, order]["columns"].split(";")
                assert any(FORM.filling(kpi, order, "", name) for name in columns)


def test_every_figure_of_the_specification_is_one_that_is_computed():
    with (SEEDS / "rules" / "measures.csv").open(encoding="utf-8") as file:
        measures = {row["measure"] for row in csv.DictReader(file)}
    named = {
        item.measure
        for sheet in FORM.kpis.values()
        for rule in sheet.cells
        for item in (*rule.members, *rule.without, *rule.needs, *rule.unless)
        if isinstance(item, MemberSet)
    }

    assert named <= measures


def test_every_column_of_a_mart_that_the_specification_reads_is_one_it_has():
    for sheet in FORM.kpis.values():
        for rule in sheet.cells:
            for item in (*rule.members, *rule.without, *rule.needs, *rule.unless):
                if isinstance(item, RowSet):
                    model = next(
                        Path("dbt_project/models/marts").rglob(f"{item.table}.yml")
                    )
                    contract = model.read_text(encoding="utf-8")
                    for column in {*item.where, *item.where_not, "unit_id"}:
                        assert f"- name: {column}\n" in contract
