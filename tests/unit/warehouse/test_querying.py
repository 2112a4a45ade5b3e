"""A reader can read what is published, and nothing else on the machine."""

import subprocess
import sys

import pytest

from tests.fixtures.builds.making import publish_build
from warehouse.querying import ask, open_zone
from warehouse.refusal import WrongUse


@pytest.fixture(scope="module")
def reader(tmp_path_factory):
    layout = publish_build(tmp_path_factory.mktemp("home"))
    with open_zone(layout, "analyst") as connection:
        yield connection


def test_a_query_answers_with_names_and_rows(reader):
    names, rows = ask(
        reader,
        "select measure, numerator from fct_measures"
        " where breakdown = '{}' and quarter = '2024Q1' and measure = 'kpi1';",
    )

    assert names == ["measure", "numerator"]
    assert rows == [("kpi1", 3)]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("select nonsense from fct_measures", "nonsense"),
        ("selec 1", "syntax error"),
        ("", "give one query"),
        ("select 1; select 2", "give one query; this is 2"),
        ("create table mine (a int)", "only queries"),
        ("insert into fct_measures (measure) values ('x')", "only queries"),
        ("drop table fct_measures", "only queries"),
        ("attach ':memory:' as other", "only queries"),
        ("set threads = 1", "only queries"),
        ("copy fct_measures to 'out.csv'", "only queries"),
        ("load httpfs", "only queries"),
        ("select * from read_csv('/etc/hostname')", "disabled"),
        ("select * from '/etc/hostname'", "does not exist"),
        ("select * from read_text('pyproject.toml')", "disabled"),
    ],
)
def test_anything_but_a_query_on_what_is_published_is_turned_down(reader, query, told):
    with pytest.raises(WrongUse, match=told):
        ask(reader, query)


def test_the_doors_cannot_be_opened_again_from_inside(reader):
    settings = dict(
        reader.execute(
            "select name, value from duckdb_settings() where name in"
            " ('enable_external_access', 'lock_configuration')"
        ).fetchall()
    )

    assert settings == {"enable_external_access": "false", "lock_configuration": "true"}


def test_a_light_reading_brings_no_pandas_and_leaves_the_way_to_it_open(tmp_path):
    """DuckDB imports pandas, half a second, for any query that takes a parameter."""
    publish_build(tmp_path / "home")
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from warehouse.layout import Layout\n"
        "from warehouse.querying import open_light\n"
        "with open_light(Layout(Path(sys.argv[1])), 'analyst') as connection:\n"
        "    (row,) = connection.execute('select ?', ['asked']).fetchall()\n"
        "assert row == ('asked',)\n"
        "assert 'pandas' not in sys.modules\n"
        "import pandas\n"
    )
    home = str(tmp_path / "home")

    subprocess.run([sys.executable, "-c", script, home], check=True)
