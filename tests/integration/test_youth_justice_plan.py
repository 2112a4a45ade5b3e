"""The yearly tables by the whole road: from the office's files to the plan."""

import csv

import pytest

from tests.conftest import configuration_of
from warehouse.layout import Layout
from yjdw.cli import run_program
from yjdw.road import run

YEAR = "2023"


def write_plan(home, capsys, *options):
    """Return exit status and what was said; the configuration lies in the home."""
    asked = ["return", "youth_justice_plan", "--year", YEAR, "--home", str(home)]
    status = run_program([*asked, "--config", str(home / "service.toml"), *options])
    said = capsys.readouterr()
    return status, said.out + said.err


def spoil_staff(home):
    """Send the year's staff again, with a number lost and a total that is wrong."""
    (sent,) = (home / "drop" / ".done" / "service_office").glob("staffing_2023*.csv")
    with sent.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    place = rows[0].index("headcount")
    rows[2][place] = ""
    rows[-1][place] = str(int(rows[-1][place]) + 1)
    again = home / "drop" / "service_office" / "staffing_20240901.csv"
    with again.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return len(rows)


def test_the_offices_files_become_the_plans_tables_unless_a_line_is_wrong(home, capsys):
    status, said = write_plan(home, capsys)
    assert (status, "written" in said) == (0, True)
    assert (
        home / "returns/2023/youth_justice_plan/v1/youth_justice_plan.xlsx"
    ).exists()

    last_row = spoil_staff(home)
    run(Layout(home), configuration_of(home))
    status, said = write_plan(home, capsys)

    assert status == 1
    words = " ".join(said.split())
    assert "DQ-PLAN-MISSING" in words
    assert "staffing_20240901.csv row 3, headcount" in words
    assert f"staffing_20240901.csv row {last_row}, headcount (the lines add" in words
    assert not (home / "returns/2023/youth_justice_plan/v2").exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--quarter", "2024Q1"], "--quarter is for the return"),
        (["--rules", "KPI-v8-code"], "--rules is for the return yjb_kpi"),
        (["--explain-change", "kpi1=no"], "the plan watches staffing and budget"),
    ],
)
def test_an_option_of_another_return_is_wrong_use(home, capsys, options, words):
    status, said = write_plan(home, capsys, *options)

    assert (status, words in " ".join(said.split())) == (2, True)
